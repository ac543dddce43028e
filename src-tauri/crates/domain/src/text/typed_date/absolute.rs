//! Dates told by year, month and day, with or without an era.

use super::{DateFault, TypedDate, named, partial};
use crate::calendar::{Era, PartialDate, Precision, era_of};
use chrono::{Datelike, Months, NaiveDate};

type Read = Result<TypedDate, DateFault>;

/// Reads a date that says its year or means this one.
pub(super) fn read(typed: &str, today: NaiveDate) -> Read {
    if let Some((era, rest)) = era_prefix(typed) {
        let rest = rest.strip_prefix('元').map_or_else(|| rest.to_owned(), |after| format!("1{after}"));
        let rest = rest.trim_start_matches(is_separator);
        return if all_digits(rest) { compact_in_era(era, rest, today) } else { parts_in_era(era, rest) };
    }
    let rest = typed.strip_prefix("西暦").unwrap_or(typed);
    if all_digits(rest) { compact(rest, today) } else { parts(rest, today) }
}

const LETTERS: [(char, usize); 10] =
    [('r', 0), ('h', 1), ('s', 2), ('t', 3), ('m', 4), ('令', 0), ('平', 1), ('昭', 2), ('大', 3), ('明', 4)];

fn era_prefix(typed: &str) -> Option<(Era, &str)> {
    for era in Era::ALL {
        if let Some(rest) = typed.strip_prefix(era.name) {
            return Some((era, rest));
        }
    }
    let first = typed.chars().next()?;
    let (_, index) = LETTERS.iter().find(|(letter, _)| *letter == first)?;
    Some((Era::ALL[*index], &typed[first.len_utf8()..]))
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | '/' | '-' | '・' | ',' | '。' | '、' | 'ー' | '−' | '‐' | '‑' | '–' | '—' | ' ')
}

/// A number and what stands after it.
struct Part {
    value: u32,
    digits: usize,
    unit: Option<char>,
}

/// Numbers with 年 月 日 or one separator between them.
fn split(text: &str) -> Result<Vec<Part>, DateFault> {
    let mut parts = Vec::new();
    let mut digits = String::new();
    let mut fresh = true;
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
            fresh = true;
            continue;
        }
        if digits.is_empty() {
            // Nothing but one more separator may follow: 「5月.1日」 is no date, 「R6.4.」 is.
            if fresh || !is_separator(c) {
                return Err(DateFault::Unreadable);
            }
            fresh = true;
            continue;
        }
        let unit = match c {
            '年' | '月' | '日' => Some(c),
            _ if is_separator(c) => None,
            _ => return Err(DateFault::Unreadable),
        };
        parts.push(part(&digits, unit)?);
        digits.clear();
        fresh = unit.is_none();
    }
    if !digits.is_empty() {
        parts.push(part(&digits, None)?);
    }
    if parts.is_empty() || parts.len() > 3 { Err(DateFault::Unreadable) } else { Ok(parts) }
}

fn part(digits: &str, unit: Option<char>) -> Result<Part, DateFault> {
    if digits.len() > 4 {
        return Err(DateFault::Unreadable);
    }
    let value = digits.parse().map_err(|_| DateFault::Unreadable)?;
    Ok(Part { value, digits: digits.len(), unit })
}

/// Units, where they stand, must be 年 月 日 in the places of year, month, day.
fn fits(parts: &[Part], places: &str) -> bool {
    parts.iter().zip(places.chars()).all(|(p, place)| p.unit.is_none_or(|u| u == place))
}

fn parts_in_era(era: Era, rest: &str) -> Read {
    let parts = split(rest)?;
    if !fits(&parts, "年月日") {
        return Err(DateFault::Unreadable);
    }
    in_era(era, parts[0].value, parts.get(1).map(|p| p.value), parts.get(2).map(|p| p.value))
}

fn parts(text: &str, today: NaiveDate) -> Read {
    let parts = split(text)?;
    let value = |i: usize| parts.get(i).map(|p| p.value);
    if parts[0].unit == Some('年') || (parts[0].digits > 2 && parts[0].unit.is_none()) {
        if parts[0].digits < 3 {
            return Err(DateFault::WhichYear);
        }
        if !fits(&parts, "年月日") {
            return Err(DateFault::Unreadable);
        }
        return plain(year(parts[0].value)?, value(1), value(2));
    }
    match parts.len() {
        3 if fits(&parts, "年月日") => this_era(parts[0].value, value(1), value(2), today),
        2 if fits(&parts, "月日") => plain(today.year(), value(0), value(1)),
        1 if parts[0].unit == Some('月') => plain(today.year(), value(0), None),
        1 if parts[0].unit == Some('日') => plain(today.year(), Some(today.month()), value(0)),
        _ => Err(DateFault::Unreadable),
    }
}

fn plain(year: i32, month: Option<u32>, day: Option<u32>) -> Read {
    Ok(TypedDate { date: partial(year, month, day)?, note: None })
}

fn year(value: u32) -> Result<i32, DateFault> {
    i32::try_from(value).map_err(|_| DateFault::OutOfRange)
}

