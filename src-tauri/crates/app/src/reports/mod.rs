//! 報告書. The one place that sees all the stations between records and paper.
//!
//! Every kind of report goes one way ([`prepare`]): a snapshot of the store, its tables as ladders, the judges, the
//! pages, the ink, the attack. [`enter_release`] writes the ledger. Names are read only as a search list for the
//! finished bytes; they never reach a page.

mod attack;
mod check;
mod documents;
mod drawn;
mod earlier;
mod evidence;
mod fates;
mod forecast;
mod foreign;
mod handed;
mod insider;
mod judge;
mod known;
mod ledger;
mod left;
mod letters;
mod level;
mod make;
mod origin;
mod picture;
mod plan;
mod printed;
mod profiles;
mod proof;
mod request;
mod reread;
mod secrets;
mod sections;
mod sent;
mod settings;
mod snapshot;
mod tables;
mod tables_file;
mod view;
mod workbook;

pub use attack::Tried;
pub use check::{Checked, check_release};
pub use earlier::{EarlierFigures, KeepEarlierFigures, TypedFigure};
pub use evidence::RecordKind;
pub use fates::{FateStep, HiddenCell, PrintedTable, TableFate, WordColumn};
pub use forecast::{Forecast, ForecastReport, ForecastTable, ReleaseForecast};
pub use handed::{Handed, Part, enter_parts, enter_release, hand};
pub use insider::Insider;
pub use judge::{Judged, Occasion, judge, judge_among};
pub use left::{Left, Places};
pub use level::Level;
pub use make::{Prepared, ReportFinding, prepare};
pub use origin::{Counting, FigureOrigin, FigureRecord, FigureRecords, origins};
pub use picture::PagePicture;
pub use plan::{KeepSectionPlan, KeptSection, SectionChoice, SectionPlan};
pub use proof::{Considered, Proof, ReleaseProof, finding_kinds};
pub use request::{AnnualRequest, ReportKind, ReportRequest};
pub use sections::{KeepSection, MaterialLine, Section, Sections};
pub use sent::{Releases, Sent};
pub use settings::{KeepReportSettings, PaperYears, PersonWord, ReportSettings};
pub use tables_file::TableFile;
pub use view::{Cache, Report, ReportHeadline, ReportPage, ReportView, shown};
