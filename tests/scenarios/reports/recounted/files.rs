//! The second ward with the records that few houses keep, as rows of its files, and what these rows say of a day.

use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use susono_tests::second_pack::second_pack;

pub use susono_tests::second_pack::YEAR;

/// One row by the names of its columns.
pub type Row = BTreeMap<String, String>;

/// 20230401 for a date; a partial date counts as its first day; 0 for none.
pub fn number_of(date: &str) -> i32 {
    if date.is_empty() {
        return 0;
    }
    let mut parts = date.split('-').map(|part| part.parse::<i32>().expect("a number"));
    let mut next = || parts.next().unwrap_or(1);
    let (year, month, day) = (next(), next(), next());
    year * 10_000 + month * 100 + day
}

fn date(number: i32) -> NaiveDate {
    let (month, day) = (number / 100 % 100, number % 100);
    NaiveDate::from_ymd_opt(number / 10_000, month as u32, day as u32).expect("a day")
}

/// Days from one to the other, counted one by one.
pub fn days_between(from: i32, to: i32) -> i64 {
    date(from).iter_days().position(|day| day == date(to)).expect("the later day comes later") as i64
}

/// The same day some months later, or the last of that month.
pub fn months_later(from: i32, months: i32) -> i32 {
    let index = from / 100 % 100 - 1 + months;
    let (year, month) = (from / 10_000 + index / 12, index % 12 + 1);
    let last =
        date(year * 10_000 + month * 100 + 1).iter_days().take_while(|d| d.month() as i32 == month).count();
    year * 10_000 + month * 100 + (from % 100).min(last as i32)
}

/// All files of a ward.
pub struct Files(BTreeMap<String, Vec<Row>>);

impl Files {
    /// The second ward of a seed, with homes, reasons, contents, relations and the survey of the year before.
    pub fn of(seed: u64) -> Self {
        let read = |bytes: &[u8]| -> Vec<Row> {
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            csv::Reader::from_reader(bytes).deserialize().map(|row| row.expect("a row")).collect()
        };
        let files = second_pack(seed).into_iter().map(|(name, bytes)| (name, read(&bytes))).collect();
        let mut files = Self(files);
        files.add(seed);
        files
    }

