//! A second fictional ward in the open format: another city, the fiscal year 2023, other people and sizes.
//! Each seed is another ward with blanks, partial dates, transfers, deaths, people with two episodes, cases
//! closed and opened again, and records on the edges of the year. Nobody in it exists.

mod surroundings;
mod tools;

use std::collections::BTreeMap;
use tools::{Day, Dice, Sheet};

/// The fiscal year that the wards are about.
pub const YEAR: i32 = 2023;

const FAMILIES: &[(&str, &str)] = &[
    ("磯野目", "いそのめ"),
    ("𠮷村", "よしむら"),
    ("帆足川", "ほあしがわ"),
    ("波多江", "はたえ"),
    ("渚", "なぎさ"),
    ("小値賀", "おぢか"),
    ("海老根", "えびね"),
    ("千々和", "ちぢわ"),
    ("汐見", "しおみ"),
    ("岬", "みさき"),
    ("灘山", "なだやま"),
    ("髙浜", "たかはま"),
];
const GIVENS: &[(&str, &str)] = &[
    ("潮", "うしお"),
    ("みぎわ", "みぎわ"),
    ("一", "はじめ"),
    ("千鶴子", "ちづこ"),
    ("航", "わたる"),
    ("澪", "みお"),
    ("礁太", "しょうた"),
    ("なつ", "なつ"),
];
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
const DESTINATIONS: &[&str] = &[
    "home_alone",
    "home_family",
    "group_home",
    "elderly_facility",
    "other_hospital",
    "deceased",
    "public_housing",
    "other",
    "",
];
const METHODS: &[&str] = &[
    "interview_hospital",
    "面接（院内）",
    "home_visit",
    "visit_facility",
    "accompany",
    "office",
    "phone",
    "電話",
    "online",
    "mail",
    "letter",
    "meeting",
    "other",
    "",
];
const COUNTERPARTS: &[&str] = &[
    "person",
    "本人",
    "family",
    "hospital",
    "person;hospital",
    "support",
    "municipality",
    "housing",
    "peer;person",
    "other",
    "person;person",
    "",
];
struct Ward {
    dice: Dice,
    hospitals: usize,
    organisations: Sheet,
    people: Sheet,
    cases: Sheet,
    admissions: Sheet,
    stages: Sheet,
    holds: Sheet,
    decisions: Sheet,
    certificates: Sheet,
    programmes: Sheet,
    sessions: Sheet,
    attendance: Sheet,
    contacts: Sheet,
    activities: Sheet,
    support: Sheet,
    publications: Sheet,
    survey: Sheet,
    survey_discharges: Sheet,
}

/// The files of the ward of a seed. Odd seeds have fewer people, every fourth writes no BOM.
pub fn second_pack(seed: u64) -> BTreeMap<String, Vec<u8>> {
    let mut ward = Ward::new(seed);
    ward.directory();
    let cases = ward.dice.between(4, if seed % 2 == 1 { 14 } else { 45 });
    for number in 1..=cases {
        ward.case(number);
    }
    ward.programme(cases);
    ward.work();
    ward.files(seed % 4 != 3)
}

