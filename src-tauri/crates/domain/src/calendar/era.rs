//! Japanese eras. Changes by cabinet order: 1868-01-25 明治, 1912-07-30 大正, 1926-12-25 昭和, 1989-01-08 平成, 2019-05-01 令和.

use super::{FiscalYear, PartialDate, Precision};
use chrono::{Datelike, NaiveDate};

/// One era: name, letter, and its first civil day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Era {
    /// 令和.
    pub name: &'static str,
    /// R.
    pub letter: char,
    first: (i32, u32, u32),
}

impl Era {
    /// All eras, newest first.
    pub const ALL: [Self; 5] = [
        Self { name: "令和", letter: 'R', first: (2019, 5, 1) },
        Self { name: "平成", letter: 'H', first: (1989, 1, 8) },
        Self { name: "昭和", letter: 'S', first: (1926, 12, 25) },
        Self { name: "大正", letter: 'T', first: (1912, 7, 30) },
        Self { name: "明治", letter: 'M', first: (1868, 1, 25) },
    ];
    /// First civil day of the era.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.first.0, self.first.1, self.first.2).unwrap_or(NaiveDate::MIN)
    }
    /// Western year in which the era's year 1 lies.
    pub const fn first_year(self) -> i32 {
        self.first.0
    }
}

/// Era and year of the era for a date; dates before 明治 count as 明治.
pub fn era_of(date: NaiveDate) -> (Era, i32) {
    let era = Era::ALL.into_iter().find(|e| e.first_day() <= date).unwrap_or(Era::ALL[4]);
    (era, date.year() - era.first_year() + 1)
}

/// 令和7年5月22日, 令和元年5月, 昭和54年: as exact as the date is.
pub fn long_date(date: PartialDate) -> String {
    let d = date.first_day();
    let (era, year) = era_of(d);
    let year = if year == 1 { "元".to_owned() } else { year.to_string() };
    match date.precision() {
        Precision::Year => format!("{}{year}年", era.name),
        Precision::Month => format!("{}{year}年{}月", era.name, d.month()),
        Precision::Day => format!("{}{year}年{}月{}日", era.name, d.month(), d.day()),
    }
}

/// R7.5.22, R7.5, R7.
pub fn short_date(date: PartialDate) -> String {
    let d = date.first_day();
    let (era, year) = era_of(d);
    match date.precision() {
        Precision::Year => format!("{}{year}", era.letter),
        Precision::Month => format!("{}{year}.{}", era.letter, d.month()),
        Precision::Day => format!("{}{year}.{}.{}", era.letter, d.month(), d.day()),
    }
}

/// 令和7年度; the year in which an era changes takes the era of its first of May, as offices do (令和元年度).
pub fn wareki_fiscal_year(year: FiscalYear) -> String {
    let may = NaiveDate::from_ymd_opt(year.year(), 5, 1).unwrap_or_else(|| year.first());
    let (era, n) = era_of(may);
    if n == 1 { format!("{}元年度", era.name) } else { format!("{}{n}年度", era.name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eras_change_on_their_day() {
        for (iso, long, short) in [
            ("2019-04-30", "平成31年4月30日", "H31.4.30"),
            ("2019-05-01", "令和元年5月1日", "R1.5.1"),
            ("1989-01-07", "昭和64年1月7日", "S64.1.7"),
            ("1926-12-25", "昭和元年12月25日", "S1.12.25"),
            ("1979-09", "昭和54年9月", "S54.9"),
        ] {
            let date: PartialDate = iso.parse().unwrap();
            assert_eq!((long_date(date), short_date(date)), (long.into(), short.into()));
        }
        assert_eq!(wareki_fiscal_year(FiscalYear::try_from(2019).unwrap()), "令和元年度");
        assert_eq!(wareki_fiscal_year(FiscalYear::try_from(2025).unwrap()), "令和7年度");
    }
}
