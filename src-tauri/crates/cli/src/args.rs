//! Arguments: a command of one or two words with what belongs to it, and options before, between or after.

use crate::Stop;
use chrono::{DateTime, FixedOffset};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;
use words::Language;

/// Options that take a value.
const VALUES: &[&str] = &[
    "vault",
    "passphrase-file",
    "new-passphrase-file",
    "recovery-file",
    "recovery-out",
    "now",
    "lang",
    "fiscal-year",
    "limit",
    "out",
    "level",
    "figures",
    "month",
    "programme",
    "hospital",
    "tables",
    "proof",
    "as",
    "mapping",
];

/// What was asked.
pub(crate) struct Args {
    /// The command and what stands beside it.
    pub(crate) words: Vec<String>,
    options: BTreeMap<&'static str, OsString>,
    /// Results for other programs.
    pub(crate) json: bool,
    /// Only shown, not written.
    pub(crate) dry_run: bool,
    /// Names may leave.
    pub(crate) with_names: bool,
    /// Only the usage.
    pub(crate) help: bool,
    /// Language of what is said.
    pub(crate) language: Language,
    /// The moment, where it is fixed.
    pub(crate) now: Option<DateTime<FixedOffset>>,
}

/// Reads the arguments. Error: wrong usage.
pub(crate) fn read(arguments: Vec<OsString>) -> Result<Args, Stop> {
    use lexopt::prelude::*;
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut args = Args {
        words: Vec::new(),
        options: BTreeMap::new(),
        json: false,
        dry_run: false,
        with_names: false,
        help: false,
        language: Language::Ja,
        now: None,
    };
    while let Some(argument) = parser.next().map_err(|e| Stop::usage("unknown_option", &e.to_string()))? {
        match argument {
            Long("json") => args.json = true,
            Long("dry-run") => args.dry_run = true,
            Long("with-names") => args.with_names = true,
            Long("help") | Short('h') => args.help = true,
            Long(name) => {
                let Some(known) = VALUES.iter().find(|v| **v == name) else {
                    return Err(Stop::usage("unknown_option", &format!("--{name}")));
                };
                let value =
                    parser.value().map_err(|_| Stop::usage("missing_value", &format!("--{known}")))?;
                args.options.insert(known, value);
            }
            Short(letter) => return Err(Stop::usage("unknown_option", &format!("-{letter}"))),
            Value(word) => args.words.push(word.to_string_lossy().into_owned()),
        }
    }
    if let Some(language) = args.text("lang") {
        args.language = match language.as_str() {
            "ja" => Language::Ja,
            "en" => Language::En,
            _ => return Err(bad_value("--lang", &language)),
        };
    }
    if let Some(now) = args.text("now") {
        args.now = Some(moment(&now).ok_or_else(|| bad_value("--now", &now))?);
    }
    Ok(args)
}

fn bad_value(name: &str, value: &str) -> Stop {
    Stop::Usage("bad_value", vec![("name", name.to_owned()), ("value", value.to_owned())])
}

/// `2026-11-02T09:00+09:00`, with or without seconds.
fn moment(text: &str) -> Option<DateTime<FixedOffset>> {
    let at = DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z"))
        .ok()?;
    let japan = FixedOffset::east_opt(9 * 3600)?;
    Some(at.with_timezone(&japan))
}

impl Args {
    /// The text of an option.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.options.get(name).map(|v| v.to_string_lossy().into_owned())
    }
    /// The path of an option.
    pub(crate) fn path(&self, name: &str) -> Option<PathBuf> {
        self.options.get(name).map(PathBuf::from)
    }
    /// The number of an option. Error: it is none.
    pub(crate) fn number<N: std::str::FromStr>(&self, name: &str) -> Result<Option<N>, Stop> {
        match self.text(name) {
            None => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_| bad_value(&format!("--{name}"), &text)),
        }
    }
    /// The folder of the vault. Error: it was not named.
    pub(crate) fn vault(&self) -> Result<PathBuf, Stop> {
        self.path("vault").ok_or_else(|| Stop::usage("missing_option", "--vault"))
    }
}
