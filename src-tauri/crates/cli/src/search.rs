//! Searching, and what is due.

use crate::{Run, Stop};
use app::search::SearchHit;
use serde_json::{Value, json};

/// `search`: records that hold all words and of which all conditions hold, newest first.
pub(crate) fn search(run: &mut Run, query: &str) -> Result<(), Stop> {
    let limit: u32 = run.args.number("limit")?.unwrap_or(20);
    let opened = run.open()?;
    let around = run.around()?;
    let found = app::search::find(&opened.house, &around, query, limit)?;
    let asked = domain::asked::Asked::read(query, around.today());
    let told = app::search::told(&asked, app::search::Place::Records, run.talk.language);
    for sentence in &told {
        run.talk.tell(sentence);
    }
    if run.args.json {
        let hits: Vec<Value> = found.hits.iter().map(shown).collect();
        return run
            .talk
            .json(&json!({"total": found.total, "minutes": found.minutes, "hits": hits, "told": told}));
    }
    for hit in &found.hits {
        let date = hit.date.as_deref().unwrap_or_default();
        run.talk.result(&format!("{}\t{}\t{date}\t{}", hit.kind, hit.key, hit.snippet))?;
    }
    run.talk.say("hits", &[("total", &found.total.to_string())]);
    Ok(())
}

/// `alerts`: what is due on the clock's day.
pub(crate) fn alerts(run: &mut Run) -> Result<(), Stop> {
    let opened = run.open()?;
    let today = run.clock.today();
    let lines = opened.house.read(|reader| app::today::alerts(reader, today))?;
    if run.args.json {
        return run.talk.json(&json!(lines));
    }
    for line in &lines {
        let about = line.case_id.as_deref().or(line.org_id.as_deref()).unwrap_or_default();
        run.talk.result(&format!("{}\t{}\t{about}\t{}", line.due, line.rule, line.sentence))?;
    }
    if lines.is_empty() {
        run.talk.say("nothing_due", &[]);
    }
    Ok(())
}

/// A hit as other programs read it: the pack's key where there is one.
fn shown(hit: &SearchHit) -> Value {
    json!({"kind": hit.kind, "id": hit.key, "date": hit.date, "title": hit.title, "snippet": hit.snippet, "ranges": hit.ranges})
}
