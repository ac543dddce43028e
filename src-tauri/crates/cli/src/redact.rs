//! `redact`: a text from standard input without what it may not carry out of the office.

use crate::{Run, Stop};
use app::redaction::{Redact, TextLevel};
use serde_json::json;

/// Redacts the text on standard input; it begins at line 2 where line 1 is the passphrase.
pub(crate) fn redact(run: &mut Run) -> Result<(), Stop> {
    let code = run.args.text("level").unwrap_or_else(|| "municipal".to_owned());
    let Some(level) = TextLevel::from_code(&code) else {
        return Err(Stop::Usage("bad_value", vec![("name", "--level".to_owned()), ("value", code)]));
    };
    let opened = run.open()?;
    let mut bytes = Vec::new();
    run.talk.terminal.input.read_to_end(&mut bytes)?;
    let text = String::from_utf8(bytes).map_err(|_| Stop::Say("redact.encoding", Vec::new()))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned();
    let around = run.around()?;
    let result = opened.house.ask(&around, Redact::new(text, level))?;
    if run.args.json {
        return run.talk.json(&json!({"text": result.text, "hits": result.hits, "prompts": result.prompts}));
    }
    write!(run.talk.terminal.output, "{}", result.text)?;
    if !result.text.ends_with('\n') {
        writeln!(run.talk.terminal.output)?;
    }
    for prompt in &result.prompts {
        run.talk.say("redact.prompt", &[("question", &prompt.question)]);
    }
    run.talk.say("redact.done", &[("n", &result.hits.len().to_string())]);
    Ok(())
}