    fn add(&mut self, seed: u64) {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut below = move |n: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % n
        };
        let organisations: Vec<String> =
            self.rows("organisations.csv").iter().map(|o| o["org_id"].clone()).collect();
        let cases: Vec<(String, String)> = self
            .rows("cases.csv")
            .iter()
            .map(|c| (c["case_id"].clone(), c["identified_on"].clone()))
            .collect();
        let row = |cells: &[(&str, String)]| -> Row {
            cells.iter().map(|(name, cell)| ((*name).to_owned(), cell.clone())).collect()
        };
        let day = |n: usize| {
            let first = NaiveDate::from_ymd_opt(YEAR - 1, 9, 1).expect("a day");
            (first + chrono::Days::new(n as u64)).to_string()
        };
        for contact in self.0.get_mut("contacts.csv").into_iter().flatten() {
            let kinds = ["", "housing", "money;housing", "anxiety;おどり", "housing;housing", ""][below(6)];
            contact.insert("content_kinds".to_owned(), kinds.to_owned());
            let with =
                if below(3) == 0 { organisations[below(organisations.len())].clone() } else { String::new() };
            contact.insert("org_id".to_owned(), with);
        }
        let (mut homes, mut stays, mut reasons, mut relations) = (vec![], vec![], vec![], vec![]);
        for (case, found) in &cases {
            let case = || ("case_id", case.clone());
            for _ in 0..below(3) {
                let result = ["", "見送り", "申込中", "申込→承諾", "申込→断られた", "申込→辞退"][below(6)];
                homes.push(row(&[case(), ("seen_on", day(below(700))), ("result", result.to_owned())]));
            }
            for _ in 0..below(2) {
                let from = day(below(700));
                stays.push(row(&[case(), ("from", from), ("nights", below(5).to_string())]));
            }
            for code in ["housing", "anxiety", "family_opposed", "age"] {
                let noted = match below(5) {
                    0 => String::new(),
                    1 => day(below(600)),
                    2 | 3 => found.clone(),
                    _ => continue,
                };
                let resolved = if below(3) == 0 { "2024-02-01".to_owned() } else { String::new() };
                let cells =
                    [case(), ("code", code.to_owned()), ("noted_on", noted), ("resolved_on", resolved)];
                reasons.push(row(&cells));
            }
        }
        for organisation in &organisations {
            for department in ["", "2病棟"] {
                for n in 0..below(4) {
                    let state = domain::vocabulary::RelationshipState::ALL[below(3)].code();
                    relations.push(row(&[
                        ("org_id", organisation.clone()),
                        ("department", department.to_owned()),
                        ("state", state.to_owned()),
                        ("date", day(n * 150 + below(140))),
                    ]));
                }
            }
        }
        for (survey, year) in [("survey630.csv", YEAR - 1), ("survey630_discharges.csv", YEAR - 1)] {
            let before: Vec<Row> = self
                .rows(survey)
                .iter()
                .map(|own| own.clone().into_iter().chain([("year".to_owned(), year.to_string())]).collect())
                .collect();
            self.0.get_mut(survey).expect("a survey").extend(before);
        }
        self.0.insert("housing_candidates.csv".to_owned(), homes);
        self.0.insert("trial_stays.csv".to_owned(), stays);
        self.0.insert("obstacles.csv".to_owned(), reasons);
        self.0.insert("relationship_states.csv".to_owned(), relations);
    }

    /// As an import takes them.
    pub fn bytes(&self) -> BTreeMap<String, Vec<u8>> {
        let written = |rows: &Vec<Row>| {
            let mut out = csv::Writer::from_writer(Vec::new());
            if let Some(first) = rows.first() {
                out.write_record(first.keys()).expect("a head");
            }
            rows.iter().for_each(|row| out.write_record(row.values()).expect("a row"));
            out.into_inner().expect("the file")
        };
        self.0
            .iter()
            .filter(|(_, rows)| !rows.is_empty())
            .map(|(n, rows)| (n.clone(), written(rows)))
            .collect()
    }

    pub fn rows(&self, name: &str) -> &[Row] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    pub fn rows_mut(&mut self, name: &str) -> &mut Vec<Row> {
        self.0.entry(name.to_owned()).or_default()
    }

    pub fn case(&self, id: &str) -> &Row {
        self.rows("cases.csv").iter().find(|c| c["case_id"] == id).expect("a case")
    }

    /// Kind of an organisation as it is printed.
    pub fn kind(&self, organisation: &str) -> String {
        let own = self.rows("organisations.csv").iter().find(|o| o["org_id"] == organisation).expect("one");
        match own["type"].as_str() {
            "" => words::ja("report.row.unknown"),
            code => domain::vocabulary::OrganisationType::from_code(code)
                .map_or_else(|| code.to_owned(), |kind| kind.ja().to_owned()),
        }
    }

    /// First days of the stages of a case, in order.
    pub fn road(&self, id: &str) -> Vec<(i32, String)> {
        let own = self.rows("stages.csv").iter().filter(|s| s["case_id"] == id);
        let code = |text: &str| if text == "終結" { "closed".to_owned() } else { text.to_owned() };
        let mut road: Vec<(i32, String)> = own.map(|s| (number_of(&s["from"]), code(&s["stage"]))).collect();
        road.sort_by_key(|(from, _)| *from);
        road
    }

    pub fn is_open(&self, id: &str, day: i32) -> bool {
        let road = self.road(id);
        let now = road.iter().rev().find(|(from, _)| *from <= day);
        number_of(&self.case(id)["identified_on"]) <= day && now.is_none_or(|(_, stage)| stage != "closed")
    }

    /// Left for a place outside hospital while the case was open.
    pub fn is_discharge(&self, stay: &Row) -> bool {
        let day = number_of(&stay["discharged_on"]);
        let home = !["other_hospital", "deceased"].contains(&stay["destination"].as_str());
        day > 0 && home && self.is_open(&stay["case_id"], day)
    }

    /// One case of every person of the year: that which was found last.
    pub fn persons_of_year(&self) -> Vec<&Row> {
        let mut persons: BTreeMap<String, &Row> = BTreeMap::new();
        for case in self.rows("cases.csv") {
            let id = &case["case_id"];
            let found = number_of(&case["identified_on"]);
            let (first, last) = (YEAR * 10_000 + 401, (YEAR + 1) * 10_000 + 331);
            if !self.is_open(id, YEAR * 10_000 + 331) && !(first..=last).contains(&found) {
                continue;
            }
            let person = if case["person_key"].is_empty() { id.clone() } else { case["person_key"].clone() };
            let known = persons.entry(person).or_insert(case);
            if found >= number_of(&known["identified_on"]) {
                *known = case;
            }
        }
        persons.into_values().collect()
    }
}
