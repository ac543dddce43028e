//! `susono-cli`: the same door from a terminal.
//!
//! [`run`] is the whole program without the machine: arguments, streams, clock and the cost of a passphrase come
//! in from outside, so that a story can run it.

mod args;
mod backup;
mod calendar;
mod door;
mod keys;
mod packs;
mod print;
mod redact;
mod report;
mod search;
mod tables;

pub use print::{Ask, Terminal};

use app::{Circumstances, Failure, House};
use args::Args;
use files::{Clock, FilesError, KdfCost, VaultFolder};
use print::Talk;
use std::ffi::OsString;

/// Done.
pub const DONE: i32 = 0;
/// Refused for a reason in the data or the rules.
pub const REFUSED: i32 = 1;
/// Wrong usage.
pub const USAGE: i32 = 2;
/// Wrong passphrase.
pub const WRONG_PASSPHRASE: i32 = 3;
/// The store is damaged.
pub const DAMAGED: i32 = 4;

/// Why a command did not do what it should.
pub(crate) enum Stop {
    /// The words for a wrong usage: key inside `cli`, and what fills it.
    Usage(&'static str, Vec<(&'static str, String)>),
    /// A plain sentence of the terminal: key inside `cli`, and what fills it.
    Say(&'static str, Vec<(&'static str, String)>),
    /// The house or the disk refused.
    Failure(Failure),
    /// Everything was said already.
    Silent(i32),
}

impl Stop {
    pub(crate) fn usage(key: &'static str, name: &str) -> Self {
        Self::Usage(key, vec![("name", name.to_owned())])
    }
    pub(crate) fn say(key: &'static str, name: &str) -> Self {
        Self::Say(key, vec![("name", name.to_owned())])
    }
}
impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}
impl From<FilesError> for Stop {
    fn from(error: FilesError) -> Self {
        Self::Failure(error.into())
    }
}
impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        FilesError::from(error).into()
    }
}

/// An open vault and what is true around the one call that this program makes.
pub(crate) struct Opened {
    pub(crate) folder: VaultFolder,
    pub(crate) house: House,
    pub(crate) healed: Vec<&'static str>,
}

/// One run: what was asked, with which streams, at which moment.
pub(crate) struct Run<'a, 't> {
    pub(crate) args: Args,
    pub(crate) talk: Talk<'a, 't>,
    pub(crate) clock: Clock,
    pub(crate) cost: KdfCost,
}

/// Runs one command and gives its exit code. `arguments` are without the name of the program.
pub fn run(arguments: Vec<OsString>, terminal: &mut Terminal, clock: Clock, cost: KdfCost) -> i32 {
    let (args, language) = match args::read(arguments) {
        Ok(args) => {
            let language = args.language;
            (Ok(args), language)
        }
        Err(stop) => (Err(stop), words::Language::Ja),
    };
    let mut talk = Talk { terminal, language };
    let args = match args {
        Ok(args) => args,
        Err(stop) => return talk.stopped(stop),
    };
    let clock = args.now.map_or(clock, Clock::Fixed);
    let mut run = Run { args, talk, clock, cost };
    match run.dispatch() {
        Ok(()) => DONE,
        Err(stop) => run.talk.stopped(stop),
    }
}

impl Run<'_, '_> {
    fn dispatch(&mut self) -> Result<(), Stop> {
        let words: Vec<String> = self.args.words.clone();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] | ["help"] if words.is_empty() && !self.args.help => Err(Stop::Usage("usage", Vec::new())),
            [] | ["help", ..] => self.talk.result(&self.talk.words("usage", &[])),
            ["init"] => keys::init(self),
            ["passphrase", "change"] => keys::change(self),
            ["recovery", "test"] => keys::test_recovery(self),
            ["check"] => keys::check(self),
            ["import-pack", folder] => packs::import(self, folder),
            ["import-table", file] => tables::import(self, file),
            ["export-pack", folder] => packs::export(self, folder),
            ["figures"] => packs::figures(self),
            ["search", query @ ..] if !query.is_empty() => search::search(self, &query.join(" ")),
            ["report", kind] => report::make(self, kind),
            ["check-release", file] => report::check_release(self, file),
            ["redact"] => redact::redact(self),
            ["alerts"] => search::alerts(self),
            ["read-date", text @ ..] if !text.is_empty() => door::read_date(self, &text.join(" ")),
            ["contract"] => door::contract(self),
            ["call", name] => door::call(self, name, "{}"),
            ["call", name, input] => door::call(self, name, input),
            ["ics", "export", file] => calendar::export(self, file),
            ["ics", "import", file] => calendar::import(self, file),
            ["backup", "create"] => backup::create(self),
            ["backup", "list"] => backup::list(self),
            ["backup", "verify", file] => backup::verify(self, file),
            ["backup", "restore", file] => backup::restore(self, file),
            [name, ..] => Err(Stop::usage("unknown_command", name)),
        }
    }

    /// Opens the vault of `--vault` with its passphrase.
    pub(crate) fn open(&mut self) -> Result<Opened, Stop> {
        let dir = self.args.vault()?;
        let passphrase = keys::passphrase(self)?;
        opened(VaultFolder::open(&dir, &passphrase)?)
    }

    /// What is true around the one call of this run.
    pub(crate) fn around(&self) -> Result<Circumstances, Stop> {
        Ok(Circumstances::new(self.clock.now(), files::entropy()?))
    }
}

pub(crate) fn opened(opened: files::Opened) -> Result<Opened, Stop> {
    let files::Opened { folder, store, healed } = opened;
    Ok(Opened { folder, house: House::new(store, |_| {}), healed })
}