impl Ward {
    fn new(seed: u64) -> Self {
        Self {
            dice: Dice(seed.wrapping_mul(0x1234_5678_9ABC_DEF1)),
            hospitals: 0,
            organisations: Sheet::new(
                "org_id,name,kana,type,area,ward_area,psychiatric_beds,experience,relationship_state,note",
            ),
            people: Sheet::new("person_id,name,kana,org_id,job"),
            cases: Sheet::new(
                "case_id,family_name,given_name,family_kana,given_kana,aliases,sex,birth_date,origin_area,diagnosis_group,income,identified_on,case_role,closure_reason,person_key",
            ),
            admissions: Sheet::new(
                "case_id,org_id,ward,chart_no,admitted_on,admission_form,discharged_on,destination",
            ),
            stages: Sheet::new("case_id,stage,from"),
            holds: Sheet::new("case_id,from,to,reason"),
            decisions: Sheet::new("case_id,service,from,to,ended_on,end_reason"),
            certificates: Sheet::new("case_id,kind,from,to"),
            programmes: Sheet::new("programme_id,name,org_id,starts,ends,status"),
            sessions: Sheet::new("programme_id,session_no,date,start,end,place,theme,peer_supporters"),
            attendance: Sheet::new("programme_id,session_no,case_id,attendance"),
            contacts: Sheet::new("contact_id,case_id,date,minutes,method,counterpart,text"),
            activities: Sheet::new(
                "date,kind,name,minutes,participants,participants_medical,participants_support,participants_municipal,participants_peer_family,content",
            ),
            support: Sheet::new("date,org_id,kind,theme"),
            publications: Sheet::new("month,kind,title"),
            survey: Sheet::new(
                "year,org_id,beds,inpatients,los_lt_3m,los_3m_1y,los_1_5y,los_5_10y,los_10_20y,los_ge_20y,ge1y_lt65,ge1y_ge65,involuntary,medical_protection,voluntary,other_form,june_admissions,june_discharges,annual_inpatient_days,annual_admissions,annual_discharges",
            ),
            survey_discharges: Sheet::new("year,org_id,destination,all,ge1y"),
        }
    }

    fn hospital(&mut self) -> String {
        format!("M{}", self.dice.between(1, self.hospitals))
    }

    fn case(&mut self, number: usize) {
        let id = format!("D{number:03}");
        let dice = &mut self.dice;
        let identified = Day::of(2021, 4, 1).later(dice.below(1_250));
        let twin = (number > 2 && dice.percent(18)).then(|| dice.below(self.cases.rows.len()));
        let mut row: Vec<String> = match twin {
            Some(at) => {
                let key = format!("H{at}");
                self.cases.rows[at][14] = key.clone();
                let mut row = self.cases.rows[at].clone();
                // The second episode need not say everything again.
                if dice.percent(40) {
                    row[7] = String::new();
                }
                row[14] = key;
                row
            }
            None => {
                let (family, kana) = FAMILIES[dice.below(FAMILIES.len())];
                let (given, reading) = GIVENS[dice.below(GIVENS.len())];
                let birth = Day::of(1938, 1, 1).later(dice.below(64 * 372));
                let birth = if dice.percent(6) { String::new() } else { birth.perhaps_partial(dice) };
                let sex =
                    dice.pick(&["male", "female", "男", "女", "male", "female", "other", "unspecified", ""]);
                let aliases = dice.pick(&["", "", "うみちゃん", "U;うっしー"]);
                [
                    "",
                    family,
                    given,
                    kana,
                    reading,
                    aliases,
                    sex,
                    &birth,
                    "浜手区",
                    "F2",
                    "pension2;welfare",
                    "",
                    "",
                    "",
                    "",
                ]
                .map(str::to_owned)
                .to_vec()
            }
        };
        row[0] = id.clone();
        row[11] = identified.perhaps_partial(dice);
        row[12] = dice.pick(&["direct", "direct", "direct", "backup", ""]).to_owned();
        row[13] = String::new();
        let reason = self.road(&id, identified);
        row[13] = reason;
        self.cases.rows.push(row);
        self.stays(&id, identified);
        self.records(&id, identified);
    }

