//! A whole pack in, the whole store out.

use crate::{Circumstances, Event, Failure, House, Topic};
use ::exchange::pack::{self, Faults};
use domain::calendar::FiscalYear;
use domain::metrics::{Figures, Year};
use serde::Serialize;
use std::collections::BTreeMap;
use store::{StoreError, Writer};
use words::Language;

/// Name of the act in the undo list, in the log and in the event stream.
const ACT: &str = "ImportPack";

/// One fault of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Fault {
    /// Name of the file; empty for the folder as a whole.
    pub file: String,
    /// Physical line where the record starts; 0 for the file as a whole.
    #[ts(type = "number")]
    pub line: usize,
    /// Column, where one is meant.
    pub column: String,
    /// Code by which other programs know the fault.
    pub code: String,
    /// One plain sentence.
    pub reason: String,
    #[serde(skip)]
    #[ts(skip)]
    why: &'static str,
    #[serde(skip)]
    #[ts(skip)]
    value: String,
}

impl Fault {
    fn of(fault: pack::Fault) -> Self {
        let pack::Fault { file, line, column, code, why, value } = fault;
        Self { file, line, column, code: code.as_str().to_owned(), reason: String::new(), why, value }
            .worded(Language::Ja)
    }

    /// The same in a language.
    #[must_use]
    pub fn worded(mut self, language: Language) -> Self {
        let sentence = words::say(language, &format!("pack.fault.{}", self.why));
        self.reason =
            words::fill(&sentence, &[("value", self.value.as_str()), ("column", self.column.as_str())]);
        self
    }
}

/// What became of a pack: the rows of every file, or why nothing was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Imported {
    /// Rows by file; empty when there are faults.
    #[ts(type = "Record<string, number>")]
    pub imported: BTreeMap<String, usize>,
    /// Faults, the first thousand.
    pub faults: Vec<Fault>,
    /// Faults in all.
    #[ts(type = "number")]
    pub fault_count: usize,
}

/// Imports the files of a folder in one act that can be undone. On any fault nothing is written.
///
/// Errors: the store's own, and `act.stopped`; then nothing is written either.
pub fn import(
    house: &House,
    around: &Circumstances,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<Imported, Failure> {
    let progress = house.progress(ACT);
    let mut found = None;
    let outcome = house.perform(around, Some(ACT), |writer| {
        let tables = match read(writer, files)? {
            Ok(tables) => tables,
            Err(faults) => {
                found = Some(faults);
                return Err(Failure::new("act.stopped"));
            }
        };
        let total = tables.iter().map(|(_, rows)| rows.len()).sum();
        let mut stopped = None;
        let rows = writer.add_pack(&tables, |done| {
            stopped = progress.step(done, total).err();
            stopped.is_none()
        })?;
        for (_, bytes) in files.iter().filter(|(name, bytes)| is_attachment(name, bytes)) {
            writer.keep_attachment_bytes(bytes)?;
        }
        writer.log_event(ACT, "", "done")?;
        stopped.map_or(Ok(rows), Err)
    });
    if let Some(Faults { list, total }) = found {
        let faults = list.into_iter().map(Fault::of).collect();
        return Ok(Imported { faults, fault_count: total, ..Imported::default() });
    }
    let imported = outcome?.into_iter().map(|(name, rows)| (name.to_owned(), rows)).collect();
    house.tell(Event::Changed { topics: Topic::ALL.to_vec() });
    Ok(Imported { imported, ..Imported::default() })
}

/// Reads the files against the keys of the vault.
fn read(
    writer: &Writer,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<Result<pack::Tables, Faults>, StoreError> {
    let mut failed = None;
    let read = pack::read(files, &mut |file, key| match writer.knows_key(file, key) {
        Ok(known) => known,
        Err(error) => {
            failed = Some(error);
            false
        }
    });
    failed.map_or(Ok(read), Err)
}

/// How the name of a photo or paper of a note begins; its hash follows.
const ATTACHMENT: &str = "attachment_";

/// True for a file that is the photo or paper it says it is.
fn is_attachment(name: &str, bytes: &[u8]) -> bool {
    name.strip_prefix(ATTACHMENT).is_some_and(|hash| hash == store::attachments::hash(bytes))
}

/// The whole store as the files of a folder: the rows, and the photos and papers of notes as they are.
pub fn export(house: &House) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let (tables, attachments) =
        house.read(|reader| Ok::<_, Failure>((reader.whole_store()?, reader.all_attachment_bytes()?)))?;
    let mut files = pack::write(&tables);
    files.extend(attachments.into_iter().map(|(hash, bytes)| (format!("{ATTACHMENT}{hash}"), bytes)));
    Ok(files)
}

/// All unsuppressed figures of a fiscal year, named by the year of its April.
///
/// Errors: `figures.bad-year`.
pub fn figures(house: &House, around: &Circumstances, fiscal_year: i32) -> Result<Figures, Failure> {
    let year = FiscalYear::try_from(fiscal_year).map_err(|_| Failure::new("figures.bad-year"))?;
    let records = house.read(|reader| Ok::<_, Failure>(reader.records()?))?;
    Ok(Figures::count(&records, &Year::new(year), around.today()))
}
