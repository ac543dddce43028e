//! 報告書. The one place that sees all the stations between records and paper.
//!
//! [`prepare`] computes a report on a snapshot of the store without holding it, [`enter_release`] writes the ledger.
//! Names are read only as a search list for the finished bytes; they never reach a page.

mod annual;
mod chapters;
mod check;
mod judge;
mod letters;
mod level;
mod profiles;
mod romaji;
mod secrets;
mod sections;
mod snapshot;
mod tables;
mod view;

pub use annual::{AnnualRequest, Prepared, ReportFinding, enter_release, prepare};
pub use check::{Checked, check_release};
pub use level::Level;
pub use sections::{KeepSection, MaterialLine, Section, Sections};
pub use view::{Cache, PagePicture, Report, ReportHeadline, ReportPage, ReportView, TableFate};