    /// The road of a case; gives the reason of its closure, if it was closed.
    fn road(&mut self, id: &str, identified: Day) -> String {
        let dice = &mut self.dice;
        let mut day = identified;
        for stage in &STAGES[..dice.between(1, STAGES.len())] {
            if dice.percent(85) {
                self.stages.row(&[id, stage, &day.text()]);
            }
            if !dice.percent(12) {
                day = day.later(dice.between(1, 150));
            }
        }
        if dice.percent(25) {
            let from = identified.later(dice.below(400));
            let to = if dice.percent(50) { from.later(dice.between(10, 200)).text() } else { String::new() };
            self.holds.row(&[id, &from.text(), &to, "本人の迷い"]);
        }
        if dice.percent(60) {
            let from = identified.later(dice.between(30, 200));
            self.decisions.row(&[
                id,
                "community_transition_support",
                &from.text(),
                &from.later(180).text(),
                "",
                "",
            ]);
            self.certificates.row(&[id, "medical_cost_support", &from.text(), ""]);
        }
        if !dice.percent(45) {
            return String::new();
        }
        self.stages.row(&[id, dice.pick(&["closed", "終結"]), &day.text()]);
        if dice.percent(12) {
            let again = day.later(dice.between(0, 120));
            self.stages.row(&[id, "engagement", &again.text()]);
            return String::new();
        }
        dice.pick(&["settled", "handed_over", "deceased", "declined", "transferred", "deceased", ""])
            .to_owned()
    }

    fn stays(&mut self, id: &str, identified: Day) {
        if self.dice.percent(8) {
            return;
        }
        let mut from = Day(identified.0 - self.dice.below(35 * 372));
        if self.dice.percent(10) {
            from = identified.later(self.dice.between(5, 90));
        }
        for n in 0..self.dice.between(1, 4) {
            let hospital = self.hospital();
            let dice = &mut self.dice;
            let admitted = if n == 0 { from.perhaps_partial(dice) } else { from.text() };
            let until = identified.max(from).later(dice.between(0, 500));
            let ended = dice.percent(70);
            let out = if ended { until.text() } else { String::new() };
            let to = if ended { dice.pick(DESTINATIONS) } else { "" };
            self.admissions.row(&[
                id,
                &hospital,
                "2病棟",
                "",
                &admitted,
                dice.pick(&["voluntary", "任意", ""]),
                &out,
                to,
            ]);
            if !ended || to == "deceased" {
                break;
            }
            from = if to == "other_hospital" { until } else { until.later(dice.between(1, 200)) };
        }
    }

    fn records(&mut self, id: &str, identified: Day) {
        for _ in 0..self.dice.below(60) {
            let dice = &mut self.dice;
            let mut day = identified.later(dice.below(900));
            if dice.percent(4) {
                day = [Day::of(2023, 3, 31), Day::of(2023, 4, 1), Day::of(2024, 3, 31), Day::of(2024, 4, 1)]
                    [dice.below(4)];
            }
            let date = if dice.percent(3) { day.text()[..7].to_owned() } else { day.text() };
            let minutes = if dice.percent(8) { String::new() } else { (5 * dice.below(30)).to_string() };
            let text = dice.pick(&[
                "",
                "",
                "海を見たいと話す。",
                "「帰りたい」,と\r\n二度言う。",
                "\"引用\"のある記録",
            ]);
            let number = format!("N{:05}", self.contacts.rows.len() + 1);
            self.contacts.row(&[
                &number,
                id,
                &date,
                &minutes,
                dice.pick(METHODS),
                dice.pick(COUNTERPARTS),
                text,
            ]);
        }
    }

    fn files(&self, bom: bool) -> BTreeMap<String, Vec<u8>> {
        [
            ("organisations.csv", &self.organisations),
            ("people.csv", &self.people),
            ("cases.csv", &self.cases),
            ("admissions.csv", &self.admissions),
            ("stages.csv", &self.stages),
            ("holds.csv", &self.holds),
            ("decisions.csv", &self.decisions),
            ("certificates.csv", &self.certificates),
            ("programmes.csv", &self.programmes),
            ("sessions.csv", &self.sessions),
            ("attendance.csv", &self.attendance),
            ("contacts.csv", &self.contacts),
            ("activities.csv", &self.activities),
            ("support_to_others.csv", &self.support),
            ("publications.csv", &self.publications),
            ("survey630.csv", &self.survey),
            ("survey630_discharges.csv", &self.survey_discharges),
        ]
        .into_iter()
        .map(|(name, sheet)| (name.to_owned(), sheet.bytes(bom)))
        .collect()
    }
}
