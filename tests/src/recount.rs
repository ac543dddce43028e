//! The figures of a year counted a second time: slowly, from the rows of the CSV files as they stand, with
//! nothing but loops. It shares no code with the program, so that the same mistake is not made twice.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

type Row = BTreeMap<String, String>;

/// All figures of a fiscal year (named by the year of its April) as the program prints them.
/// `today` is the day of the clock as 20261102.
pub fn recount(files: &BTreeMap<String, Vec<u8>>, year: i32, today: i32) -> Value {
    Ward::read(files).figures(year, today)
}

/// 20230401 for a date; a partial date counts as its first day; 0 for none.
fn number_of(date: &str) -> i32 {
    let mut parts = date.split('-').map(|p| p.parse::<i32>().unwrap());
    let year = if date.is_empty() { return 0 } else { parts.next().unwrap() };
    year * 10_000 + parts.next().unwrap_or(1) * 100 + parts.next().unwrap_or(1)
}

fn in_year(day: i32, year: i32) -> bool {
    day >= year * 10_000 + 401 && day <= (year + 1) * 10_000 + 331
}

/// April is 0.
fn month_of(day: i32) -> usize {
    ((day / 100 % 100 + 8) % 12) as usize
}

/// Labels that the packs of the tests use in place of codes.
fn code(text: &str) -> &str {
    match text {
        "男" => "male",
        "女" => "female",
        "面接（院内）" | "面接(院内)" => "interview_hospital",
        "電話" => "phone",
        "本人" => "person",
        "医療機関" => "hospital",
        "終結" => "closed",
        other => other,
    }
}

struct Ward {
    cases: Vec<Row>,
    stages: Vec<Row>,
    stays: Vec<Row>,
    contacts: Vec<Row>,
    sessions: Vec<Row>,
    attendance: Vec<Row>,
    activities: Vec<Row>,
    support: Vec<Row>,
}

impl Ward {
    fn read(files: &BTreeMap<String, Vec<u8>>) -> Self {
        let rows = |name: &str| -> Vec<Row> {
            let Some(bytes) = files.get(name) else { return Vec::new() };
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            let mut reader = csv::Reader::from_reader(bytes);
            reader.deserialize().map(|row| row.unwrap()).collect()
        };
        Self {
            cases: rows("cases.csv"),
            stages: rows("stages.csv"),
            stays: rows("admissions.csv"),
            contacts: rows("contacts.csv"),
            sessions: rows("sessions.csv"),
            attendance: rows("attendance.csv"),
            activities: rows("activities.csv"),
            support: rows("support_to_others.csv"),
        }
    }

    fn case(&self, id: &str) -> &Row {
        self.cases.iter().find(|c| c["case_id"] == id).unwrap()
    }

    /// Two cases with one person key are one person.
    fn person(&self, id: &str) -> String {
        match self.case(id).get("person_key") {
            Some(key) if !key.is_empty() => format!("person {key}"),
            _ => format!("case {id}"),
        }
    }

    /// What the rows of a person say of a column, the first that says anything.
    fn of_person(&self, person: &str, column: &str) -> String {
        let rows = self.cases.iter().filter(|c| self.person(&c["case_id"]) == person);
        rows.map(|c| c[column].clone()).find(|v| !v.is_empty()).unwrap_or_default()
    }

    /// Stage and its first day on a day; nothing before 把握.
    fn stage(&self, id: &str, day: i32) -> Option<(String, i32)> {
        if number_of(&self.case(id)["identified_on"]) > day {
            return None;
        }
        let mut now = ("identified".to_owned(), 0);
        for row in self.stages.iter().filter(|s| s["case_id"] == id) {
            let from = number_of(&row["from"]);
            if from <= day && from >= now.1 {
                now = (code(&row["stage"]).to_owned(), from);
            }
        }
        Some(now)
    }

    fn is_open(&self, id: &str, day: i32) -> bool {
        self.stage(id, day).is_some_and(|(stage, _)| stage != "closed")
    }

    /// The stay that began last on or before a day.
    fn stay(&self, id: &str, day: i32) -> Option<&Row> {
        let mut found: Option<&Row> = None;
        for row in self.stays.iter().filter(|s| s["case_id"] == id && number_of(&s["admitted_on"]) <= day) {
            if found.is_none_or(|f| number_of(&row["admitted_on"]) >= number_of(&f["admitted_on"])) {
                found = Some(row);
            }
        }
        found
    }

    /// Left for a place outside hospital, while the case was open.
    fn is_discharge(&self, stay: &Row) -> bool {
        let day = number_of(&stay["discharged_on"]);
        day > 0
            && !["other_hospital", "deceased"].contains(&stay["destination"].as_str())
            && self.is_open(&stay["case_id"], day)
    }

