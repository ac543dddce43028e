//! Years of a practice as files of the open format. The last year is the same however many came before it: fifty cases
//! a year, two thousand records, six hundred visits, forty sessions for twelve, and what else a year leaves behind. Of
//! the earlier years every case is closed. Nobody in it is real.

use crate::corpus::{Dice, Note, notes};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Cases that begin in a year.
const CASES: usize = 50;
/// Records of a year.
const CONTACTS: usize = 2_000;
/// Visits of a year.
const VISITS: usize = 600;
/// Sessions of a year, of two programmes.
const SESSIONS: usize = 40;
/// Attendances of a session.
const ATTENDANTS: usize = 12;
/// Hospitals that are visited.
const HOSPITALS: usize = 20;
/// Days of a year of the practice.
const YEAR: u64 = 365;

const STAGES: &[&str] = &[
    "identified",
    "engagement",
    "planning",
    "preparation",
    "housing",
    "discharge_coordination",
    "transition",
    "settlement",
];
const METHODS: &[&str] = &["interview_hospital", "phone", "accompany", "home_visit", "meeting", "office"];
const COUNTERPARTS: &[&str] = &["person", "person;hospital", "hospital", "support", "family", "municipality"];
const KINDS: &[&str] = &["council", "city_meeting", "training"];
const FAMILIES: &[(&str, &str)] =
    &[("渚", "なぎさ"), ("汐見", "しおみ"), ("灘山", "なだやま"), ("岬", "みさき"), ("海老根", "えびね")];
const GIVENS: &[(&str, &str)] =
    &[("潮", "うしお"), ("航", "わたる"), ("澪", "みお"), ("千鶴子", "ちづこ"), ("一", "はじめ")];

/// Rows of files under their heads.
struct Sheets(BTreeMap<&'static str, String>);

impl Sheets {
    fn row(&mut self, file: &'static str, cells: &[&str]) {
        let head = HEADS.iter().find(|(name, _)| *name == file).map_or("", |(_, head)| head);
        let sheet = self.0.entry(file).or_insert_with(|| format!("{head}\n"));
        // What is left out at the end of a row is unknown.
        for at in 0..head.split(',').count() {
            sheet.push_str(if at == 0 { "" } else { "," });
            sheet.push_str(cells.get(at).copied().unwrap_or_default());
        }
        sheet.push('\n');
    }
}

const HEADS: &[(&str, &str)] = &[
    (
        "organisations.csv",
        "org_id,name,kana,type,ward_area,area,psychiatric_beds,experience,relationship_state,note",
    ),
    (
        "cases.csv",
        "case_id,family_name,given_name,family_kana,given_kana,sex,birth_date,identified_on,case_role,wish,aliases,origin_area,diagnosis_group,income,closure_reason",
    ),
    ("admissions.csv", "case_id,org_id,ward,admitted_on,admission_form,discharged_on,destination,chart_no"),
    ("stages.csv", "case_id,stage,from"),
    ("decisions.csv", "case_id,service,from,to,ended_on,end_reason"),
    ("contacts.csv", "contact_id,case_id,date,minutes,method,counterpart,text"),
    ("visits.csv", "visit_id,date,start,end,org_id,ward,purposes,result"),
    ("visit_cases.csv", "visit_id,case_id,planned,outcome"),
    ("appointments.csv", "date,start,end,kind,title,case_id,org_id,result,reason"),
    ("tasks.csv", "created_on,case_id,contact_id,text,owner,due_on,done_on"),
    ("exit_outlooks.csv", "case_id,line,wish,idea,org_id,certainty,updated_on"),
    ("programmes.csv", "programme_id,name,org_id,starts,ends,status"),
    ("sessions.csv", "programme_id,session_no,date,start,end,place,theme,peer_supporters"),
    ("attendance.csv", "programme_id,session_no,case_id,attendance"),
    (
        "activities.csv",
        "date,kind,name,minutes,participants,content,participants_medical,participants_support,participants_municipal,participants_peer_family",
    ),
    ("support_to_others.csv", "date,org_id,kind,theme"),
    ("issues.csv", "date,text,tags,status"),
];

/// The files of so many years, of which the last ends on a day.
pub fn pack(years: usize, end: NaiveDate) -> BTreeMap<String, Vec<u8>> {
    let mut sheets = Sheets(BTreeMap::new());
    for number in 1..=HOSPITALS {
        let (id, name) = (format!("H{number}"), format!("第{number}病院"));
        sheets.row("organisations.csv", &[&id, &name, "びょういん", "psychiatric_hospital", "浜手区"]);
    }
    for number in 1..=HOSPITALS {
        let (id, name) = (format!("O{number}"), format!("相談室{number}"));
        sheets.row("organisations.csv", &[&id, &name, "そうだんしつ", "plan_office", "浜手区"]);
    }
    for back in (0..years).rev() {
        let begins = before(end, YEAR * (back as u64 + 1) - 1);
        Year { back, begins, dice: Dice::new(back as u64 + 7), sheets: &mut sheets }.write();
    }
    sheets.0.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
}

fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

struct Year<'a> {
    /// Years until the last one; 0 is the last.
    back: usize,
    begins: NaiveDate,
    dice: Dice,
    sheets: &'a mut Sheets,
}

