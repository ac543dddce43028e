//! Dates as the field writes them: partial dates, eras, fiscal years.

mod era;
mod fiscal_year;
mod holiday;
pub mod own_days;
mod partial_date;
pub mod recurrence;

pub use era::{Era, era_of, long_date, short_date, wareki_fiscal_year};
pub use fiscal_year::FiscalYear;
pub use holiday::{holiday, holiday_words, published_until};
pub use partial_date::{BadDate, PartialDate, Precision};
