//! Birth dates in every notation the field writes.

use chrono::{Datelike, NaiveDate};
use domain::calendar::era_of;

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// 1958年3月5日, 1958-03-05, 1958/3/5.
    Western,
    /// 昭和33年3月5日, S33.3.5, 昭33.3.5.
    Era,
    /// 19580305, 330305 after its letter.
    Digits,
    /// March 5, 1958.
    English,
}

impl Form {
    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Western => "western",
            Self::Era => "era",
            Self::Digits => "digits",
            Self::English => "english",
        }
    }
}

const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What every notation of a date contains: one of these, whatever follows.
pub fn anchors(date: NaiveDate) -> Vec<String> {
    let (era, n) = era_of(date);
    let n = n.unsigned_abs();
    let letter = era.letter.to_ascii_lowercase();
    let short = era.name.chars().next().map(String::from).unwrap_or_default();
    let mut anchors = vec![date.year().to_string()];
    for n in [n.to_string(), format!("{n:02}"), kanji(n), "元".into()] {
        anchors.extend([
            format!("{}{n}", era.name),
            format!("{letter}{n}"),
            format!("{letter}.{n}"),
            format!("{short}{n}"),
        ]);
    }
    anchors
}

/// Every notation, as `haystack::plain` would leave it.
pub fn notations(date: NaiveDate) -> Vec<(Form, String)> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let (era, era_year) = era_of(date);
    let letter = era.letter.to_ascii_lowercase();
    let mut all = Vec::new();
    let both = |n: u32| if n < 10 { vec![n.to_string(), format!("0{n}")] } else { vec![n.to_string()] };
    let mut years: Vec<(Form, String)> = vec![(Form::Western, year.to_string())];
    let mut era_years = both(era_year.unsigned_abs());
    era_years.push(kanji(era_year.unsigned_abs()));
    if era_year == 1 {
        era_years.push("元".into());
    }
    let short = era.name.chars().next().map(String::from).unwrap_or_default();
    for n in &era_years {
        years.push((Form::Era, format!("{}{n}", era.name)));
        years.push((Form::Era, format!("{letter}{n}")));
        years.push((Form::Era, format!("{letter}.{n}")));
        years.push((Form::Era, format!("{short}{n}")));
    }
    for (form, year) in &years {
        for m in both(month) {
            for d in both(day) {
                for sign in ["-", "/", ".", "・", " "] {
                    all.push((*form, format!("{year}{sign}{m}{sign}{d}")));
                }
                all.push((*form, format!("{year}年{m}月{d}日")));
            }
        }
        all.push((*form, format!("{year}年{}月{}日", kanji(month), kanji(day))));
    }
    for m in both(month) {
        for d in both(day) {
            all.push((Form::Era, format!("{}{era_year}年({year}年){m}月{d}日", era.name)));
            all.push((Form::Era, format!("{}{era_year}年({year}){m}月{d}日", era.name)));
            all.push((Form::Western, format!("{year}年({}{era_year}年){m}月{d}日", era.name)));
        }
    }
    all.push((Form::Digits, format!("{year}{month:02}{day:02}")));
    all.push((Form::Digits, format!("{letter}{era_year:02}{month:02}{day:02}")));
    let name = ENGLISH.get(month as usize - 1).copied().unwrap_or_default();
    for name in [name, name.get(..3).unwrap_or(name)] {
        for sign in [",", ""] {
            let space = if sign.is_empty() { " " } else { "" };
            all.push((Form::English, format!("{name}{day}{sign}{space}{year}")));
        }
        all.push((Form::English, format!("{day}{name}{year}")));
        all.push((Form::English, format!("{name}.{day},{year}")));
    }
    all
}

/// 33 as 三十三.
fn kanji(n: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u32| DIGITS.get(n as usize).copied().unwrap_or_default();
    match n / 10 {
        0 => digit(n).to_owned(),
        1 => format!("十{}", digit(n % 10)),
        tens => format!("{}十{}", digit(tens), digit(n % 10)),
    }
}