impl Year<'_> {
    fn write(mut self) {
        for number in 0..CASES {
            self.case(number);
        }
        self.contacts();
        self.visits();
        self.programmes();
        self.others();
    }

    fn day(&self, at: usize, of: usize) -> String {
        self.later(at as u64 * (YEAR - 1) / of as u64)
    }

    fn later(&self, days: u64) -> String {
        self.begins.checked_add_days(Days::new(days)).unwrap_or(self.begins).to_string()
    }

    fn case_id(&self, number: usize) -> String {
        format!("C{}-{number:02}", self.back)
    }

    fn any_case(&mut self) -> String {
        let number = self.dice.below(CASES);
        self.case_id(number)
    }

    fn hospital(&mut self) -> String {
        format!("H{}", self.dice.below(HOSPITALS) + 1)
    }

    fn case(&mut self, number: usize) {
        let id = self.case_id(number);
        let (family, kana) = FAMILIES[self.dice.below(FAMILIES.len())];
        let (given, reading) = GIVENS[self.dice.below(GIVENS.len())];
        let birth = format!("{}-05-{:02}", 1940 + self.dice.below(50), self.dice.below(28) + 1);
        let begins = self.day(number, CASES * 2);
        let sex = if number.is_multiple_of(2) { "male" } else { "female" };
        let row =
            [&id, family, given, kana, reading, sex, &birth, &begins, "direct", "海の見える町で暮らしたい"];
        self.sheets.row("cases.csv", &row);
        let steps = 3 + number % (STAGES.len() - 3);
        let from = number as u64 * (YEAR - 1) / (CASES as u64 * 2);
        for (step, stage) in STAGES[..steps].iter().enumerate() {
            let on = self.later(from + step as u64 * 20);
            self.sheets.row("stages.csv", &[&id, stage, &on]);
        }
        let over = self.back > 0 || number < CASES / 5;
        if over {
            let on = self.later(from + 175);
            self.sheets.row("stages.csv", &[&id, "closed", &on]);
        }
        let hospital = self.hospital();
        let admitted = before(self.begins, 2_000 + number as u64).to_string();
        let out = if over { self.later(from + 150) } else { String::new() };
        let to = if over { "group_home" } else { "" };
        self.sheets.row("admissions.csv", &[&id, &hospital, "3病棟", &admitted, "voluntary", &out, to]);
        let (start, end) = (self.later(from + 30), self.later(from + 210));
        self.sheets.row("decisions.csv", &[&id, "community_transition_support", &start, &end]);
        for line in ["housing", "daytime", "supporters", "trouble"] {
            self.sheets.row("exit_outlooks.csv", &[&id, line, "", "見学をする", "", "idea", &begins]);
        }
    }

    fn contacts(&mut self) {
        let texts: Vec<Note> = notes(CONTACTS, CASES, self.back as u64 + 1);
        for (at, note) in texts.iter().enumerate() {
            let (id, case, day) = (format!("K{}-{at}", self.back), self.any_case(), self.day(at, CONTACTS));
            let method = METHODS[self.dice.below(METHODS.len())];
            let with = COUNTERPARTS[self.dice.below(COUNTERPARTS.len())];
            let text = format!("\"{}\"", note.body);
            self.sheets.row("contacts.csv", &[&id, &case, &day, "30", method, with, &text]);
        }
    }

    fn visits(&mut self) {
        for at in 0..VISITS {
            let (id, day, hospital) = (format!("V{}-{at}", self.back), self.day(at, VISITS), self.hospital());
            self.sheets
                .row("visits.csv", &[&id, &day, "13:30", "15:00", &hospital, "3病棟", "interview", "done"]);
            for _ in 0..2 {
                let case = self.any_case();
                self.sheets.row("visit_cases.csv", &[&id, &case, "1", "met"]);
            }
        }
        for at in 0..200 {
            let (day, case) = (self.day(at, 200), self.any_case());
            let row = [&day, "10:00", "11:00", "accompany", "物件の見学に同行", &case, "", "done", ""];
            self.sheets.row("appointments.csv", &row);
            let done = if self.back > 0 || at < 180 { day.as_str() } else { "" };
            self.sheets.row("tasks.csv", &[&day, &case, "", "写真を持って行く", "", &day, done]);
        }
    }

    fn programmes(&mut self) {
        for half in 0..2 {
            let id = format!("G{}-{half}", self.back);
            let (from, to) = (self.later(half * 180), self.later(half * 180 + 179));
            let status = if self.back == 0 && half == 1 { "running" } else { "finished" };
            self.sheets.row("programmes.csv", &[&id, "あしたの会", "H1", &from, &to, status]);
            for number in 1..=SESSIONS as u64 / 2 {
                let (no, on) = (number.to_string(), self.later(half * 180 + number * 8));
                self.sheets.row("sessions.csv", &[&id, &no, &on, "13:30", "15:00", "inside", "話を聞く"]);
                for one in 0..ATTENDANTS {
                    let case = self.case_id((one * 4 + half as usize) % CASES);
                    self.sheets.row("attendance.csv", &[&id, &no, &case, "present"]);
                }
            }
        }
    }

    fn others(&mut self) {
        for at in 0..100 {
            let (day, kind) = (self.day(at, 100), KINDS[at % KINDS.len()]);
            self.sheets.row("activities.csv", &[&day, kind, "部会", "90", "12", "話し合った"]);
            if at % 2 == 0 {
                let org = format!("O{}", self.dice.below(HOSPITALS) + 1);
                self.sheets.row("support_to_others.csv", &[&day, &org, "backup", "書類の書き方"]);
            }
            if at % 5 == 0 {
                self.sheets.row("issues.csv", &[&day, "入口の書類が分からない", "入口", "open"]);
            }
        }
    }
}
