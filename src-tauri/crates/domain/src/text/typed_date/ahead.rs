//! A day to come, found in a line of what is to be done: 「来週火曜 役所に電話」「役所に電話（12/1まで）」.
//!
//! What could be part of another word is left alone (明日香さん, 3日分, 第2火曜, 毎週火曜): no day is better than a wrong one.

use super::relative::coming;
use super::{DateFault, read, weekday};
use crate::text::fold::fold;
use crate::text::numerals::in_digits;
use chrono::{Months, NaiveDate};

/// A line and the day that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// The line without the words of the day, as written.
    pub text: String,
    /// The day, where the line names one that is not past.
    pub on: Option<NaiveDate>,
}

/// Longest words of a day, in characters.
const MOST: usize = 20;
/// What stands between words.
const BETWEEN: &str = "、，,。．・:：;；）)】」』（(【「『 　\t";
/// Particles after which a day may begin.
const BEFORE: &str = "にはをへとでが";
/// What follows a day and goes with it, the longest first.
const AFTER: [&str; 16] = [
    "までには",
    "以内に",
    "までに",
    "までの",
    "以内",
    "まで",
    "中に",
    "には",
    "から",
    "中",
    "に",
    "は",
    "の",
    "も",
    "ごろ",
    "頃",
];
/// What may follow a day without belonging to it.
const THEN: [&str; 8] = ["朝", "夕", "夜", "昼", "午前", "午後", "夕方", "以降"];

/// Finds the first day in a line that is today or later. `today` is the day on which the line was meant.
pub fn ahead(line: &str, today: NaiveDate) -> Ahead {
    let chars: Vec<char> = line.trim().chars().collect();
    for from in 0..chars.len() {
        for to in (from + 1..=chars.len().min(from + MOST)).rev() {
            if let Some(on) = day_at(&chars, from, to, today) {
                return Ahead { text: without(&chars, from, to), on: Some(on) };
            }
        }
    }
    Ahead { text: chars.iter().collect(), on: None }
}

fn day_at(chars: &[char], from: usize, to: usize, today: NaiveDate) -> Option<NaiveDate> {
    let phrase: String = chars[from..to].iter().collect();
    if phrase.chars().any(char::is_whitespace) || phrase.chars().all(char::is_numeric) {
        return None;
    }
    let folded = fold(&phrase);
    let before = from.checked_sub(1).map(|i| chars[i]);
    let begins = before.is_none_or(|c| BETWEEN.contains(c) || BEFORE.contains(c) || c.is_whitespace());
    let rest: String = chars[to..].iter().take(4).collect();
    if before.is_some_and(is_figure)
        || rest.starts_with(is_figure) && folded.ends_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let plain = is_plain(&folded);
    let apart = begins && ends(&rest, plain);
    let clear = !plain && before.is_none_or(|c| !"毎隔第各".contains(c));
    if !apart && !clear {
        return None;
    }
    day(&phrase, &folded, today).ok().flatten()
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Words of a day that are part of other words too: 火曜, 明日, 5日, 12/1.
fn is_plain(folded: &str) -> bool {
    let week = ["今週", "来週", "翌週", "今度", "次", "今月", "来月", "翌月", "来年", "再"].iter();
    !(week.clone().any(|word| folded.starts_with(word))
        || ["後", "末", "以内"].iter().any(|end| folded.ends_with(end)))
}

fn ends(rest: &str, plain: bool) -> bool {
    let Some(next) = rest.chars().next() else { return true };
    let between = next.is_whitespace() || BETWEEN.contains(next) && !(plain && "（(".contains(next));
    between || is_figure(next) || AFTER.iter().chain(&THEN).any(|word| rest.starts_with(word))
}

/// The day that words mean, when it is not past. A day of the week is the next one; a date without its year that has
/// passed is that of the next year, a day of the month that has passed that of the next month.
fn day(phrase: &str, folded: &str, today: NaiveDate) -> Result<Option<NaiveDate>, DateFault> {
    if let Some(day) = weekday(folded).filter(|_| folded.contains('曜')) {
        return coming(day, today).map(Some);
    }
    let within = folded.strip_suffix("以内").map(|span| format!("{span}後"));
    let Some(found) = read(within.as_deref().unwrap_or(phrase), today)?.date.exact() else { return Ok(None) };
    if found >= today {
        return Ok(Some(found));
    }
    let digits = in_digits(folded);
    let bare = digits.strip_suffix('日').unwrap_or(&digits);
    let month_and_day =
        bare.split(['月', '/']).count() == 2 && bare.chars().all(|c| c.is_ascii_digit() || "月/".contains(c));
    let later = match bare {
        _ if month_and_day => Some(Months::new(12)),
        only if only.len() < digits.len() && only.chars().all(|c| c.is_ascii_digit()) => Some(Months::new(1)),
        _ => None,
    };
    Ok(later.and_then(|months| found.checked_add_months(months)))
}

/// The line without the words from one place to another, and without what tied them to it.
fn without(chars: &[char], from: usize, to: usize) -> String {
    let before: String = chars[..from].iter().collect();
    let after: String = chars[to..].iter().collect();
    let loose = |c: char| c.is_whitespace() || BETWEEN.contains(c);
    let tied = AFTER.iter().find_map(|word| after.strip_prefix(word)).unwrap_or(&after);
    let opened = before.trim_end_matches(loose);
    let (head, tail) = (opened, tied.trim_start_matches(loose));
    let gap = before.len() > opened.len() && !head.is_empty() && !tail.is_empty();
    let text = format!("{head}{}{tail}", if gap { " " } else { "" });
    let text = text.trim();
    if text.is_empty() { chars.iter().collect() } else { text.to_owned() }
}
