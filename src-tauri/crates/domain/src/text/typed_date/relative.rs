//! Dates told from today: きのう, +7, 3日後, 来週火, 今度の金曜, 月末, 来月10日, 去年5月1日.

use super::{DateFault, weekday};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

const DAYS: &[(&str, i64)] = &[
    ("きょう", 0),
    ("今日", 0),
    ("本日", 0),
    ("today", 0),
    ("きのう", -1),
    ("昨日", -1),
    ("yesterday", -1),
    ("おととい", -2),
    ("一昨日", -2),
    ("さきおととい", -3),
    ("あした", 1),
    ("あす", 1),
    ("明日", 1),
    ("tomorrow", 1),
    ("翌日", 1),
    ("あさって", 2),
    ("明後日", 2),
    ("しあさって", 3),
    ("明々後日", 3),
    ("明明後日", 3),
];

const WEEKS: &[(&str, i64)] =
    &[("先々週", -2), ("先週", -1), ("今週", 0), ("再来週", 2), ("さ来週", 2), ("来週", 1), ("翌週", 1)];
const MONTHS: &[(&str, i32)] =
    &[("先々月", -2), ("先月", -1), ("今月", 0), ("再来月", 2), ("来月", 1), ("翌月", 1)];
const YEARS: &[(&str, i32)] =
    &[("一昨年", -2), ("おととし", -2), ("去年", -1), ("昨年", -1), ("今年", 0), ("来年", 1)];

/// Reads a date told from today; `None` when it is no such date. `folded` still has its kanji numerals.
pub(super) fn read(folded: &str, typed: &str, today: NaiveDate) -> Result<Option<NaiveDate>, DateFault> {
    if let Some((_, days)) = DAYS.iter().find(|(word, _)| *word == folded) {
        return by_days(today, *days).map(Some);
    }
    if let Some(day) = offset(typed, today)? {
        return Ok(Some(day));
    }
    if let Some(day) = last_of(folded, today) {
        return day.map(Some);
    }
    for word in ["今度の", "次の", "今度", "次"] {
        if let Some(day) = folded.strip_prefix(word).and_then(weekday) {
            return coming(day, today).map(Some);
        }
    }
    for (word, weeks) in WEEKS {
        if let Some(rest) = folded.strip_prefix(word) {
            let rest = rest.strip_prefix('の').unwrap_or(rest);
            let Some(day) = weekday(rest) else { return Err(DateFault::Unreadable) };
            let monday = by_days(today, -i64::from(today.weekday().num_days_from_monday()))?;
            return by_days(monday, weeks * 7 + i64::from(day.num_days_from_monday())).map(Some);
        }
    }
    for (word, months) in MONTHS {
        if let Some(rest) = folded.strip_prefix(word) {
            return in_month(today, *months, typed, rest).map(Some);
        }
    }
    for (word, years) in YEARS {
        if let Some(rest) = folded.strip_prefix(word) {
            let year = today.year() + years;
            let rest = super::in_digits(rest.strip_prefix('の').unwrap_or(rest));
            let month_day = rest.strip_suffix('日').and_then(|r| r.split_once('月'));
            let (m, d) = month_day.or_else(|| rest.split_once('/')).ok_or(DateFault::Unreadable)?;
            let date = NaiveDate::from_ymd_opt(year, number(m)?, number(d)?);
            return date.ok_or(DateFault::Impossible).map(Some);
        }
    }
    Ok(None)
}

/// The next day of the week after today.
pub(super) fn coming(day: Weekday, today: NaiveDate) -> Result<NaiveDate, DateFault> {
    let ahead = (7 + day.num_days_from_monday() - today.weekday().num_days_from_monday() + 6) % 7 + 1;
    by_days(today, i64::from(ahead))
}

/// 月末, 年末, 年度末: the last day of what today lies in.
fn last_of(folded: &str, today: NaiveDate) -> Option<Result<NaiveDate, DateFault>> {
    let march = |year: i32| NaiveDate::from_ymd_opt(year, 3, 31).ok_or(DateFault::OutOfRange);
    match folded {
        "月末" | "今月中" => Some(in_month(today, 0, "", "末")),
        "来月中" => Some(in_month(today, 1, "", "末")),
        "年末" | "年内" | "今年中" => {
            Some(NaiveDate::from_ymd_opt(today.year(), 12, 31).ok_or(DateFault::OutOfRange))
        }
        "年度末" | "年度内" | "今年度末" | "今年度中" => {
            Some(march(today.year() + i32::from(today.month() > 3)))
        }
        _ => None,
    }
}

/// The number of a few digits.
fn number(text: &str) -> Result<u32, DateFault> {
    if text.is_empty() || text.len() > 5 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateFault::Unreadable);
    }
    text.parse().map_err(|_| DateFault::Unreadable)
}

fn by_days(from: NaiveDate, days: i64) -> Result<NaiveDate, DateFault> {
    let far = Days::new(days.unsigned_abs());
    let found = if days < 0 { from.checked_sub_days(far) } else { from.checked_add_days(far) };
    found.ok_or(DateFault::OutOfRange)
}

fn by_months(from: NaiveDate, months: i32) -> Result<NaiveDate, DateFault> {
    let far = Months::new(months.unsigned_abs());
    let found = if months < 0 { from.checked_sub_months(far) } else { from.checked_add_months(far) };
    found.ok_or(DateFault::OutOfRange)
}

/// +7, -3, 7日後, 2週間前, 1か月後.
fn offset(typed: &str, today: NaiveDate) -> Result<Option<NaiveDate>, DateFault> {
    for (sign, direction) in [('+', 1), ('-', -1), ('−', -1)] {
        if let Some(rest) = typed.strip_prefix(sign) {
            let rest = rest.strip_suffix('日').unwrap_or(rest);
            return by_days(today, direction * i64::from(number(rest)?)).map(Some);
        }
    }
    for (ending, direction) in [("後", 1), ("前", -1)] {
        let Some(rest) = typed.strip_suffix(ending) else { continue };
        for (unit, days) in [("日", 1), ("週間", 7), ("週", 7)] {
            if let Some(n) = rest.strip_suffix(unit) {
                return by_days(today, direction * days * i64::from(number(n)?)).map(Some);
            }
        }
        for unit in ["か月", "ゖ月", "ゕ月", "け月", "箇月", "ヶ月"] {
            if let Some(n) = rest.strip_suffix(unit) {
                let months = i32::try_from(number(n)?).map_err(|_| DateFault::Unreadable)?;
                let sign = if direction < 0 { -1 } else { 1 };
                return by_months(today, sign * months).map(Some);
            }
        }
    }
    Ok(None)
}

/// 来月10日, 今月末.
fn in_month(today: NaiveDate, months: i32, typed: &str, rest: &str) -> Result<NaiveDate, DateFault> {
    let month = by_months(today, months)?;
    let rest = rest.strip_prefix('の').unwrap_or(rest);
    if rest == "末" || rest == "末日" {
        let next = by_months(month.with_day(1).ok_or(DateFault::Impossible)?, 1)?;
        return next.pred_opt().ok_or(DateFault::OutOfRange);
    }
    let digits = typed.trim_end_matches('日');
    let digits = digits.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    if !typed.ends_with('日') {
        return Err(DateFault::Unreadable);
    }
    month.with_day(number(digits)?).ok_or(DateFault::Impossible)
}
