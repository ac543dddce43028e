//! What stands behind a figure: its definition, and records that make exactly it.

use super::{in_spring, published, table, year};
use app::reports::{Level, ReportKind, ReportRequest, origins, prepare};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use susono_tests::Ward;

/// Holds the records behind every figure of a report of the internal level against the figure; gives how many were held.
fn every_figure(ward: &Ward, request: ReportRequest) -> usize {
    let report = prepare(ward.house(), &ward.around(), request.clone()).expect("the report is made");
    let figures = published(&report);
    let found = origins(ward.house(), &ward.around(), request).expect("their records");
    let places: BTreeSet<(&str, usize, usize)> =
        found.iter().map(|(id, r, c, _)| (id.as_str(), *r, *c)).collect();
    for table in figures["tables"].as_array().expect("tables") {
        let id = table["id"].as_str().expect("a number");
        for (r, row) in table["cells"].as_array().expect("cells").iter().enumerate() {
            for (c, _) in
                row.as_array().expect("a row").iter().enumerate().filter(|(_, cell)| !cell.is_null())
            {
                assert!(places.contains(&(id, r, c)), "表{id} row {r} column {c} can be traced");
            }
        }
    }
    let mut held = 0;
    for (id, r, c, origin) in found {
        let table = table(&figures, &id);
        let place = format!("表{id} {} {}", origin.row, origin.column);
        assert_eq!(origin.value.map_or(Value::Null, Value::from), table["cells"][r][c], "{place}");
        let Some(figure) = origin.value else { continue };
        assert!(origin.definition.ends_with('。'), "{place} says what it counts");
        let records = origin.records.unwrap_or_else(|| panic!("{place} has no records"));
        let sum: u64 = records.iter().map(|record| record.amount).sum();
        assert_eq!(sum, figure, "{place}: the records must make the figure");
        let counted = records.iter().all(|record| record.amount == 1);
        assert!(!counted || records.len() as u64 == figure, "{place}");
        held += 1;
    }
    held
}

#[test]
fn every_figure_of_every_table_is_made_of_its_records() {
    let ward = in_spring();
    let of_year = |kind| ReportRequest::of_year(kind, year(), Level::Internal);
    let annual = every_figure(&ward, of_year(ReportKind::Annual));
    assert!(annual > 350, "{annual} figures");
    assert!(every_figure(&ward, of_year(ReportKind::Half)) > 200);
    let june = ReportRequest::monthly("2025-06-01".parse().expect("a day"), Level::Internal);
    assert!(every_figure(&ward, june) > 30);
    let programmes = ward.call("Programmes", json!({}));
    let id = programmes[0]["id"].as_str().expect("the programme of the ward").to_owned();
    let programme = domain::measure::Id::try_from(id).expect("an identity");
    let sessions = every_figure(&ward, ReportRequest::programme(programme, year(), Level::Internal));
    assert!(sessions > 20, "{sessions} figures of sessions");
    assert!(every_figure(&ward, of_year(ReportKind::Overview)) > 50);
}

#[test]
fn a_figure_names_its_people_and_days() {
    let ward = in_spring();
    // 表11, アパート等（単身）: three people moved into a home of their own.
    let origin = ward.call(
        "FigureRecords",
        json!({"report": {"fiscal_year": 2025, "level": "internal"}, "table": "11", "row": 0, "column": 0}),
    );
    assert_eq!(origin["row"], "アパート等（単身）");
    assert_eq!(origin["value"], 3);
    let days: Vec<&str> =
        origin["records"].as_array().expect("records").iter().filter_map(|r| r["on"].as_str()).collect();
    assert_eq!(days, ["2025-07-22", "2025-10-20", "2025-12-15"]);
    assert_eq!(origin["counting"], "events");
    ward.fails(
        "FigureRecords",
        json!({"report": {"fiscal_year": 2025, "level": "internal"}, "table": "99", "row": 0, "column": 0}),
        "report.no-figure-there",
    );
}
