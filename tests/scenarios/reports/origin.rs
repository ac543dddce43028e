//! What stands behind a figure: its definition, and records that make exactly it.

use super::{in_spring, published, year};
use app::reports::{Level, ReportKind, ReportRequest, prepare};
use serde_json::{Value, json};
use susono_tests::Ward;

/// Asks for every cell of every table of a report of the internal level and holds the records against the figure.
fn every_cell(ward: &Ward, request: ReportRequest, input: &Value) -> (usize, usize) {
    assert_eq!(request.level, Level::Internal);
    let report = prepare(ward.house(), &ward.around(), request).expect("the report is made");
    let (mut asked, mut without) = (0, 0);
    for table in published(&report)["tables"].as_array().expect("tables") {
        for (r, cells) in table["cells"].as_array().expect("rows").iter().enumerate() {
            for (c, cell) in cells.as_array().expect("cells").iter().enumerate() {
                let mut input = input.clone();
                input["table"] = table["id"].clone();
                input["row"] = json!(r);
                input["column"] = json!(c);
                let place = format!("表{} {} {}", table["id"], table["rows"][r], table["columns"][c]);
                let origin = ward.call("FigureRecords", input);
                assert_eq!(&origin["value"], cell, "{place}");
                let Some(figure) = cell.as_u64() else { continue };
                assert!(origin["definition"].as_str().is_some_and(|d| d.ends_with('。')), "{place}: {origin}");
                asked += 1;
                let Some(records) = origin["records"].as_array() else {
                    without += 1;
                    continue;
                };
                let sum: u64 = records.iter().map(|record| record["amount"].as_u64().expect("an amount")).sum();
                assert_eq!(sum, figure, "{place}: the records must make the figure");
                let counted = origin["counting"] != "minutes" && records.iter().all(|r| r["amount"] == 1);
                assert!(!counted || records.len() as u64 == figure, "{place}");
            }
        }
    }
    (asked, without)
}

#[test]
fn every_figure_of_every_table_is_made_of_its_records() {
    let ward = in_spring();
    let annual = ReportRequest::of_year(ReportKind::Annual, year(), Level::Internal);
    let (asked, without) = every_cell(&ward, annual, &json!({"fiscal_year": 2025}));
    assert!(asked > 350, "{asked} figures");
    assert_eq!(without, 0, "every figure has records");
    let half = ReportRequest::of_year(ReportKind::Half, year(), Level::Internal);
    every_cell(&ward, half, &json!({"kind": "half", "fiscal_year": 2025}));
    let month = ReportRequest::monthly("2025-06-01".parse().expect("a day"), Level::Internal);
    every_cell(&ward, month, &json!({"kind": "monthly", "fiscal_year": 2025, "month": 6}));
}

#[test]
fn a_figure_names_its_people_and_days() {
    let ward = in_spring();
    // 表11, アパート等（単身）: three people moved into a home of their own.
    let origin = ward.call("FigureRecords", json!({"fiscal_year": 2025, "table": "11", "row": 0, "column": 0}));
    assert_eq!(origin["row"], "アパート等（単身）");
    assert_eq!(origin["value"], 3);
    let days: Vec<&str> =
        origin["records"].as_array().expect("records").iter().filter_map(|r| r["on"].as_str()).collect();
    assert_eq!(days, ["2025-07-22", "2025-10-20", "2025-12-15"]);
    assert_eq!(origin["counting"], "events");
    ward.fails(
        "FigureRecords",
        json!({"fiscal_year": 2025, "table": "99", "row": 0, "column": 0}),
        "report.no-figure-there",
    );
}
