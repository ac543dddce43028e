//! One cell against what its column holds.

use super::TEXT_LIMIT;
use super::fault::Code;
use crate::folding::folded;
use domain::calendar::{PartialDate, Precision};
use domain::open_format::{Column, Kind};
use domain::vocabulary::List;

/// Longest key and longest other short cell, in characters.
const SHORT_LIMIT: usize = 500;
/// Largest number of any column.
const NUMBER_LIMIT: u32 = 99_999_999;

/// A fault of a cell: its code and the key of its sentence.
pub(super) type CellFault = (Code, &'static str);

/// The value of a cell as the store keeps it; `None` is unknown. Spaces alone say nothing.
pub(super) fn value(column: &Column, text: &str) -> Result<Option<String>, CellFault> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return if column.filled { Err((Code::EmptyValue, "empty_value")) } else { Ok(None) };
    }
    let limit = match column.kind {
        // Figures of the ledger and bodies of revisions are written by the program itself.
        Kind::Text if matches!(column.name, "figures" | "body") => usize::MAX,
        Kind::Text | Kind::Texts => TEXT_LIMIT,
        _ => SHORT_LIMIT,
    };
    if text.len() > limit && text.chars().nth(limit).is_some() {
        return Err((Code::TooLong, "long_text"));
    }
    match column.kind {
        Kind::Text => Ok(Some(text.to_owned())),
        Kind::Key | Kind::Ref(_) => Ok(Some(trimmed.to_owned())),
        Kind::Texts => Ok(Some(parts(text).collect::<Vec<_>>().join(";")).filter(|t| !t.is_empty())),
        Kind::Date => match trimmed.parse::<PartialDate>() {
            Ok(date) => Ok(Some(date.to_string())),
            Err(_) => Err((Code::BadDate, "bad_date")),
        },
        Kind::Month => match trimmed.parse::<PartialDate>() {
            Ok(month) if month.precision() != Precision::Day => Ok(Some(month.to_string())),
            _ => Err((Code::BadDate, "bad_month")),
        },
        Kind::Time => time(trimmed).map(Some).ok_or((Code::BadDate, "bad_time")),
        Kind::Number => number(trimmed).map(|n| Some(n.to_string())).ok_or((Code::BadNumber, "bad_number")),
        Kind::Flag if matches!(trimmed, "0" | "1") => Ok(Some(trimmed.to_owned())),
        Kind::Flag => Err((Code::BadNumber, "bad_flag")),
        Kind::Code(list) => {
            code(list, trimmed).map(|c| Some(c.to_owned())).ok_or((Code::UnknownCode, "unknown_code"))
        }
        Kind::Codes(list) => {
            let mut codes: Vec<&str> = Vec::new();
            for part in parts(trimmed) {
                let code = code(list, part).ok_or((Code::UnknownCode, "unknown_code"))?;
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
            Ok(Some(codes.join(";")).filter(|t| !t.is_empty()))
        }
    }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '；']).map(str::trim).filter(|p| !p.is_empty())
}

/// The code for a code or its Japanese label; wide and narrow brackets and letters are one.
fn code(list: &List, text: &str) -> Option<&'static str> {
    list.read(text).or_else(|| {
        let wanted = folded(text);
        list.entries.iter().find(|e| folded(e.ja) == wanted).map(|e| e.code)
    })
}

fn number(text: &str) -> Option<u32> {
    let digits = text.len() <= 10 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().filter(|n| *n <= NUMBER_LIMIT)
}

/// `9:30` and `09:30` are `09:30`.
fn time(text: &str) -> Option<String> {
    let (hour, minute) = text.split_once(':')?;
    let sized = (1..=2).contains(&hour.len()) && minute.len() == 2;
    let (hour, minute) = (sized.then(|| number(hour)).flatten()?, number(minute)?);
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::open_format::file;

    fn check(file_name: &str, column: &str, cases: &[(&str, Result<Option<&str>, Code>)]) {
        let column = file(file_name).unwrap().column(column).unwrap();
        for (text, wanted) in cases {
            let found = value(column, text).map_err(|(code, _)| code);
            assert_eq!(found, wanted.map(|w| w.map(str::to_owned)), "{text}");
        }
    }

    #[test]
    fn cells_are_read_by_what_their_column_holds() {
        check(
            "contacts.csv",
            "method",
            &[
                ("phone", Ok(Some("phone"))),
                ("面接(院内)", Ok(Some("interview_hospital"))),
                ("面接（院内）", Ok(Some("interview_hospital"))),
                ("", Ok(None)),
                ("telephone", Err(Code::UnknownCode)),
            ],
        );
        check(
            "contacts.csv",
            "counterpart",
            &[
                ("person;家族等", Ok(Some("person;family"))),
                ("person；person", Ok(Some("person"))),
                ("person;nobody", Err(Code::UnknownCode)),
            ],
        );
        check(
            "contacts.csv",
            "date",
            &[
                ("2025-04-01", Ok(Some("2025-04-01"))),
                ("2025-04", Ok(Some("2025-04"))),
                ("2025/04/01", Err(Code::BadDate)),
                ("2025-02-29", Err(Code::BadDate)),
                ("  ", Err(Code::EmptyValue)),
            ],
        );
        check(
            "contacts.csv",
            "minutes",
            &[
                ("030", Ok(Some("30"))),
                ("-5", Err(Code::BadNumber)),
                ("３０", Err(Code::BadNumber)),
                ("1e9", Err(Code::BadNumber)),
                ("4294967296", Err(Code::BadNumber)),
            ],
        );
        check(
            "sessions.csv",
            "start",
            &[("9:30", Ok(Some("09:30"))), ("24:00", Err(Code::BadDate)), ("09:3", Err(Code::BadDate))],
        );
        check(
            "publications.csv",
            "month",
            &[("2025-06", Ok(Some("2025-06"))), ("2025-06-01", Err(Code::BadDate))],
        );
        check("cases.csv", "aliases", &[(" たか ; ; T ", Ok(Some("たか;T")))]);
    }
}
