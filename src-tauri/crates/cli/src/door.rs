//! The one door, by name; and the one reader of dates, which needs no vault.

use crate::{REFUSED, Run, Stop};
use domain::text::typed_date;
use serde_json::{Value, json};

/// `contract`: every query and command with its types.
pub(crate) fn contract(run: &mut Run) -> Result<(), Stop> {
    let entries = app::contract::listing();
    if run.args.json {
        return run.talk.json(&entries);
    }
    let lines: Vec<String> =
        entries.iter().map(|e| format!("{}\t{}\t{}", e.name, e.input, e.answer)).collect();
    run.talk.result(&lines.join("\n"))
}

/// `call`: one entry of the contract.
pub(crate) fn call(run: &mut Run, name: &str, input: &str) -> Result<(), Stop> {
    let input: Value = serde_json::from_str(input).map_err(|_| {
        Stop::Usage("bad_value", vec![("name", name.to_owned()), ("value", input.chars().take(40).collect())])
    })?;
    let opened = run.open()?;
    let reply = opened.house.call(&run.around()?, name, input)?;
    run.talk.json(&reply)
}

/// `read-date`: how a typed date is read, or why it cannot be.
pub(crate) fn read_date(run: &mut Run, text: &str) -> Result<(), Stop> {
    match typed_date::read(text, run.clock.today()) {
        Ok(read) if run.args.json => {
            run.talk.json(&json!({"date": read.date, "precision": read.date.precision(), "note": read.note}))
        }
        Ok(read) => {
            let precision = serde_json::to_value(read.date.precision()).unwrap_or_default();
            run.talk.result(&format!("{}\t{}", read.date, precision.as_str().unwrap_or_default()))
        }
        Err(fault) => {
            let failure = app::Failure::new(fault.id());
            if run.args.json {
                let sentence = failure.clone().worded(run.talk.language).sentence;
                run.talk.json(&json!({"date": null, "fault": fault.id(), "reason": sentence}))?;
                return Err(Stop::Silent(REFUSED));
            }
            Err(failure.into())
        }
    }
}
