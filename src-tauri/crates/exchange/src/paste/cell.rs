//! One cell of a paste, and the person of one row.

use super::{Cell, Column, Person};
use chrono::NaiveDate;
use domain::text::typed_date;
use domain::vocabulary::Sex;
use unicode_normalization::UnicodeNormalization;

/// Longest name, hospital or ward, in characters.
const NAME_LIMIT: usize = 100;

/// Reads one cell by what its column is.
pub(super) fn cell(text: String, column: Column, today: NaiveDate) -> Cell {
    let read = match column {
        _ if text.is_empty() => Ok(None),
        Column::Skip => Ok(None),
        _ if text.chars().nth(NAME_LIMIT).is_some() => Err("too_long"),
        Column::Name | Column::Hospital | Column::Ward => Ok(Some(single_spaced(&text))),
        Column::Kana => hiragana(&text).map(Some).ok_or("not_kana"),
        Column::Sex => read_sex(&text).map(|s| Some(s.code().to_owned())).ok_or("not_sex"),
        Column::BirthDate | Column::AdmittedOn | Column::IdentifiedOn => date(&text, column, today),
    };
    match read {
        Ok(value) => Cell { text, value, fault: None },
        Err(fault) => Cell { text, value: None, fault: Some(fault) },
    }
}

fn date(text: &str, column: Column, today: NaiveDate) -> Result<Option<String>, &'static str> {
    let date = typed_date::read(text, today).map_err(|_| "not_date")?.date;
    if date.first_day() > today && column != Column::IdentifiedOn {
        return Err("future");
    }
    Ok(Some(date.to_string()))
}

/// The person of one row; a row without a name or with a faulty cell has none.
pub(super) fn person(mut cells: Vec<Cell>, columns: &[Column]) -> (Vec<Cell>, Option<Person>) {
    let joined = |cells: &[Cell], wanted: Column| -> String {
        let parts: Vec<&str> = cells
            .iter()
            .zip(columns)
            .filter(|(_, c)| **c == wanted)
            .filter_map(|(cell, _)| cell.value.as_deref())
            .collect();
        parts.join(" ")
    };
    let name = joined(&cells, Column::Name);
    if name.is_empty() && cells.iter().all(|c| c.fault.is_none()) {
        let at = columns.iter().position(|c| *c == Column::Name).unwrap_or(0);
        if let Some(cell) = cells.get_mut(at) {
            cell.fault = Some("no_name");
        }
    }
    if cells.iter().any(|c| c.fault.is_some()) {
        return (cells, None);
    }
    let (family_name, given_name) = split(&name);
    let (family_kana, given_kana) = split(&joined(&cells, Column::Kana));
    let first = |wanted: Column| {
        cells
            .iter()
            .zip(columns)
            .find(|(cell, c)| **c == wanted && cell.value.is_some())
            .and_then(|(cell, _)| cell.value.clone())
    };
    let day = |wanted: Column| first(wanted).and_then(|d| d.parse().ok());
    let person = Person {
        family_name,
        given_name,
        family_kana,
        given_kana,
        hospital: first(Column::Hospital).unwrap_or_default(),
        ward: first(Column::Ward).unwrap_or_default(),
        birth_date: day(Column::BirthDate),
        admitted_on: day(Column::AdmittedOn),
        identified_on: day(Column::IdentifiedOn),
        sex: first(Column::Sex).and_then(|s| Sex::from_code(&s)),
    };
    (cells, Some(person))
}

/// 姓 and 名 at the first space.
fn split(name: &str) -> (String, String) {
    let (family, given) = name.split_once(' ').unwrap_or((name, ""));
    (family.to_owned(), given.to_owned())
}

pub(crate) fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True for a text of kana alone.
pub(super) fn is_kana(text: &str) -> bool {
    hiragana(text).is_some()
}

/// The text in hiragana, or `None` when it holds anything but kana and spaces.
pub(crate) fn hiragana(text: &str) -> Option<String> {
    let wide: String = text.nfkc().collect();
    let kana: Option<String> = wide
        .chars()
        .map(|c| match c {
            'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60),
            'ぁ'..='ゖ' | 'ー' | '・' | '゛' | '゜' => Some(c),
            c if c.is_whitespace() => Some(' '),
            _ => None,
        })
        .collect();
    kana.map(|k| single_spaced(&k)).filter(|k| !k.is_empty())
}

/// 男, 男性, M and the like.
pub(super) fn read_sex(text: &str) -> Option<Sex> {
    match crate::folding::folded(text).as_str() {
        "男" | "男性" | "m" | "male" | "おとこ" => Some(Sex::Male),
        "女" | "女性" | "f" | "female" | "おんな" => Some(Sex::Female),
        "その他" | "other" => Some(Sex::Other),
        "記載しない" | "unspecified" | "回答しない" => Some(Sex::Unspecified),
        _ => None,
    }
}
