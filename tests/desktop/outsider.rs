//! What an outsider looks for in a report: the people of the practice ward, straight from its files.

use std::collections::BTreeMap;
use susono_desktop::top;

/// Rows of one file of the practice ward, by the names of its columns. Its cells hold no quotes.
pub fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(top().join("assets/demo/pack").join(file)).expect("the practice ward");
    let mut lines =
        text.trim_start_matches('\u{feff}').lines().map(|line| line.trim_end_matches('\r').split(','));
    let heads: Vec<String> = lines.next().expect("a head").map(str::to_owned).collect();
    lines.map(|cells| heads.iter().cloned().zip(cells.map(str::to_owned)).collect()).collect()
}

/// Everything that names one of the 24 people, without spaces.
pub fn identifiers() -> Vec<String> {
    let mut found = Vec::new();
    for case in rows("cases.csv") {
        let of = |name: &str| case.get(name).cloned().unwrap_or_default();
        found.push(format!("{}{}", of("family_name"), of("given_name")));
        found.push(format!("{}{}", of("family_kana"), of("given_kana")));
        found.extend(of("aliases").split(';').map(|alias| alias.replace([' ', '　'], "")));
        found.push(of("birth_date"));
        found.push(of("case_id"));
    }
    for stay in rows("admissions.csv") {
        found.push(stay.get("chart_no").cloned().unwrap_or_default());
    }
    found.retain(|text| text.chars().count() > 2);
    found.sort();
    found.dedup();
    found
}

/// Names of the hospitals.
pub fn hospitals() -> Vec<String> {
    rows("organisations.csv")
        .into_iter()
        .filter(|org| org.get("type").is_some_and(|kind| kind.ends_with("_hospital")))
        .map(|org| org["name"].trim_end_matches("（精神科）").to_owned())
        .collect()
}

/// The text of a finished report, page by page and as one string without white space.
pub fn read(path: &std::path::Path) -> (Vec<String>, String) {
    let bytes = std::fs::read(path).expect("the report was written");
    let pages = report::attack::read(&bytes).expect("the report can be read").pages;
    let all = pages.concat().split_whitespace().collect();
    (pages, all)
}
