//! What leaves besides the pages: files of tables and copies for the clipboard. Each is what is published and nothing
//! else, stands in the ledger under its own hash, and is known again when it comes back.

mod terminal;

use app::reports::{
    Checked, Handed, Level, Part, Prepared, Proof, ReportKind, ReportRequest, TableFile, check_release,
    enter_parts, enter_release, hand, prepare,
};
use domain::calendar::FiscalYear;
use files::{Chooser, Clock, Desk, DeskSettings, KdfCost};
use serde_json::{Value, json};
use std::path::PathBuf;
use susono_tests::{Folder, Ward, moment, ward};

const SPRING: &str = "2026-04-02T09:00:00+09:00";

fn year() -> FiscalYear {
    FiscalYear::try_from(2025).expect("令和7年度")
}

fn in_spring() -> Ward {
    let ward = ward();
    ward.at(SPRING);
    ward
}

fn made(ward: &Ward, request: ReportRequest) -> Prepared {
    prepare(ward.house(), &ward.around(), request).expect("the report may leave")
}

fn annual(level: Level) -> ReportRequest {
    app::reports::AnnualRequest { fiscal_year: year(), level }.into()
}

fn handed(ward: &Ward, report: &Prepared, part: Part<'_>) -> Handed {
    hand(ward.house(), &ward.around(), report, part).expect("it may leave")
}

fn checked(ward: &Ward, bytes: &[u8], name: &str) -> Checked {
    check_release(ward.house(), &ward.around(), bytes, Some(name)).expect("it can be read")
}

fn kinds(checked: &Checked) -> Vec<&str> {
    checked.findings.iter().map(|f| f.kind.as_str()).collect()
}

/// The ledger as the screen shows it, newest first: names of files and hashes.
fn ledger(ward: &Ward) -> Vec<(String, String)> {
    let sent = ward.call("Releases", json!({}));
    let text = |one: &Value, key: &str| one[key].as_str().expect("words").to_owned();
    sent.as_array().expect("a list").iter().map(|one| (text(one, "file_name"), text(one, "sha256"))).collect()
}

#[test]
fn every_file_stands_in_the_ledger_under_its_own_hash_and_is_known_again() {
    let ward = in_spring();
    for level in Level::ALL {
        let report = made(&ward, annual(level));
        let csv = handed(&ward, &report, Part::Tables(TableFile::Csv));
        let book = handed(&ward, &report, Part::Tables(TableFile::Xlsx));
        let copy = handed(&ward, &report, Part::Table("3"));
        let before = ledger(&ward).len();
        enter_parts(
            ward.house(),
            &ward.around(),
            &report,
            vec![csv.clone(), book.clone(), copy.clone()],
            true,
        )
        .expect("they leave together");
        let now = ledger(&ward);
        assert_eq!(now.len(), before + 4, "{}", level.name());
        for file in [&csv, &book, &copy] {
            assert!(now.contains(&(file.file_name.clone(), file.sha256.clone())), "{}", file.file_name);
            let known = checked(&ward, &file.bytes, &file.file_name);
            assert!(known.in_ledger && known.level == level, "{}", file.file_name);
            // What is for inside names nobody here either.
            assert!(known.findings.is_empty(), "{}: {:?}", file.file_name, known.findings);
            let kept: Proof =
                serde_json::from_value(ward.call("ReleaseProof", json!({"release": file.sha256})))
                    .expect("a proof of its own");
            assert!(kept.is_of(&file.bytes) && kept.findings == 0 && kept.tried.cells > 50, "{kept:?}");
            assert_eq!(kept.file_name, file.file_name);
            assert_eq!(known.proof, kept);
        }
        assert!(now.iter().any(|(name, hash)| *name == report.file_name && *hash == report.sha256));
        assert_eq!(
            made(&ward, annual(level)).pdf,
            report.pdf,
            "what left changes nothing in the same report"
        );
    }
}