    fn figures(&self, year: i32, today: i32) -> Value {
        let (first, last, before) = (year * 10_000 + 401, (year + 1) * 10_000 + 331, year * 10_000 + 331);
        let mut persons = json!({"carried_over": 0, "new": 0, "closed": 0, "open_at_end": 0, "distinct": 0});
        let add = |value: &mut Value, n: i64| *value = json!(value.as_i64().unwrap_or(0) + n);
        let mut of_year: BTreeMap<String, &Row> = BTreeMap::new();
        for case in &self.cases {
            let id = &case["case_id"];
            let (carried, new) = (self.is_open(id, before), in_year(number_of(&case["identified_on"]), year));
            add(&mut persons["carried_over"], carried as i64);
            add(&mut persons["new"], new as i64);
            add(&mut persons["open_at_end"], self.is_open(id, last) as i64);
            let closed =
                self.stage(id, last).is_some_and(|(stage, from)| stage == "closed" && in_year(from, year));
            add(&mut persons["closed"], closed as i64);
            if carried || new {
                let known = of_year.entry(self.person(id)).or_insert(case);
                if number_of(&case["identified_on"]) >= number_of(&known["identified_on"]) {
                    *known = case;
                }
            }
        }
        persons["distinct"] = json!(of_year.len());

        let mut age_sex: BTreeMap<String, i64> = BTreeMap::new();
        let mut hospital_los: BTreeMap<String, i64> = BTreeMap::new();
        for (person, case) in &of_year {
            let id = &case["case_id"];
            let (stage, from) = self.stage(id, last).unwrap();
            let day = if case["closure_reason"] == "deceased" && stage == "closed" { from } else { last };
            let birth = number_of(&self.of_person(person, "birth_date"));
            let age = match (day - birth).max(0) / 10_000 {
                _ if birth == 0 => "unknown",
                n if n < 40 => "lt40",
                n if n < 50 => "40s",
                n if n < 60 => "50s",
                n if n < 70 => "60s",
                n if n < 80 => "70s",
                _ => "ge80",
            };
            let sex = self.of_person(person, "sex");
            *age_sex
                .entry(format!("{age}/{}", if sex.is_empty() { "unknown" } else { code(&sex) }))
                .or_default() += 1;
            let identified = number_of(&case["identified_on"]);
            let place = match self.stay(id, identified) {
                None => "none/none".to_owned(),
                Some(stay) => {
                    let band = match (identified - number_of(&stay["admitted_on"])) / 10_000 {
                        0 => "lt1y",
                        n if n < 5 => "1_5y",
                        n if n < 10 => "5_10y",
                        n if n < 20 => "10_20y",
                        _ => "ge20y",
                    };
                    format!("{}/{band}", stay["org_id"])
                }
            };
            *hospital_los.entry(place).or_default() += 1;
        }

        let (mut discharges, mut readmissions, mut discharged) = (0, 0, BTreeSet::new());
        let mut destinations: BTreeMap<String, i64> = BTreeMap::new();
        for stay in &self.stays {
            let id = &stay["case_id"];
            if in_year(number_of(&stay["discharged_on"]), year) && self.is_discharge(stay) {
                discharges += 1;
                discharged.insert(self.person(id));
                let to = &stay["destination"];
                *destinations
                    .entry(if to.is_empty() { "unknown".into() } else { to.clone() })
                    .or_default() += 1;
            }
            let begun = number_of(&stay["admitted_on"]);
            let earlier = self
                .stays
                .iter()
                .filter(|o| {
                    o["case_id"] == *id
                        && number_of(&o["admitted_on"]) < begun
                        && !o["discharged_on"].is_empty()
                })
                .max_by_key(|o| number_of(&o["admitted_on"]));
            let after =
                earlier.is_some_and(|e| self.is_discharge(e) && number_of(&e["discharged_on"]) <= begun);
            if after && in_year(begun, year) && self.is_open(id, begun) {
                readmissions += 1;
            }
        }

        json!({
            "fiscal_year": year,
            "persons": persons,
            "discharges": discharges,
            "discharged_persons": discharged.len(),
            "readmissions": readmissions,
            "destinations": destinations,
            "contacts": self.contacts(year),
            "hospital_visits": self.visits(year),
            "age_sex": age_sex,
            "hospital_los": hospital_los,
            "stages": self.stages_on(&[first, year * 10_000 + 930, last], today),
            "activities": tally(self.activities.iter().filter(|a| in_year(number_of(&a["date"]), year)), "kind"),
            "support_to_others": tally(self.support.iter().filter(|a| in_year(number_of(&a["date"]), year)), "kind"),
            "attendance": tally(self.attendance.iter().filter(|a| self.is_held(a, year)), "attendance"),
        })
    }

