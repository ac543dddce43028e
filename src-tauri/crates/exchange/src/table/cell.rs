//! One cell against the field of its column.

use super::field::{Field, Holds};
use super::rows::Options;
use super::{Cell, Origin, clock, columns, names, numbers, serial};
use crate::paste::cell::{hiragana, single_spaced};
use chrono::{Datelike, NaiveDate};
use domain::calendar::{PartialDate, Precision};
use domain::text::fold::fold;
use domain::text::typed_date::{self, DateFault};
use domain::vocabulary::List;

/// Longest short text and longest text, in characters.
const SHORT_LIMIT: usize = 200;
const TEXT_LIMIT: usize = 100_000;

/// Names of values and values.
pub(super) type Found = Vec<(&'static str, String)>;
/// Code of a fault and the key of its sentence inside `pack.table`.
pub(super) type Why = (&'static str, &'static str);

/// Words that say that nothing is known.
const NOTHING: &[&str] =
    &["-", "ー", "―", "—", "–", "−", "?", "不明", "未定", "未確認", "未記入", "n/a", "na", "null", "*"];

/// What a spreadsheet writes where a formula failed.
const BROKEN: &[&str] = &["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"];

/// True for a cell that says nothing about a field of this kind.
pub(super) fn says_nothing(text: &str, holds: Holds) -> bool {
    if text.is_empty() {
        return true;
    }
    match holds {
        Holds::Text => false,
        Holds::Code(list) if columns::code(list, text).is_some() => false,
        Holds::Codes(list) if columns::code(list, text).is_some() => false,
        Holds::Past | Holds::Day | Holds::Number | Holds::Minutes | Holds::Clock | Holds::Place
            if fold(text) == "なし" =>
        {
            true
        }
        _ => NOTHING.contains(&fold(text).as_str()),
    }
}

/// What a cell says.
pub(super) fn read(cell: &Cell, field: &'static Field, options: &Options) -> Result<Found, Why> {
    let text = cell.text.as_str();
    if cell.origin == Origin::Broken || BROKEN.contains(&text) {
        return Err(("bad_value", "broken"));
    }
    if text.is_empty() || says_nothing(text, field.holds) {
        return Ok(Found::new());
    }
    let limit = if matches!(field.holds, Holds::Text) { TEXT_LIMIT } else { SHORT_LIMIT };
    if text.len() > limit && text.chars().nth(limit).is_some() {
        return Err(("too_long", if limit == TEXT_LIMIT { "long_text" } else { "long" }));
    }
    let one = |value: String| vec![(field.id, value)];
    match field.holds {
        Holds::Text => Ok(one(text.to_owned())),
        Holds::Short | Holds::Place => Ok(one(single_spaced(text))),
        Holds::Name => {
            let (family, given) = names::split(text, options.surname);
            Ok(filled([("family_name", family), ("given_name", given)]))
        }
        Holds::Kana => kana(text, field),
        Holds::Texts => Ok(one(parts(text).collect::<Vec<_>>().join(";"))),
        Holds::Past | Holds::Day => date(cell, field, options).map(|date| one(date.to_string())),
        Holds::Year => year(text, options).map(|year| one(year.to_string())),
        Holds::Clock => match clock::clock(text) {
            Some(minutes) => Ok(one(clock::written(minutes))),
            None => span(text).ok_or(("bad_date", "not_time")),
        },
        Holds::Span => span(text).ok_or(("bad_date", "not_span")),
        Holds::Minutes => span(text).map_or_else(
            || numbers::minutes(text).map(|n| one(n.to_string())).map_err(|why| ("bad_number", why)),
            Ok,
        ),
        Holds::Number => numbers::whole(text).map(|n| one(n.to_string())).map_err(|why| ("bad_number", why)),
        Holds::Code(list) => code(list, text).map(|code| one(code.to_owned())),
        Holds::Codes(list) => codes(list, text).map(|codes| one(codes.join(";"))),
    }
}

fn filled<const N: usize>(values: [(&'static str, String); N]) -> Found {
    values.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn kana(text: &str, field: &Field) -> Result<Found, Why> {
    let kana = hiragana(text).ok_or(("bad_value", "not_kana"))?;
    if field.id != "kana" {
        return Ok(vec![(field.id, kana)]);
    }
    let (family, given) = kana.split_once(' ').unwrap_or((&kana, ""));
    Ok(filled([("family_kana", family.to_owned()), ("given_kana", given.to_owned())]))
}

fn span(text: &str) -> Option<Found> {
    let (from, to) = clock::span(text)?;
    Some(vec![
        ("start", clock::written(from)),
        ("end", clock::written(to)),
        ("minutes", (to - from).to_string()),
    ])
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    let between =
        |c: char| matches!(c, ';' | '；' | '、' | '，' | ',' | '・' | '/' | '／' | '\n' | '＋' | '+');
    text.split(between).map(str::trim).filter(|part| !part.is_empty())
}

fn code(list: &'static List, text: &str) -> Result<&'static str, Why> {
    let icd = || {
        let group: String = fold(text).to_uppercase().chars().take(2).collect();
        (list.name == "diagnosis_group" && text.chars().any(|c| c.is_numeric()))
            .then(|| list.entries.iter().find(|e| e.code == group).map(|e| e.code))
            .flatten()
    };
    columns::code(list, text).or_else(icd).ok_or(("unknown_code", "unknown_code"))
}

fn codes(list: &'static List, text: &str) -> Result<Vec<&'static str>, Why> {
    if let Ok(code) = code(list, text) {
        return Ok(vec![code]);
    }
    let mut found = Vec::new();
    for part in parts(text) {
        let code = code(list, part)?;
        if !found.contains(&code) {
            found.push(code);
        }
    }
    if found.is_empty() { Err(("unknown_code", "unknown_code")) } else { Ok(found) }
}

/// The date of a cell. A date without a year needs the fiscal year that the list is of; words such as 「きのう」 mean
/// nothing in a file.
fn date(cell: &Cell, field: &Field, options: &Options) -> Result<PartialDate, Why> {
    let text = without_midnight(&cell.text);
    let date = match serial_day(text, options) {
        Some((day, false)) => PartialDate::day(day),
        Some((day, true)) if day <= options.today => return Err(("bad_date", "two_dates")),
        _ => typed(text, options)?,
    };
    let ahead = date.first_day() > options.today;
    match field.holds {
        _ if ahead => Err(("bad_date", "future")),
        Holds::Day if date.precision() != Precision::Day => Err(("bad_date", "no_day")),
        _ => Ok(date),
    }
}

fn typed(text: &str, options: &Options) -> Result<PartialDate, Why> {
    let relative = !text.chars().any(char::is_numeric) && !text.contains(['元', '一', '二', '三', '十']);
    let folded = fold(text);
    let told_from_today =
        ["週", "前", "後", "今", "来月", "先月", "去年", "昨", "来年", "明日", "+", "あ", "き"]
            .iter()
            .any(|word| folded.contains(word) && !folded.contains("ころ") && !folded.contains("ごろ"));
    if relative || told_from_today {
        return Err(("bad_date", "not_date"));
    }
    let read = typed_date::read(text, options.today).map_err(|fault| {
        let why = match fault {
            DateFault::Ambiguous => "two_dates",
            DateFault::WhichYear => "which_year",
            DateFault::Impossible | DateFault::Weekday | DateFault::OutOfRange => "no_such_day",
            DateFault::Empty | DateFault::Unreadable => "not_date",
        };
        ("bad_date", why)
    })?;
    if !is_yearless(&folded) {
        return Ok(read.date);
    }
    let year = options.fiscal_year.ok_or(("bad_date", "no_year"))?;
    let day = read.date.first_day();
    let year = if day.month() < 4 { year + 1 } else { year };
    let moved = NaiveDate::from_ymd_opt(year, day.month(), day.day()).ok_or(("bad_date", "no_such_day"))?;
    Ok(PartialDate::day(moved))
}

/// 5/1, 5月1日, 5.1: two numbers, the first a month.
fn is_yearless(folded: &str) -> bool {
    let text = folded.split('(').next().unwrap_or_default().trim_end_matches('日');
    let numbers: Vec<&str> = text.split(['/', '月', '.', '-', '・']).collect();
    numbers.len() == 2
        && numbers.iter().all(|n| (1..=2).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))
}

/// `2025/04/01 0:00` is a day.
fn without_midnight(text: &str) -> &str {
    match text.rsplit_once([' ', '　']) {
        Some((day, time)) if clock::clock(time).is_some() => day.trim(),
        _ => text,
    }
}

/// A day that a spreadsheet left as its number: 45678. True beside it when the five digits are year, month and day of
/// an era as well.
fn serial_day(text: &str, options: &Options) -> Option<(NaiveDate, bool)> {
    let digits = text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit());
    let number: u32 = digits.then(|| text.parse().ok()).flatten()?;
    let (month, day) = (number / 100 % 100, number % 100);
    let also_typed = (1..=12).contains(&month) && (1..=31).contains(&day);
    let day = (7_000..80_000).contains(&number).then(|| serial::day(f64::from(number), options.from_1904));
    day.flatten().map(|day| (day, also_typed))
}

fn year(text: &str, options: &Options) -> Result<i32, Why> {
    let folded = fold(text);
    let text = folded.strip_suffix("年度").map_or(folded.clone(), |year| format!("{year}年"));
    if is_yearless(&text) {
        return Err(("bad_number", "not_year"));
    }
    let read =
        typed_date::read(without_midnight(&text), options.today).map_err(|_| ("bad_number", "not_year"))?;
    Ok(read.date.first_day().year())
}