#[test]
fn the_pages_and_the_tables_of_one_report_are_one_release_to_the_next() {
    let (alone, together) = (in_spring(), in_spring());
    for (ward, files) in [(&alone, false), (&together, true)] {
        let half = ReportRequest::of_year(ReportKind::Half, year(), Level::Municipal);
        let half = made(ward, half);
        let forms = [TableFile::Csv, TableFile::Xlsx];
        let tables = forms.map(|form| handed(ward, &half, Part::Tables(form)));
        let tables = if files { tables.to_vec() } else { Vec::new() };
        enter_parts(ward.house(), &ward.around(), &half, tables, true).expect("it leaves");
    }
    let [one, three] = [&alone, &together].map(|ward| made(ward, annual(Level::Municipal)));
    assert_eq!(one.figures_json, three.figures_json, "nothing more is hidden for files that say the same");
    assert_eq!(one.pdf, three.pdf);
    assert_eq!(
        (one.proof.tried.earlier, three.proof.tried.earlier, three.proof.considered.len()),
        (1, 1, 1),
        "the same figures are attacked once"
    );
}

#[test]
fn a_file_of_tables_that_was_changed_is_found_cell_for_cell() {
    let ward = in_spring();
    let report = made(&ward, annual(Level::Municipal));
    let csv = handed(&ward, &report, Part::Tables(TableFile::Csv));
    let copy = handed(&ward, &report, Part::Table("3"));
    enter_parts(ward.house(), &ward.around(), &report, vec![csv.clone(), copy.clone()], false)
        .expect("they leave");
    let text = |file: &Handed| String::from_utf8(file.bytes.clone()).expect("text");
    for (what, file, from, to, kind) in [
        ("a total", text(&csv), ",859,", ",858,", "total"),
        ("a cell", text(&csv), "5年未満,5", "5年未満,6", "cell"),
        ("a pasted cell", text(&copy), "\t859\t", "\t858\t", "total"),
        ("a share", text(&csv), "5年未満,5,23.8", "5年未満,5,23.81", "share"),
        ("a row", text(&csv), "5年未満,5,23.8\r\n", "", "row"),
        ("a table", text(&csv), "表7", "表77", "row"),
        ("a name", text(&csv), "表7", "髙橋正一さん\r\n表7", "name"),
    ] {
        assert!(file.contains(from), "{what}");
        let found = checked(&ward, file.replacen(from, to, 1).as_bytes(), "R7.csv");
        assert!(!found.in_ledger && kinds(&found).contains(&kind), "{what}: {:?}", found.findings);
    }
    // Written anew by another program it says the same.
    let anew = text(&csv).replace('\u{feff}', "").replace("\r\n", "\n");
    let found = checked(&ward, anew.as_bytes(), "R7.csv");
    assert!(!found.in_ledger && found.findings.is_empty(), "{:?}", found.findings);
}

#[test]
fn a_report_for_inside_with_another_mark_on_it_is_judged_by_that_mark() {
    let ward = in_spring();
    let report = made(&ward, annual(Level::Internal));
    let csv = String::from_utf8(handed(&ward, &report, Part::Tables(TableFile::Csv)).bytes).expect("text");
    let posing = csv.replacen(&Level::Internal.mark(), &Level::Public.mark(), 1);
    let found = checked(&ward, posing.as_bytes(), "R7.csv");
    assert_eq!(found.level, Level::Public);
    assert!(kinds(&found).contains(&"table"), "exact numbers of few people: {:?}", found.findings);
}

/// Dialogs that save into a folder.
struct Into(PathBuf);

