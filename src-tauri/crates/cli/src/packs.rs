//! Packs in and out, and the figures of a year.

use crate::{REFUSED, Run, Stop};
use serde_json::Value;
use std::path::Path;

/// `import-pack`: all of a folder or nothing.
pub(crate) fn import(run: &mut Run, folder: &str) -> Result<(), Stop> {
    let opened = run.open()?;
    let files = files::pack::read(Path::new(folder))?;
    let mut outcome = app::exchange::import(&opened.house, &run.around()?, &files)?;
    let language = run.talk.language;
    outcome.faults = outcome.faults.into_iter().map(|f| f.worded(language)).collect();
    if run.args.json {
        run.talk.json(&outcome)?;
    } else {
        for (name, rows) in &outcome.imported {
            run.talk.result(&format!("{name}\t{rows}"))?;
        }
        for fault in &outcome.faults {
            run.talk
                .result(&format!("{}\t{}\t{}\t{}", fault.file, fault.line, fault.column, fault.reason))?;
        }
    }
    if outcome.fault_count == 0 {
        let rows: usize = outcome.imported.values().sum();
        run.talk
            .say("imported", &[("files", &outcome.imported.len().to_string()), ("rows", &rows.to_string())]);
        return Ok(());
    }
    if outcome.fault_count > outcome.faults.len() {
        run.talk.say("more_faults", &[("count", &(outcome.fault_count - outcome.faults.len()).to_string())]);
    }
    run.talk.say("not_imported", &[("count", &outcome.fault_count.to_string())]);
    Err(Stop::Silent(REFUSED))
}

/// `export-pack`: the whole store.
pub(crate) fn export(run: &mut Run, folder: &str) -> Result<(), Stop> {
    let opened = run.open()?;
    let files = app::exchange::export(&opened.house)?;
    files::pack::write(Path::new(folder), &files)?;
    run.talk.say("exported", &[("files", &files.len().to_string())]);
    Ok(())
}

/// `figures`: all unsuppressed figures of a year.
pub(crate) fn figures(run: &mut Run) -> Result<(), Stop> {
    let year: i32 =
        run.args.number("fiscal-year")?.ok_or_else(|| Stop::usage("missing_option", "--fiscal-year"))?;
    let opened = run.open()?;
    let figures = app::exchange::figures(&opened.house, &run.around()?, year)?;
    if run.args.json {
        return run.talk.json(&figures);
    }
    let value = serde_json::to_value(&figures).map_err(|_| app::Failure::new("door.bad-answer"))?;
    let mut lines = Vec::new();
    flatten("", &value, &mut lines);
    run.talk.result(&lines.join("\n"))
}

/// One line for every figure: where it stands, and the number.
fn flatten(path: &str, value: &Value, lines: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                flatten(&path, value, lines);
            }
        }
        Value::Array(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(Value::to_string).collect();
            lines.push(format!("{path}\t{}", numbers.join(" ")));
        }
        number => lines.push(format!("{path}\t{number}")),
    }
}
