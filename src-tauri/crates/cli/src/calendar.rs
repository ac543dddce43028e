//! The schedule as iCalendar, out and in.

use crate::{Run, Stop};
use app::exchange::calendar;
use std::path::Path;

/// `ics export`: the plans, without names unless `--with-names` asks for them. Never over a file that is there.
pub(crate) fn export(run: &mut Run, file: &str) -> Result<(), Stop> {
    let path = Path::new(file);
    if path.exists() {
        return Err(Stop::say("exists", file));
    }
    let opened = run.open()?;
    let made = calendar::export(&opened.house, &run.around()?, run.args.with_names)?;
    files::write::whole(path, &made.bytes)?;
    let key = if run.args.with_names { "calendar_with_names" } else { "calendar_written" };
    run.talk.say(key, &[("plans", &made.plans.to_string())]);
    Ok(())
}

/// `ics import`: what lies ahead in another calendar, once.
pub(crate) fn import(run: &mut Run, file: &str) -> Result<(), Stop> {
    let bytes = files::read_list(Path::new(file)).map_err(|_| Stop::say("unreadable", file))?;
    let opened = run.open()?;
    let told = calendar::import(&opened.house, &run.around()?, &bytes)?;
    if run.args.json {
        return run.talk.json(&told);
    }
    for fault in &told.faults {
        let line = fault.line.map(|line| line.to_string()).unwrap_or_default();
        run.talk.result(&format!("{line}\t{}\t{}\t{}", fault.code, fault.title, fault.reason))?;
    }
    let numbers = [
        ("added", told.added),
        ("known", told.known),
        ("passed", told.passed),
        ("cancelled", told.cancelled),
    ];
    let numbers: Vec<(&str, String)> = numbers.iter().map(|(name, n)| (*name, n.to_string())).collect();
    let numbers: Vec<(&str, &str)> = numbers.iter().map(|(name, n)| (*name, n.as_str())).collect();
    run.talk.say("calendar_read", &numbers);
    Ok(())
}
