//! Stories of the annual report: what each reader learns, and what nobody does.

mod kinds;
mod leaving;
mod origin;
mod recounted;
mod secrecy;

use app::reports::{AnnualRequest, Level, Prepared, enter_release, prepare};
use domain::calendar::FiscalYear;
use report::attack;
use serde_json::{Value, json};
use susono_tests::second_pack::{YEAR, second_pack};
use susono_tests::{Ward, empty, ward};

/// The day on which the practice ward's report leaves.
const SPRING: &str = "2026-04-02T09:00:00+09:00";

fn year() -> FiscalYear {
    FiscalYear::try_from(2025).expect("令和7年度")
}

fn in_spring() -> Ward {
    let ward = ward();
    ward.at(SPRING);
    ward
}

fn made(ward: &Ward, level: Level) -> Prepared {
    match prepare(ward.house(), &ward.around(), AnnualRequest { fiscal_year: year(), level }) {
        Ok(prepared) => prepared,
        Err(failure) => panic!("{} was refused: {failure:?}", level.code()),
    }
}

/// Everything a reader of the file can get out of it, without white space.
fn all_text(pdf: &[u8]) -> String {
    let read = attack::read(pdf).expect("the report can be read back");
    let mut all = read.pages.concat();
    all.extend(read.metadata.values().map(String::as_str));
    all.extend(read.outline.iter().map(String::as_str));
    all.extend(read.alternatives.iter().map(String::as_str));
    all.split_whitespace().collect()
}

fn golden() -> Value {
    let path = susono_tests::project().join("tests/golden/figures-2025.json");
    serde_json::from_slice(&std::fs::read(path).expect("the figures are there"))
        .expect("the figures are JSON")
}

fn published(report: &Prepared) -> Value {
    serde_json::from_str(&report.figures_json).expect("the published figures are JSON")
}

fn table<'a>(figures: &'a Value, id: &str) -> &'a Value {
    let tables = figures["tables"].as_array().expect("a list of tables");
    tables.iter().find(|t| t["id"] == id).unwrap_or_else(|| panic!("table {id} is not published"))
}

/// The cells of one row.
fn row<'a>(table: &'a Value, caption: &str) -> &'a Value {
    let rows = table["rows"].as_array().expect("rows");
    let at = rows.iter().position(|r| r == caption).unwrap_or_else(|| panic!("no row {caption} in {rows:?}"));
    &table["cells"][at]
}

#[test]
fn every_level_holds_the_years_figures() {
    let ward = in_spring();
    let golden = golden();
    for level in Level::ALL {
        let report = made(&ward, level);
        let figures = published(&report);
        assert_eq!(
            figures["headline"],
            json!({"active": 16, "new": 10, "discharged": 7, "closed": 5, "distinct": 21}),
            "totals of the project stand at every level"
        );
        let methods = table(&figures, "3");
        for method in domain::vocabulary::Method::ALL {
            let counted = &golden["contacts"]["by_method"][method.code()];
            if let Some(months) = counted["months"].as_array() {
                let mut cells = months.clone();
                cells.extend([counted["total"].clone(), counted["minutes"].clone()]);
                assert_eq!(row(methods, method.ja()), &Value::Array(cells), "{} by month", method.ja());
            }
        }
        for counterpart in domain::vocabulary::Counterpart::ALL {
            let counted = &golden["contacts"]["by_counterpart"][counterpart.code()];
            if counted.is_object() {
                let cells = json!([counted["contacts"], counted["minutes"]]);
                assert_eq!(row(table(&figures, "4"), counterpart.ja()), &cells);
            }
        }
        assert_eq!(row(table(&figures, "17"), "計")[0], 158, "visit days");
        assert_eq!(row(table(&figures, "16"), "計")[0], 45, "attendances");
        let text = all_text(&report.pdf);
        for number in ["859", "533.8", "158", "417"] {
            assert!(text.contains(number), "{number} must stand in the report for {}", level.name());
        }
        assert!(text.contains("年度末現在16名を支援している"), "the year in one sentence");
    }
}

#[test]
fn the_municipality_learns_much_and_nothing_is_hidden_behind_marks() {
    let ward = in_spring();
    let report = made(&ward, Level::Municipal);
    let figures = published(&report);
    let stays = table(&figures, "7");
    assert_eq!(stays["rows"], json!(["5年未満", "5〜20年", "20年以上", "計"]));
    assert_eq!(stays["cells"], json!([[5], [8], [8], [21]]));
    let destinations = table(&figures, "11");
    assert_eq!(destinations["cells"], json!([[4], [3], [7]]), "アパート・家族同居 and GH・施設");
    let stages = table(&figures, "9");
    assert_eq!(row(stages, "計"), &json!([11, 17, 16]), "stages at three days");
    assert!(
        stages["rows"].as_array().is_some_and(|r| r.len() == 5),
        "three phases with the candidates apart"
    );
    assert_eq!(
        row(table(&figures, "17"), "楠沢病院"),
        &json!([48, 135, 4580]),
        "the city knows its hospitals"
    );
    let hidden = report.figures_json.matches("\"x\"").count();
    assert_eq!(hidden, 0, "this ward can be told without a single ｘ");
    let withheld: Vec<&str> = report.released.withheld().iter().map(|w| w.id.as_str()).collect();
    assert_eq!(withheld, ["12"], "only how few people fared after their discharge is not told");
}

