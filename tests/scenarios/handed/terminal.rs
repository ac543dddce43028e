//! The same from a terminal: `report … --tables`, and `check-release` with its proof.

use crate::packs::terminal::{Desk, practice};
use cli::{DONE, REFUSED, USAGE};
use serde_json::{Value, json};

const NOW: &str = "2026-04-02T09:00+09:00";

#[test]
fn files_made_in_a_terminal_are_checked_there_and_the_proof_is_written_out() {
    let desk = Desk::bare();
    desk.says(&["init", "--recovery-out", &desk.text("code")]).with(DONE);
    desk.says(&["import-pack", &practice()]).with(DONE);
    let [pdf, csv, book] = ["R7.pdf", "R7.csv", "R7.xlsx"].map(|name| desk.text(name));
    let year = ["--fiscal-year", "2025", "--level", "municipal", "--now", NOW];
    for tables in [&csv, &book] {
        desk.says(&[&["report", "annual", "--out", &pdf, "--tables", tables][..], &year].concat()).with(DONE);
    }
    let odd = desk.text("R7.ods");
    desk.says(&[&["report", "annual", "--out", &pdf, "--tables", &odd][..], &year].concat()).with(USAGE);
    for file in [&pdf, &csv, &book] {
        let proof = desk.text("proof.json");
        let said = desk.says(&["check-release", file, "--proof", &proof, "--json"]).with(DONE);
        assert_eq!(said.json(), json!({"ok": true, "findings": []}), "{file}");
        assert!(!said.talk.contains("控えにありません"), "{file} is in the ledger: {}", said.talk);
        let kept: Value = serde_json::from_slice(&std::fs::read(&proof).expect("a proof")).expect("JSON");
        assert_eq!((&kept["findings"], &kept["level"]), (&json!(0), &json!("municipal")));
        assert!(kept["sha256"].as_str().is_some_and(|hash| hash.len() == 64));
        let name = file.rsplit('/').next().expect("a name");
        let end = name.rsplit('.').next().expect("an end");
        assert!(kept["file_name"].as_str().is_some_and(|own| own.ends_with(end)), "{kept}");
    }
    let sheet = desk.text("proof.pdf");
    desk.says(&["check-release", &csv, "--proof", &sheet]).with(DONE);
    assert!(std::fs::read(&sheet).expect("a sheet").starts_with(b"%PDF-"));

    let text = std::fs::read_to_string(&csv).expect("text");
    std::fs::write(&csv, text.replacen(",859,", ",858,", 1)).expect("the folder is ours");
    let proof = desk.text("found.json");
    let said = desk.says(&["check-release", &csv, "--proof", &proof, "--json"]).with(REFUSED);
    assert_eq!(said.json()["ok"], false);
    assert!(said.json()["findings"].as_array().is_some_and(|f| f.iter().any(|f| f["kind"] == "total")));
    assert!(said.talk.contains("控えにありません"), "{}", said.talk);
    let kept: Value = serde_json::from_slice(&std::fs::read(&proof).expect("a proof")).expect("JSON");
    assert!(kept["kinds"].as_array().is_some_and(|kinds| kinds.contains(&json!("total"))), "{kept}");
    let plain = desk.says(&["check-release", &csv]).with(REFUSED);
    assert!(plain.out.starts_with("total\t"), "{}", plain.out);
    desk.says(&["check-release", &desk.text("none.pdf")]).with(REFUSED);
    desk.says(&["check-release"]).with(USAGE);
}

#[test]
fn a_hospital_and_the_section_that_decides_are_given_theirs_from_a_terminal_once_they_are_switched_on() {
    let desk = Desk::bare();
    desk.says(&["init", "--recovery-out", &desk.text("code")]).with(DONE);
    desk.says(&["import-pack", &practice()]).with(DONE);
    let (pdf, figures) = (desk.text("R7.pdf"), desk.text("R7.json"));
    let report = |rest: &[&str]| {
        let year =
            ["report", "annual", "--fiscal-year", "2025", "--now", NOW, "--out", &pdf, "--figures", &figures];
        desk.says(&[&year[..], rest].concat())
    };
    let own = ["--level", "hospital", "--hospital", "H1"];
    report(&own).with(REFUSED);
    report(&["--level", "commissioner"]).with(REFUSED);
    assert!(!std::path::Path::new(&pdf).exists() && !std::path::Path::new(&figures).exists());
    let settings = json!({"years": "era", "persons": "usual", "approval": false, "hospital": true,
        "commissioner_clause": "業務委託契約書第12条", "commissioner_receiver": "障害福祉課長"});
    desk.says(&["call", "KeepReportSettings", &settings.to_string()]).with(DONE);
    report(&["--level", "hospital"]).with(USAGE);
    report(&["--level", "hospital", "--hospital", "none"]).with(REFUSED);
    report(&own).with(DONE);
    let told: Value = serde_json::from_slice(&std::fs::read(&figures).expect("figures")).expect("JSON");
    assert_eq!((&told["level"], &told["report"]), (&json!("hospital"), &json!("annual hospital H1")));
    assert_eq!(told["own"], json!({"hospital": ["貴院"]}));
    assert!(told.get("headline").is_none());
    for table in told["tables"].as_array().expect("tables") {
        assert_eq!(table["rows"], json!(["貴院"]), "{table}");
    }
    let said = desk.says(&["check-release", &pdf, "--json", "--now", NOW]).with(DONE);
    assert_eq!(said.json(), json!({"ok": true, "findings": []}));
    report(&["--level", "commissioner"]).with(DONE);
    let told: Value = serde_json::from_slice(&std::fs::read(&figures).expect("figures")).expect("JSON");
    assert_eq!((&told["level"], &told["k"]), (&json!("commissioner"), &json!(0)), "as they are");
    assert!(!told["tables"].to_string().contains("\"x\""));
}