    fn is_held(&self, attendance: &Row, year: i32) -> bool {
        let same = |s: &&Row| {
            s["programme_id"] == attendance["programme_id"] && s["session_no"] == attendance["session_no"]
        };
        in_year(number_of(&self.sessions.iter().find(same).unwrap()["date"]), year)
    }

    fn stages_on(&self, days: &[i32], today: i32) -> Value {
        let mut all = serde_json::Map::new();
        for day in days.iter().filter(|d| **d <= today) {
            let mut counts: BTreeMap<String, i64> = BTreeMap::new();
            for case in &self.cases {
                if let Some((stage, _)) = self.stage(&case["case_id"], *day).filter(|(s, _)| s != "closed") {
                    *counts.entry(stage).or_default() += 1;
                }
            }
            all.insert(format!("{}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100), json!(counts));
        }
        Value::Object(all)
    }

    fn contacts(&self, year: i32) -> Value {
        let mut by_method: BTreeMap<String, (Vec<i64>, i64, i64)> = BTreeMap::new();
        let mut by_counterpart: BTreeMap<String, (i64, i64)> = BTreeMap::new();
        let mut months: Vec<BTreeSet<String>> = vec![BTreeSet::new(); 12];
        let (mut total, mut sum) = (0, 0);
        for contact in self.contacts.iter().filter(|c| in_year(number_of(&c["date"]), year)) {
            let minutes = minutes(contact);
            let month = month_of(number_of(&contact["date"]));
            (total, sum) = (total + 1, sum + minutes);
            let method = by_method.entry(known(code(&contact["method"]))).or_insert((vec![0; 12], 0, 0));
            method.0[month] += 1;
            (method.1, method.2) = (method.1 + 1, method.2 + minutes);
            let with: BTreeSet<&str> = contact["counterpart"].split(';').map(|c| code(c.trim())).collect();
            for counterpart in with {
                let counts = by_counterpart.entry(known(counterpart)).or_default();
                *counts = (counts.0 + 1, counts.1 + minutes);
            }
            months[month].insert(self.person(&contact["case_id"]));
        }
        let methods: BTreeMap<String, Value> = by_method
            .into_iter()
            .map(|(k, (m, n, t))| (k, json!({"months": m, "total": n, "minutes": t})))
            .collect();
        let with: BTreeMap<String, Value> =
            by_counterpart.into_iter().map(|(k, (n, t))| (k, json!({"contacts": n, "minutes": t}))).collect();
        let by_month: Vec<usize> = months.iter().map(BTreeSet::len).collect();
        let persons: BTreeSet<String> = months.into_iter().flatten().collect();
        json!({"total": total, "minutes": sum, "by_method": methods, "by_counterpart": with, "persons_by_month": by_month, "persons": persons.len()})
    }

    fn visits(&self, year: i32) -> Value {
        let mut visits: BTreeMap<String, (BTreeSet<i32>, i64, BTreeSet<String>, i64)> = BTreeMap::new();
        for contact in self.contacts.iter().filter(|c| code(&c["method"]) == "interview_hospital") {
            let day = number_of(&contact["date"]);
            if in_year(day, year) {
                let place =
                    self.stay(&contact["case_id"], day).map_or("none".to_owned(), |s| s["org_id"].clone());
                let visit = visits.entry(place).or_default();
                visit.0.insert(day);
                visit.1 += 1;
                visit.2.insert(self.person(&contact["case_id"]));
                visit.3 += minutes(contact);
            }
        }
        let shown = |(days, n, persons, minutes): (BTreeSet<i32>, i64, BTreeSet<String>, i64)| json!({"days": days.len(), "contacts": n, "persons": persons.len(), "minutes": minutes});
        json!(visits.into_iter().map(|(k, v)| (k, shown(v))).collect::<BTreeMap<String, Value>>())
    }
}

fn minutes(contact: &Row) -> i64 {
    if contact["minutes"].is_empty() { 0 } else { contact["minutes"].parse().unwrap() }
}

fn known(text: &str) -> String {
    if text.is_empty() { "unknown".to_owned() } else { text.to_owned() }
}

fn tally<'a>(rows: impl Iterator<Item = &'a Row>, column: &str) -> BTreeMap<String, i64> {
    let mut counts = BTreeMap::new();
    for row in rows {
        *counts.entry(code(&row[column]).to_owned()).or_default() += 1;
    }
    counts
}