#[test]
fn the_public_learns_the_work_in_full_and_persons_only_in_large_groups() {
    let ward = in_spring();
    let report = made(&ward, Level::Public);
    let figures = published(&report);
    assert_eq!(table(&figures, "6")["cells"], json!([[11], [10], [21]]), "men and women, nothing finer");
    assert_eq!(row(table(&figures, "9"), "支援中"), &json!([11, 17, 16]));
    assert_eq!(table(&figures, "11")["cells"], json!([[7]]), "discharges without destination");
    let withheld: Vec<&str> = report.released.withheld().iter().map(|w| w.id.as_str()).collect();
    assert_eq!(withheld, ["14", "12"], "decisions and what came after are too small to tell");
    let stays = table(&figures, "7");
    assert_eq!(
        stays["rows"],
        json!(["10年未満", "10年以上", "計"]),
        "the one cut that leaves ten on both sides"
    );
    assert_eq!(stays["cells"], json!([[10], [11], [21]]));
    assert!(report.released.tables().len() >= 14, "a page of nothing is no report");
    for persons in report.released.tables().iter().filter(|t| *t.kind() == disclosure::Kind::Persons) {
        for cell in persons.cells().iter().flatten() {
            let safe = matches!(cell, disclosure::Shown::Number(n) if *n == 0 || *n >= 10);
            assert!(safe || *cell == disclosure::Shown::Hidden, "表{} shows a small number", persons.id());
        }
    }
    let hospitals = table(&figures, "17")["rows"].as_array().expect("rows").clone();
    assert_eq!(hospitals, ["A病院", "B病院", "C病院", "D病院", "計"]);
    let sessions = table(&figures, "16");
    assert_eq!(row(sessions, "第1回")[0], Value::Null, "participants of one session are few");
}

#[test]
fn the_figures_are_what_is_printed_cell_for_cell() {
    let ward = in_spring();
    for level in Level::ALL {
        let report = made(&ward, level);
        let text: String = attack::read(&report.pdf).expect("a report").pages.join("\n");
        let lines: Vec<String> = text.lines().map(|l| l.split_whitespace().collect()).collect();
        let figures = published(&report);
        for table in figures["tables"].as_array().expect("tables") {
            let types = table["column_types"].as_array().expect("types");
            for (r, cells) in table["cells"].as_array().expect("cells").iter().enumerate() {
                let shown =
                    cells.as_array().expect("a row").iter().zip(types).map(|(cell, kind)| match cell {
                        Value::Number(n) if kind == "minutes" => hours(n.as_u64().expect("minutes")),
                        Value::Number(n) => n.to_string(),
                        Value::String(_) => "ｘ".to_owned(),
                        _ => "—".to_owned(),
                    });
                let printed: String = shown.collect();
                let caption: String =
                    table["rows"][r].as_str().expect("a caption").split_whitespace().collect();
                let start = format!("{caption}{}", labels(table, r));
                let wanted = start.clone() + &printed;
                let stands =
                    lines.iter().any(|l| l.starts_with(&wanted)) || all_in_order(&text, &start, &printed);
                assert!(stands, "表{} {caption}: {printed} is not printed for {}", table["id"], level.name());
            }
        }
    }
}

/// Words between the caption and the numbers.
fn labels(table: &Value, row: usize) -> String {
    let lists = table["labels"].as_array().cloned().unwrap_or_default();
    lists.iter().filter_map(|l| l[row].as_str()).flat_map(str::split_whitespace).collect()
}

/// The row is found in the text without its line breaks.
fn all_in_order(text: &str, start: &str, printed: &str) -> bool {
    let text: String = text.split_whitespace().collect();
    text.contains(&format!("{start}{printed}"))
}

fn hours(minutes: u64) -> String {
    let tenths = (minutes * 10 + 30) / 60;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[test]
fn wards_nobody_has_seen_can_report_too() {
    let mut told = Vec::new();
    for seed in 0..8 {
        let ward = empty();
        ward.at("2024-04-02T09:00:00+09:00").import(&second_pack(seed));
        let fiscal_year = FiscalYear::try_from(YEAR).expect("the year of the wards");
        for level in Level::ALL {
            let report = match prepare(ward.house(), &ward.around(), AnnualRequest { fiscal_year, level }) {
                Ok(report) => report,
                Err(failure) => panic!("ward {seed} for {}: {failure:?}", level.name()),
            };
            let counted = app::exchange::figures(ward.house(), &ward.around(), YEAR).expect("figures");
            assert_eq!(
                report.released.headline().active,
                u64::from(counted.persons.open_at_end),
                "ward {seed}"
            );
            let hidden: usize = report.fates.iter().map(|f| f.hidden).sum();
            let cells: usize = report.fates.iter().map(|f| f.cells).sum();
            assert!(
                hidden * 10 <= cells,
                "ward {seed} for {}: {hidden} of {cells} cells are ｘ",
                level.name()
            );
            told.push((seed, level.code(), hidden, cells, report.released.withheld().len()));
            enter_release(ward.house(), &ward.around(), &report).expect("it enters the ledger");
        }
    }
    assert!(told.iter().any(|(_, _, hidden, ..)| *hidden > 0), "some ward must need a ｘ: {told:?}");
}

#[test]
fn a_vault_without_work_reports_nothing_and_a_year_to_come_not_at_all() {
    let ward = empty();
    for level in Level::ALL {
        let report = made(&ward, level);
        assert_eq!(report.released.headline().distinct, 0);
        assert!(report.released.table("3").is_none(), "no work, no table of it");
    }
    let fiscal_year = FiscalYear::try_from(2027).expect("a year");
    let request = AnnualRequest { fiscal_year, level: Level::Public };
    let failure = prepare(ward.house(), &ward.around(), request).expect_err("令和9年度 has not begun");
    assert_eq!(failure.id, "report.not-begun");
}