/// A date in an era; a year that the era does not have is read as what it means, and named.
fn in_era(era: Era, n: u32, month: Option<u32>, day: Option<u32>) -> Read {
    if n == 0 {
        return Err(DateFault::Impossible);
    }
    let date = partial(era.first_year() + year(n)? - 1, month, day)?;
    let note = (!within(era, date)).then(|| named(date));
    Ok(TypedDate { date, note })
}

/// True when some day of the date lies in the era. The day of the change in 1912 and in 1926 had both names.
fn within(era: Era, date: PartialDate) -> bool {
    let first = date.first_day();
    let last = match date.precision() {
        Precision::Day => first,
        Precision::Month => {
            first.checked_add_months(Months::new(1)).and_then(|d| d.pred_opt()).unwrap_or(first)
        }
        Precision::Year => NaiveDate::from_ymd_opt(first.year(), 12, 31).unwrap_or(first),
    };
    let next = Era::ALL.into_iter().rev().map(Era::first_day).find(|day| *day > era.first_day());
    let both = |day: NaiveDate| matches!(day.year(), 1912 | 1926) && first <= day;
    let begun = last >= era.first_day() || era == Era::ALL[4];
    begun && next.is_none_or(|day| first < day || both(day))
}

/// A year without era or century: of this era, if that is not far ahead.
fn this_era(n: u32, month: Option<u32>, day: Option<u32>, today: NaiveDate) -> Read {
    let (era, _) = era_of(today);
    let mut found = in_era(era, n, month, day)?;
    if found.date.first_day().year() > today.year() + 3 {
        return Err(DateFault::WhichYear);
    }
    found.note = Some(named(found.date));
    Ok(found)
}

/// The ways in which digits can be cut into year, month and day.
const CUTS_IN_ERA: [&[[usize; 3]]; 7] = [
    &[],
    &[[1, 0, 0]],
    &[[2, 0, 0]],
    &[[1, 1, 1], [1, 2, 0]],
    &[[2, 2, 0], [1, 1, 2], [1, 2, 1], [2, 1, 1]],
    &[[1, 2, 2], [2, 1, 2], [2, 2, 1]],
    &[[2, 2, 2]],
];

fn cut(digits: &str, cut: [usize; 3]) -> [Option<u32>; 3] {
    let mut at = 0;
    cut.map(|len| {
        let piece = digits.get(at..at + len);
        at += len;
        piece.filter(|p| !p.is_empty()).and_then(|p| p.parse().ok())
    })
}

fn compact_in_era(era: Era, digits: &str, today: NaiveDate) -> Read {
    let cuts = CUTS_IN_ERA.get(digits.len()).ok_or(DateFault::Unreadable)?;
    let read = |c: &[usize; 3]| {
        let [n, month, day] = cut(digits, *c);
        in_era(era, n.unwrap_or(0), month, day)
    };
    if let [only] = cuts {
        return read(only);
    }
    let found: Vec<TypedDate> = cuts.iter().filter_map(|c| read(c).ok()).collect();
    let likely = |d: &&TypedDate| d.note.is_none() && d.date.first_day().year() <= today.year() + 20;
    let best: Vec<&TypedDate> = found.iter().filter(likely).collect();
    match (best.as_slice(), found.as_slice()) {
        ([one], _) => Ok((*one).clone()),
        ([], [one]) => Ok(one.clone()),
        ([], []) => Err(DateFault::Impossible),
        _ => Err(DateFault::Ambiguous),
    }
}

fn compact(digits: &str, today: NaiveDate) -> Read {
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|d| d.parse::<u32>().ok());
    match digits.len() {
        8 => plain(year(number(0, 4).unwrap_or(0))?, number(4, 6), number(6, 8)),
        6 => {
            let month = plain(year(number(0, 4).unwrap_or(0))?, number(4, 6), None);
            let valid = partial(2000, number(2, 4), number(4, 6)).is_ok();
            match (month, valid) {
                (Ok(_), true) => Err(DateFault::Ambiguous),
                (Ok(month), false) => Ok(month),
                (Err(_), _) => this_era(number(0, 2).unwrap_or(0), number(2, 4), number(4, 6), today),
            }
        }
        5 => this_era(number(0, 1).unwrap_or(0), number(1, 3), number(3, 5), today),
        4 => match plain(year(number(0, 4).unwrap_or(0))?, None, None) {
            Ok(found) => Ok(found),
            Err(_) if number(0, 2).is_some_and(|m| m > 12) => Err(DateFault::OutOfRange),
            Err(_) => plain(today.year(), number(0, 2), number(2, 4)),
        },
        3 => {
            let both = [(number(0, 1), number(1, 3)), (number(0, 2), number(2, 3))];
            let found: Vec<TypedDate> =
                both.into_iter().filter_map(|(m, d)| plain(today.year(), m, d).ok()).collect();
            match found.as_slice() {
                [one] => Ok(one.clone()),
                [] => Err(DateFault::Impossible),
                _ => Err(DateFault::Ambiguous),
            }
        }
        _ => Err(DateFault::Unreadable),
    }
}
