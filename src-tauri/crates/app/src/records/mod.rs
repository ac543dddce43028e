//! 紙: 支援経過記録, 業務日誌, 引継ぎ書 and 「これからの道のり」, and copying notes into the office's own papers.
//!
//! These papers carry real names. They never meet the reports: nothing here is counted for, released or read by them,
//! and every paper that leaves stands in the log.

mod copy;
mod course;
mod crisis;
mod diary;
mod entries;
mod handover;
mod make;
mod month;
mod road;
mod round;
mod schedule;
mod settings;
mod style;
mod view;

pub use copy::{CopyNotes, MarkCopied, NoteToCopy, NotesToCopy, NotesView};
pub use make::{Made, PaperRequest, log_leaving, prepare};
pub use road::{KeepRoadPage, PersonRoad, RoadStop, RoadView};
pub use settings::{CopyColumn, CopyDates, Earlier, KeepRecordSettings, RecordSettings, Separator};
pub use view::{Cache, RecordPaper, RecordPaperPage, RecordPaperView};
