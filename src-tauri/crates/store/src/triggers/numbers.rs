//! Running numbers of the search index: the newest day has the smallest, so that the newest records come first without
//! sorting, and records without a day come before all others.

use chrono::{Datelike, NaiveDate};

/// Running numbers of the index that one day has to itself. Small, because the index keeps the distance from record to
/// record for every pair of characters: at 256, days that lie within two months take two bytes.
pub(crate) const PER_DAY: i64 = 256;
/// A day after every date; the numbers of days count down from it, because the index is walked fastest upwards.
const LATEST: i64 = 4_000_000;
/// The day of records without a date, in this count.
const UNDATED: i64 = 300_000;

/// The last running number of a day, partial dates by their first day. The newest have the smallest.
pub(super) fn last_doc(date: Option<&str>) -> i64 {
    let mut parts = date.unwrap_or_default().split('-').map(|part| part.parse::<u32>().ok());
    let year = parts.next().flatten().and_then(|year| i32::try_from(year).ok());
    let mut next = || parts.next().flatten().unwrap_or(1);
    let day = year.and_then(|year| NaiveDate::from_ymd_opt(year, next(), next()));
    day.map_or(UNDATED, |day| LATEST - i64::from(day.num_days_from_ce())) * PER_DAY
}

/// SQL of the number that the next record of a day gets, whose last number is `last`: the one before the first of its
/// day. A day that is full goes on in the numbers of the next.
pub(super) fn next_doc(last: &str) -> String {
    let more = PER_DAY - 1;
    let free = |last: &str| {
        format!(
            "coalesce((SELECT min(doc) - 1 FROM search_docs WHERE doc BETWEEN {last} - {more} AND {last}), {last})"
        )
    };
    let full = |last: &str| format!("EXISTS (SELECT 1 FROM search_docs WHERE doc = {last} - {more})");
    format!(
        "CASE WHEN NOT {} THEN {} ELSE (WITH RECURSIVE day(last) AS (SELECT {last} UNION ALL SELECT last - {PER_DAY} FROM day WHERE {}) \
         SELECT {} FROM day ORDER BY last LIMIT 1) END",
        full(last),
        free(last),
        full("last"),
        free("last")
    )
}
