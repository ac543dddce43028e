//! How long each screen takes to open in the real window, in a vault of ten years beside one of a single year: from the
//! address to the last change of the page. The last year is the same in both.

use super::driver::Driver;
use super::screen::Screen;
use super::{PASSPHRASE, unlocked};
use crate::measure::median;
use crate::place::{around, fresh, import};
use crate::screens::years;
use crate::table::Table;
use app::House;
use files::VaultFolder;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use store::vault::KdfCost;

/// Windows opened of each vault, by turns; every screen is opened once in each of them.
const RUNS: usize = 7;
/// Years of the larger vault.
const YEARS: usize = 10;
/// Times that a screen may take of what it takes with one year.
const GOAL: f64 = 1.5;
/// Records of the person with the longest timeline.
const RECORDS: u64 = 2_000;
/// Milliseconds that her page may take.
const MOST: f64 = 150.0;
/// What her page is called here.
const LONGEST: &str = "person with 2000 records";
/// Where one comes from: a screen that asks for nothing.
const ELSEWHERE: &str = "#/settings/about";

/// Goes somewhere and tells how many milliseconds passed until the page changed no more and nothing was still awaited.
const OPEN: &str = "const [path, place, done] = arguments;
const began = performance.now();
let last = began;
const seen = new MutationObserver(() => { last = performance.now(); });
seen.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
location.hash = path + (place === null ? '' : '?' + encodeURIComponent(JSON.stringify(place)));
const look = () => {
  const now = performance.now();
  const awaited = document.querySelector('#stage [class*=loading]') !== null;
  if (now - last > 500 && !awaited) { seen.disconnect(); done(last - began); }
  else setTimeout(look, 20);
};
look();";

/// A screen: what it is called here, its address, and what stands behind it.
type Address = (&'static str, String, Value);

/// Measures every screen and adds its line to the table.
pub(super) fn bench(binary: &Path, screen: &Screen, table: &mut Table) {
    eprintln!("window: every screen, {RUNS} times with one year and with {YEARS}");
    let vaults = [filled(1), filled(YEARS)];
    let count = vaults[0].1.len();
    let mut times = [vec![Vec::new(); count], vec![Vec::new(); count]];
    for _ in 0..RUNS {
        for ((vault, addresses), times) in vaults.iter().zip(&mut times) {
            let driver = Driver::start(screen);
            let session = unlocked(&driver, binary, vault);
            let open = |path: &str, place: &Value| {
                session.run_until(OPEN, &json!([path, place])).as_f64().expect("a time")
            };
            for ((_, path, place), times) in addresses.iter().zip(times) {
                open(ELSEWHERE, &Value::Null);
                times.push(open(path, place));
            }
            session.close();
        }
    }
    for (at, (name, ..)) in vaults[0].1.iter().enumerate() {
        let (one, ten) = (median(&times[0][at]), median(&times[1][at]));
        table.ratio(format!("window: {name}, ten years, opened in"), "ms", ten, ("one year", one), GOAL);
        if *name == LONGEST {
            table.limit(format!("window: {name}, opened in"), "ms", one, MOST);
        }
    }
}

/// A vault of so many years, and the addresses of its screens.
fn filled(count: usize) -> (PathBuf, Vec<Address>) {
    let vault = fresh(&format!("opening-{count}")).join("vault");
    let (opened, _) =
        VaultFolder::create(&vault, PASSPHRASE, KdfCost::LEAST, &[7; 32]).expect("the vault is made");
    let house = House::new(opened.store, |_| ());
    import(&house, &years::pack(count, around().today()));
    write_much(&house);
    let found = addresses(&house);
    drop((house, opened.folder));
    (vault, found)
}

/// The second person of the list of open cases.
fn second(house: &House) -> Value {
    let input = json!({"filter": "", "scope": "open", "sort": "kana"});
    let list = house.call(&around(), "CaseList", input).expect("the question is answered").value;
    list["lines"][1]["id"].clone()
}

/// Gives her a long timeline.
fn write_much(house: &House) {
    let case = second(house);
    let first = around().today() - chrono::Days::new(RECORDS);
    for n in 0..RECORDS {
        let note = json!({"case_ids": [case], "plan_id": null, "on": first + chrono::Days::new(n), "minutes": 20, "method": "phone",
            "counterparts": ["person"], "text": format!("{n}回めの電話。町の暮らしの話をした。"), "next_step": null, "outcome": null,
            "draft_place": null});
        house.call(&around(), "WriteContact", note).expect("the note is kept");
    }
}

fn addresses(house: &House) -> Vec<Address> {
    let ask = |name: &str, input: Value| {
        house.call(&around(), name, input).expect("the question is answered").value
    };
    let list = ask("CaseList", json!({"filter": "", "scope": "open", "sort": "kana"}));
    let case = list["lines"][0]["id"].clone();
    let span = ask("Span", json!({"from": "2026-10-01", "to": "2026-11-02"}));
    let planned = span["items"].as_array().into_iter().flatten();
    let visit = planned.clone().find(|item| item["kind"] == "visit").expect("a visit")["id"].clone();
    let session = planned.clone().find(|item| item["kind"] == "session").expect("a session")["id"].clone();
    let programme = ask("Programmes", json!({}))[0]["id"].clone();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let plain = |name, path: &str| (name, path.to_owned(), Value::Null);
    let report = json!({"kind": "annual", "fiscal_year": 2026, "level": "internal", "step": "check"});
    vec![
        plain("today", "#/today"),
        plain("people", "#/people"),
        ("person", format!("#/people/{}", text(&case)), Value::Null),
        (LONGEST, format!("#/people/{}", text(&second(house))), Value::Null),
        ("the road together", format!("#/together/{}", text(&case)), Value::Null),
        plain("plans", "#/plans"),
        ("visit", format!("#/visit/{}", text(&visit)), Value::Null),
        ("session", format!("#/programmes/{}", text(&session)), Value::Null),
        plain("programmes", "#/programmes"),
        ("programme", format!("#/programmes?programme={}", text(&programme)), Value::Null),
        plain("peer supporters", "#/programmes?peers"),
        plain("activities", "#/activities"),
        plain("organisations", "#/organisations"),
        plain("issues", "#/issues"),
        plain("search", "#/search"),
        plain("reports", "#/reports"),
        ("report, figures", "#/reports".to_owned(), report),
        ("paper, handover", "#/records".to_owned(), json!({"paper": "handover", "caseId": case})),
        ("paper, diary", "#/records".to_owned(), json!({"paper": "diary", "on": "2026-10-30"})),
        plain("limits", "#/settings/limits"),
        plain("bin", "#/settings/trash"),
        plain("retention", "#/settings/retention"),
    ]
}
