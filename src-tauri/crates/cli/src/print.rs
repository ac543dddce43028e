//! Streams: results on standard output, talk on standard error, both in the language of `--lang`.

use crate::{DAMAGED, REFUSED, Stop, USAGE, WRONG_PASSPHRASE};
use serde::Serialize;
use std::io::{BufRead, Write};
use words::Language;

/// Asks for a secret: the prompt in, what was typed out.
pub type Ask = dyn FnMut(&str) -> std::io::Result<String>;

/// The streams of one run.
pub struct Terminal<'t> {
    /// Standard input.
    pub input: &'t mut dyn BufRead,
    /// Asks for a secret without echo, when somebody sits at a terminal.
    pub ask: Option<&'t mut Ask>,
    /// Results.
    pub output: &'t mut dyn Write,
    /// Talk.
    pub talk: &'t mut dyn Write,
}

/// The terminal and its language.
pub(crate) struct Talk<'a, 't> {
    pub(crate) terminal: &'a mut Terminal<'t>,
    pub(crate) language: Language,
}

impl Talk<'_, '_> {
    /// A sentence of the terminal.
    pub(crate) fn words(&self, key: &str, values: &[(&str, &str)]) -> String {
        words::fill(&words::say(self.language, &format!("cli.{key}")), values)
    }

    /// Prints a result.
    pub(crate) fn result(&mut self, text: &str) -> Result<(), Stop> {
        writeln!(self.terminal.output, "{}", text.trim_end())?;
        Ok(())
    }

    /// Prints a result for other programs.
    pub(crate) fn json(&mut self, value: &impl Serialize) -> Result<(), Stop> {
        let text = serde_json::to_string_pretty(value).map_err(|_| app::Failure::new("door.bad-answer"))?;
        self.result(&text)
    }

    /// Says something to whoever sits there. Nobody may be listening any more, which changes nothing.
    pub(crate) fn say(&mut self, key: &str, values: &[(&str, &str)]) {
        let text = self.words(key, values);
        self.tell(&text);
    }

    /// Says a sentence that is already worded.
    pub(crate) fn tell(&mut self, text: &str) {
        let _ = writeln!(self.terminal.talk, "{}", text.trim_end());
    }

    /// Says why a command stopped and gives the exit code.
    pub(crate) fn stopped(&mut self, stop: Stop) -> i32 {
        match stop {
            Stop::Usage(key, values) => {
                self.say(key, &borrowed(&values));
                if key != "usage" {
                    self.say("usage", &[]);
                }
                USAGE
            }
            Stop::Say(key, values) => {
                self.say(key, &borrowed(&values));
                REFUSED
            }
            Stop::Failure(failure) => {
                let failure = failure.worded(self.language);
                self.tell(&failure.sentence);
                match failure.id.as_str() {
                    "vault.wrong-passphrase" | "vault.wrong-recovery" => WRONG_PASSPHRASE,
                    "vault.damaged" | "vault.keys-damaged" | "vault.backup-damaged" => DAMAGED,
                    _ => REFUSED,
                }
            }
            Stop::Silent(code) => code,
        }
    }
}

fn borrowed<'v>(values: &'v [(&'static str, String)]) -> Vec<(&'v str, &'v str)> {
    values.iter().map(|(name, value)| (*name, value.as_str())).collect()
}