impl Chooser for Into {
    fn folder(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn save(&self, _: &str, suggested: &str) -> Option<PathBuf> {
        Some(self.0.join(suggested))
    }
    fn open(&self, _: &str) -> Option<PathBuf> {
        None
    }
}

#[test]
fn a_copied_table_is_exactly_what_is_published_and_is_in_the_ledger_before_it_is_given() {
    let folder = Folder::new();
    let settings = DeskSettings {
        vault_dir: folder.path().join("vault"),
        clock: Clock::Fixed(moment(SPRING)),
        demo: true,
        cost: KdfCost::LEAST,
    };
    let desk = Desk::new(settings, |_| {});
    desk.open_practice().expect("the practice ward");
    let chooser = Into(folder.path().to_owned());
    let ask = |name: &str, input: Value| desk.handle(name, input, &chooser);
    let call = |name: &str, input: Value| {
        ask("call", json!({"name": name, "input": input})).expect(name)["value"].clone()
    };
    let sent = || call("Releases", json!({})).as_array().expect("a list").clone();
    let report = |level: &str| json!({"kind": "annual", "fiscal_year": 2025, "level": level});
    for (level, mark) in [("municipal", "自治体提出用"), ("public", "公開用"), ("internal", "内部用")]
    {
        let view = call("Report", report(level));
        let tables: Vec<&Value> = view["fates"].as_array().expect("fates").iter().collect();
        let wanted = |fate: &&&Value| {
            ["3", "7", "11"].iter().any(|id| fate["id"] == *id) && !fate["printed"].is_null()
        };
        for fate in tables.iter().filter(wanted) {
            let copied =
                ask("copy_table", json!({"report": report(level), "table": fate["id"]})).expect("a copy");
            let text = copied["text"].as_str().expect("text");
            let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
            assert!(lines[0][0].starts_with(mark), "{text}");
            assert!(lines[1][0].starts_with("令和7年度 ") && lines[2][0].starts_with("表"), "{text}");
            let printed = &fate["printed"];
            let said = |(cell, minutes): (&Value, &Value)| match (cell.as_u64(), minutes == &json!(true)) {
                (Some(n), false) => n.to_string(),
                (Some(n), true) => format!("{}.{}", (n * 10 + 30) / 60 / 10, (n * 10 + 30) / 60 % 10),
                (None, _) => if cell.is_null() { "—" } else { "ｘ" }.to_owned(),
            };
            let rows = printed["cells"].as_array().expect("cells");
            let minutes = printed["minutes"].as_array().expect("kinds of columns");
            for (row, cells) in lines[4..].iter().zip(rows) {
                let cells = cells.as_array().expect("cells").iter().zip(minutes);
                let wanted: Vec<String> = cells.map(said).collect();
                assert_eq!(row[1..=wanted.len()], wanted[..], "{level} {text}");
            }
            assert!(lines.len() >= 4 + rows.len(), "{text}");
            let newest = &sent()[0];
            assert_eq!((&newest["file_name"], &newest["level"]), (&copied["file_name"], &json!(level)));
            let before = sent().len();
            let again =
                ask("copy_table", json!({"report": report(level), "table": fate["id"]})).expect("again");
            assert_eq!(again["text"], copied["text"]);
            assert_eq!(sent().len(), before, "the same copy is entered once");
        }
    }
    let before = sent().len();
    // 表12 is not told outside.
    let refused =
        ask("copy_table", json!({"report": report("municipal"), "table": "12"})).expect_err("withheld");
    assert_eq!(refused.id, "report.not-released");
    call(
        "KeepSection",
        json!({"report": {"fiscal_year": 2025, "level": "internal"}, "key": "voices", "text": "髙橋正一さんの話を聞いた。"}),
    );
    let refused =
        ask("copy_table", json!({"report": report("municipal"), "table": "7"})).expect_err("a leak");
    assert_eq!(refused.id, "report.leak");
    let refused =
        ask("export_tables", json!({"report": report("municipal"), "form": "csv"})).expect_err("a leak");
    assert_eq!(refused.id, "report.leak");
    assert_eq!(sent().len(), before, "what is refused leaves no trace");
}

#[test]
fn what_has_left_is_listed_with_its_readers_newest_first() {
    let ward = in_spring();
    assert_eq!(ward.call("Releases", json!({})), json!([]));
    let first = made(&ward, annual(Level::Public));
    enter_release(ward.house(), &ward.around(), &first).expect("it leaves");
    ward.at("2026-04-03T10:30:00+09:00");
    let month = made(&ward, ReportRequest::monthly("2025-06-01".parse().expect("a day"), Level::Municipal));
    enter_release(ward.house(), &ward.around(), &month).expect("it leaves");
    let sent = ward.call("Releases", json!({}));
    let names = ["at", "report", "level", "file_name"];
    let line = |at: usize| names.map(|key| sent[at][key].as_str().unwrap_or_default().to_owned());
    assert_eq!(
        line(0),
        [
            "2026-04-03T10:30:00+09:00",
            "monthly 2025-06",
            "municipal",
            "R7-06_月次活動報告_自治体提出用_20260403.pdf"
        ]
    );
    assert_eq!(line(1), [SPRING, "annual", "public", "R7_活動実績報告_公開用_20260402.pdf"]);
    assert_eq!((&sent[1]["sha256"], &sent[1]["fiscal_year"]), (&json!(first.sha256), &json!(2025)));
    enter_release(ward.house(), &ward.around(), &month).expect("the same again");
    assert_eq!(ledger(&ward).len(), 2);
}
