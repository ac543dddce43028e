//! A second fictional ward in the open format: another city, the fiscal year 2023, other people and sizes.
//! Each seed is another ward with blanks, partial dates, transfers, deaths, people with two episodes, cases
//! closed and opened again, and records on the edges of the year. Nobody in it exists.

use std::collections::BTreeMap;

/// The fiscal year that the wards are about.
pub const YEAR: i32 = 2023;

/// Dice that fall the same way for the same seed (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    fn below(&mut self, n: usize) -> usize {
        (self.roll() % n.max(1) as u64) as usize
    }
    fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }
    fn percent(&mut self, n: usize) -> bool {
        self.below(100) < n
    }
    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

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
const DAYS: [usize; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// A day as a number of days that sorts and moves: 372 to the year, 31 to the month, so that no calendar is needed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Day(usize);

impl Day {
    const fn of(year: usize, month: usize, day: usize) -> Self {
        Self(year * 372 + (month - 1) * 31 + day - 1)
    }
    const fn later(self, days: usize) -> Self {
        Self(self.0 + days)
    }
    fn text(self) -> String {
        let (year, month, day) = (self.0 / 372, self.0 % 372 / 31, self.0 % 31 + 1);
        format!("{year:04}-{:02}-{:02}", month + 1, day.min(DAYS[month]))
    }
    /// The date, now and then known to the month or the year only.
    fn perhaps_partial(self, dice: &mut Dice) -> String {
        let text = self.text();
        match dice.below(20) {
            0 => text[..4].to_owned(),
            1 | 2 => text[..7].to_owned(),
            _ => text,
        }
    }
}

struct Sheet {
    head: &'static str,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    const fn new(head: &'static str) -> Self {
        Self { head, rows: Vec::new() }
    }
    fn row(&mut self, cells: &[&str]) {
        self.rows.push(cells.iter().map(|c| (*c).to_owned()).collect());
    }
    fn bytes(&self, bom: bool) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(self.head.split(',')).unwrap();
        for row in &self.rows {
            writer.write_record(row).unwrap();
        }
        let text = writer.into_inner().unwrap();
        if bom { [b"\xEF\xBB\xBF".as_slice(), &text].concat() } else { text }
    }
}

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

    fn directory(&mut self) {
        self.hospitals = self.dice.between(2, 5);
        for n in 1..=self.hospitals {
            let beds = self.dice.between(60, 320).to_string();
            let kind = self.dice.pick(&["psychiatric_hospital", "general_hospital", "精神科病院"]);
            self.organisations.row(&[
                &format!("M{n}"),
                &format!("汐凪{n}号病院"),
                "しおなぎびょういん",
                kind,
                "港区域",
                "浜手区",
                &beds,
                "",
                "regular",
                "海の,見える\r\n丘",
            ]);
            let mut counts: Vec<String> = (0..18).map(|_| self.dice.below(90).to_string()).collect();
            counts[17] = String::new();
            let mut row = vec!["2023".to_owned(), format!("M{n}"), beds];
            row.extend(counts);
            self.survey.rows.push(row);
            self.survey_discharges.row(&["2023", &format!("M{n}"), "家庭復帰等", "4", "1"]);
        }
        for n in 1..=self.dice.between(4, 9) {
            let kind =
                self.dice.pick(&["consultation_center", "group_home", "ward_office", "visiting_nurse", ""]);
            self.organisations.row(&[
                &format!("S{n}"),
                &format!("相談室しおさい{n}"),
                "",
                kind,
                "山区域",
                "",
                "",
                "few",
                "",
                "",
            ]);
        }
        for n in 1..=self.dice.between(3, 8) {
            let job = self.dice.pick(&["nurse", "精神保健福祉士", "peer_supporter", ""]);
            let hospital = self.hospital();
            self.people.row(&[&format!("Q{n}"), &format!("支援者{n}"), "", &hospital, job]);
        }
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

    fn programme(&mut self, cases: usize) {
        let hospital = self.hospital();
        self.programmes.row(&["R1", "なぎさの会", &hospital, "2023-02-08", "", "running"]);
        for n in 1..=self.dice.between(3, 12) {
            let day = Day::of(2023, 2, 8).later(n * 33);
            let place = self.dice.pick(&["inside", "院外", ""]);
            self.sessions.row(&[
                "R1",
                &n.to_string(),
                &day.text(),
                "13:30",
                "15:00",
                place,
                "海の話",
                "支援者1;支援者2",
            ]);
            for case in 1..=cases {
                if self.dice.percent(20) {
                    let attendance =
                        self.dice.pick(&["present", "partial", "absent", "unwell", "not_yet", "discharged"]);
                    self.attendance.row(&["R1", &n.to_string(), &format!("D{case:03}"), attendance]);
                }
            }
        }
    }

    fn work(&mut self) {
        let start = Day::of(2023, 1, 15);
        for _ in 0..self.dice.between(3, 40) {
            let dice = &mut self.dice;
            let kind = dice.pick(&[
                "council",
                "liaison",
                "hospital_meeting",
                "network",
                "briefing",
                "training",
                "city_meeting",
                "other",
            ]);
            let day = start.later(dice.below(560)).text();
            self.activities.row(&[
                &day,
                kind,
                "会議",
                dice.pick(&["60", "90", ""]),
                dice.pick(&["0", "12", ""]),
                "",
                "",
                "",
                "",
                "",
            ]);
        }
        for _ in 0..self.dice.below(25) {
            let hospital = self.hospital();
            let day = start.later(self.dice.below(560)).text();
            self.support.row(&[
                &day,
                &hospital,
                self.dice.pick(&["backup", "supervision", "consultation"]),
                "家族への説明",
            ]);
        }
        for month in 1..=self.dice.between(1, 6) {
            self.publications.row(&[&format!("2023-{:02}", month * 2), "newsletter", "なぎさだより"]);
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
