//! How the papers write days, times and amounts.

use chrono::{DateTime, Datelike, NaiveDate};
use domain::calendar::{PartialDate, short_date};
use words::{Language, fill, ja, say};

/// A word of the papers.
pub(super) fn word(key: &str) -> String {
    ja(&format!("papers.{key}"))
}

/// A sentence of the papers with its holes filled.
pub(super) fn filled(key: &str, values: &[(&str, &str)]) -> String {
    fill(&word(key), values)
}

/// A person by the name that is kept; whoever was erased has none.
pub(super) fn called(name: &str) -> String {
    if name.is_empty() { ja("people.erase.nobody") } else { name.to_owned() }
}

/// 月, 火 …
pub(super) fn weekday(day: NaiveDate, language: Language) -> String {
    let at = day.weekday().num_days_from_monday() as usize;
    say(language, "papers.weekdays").split(' ').nth(at).map(str::to_owned).unwrap_or_default()
}

/// R8.11.2（月）; without the weekday where the day is not known.
pub(super) fn day(on: PartialDate) -> String {
    let short = short_date(on);
    match on.exact() {
        Some(exact) => filled("weekday", &[("day", &short), ("weekday", &weekday(exact, Language::Ja))]),
        None => short,
    }
}

/// R8.11.3 9:10 of a kept moment; the text itself where it is none.
pub(super) fn moment(at: &str) -> String {
    DateTime::parse_from_rfc3339(at).map_or_else(
        |_| at.to_owned(),
        |at| format!("{} {}", short_date(PartialDate::day(at.date_naive())), at.format("%-H:%M")),
    )
}

/// The day of a kept moment.
pub(super) fn day_of(at: &str) -> Option<NaiveDate> {
    DateTime::parse_from_rfc3339(at).ok().map(|at| at.date_naive())
}

/// 13:30〜14:00, 13:30〜, or nothing.
pub(super) fn times([start, end]: &[Option<String>; 2]) -> String {
    let plain = |time: &str| time.strip_prefix('0').unwrap_or(time).to_owned();
    match (start, end) {
        (Some(start), Some(end)) => filled("times", &[("start", &plain(start)), ("end", &plain(end))]),
        (Some(start), None) => filled("from_time", &[("start", &plain(start))]),
        _ => String::new(),
    }
}

/// Minutes as hours with one decimal, half up.
pub(super) fn hours(minutes: u32) -> String {
    let tenths = (minutes * 10 + 30) / 60;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// What is not empty, joined.
pub(super) fn joined(parts: impl IntoIterator<Item = String>, between: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

/// A code of a case as part of a file's name, with a line behind it; nothing where there is none.
pub(super) fn file_code(code: Option<&str>) -> String {
    let safe: String =
        code.unwrap_or_default().chars().filter(|c| c.is_alphanumeric() || *c == '-').collect();
    if safe.is_empty() { safe } else { format!("{safe}_") }
}
