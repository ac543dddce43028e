//! The practice ward: a fictional year that comes with the program, so that one can learn without anybody's
//! record. Its files are those of the open format; texts are added by rule.

mod texts;

use crate::{Circumstances, Failure, House, exchange, settings};
use ::exchange::pack;
use domain::open_format::File;
use domain::vocabulary::{Counterpart, Method, Phase, Stage};
use std::collections::BTreeMap;
use texts::Phrases;

macro_rules! shipped {
    ($($folder:literal $name:literal)*) => {
        const SHIPPED: &[(&str, &[u8])] =
            &[$((concat!($name, ".csv"), include_bytes!(concat!("../../../../../assets/demo/", $folder, "/", $name, ".csv")))),*];
    };
}
shipped! {
    "pack" "activities" "pack" "admissions" "pack" "attendance" "pack" "cases" "pack" "certificates" "pack" "contacts"
    "pack" "decisions" "pack" "holds" "pack" "organisations" "pack" "people" "pack" "programmes" "pack" "publications"
    "pack" "sessions" "pack" "stages" "pack" "support_to_others" "pack" "survey630" "pack" "survey630_discharges"
    "further" "appointments" "further" "exit_outlooks" "further" "issues" "further" "report_sections" "further" "tasks"
    "further" "visit_cases" "further" "visits" "further" "year_aims" "further" "programmes" "further" "sessions" "further" "attendance"
    "further" "label_attendance" "further" "participants" "further" "programme_organisers" "further" "programme_preparations"
    "further" "session_staff" "further" "peer_activities"
    "further" "checklist_items" "further" "consents"
    "further" "crisis_calls" "further" "crisis_plans" "further" "housing_candidates" "further" "life_checks"
    "further" "obstacles" "further" "settlement_plans" "further" "settlement_supporters" "further" "trial_stays"
    "further" "trial_uses"
}

/// Fills an empty vault with the practice ward.
///
/// Error: `practice.broken` when the shipped files are not what they should be.
pub fn move_in(house: &House, around: &Circumstances) -> Result<(), Failure> {
    let imported = exchange::import(house, around, &files()?)?;
    if !imported.faults.is_empty() {
        return Err(Failure::new("practice.broken"));
    }
    house.perform(around, None, |writer| {
        for (key, value) in SETTINGS {
            writer.keep_setting(key, value)?;
        }
        Ok(())
    })
}

/// Who works on the practice ward, and for whom.
const SETTINGS: &[(&str, &str)] = &[
    (settings::DEMO, "1"),
    ("author", "三枝 千晴"),
    ("organisation", "地域生活支援センターひなた（指定管理者 社会福祉法人ひなた会）"),
    ("receiver", "青葉野市 健康福祉局 障害保健福祉課"),
    ("city", "青葉野市"),
];

/// The files of the practice ward, every record with a text.
///
/// Error: `practice.broken`.
pub fn files() -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let broken = || Failure::new("practice.broken");
    let mut shipped: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (name, bytes) in SHIPPED {
        match shipped.get_mut(*name) {
            // What is added to a file of the year stands under the same head.
            Some(all) => all.extend(bytes.iter().skip_while(|byte| **byte != b'\n').skip(1)),
            None => drop(shipped.insert((*name).to_owned(), bytes.to_vec())),
        }
    }
    let mut tables = pack::read(&shipped, &mut |_, _| false).map_err(|_| broken())?;
    let phrases = Phrases::read().map_err(|_| broken())?;
    let told = |text| toml::from_str::<Told>(text).map_err(|_| broken());
    let wishes = told(include_str!("../../../../../assets/demo/wishes.toml"))?;
    let programmes = told(include_str!("../../../../../assets/demo/programme.toml"))?;
    let road = road(&tables);
    for (file, rows) in &mut tables {
        for row in rows {
            match file.name {
                "contacts.csv" => write_text(file, row, &phrases, &road),
                "cases.csv" => tell(file, row, "case_id", &wishes),
                "programmes.csv" => tell(file, row, "programme_id", &programmes),
                _ => {}
            }
        }
    }
    Ok(pack::write(&tables))
}

/// Stages of every case by the day on which they began.
type Road = BTreeMap<String, BTreeMap<String, Stage>>;

fn road(tables: &pack::Tables) -> Road {
    let mut road = Road::new();
    for (file, rows) in tables.iter().filter(|(file, _)| file.name == "stages.csv") {
        for row in rows {
            if let Some(stage) = text(file, row, "stage").and_then(Stage::from_code) {
                let case = text(file, row, "case_id").unwrap_or_default().to_owned();
                road.entry(case)
                    .or_default()
                    .insert(text(file, row, "from").unwrap_or_default().to_owned(), stage);
            }
        }
    }
    road
}

fn write_text(file: &File, row: &mut pack::Cells, phrases: &Phrases, road: &Road) {
    let cell = |name| text(file, row, name).unwrap_or_default();
    let stages = road.get(cell("case_id"));
    let phase = stages
        .and_then(|s| s.range(..=cell("date").to_owned()).next_back())
        .map_or(Phase::Entrance, |(_, s)| s.phase());
    let counterpart = cell("counterpart")
        .split(';')
        .next()
        .and_then(Counterpart::from_code)
        .unwrap_or(Counterpart::Unknown);
    let method = Method::from_code(cell("method")).unwrap_or(Method::Unknown);
    if cell("text").is_empty() {
        let written = phrases.text(cell("contact_id"), method, counterpart, phase);
        set(file, row, "text", written);
    }
}

/// What is told of rows by their keys: values by the names of their columns.
type Told = BTreeMap<String, BTreeMap<String, String>>;

fn tell(file: &File, row: &mut pack::Cells, key: &str, told: &Told) {
    let Some(values) = text(file, row, key).and_then(|key| told.get(key)) else { return };
    for (name, value) in values {
        set(file, row, name, Some(value.clone()));
    }
}

fn text<'a>(file: &File, row: &'a pack::Cells, name: &str) -> Option<&'a str> {
    row.get(place(file, name)?)?.as_deref()
}

fn set(file: &File, row: &mut pack::Cells, name: &str, value: Option<String>) {
    if let Some(cell) = place(file, name).and_then(|at| row.get_mut(at)) {
        *cell = value;
    }
}

fn place(file: &File, name: &str) -> Option<usize> {
    file.columns.iter().position(|c| c.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_of_the_practice_ward_has_its_text() {
        let tables = pack::read(&files().unwrap(), &mut |_, _| false).unwrap();
        let (file, contacts) = tables.iter().find(|(file, _)| file.name == "contacts.csv").unwrap();
        assert_eq!(contacts.len(), 1370);
        assert!(contacts.iter().all(|row| text(file, row, "text").is_some_and(|t| t.chars().count() > 12)));
        let different: std::collections::BTreeSet<_> =
            contacts.iter().filter_map(|row| text(file, row, "text")).collect();
        assert!(different.len() > 1000, "{} of 1370 texts differ", different.len());
    }
}
