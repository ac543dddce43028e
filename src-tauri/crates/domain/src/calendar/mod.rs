//! Dates as the field writes them: partial dates, eras, fiscal years.

mod era;
mod fiscal_year;
mod holiday;
mod partial_date;

pub use era::{Era, era_of, long_date, short_date, wareki_fiscal_year};
pub use fiscal_year::FiscalYear;
pub use holiday::holiday;
pub use partial_date::{BadDate, PartialDate, Precision};
