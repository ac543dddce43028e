//! `import-table`: a person's own list, shown or brought in.

use crate::{Run, Stop};
use app::Failure;
use app::exchange::tables::{self, Mapping, TableKind, TableView};
use serde_json::json;
use std::path::Path;

/// Reads a list, says row by row what is wrong, and brings the good rows in unless it is only to be looked at.
pub(crate) fn import(run: &mut Run, file: &str) -> Result<(), Stop> {
    let kind = run.args.text("as").ok_or_else(|| Stop::usage("missing_option", "--as"))?;
    let kind = TableKind::named(&kind).ok_or_else(|| Stop::Usage("table.file_kind", Vec::new()))?;
    let mapping = mapping(run)?;
    let path = Path::new(file);
    let bytes = files::read_list(path)?;
    let opened = run.open()?;
    let around = run.around()?;
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let read = tables::open(&opened.house, &name, &bytes)?;
    let view = tables::look(&opened.house, &around, kind, &mapping)?;
    let done = if run.args.dry_run || view.good == 0 || !view.missing.is_empty() {
        None
    } else {
        Some(tables::import(&opened.house, &around, kind, &mapping)?)
    };
    let imported = done.map_or(0, |done| done.imported);
    if run.args.json {
        let mut said = serde_json::to_value(&view).map_err(|_| Failure::new("door.bad-answer"))?;
        for (name, value) in [
            ("file", json!(read.file)),
            ("written", json!(read.written)),
            ("sheets", json!(read.sheets)),
            ("dry_run", json!(run.args.dry_run)),
            ("imported", json!(imported)),
            ("organisations_added", json!(done.map_or(0, |done| done.organisations))),
        ] {
            said[name] = value;
        }
        run.talk.json(&said)?;
    } else {
        show(run, &view)?;
    }
    if let (Some(out), true) = (run.args.path("out"), view.faulty > 0) {
        let (_, rest) = tables::faulty_rows(&opened.house, &around, kind, &mapping)?;
        files::write::whole(&out, &rest)?;
        run.talk.say("table.rest_written", &[("name", &out.to_string_lossy())]);
    }
    let counts = [view.good, view.faulty, view.duplicates].map(|n| n.to_string());
    run.talk.say(
        "table.counts",
        &[("good", counts[0].as_str()), ("faulty", &counts[1]), ("duplicates", &counts[2])],
    );
    if !view.missing.is_empty() {
        return Err(Failure::new("table.missing-columns").with("name", view.missing.join("・")).into());
    }
    match (view.good, run.args.dry_run) {
        (0, _) => Err(Failure::new("table.nothing").into()),
        (_, true) => {
            run.talk.say("table.not_written", &[]);
            Ok(())
        }
        _ => {
            run.talk.say("table.came_in", &[("n", &imported.to_string())]);
            Ok(())
        }
    }
}

/// The file of `--mapping`; without it everything is found by rule.
fn mapping(run: &Run) -> Result<Mapping, Stop> {
    let Some(path) = run.args.path("mapping") else { return Ok(Mapping::default()) };
    let bytes = std::fs::read(&path).map_err(|_| Stop::say("unreadable", &path.to_string_lossy()))?;
    serde_json::from_slice(&bytes).map_err(|_| Failure::new("table.bad-mapping").into())
}

/// One line for every fault and every row that is there already.
fn show(run: &mut Run, view: &TableView) -> Result<(), Stop> {
    for fault in &view.faults {
        run.talk.result(&format!("{}\t{}\t{}", fault.line, fault.column, fault.reason))?;
    }
    for row in &view.rows {
        if let Some(twin) = &row.duplicate {
            run.talk.result(&format!("{}\t\t{twin}", row.row))?;
        }
    }
    Ok(())
}
