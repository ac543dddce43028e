//! Dates: a birthday goes, any other day becomes its month.

use super::around::bracket_behind;
use super::shapes::{kanji_value, pattern};
use super::{Certainty, Found, Layer, What};
use crate::dictionary::Dictionary;
use crate::level::Level;
use crate::normal::Normal;
use chrono::{Datelike, NaiveDate};
use domain::calendar::{PartialDate, Precision, era_of};
use domain::text::typed_date;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// The first year that a document names: X年 where years may not be told.
#[derive(Debug, Default)]
pub(crate) struct Calendar {
    base: Option<i32>,
}

const ERA: &str = r"(?:明治|大正|昭和|平成|令和|[明大昭平令]|[MTSHRmtshr])[ .・]?";
const YEAR: &str = r"[ \n]?(?:元|§N{1,4})[ \n]?";
const JOIN: &str = r"[ \n]?[./・,-][ \n]?";
const DAY_OF_WEEK: &str = r"(?:[ ]?\([月火水木金土日](?:曜日?)?(?:・祝)?\))?";

/// A month and a day as digits, without an era before the year: 7.11.10, 7/11/10.
const MONTH_AND_DOT: &str = r"(?:0?[1-9]|1[0-2])\.";
const MONTH_AND_SLASH: &str = r"(?:0?[1-9]|1[0-2])/";
const DAY_NUMBER: &str = r"(?:3[01]|[12][0-9]|0?[1-9])";

/// With year, month and day.
static FULL: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let written = "年[ \\n]?(?:\\([^()]{2,8}\\))?[ \\n]?§N{1,3}[ \\n]?月[ \\n]?§N{1,3}[ \\n]?日";
    let parted = format!("{JOIN}§N{{1,3}}{JOIN}§N{{1,3}}");
    shapes(&[
        format!("{ERA}{YEAR}(?:{written}|{parted}日?){DAY_OF_WEEK}"),
        format!("(?:西暦)?(?:1[89]|20)[0-9]{{2}}[ ]?(?:{written}|{JOIN}[0-9]{{1,2}}{JOIN}[0-9]{{1,2}}){DAY_OF_WEEK}"),
        format!("(?:千[八九]百§N{{0,4}}|二千§N{{0,3}}|[一二]§D{{3}}){written}"),
        "(?:1[89]|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])".into(),
        "[MTSHRmtshr][0-9]{6}".into(),
        format!("(?:[1-6][0-9]|[1-9])\\.{MONTH_AND_DOT}{DAY_NUMBER}|(?:[1-6][0-9]|[1-9])/{MONTH_AND_SLASH}{DAY_NUMBER}"),
        "['’][0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}".into(),
        "(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]une?|[Jj]uly?|[Aa]ug|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec|J[Aa][Nn]|F[Ee][Bb]|M[Aa][RrYy]|A[Pp][Rr]|A[Uu][Gg]|S[Ee][Pp]|O[Cc][Tt]|N[Oo][Vv]|D[Ee][Cc]|J[Uu][NnLl])[A-Za-z]*\\.? ?[0-9]{1,2}(?:st|nd|rd|th)?,? ?(?:19|20)[0-9]{2}".into(),
        "[0-9]{1,2}(?:st|nd|rd|th)? ?(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]une?|[Jj]uly?|[Aa]ug|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec)[A-Za-z]*\\.?,? ?(?:19|20)[0-9]{2}".into(),
    ])
});
/// With year and month, or a year alone.
static MONTH: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    shapes(&[format!("(?:{ERA}{YEAR}|(?:西暦)?(?:1[89]|20)[0-9]{{2}}[ ]?)年(?:[ \\n]?§N{{1,3}}[ \\n]?月)?")])
});
/// Without a year.
static DAY: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    shapes(&[
        format!(
            "[0-9]{{1,2}}/[0-9]{{1,2}}{DAY_OF_WEEK}(?:[ ]?[~-][ ]?(?:[0-9]{{1,2}}/)?[0-9]{{1,2}}{DAY_OF_WEEK})?"
        ),
        format!(
            "§N{{1,3}}[ \\n]?月[ \\n]?§N{{1,3}}[ \\n]?日{DAY_OF_WEEK}(?:[ ]?[~-][ ]?(?:§N{{1,3}}月)?§N{{1,3}}日{DAY_OF_WEEK})?"
        ),
    ])
});
/// A month of a year told by its distance.
static DISTANT: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    shapes(&["(?:昨年|去年|一昨年|おととし|昨年度|来年|本年|今年)の?§N{1,3}月(?:§N{1,3}日)?".into()])
});

fn shapes(all: &[String]) -> Vec<Regex> {
    all.iter().filter_map(|shape| pattern(shape)).collect()
}

fn all(normal: &Normal, shapes: &[Regex]) -> Vec<Range<usize>> {
    let found = shapes.iter().flat_map(|regex| regex.find_iter(&normal.text));
    found.map(|m| normal.units(m.range())).collect()
}

/// Every date.
pub(super) fn find(
    normal: &Normal,
    dictionary: &Dictionary,
    level: Level,
    others: &[Found],
    calendar: &mut Calendar,
) -> Vec<Found> {
    let mut found = Vec::new();
    let mut taken = vec![false; normal.len()];
    let put = |units: Range<usize>, what: What, found: &mut Vec<Found>| {
        found.push(Found::new(units, Layer::Dates, what, Certainty::Block));
    };
    for units in all(normal, &FULL) {
        if !stands(normal, &units) {
            continue;
        }
        taken[units.clone()].iter_mut().for_each(|t| *t = true);
        let read = read(normal, &units);
        let day = read.and_then(|d| d.exact());
        if day.is_some_and(|d| dictionary.knows_birth(d)) || is_birth(normal, &units, others) {
            put(units, What::Birth, &mut found);
        } else {
            put(units, What::Date(said(read, level, calendar)), &mut found);
        }
    }
    for units in all(normal, &MONTH) {
        if taken[units.start] || !stands(normal, &units) {
            continue;
        }
        let Some(date) = read(normal, &units) else { continue };
        if born(normal, units.end) || is_named_birth(normal, units.start) {
            put(units, What::Birth, &mut found);
        } else if level != Level::Municipal && date.precision() == Precision::Month {
            taken[units.clone()].iter_mut().for_each(|t| *t = true);
            put(units, What::Date(said(Some(date), level, calendar)), &mut found);
        }
    }
    for units in all(normal, &DAY) {
        if taken[units.start] || !stands(normal, &units) || !is_day(normal, &units) {
            continue;
        }
        taken[units.clone()].iter_mut().for_each(|t| *t = true);
        if born(normal, units.end) || is_named_birth(normal, units.start) {
            put(units, What::Birth, &mut found);
        } else {
            let month: String = normal.raw[units.clone()]
                .iter()
                .take_while(|c| !matches!(c, '/' | '月' | ' ' | '\n'))
                .collect();
            let month = kanji_value(&month).map_or_else(|| "【日付】".to_owned(), |m| format!("{m}月"));
            put(units, What::Date(month), &mut found);
        }
    }
    for units in all(normal, &DISTANT) {
        let year: String = normal.raw[units.clone()]
            .iter()
            .take_while(|c| {
                !matches!(c, '0'..='9' | 'の') && kanji_value(&c.to_string()).is_none_or(|_| **c == '一')
            })
            .collect();
        put(units, What::Date(year), &mut found);
    }
    found
}

/// No digit or letter goes on at the ends.
fn stands(normal: &Normal, units: &Range<usize>) -> bool {
    let first = normal.raw[units.start];
    let before = normal.before(units.start).is_none_or(|c| {
        !(c.is_ascii_digit() && first.is_ascii_digit()
            || c.is_ascii_alphabetic() && first.is_ascii_alphabetic()
            || first.is_ascii_digit() && matches!(c, '/' | '.' | '-' | '\''))
    });
    let last = normal.raw[units.end - 1];
    before
        && !normal
            .here(units.end)
            .is_some_and(|c| c.is_ascii_digit() && last.is_ascii_digit() || last.is_ascii_digit() && c == '/')
}

/// The date as the one reader of typed dates has it.
fn read(normal: &Normal, units: &Range<usize>) -> Option<PartialDate> {
    let mut text = String::new();
    let mut depth = 0;
    for c in &normal.raw[units.clone()] {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ' ' | '\n' | '\'' | '’' => {}
            c if depth == 0 => text.push(*c),
            _ => {}
        }
    }
    let today = NaiveDate::from_ymd_opt(2026, 1, 1)?;
    typed_date::read(&text, today).ok().map(|typed| typed.date)
}

/// What is said instead: the month, or the month of the year X.
fn said(read: Option<PartialDate>, level: Level, calendar: &mut Calendar) -> String {
    let Some(date) = read else { return "【日付】".to_owned() };
    let first = date.first_day();
    if level == Level::Municipal {
        let (era, year) = era_of(first);
        let year = if year == 1 { "元".to_owned() } else { year.to_string() };
        return format!("{}{year}年{}月", era.name, first.month());
    }
    let base = *calendar.base.get_or_insert(first.year());
    let distance = match first.year() - base {
        0 => String::new(),
        n if n > 0 => format!("＋{n}"),
        n => format!("－{}", -n),
    };
    format!("X{distance}年{}月", first.month())
}

/// 生, 生まれ behind it.
fn born(normal: &Normal, end: usize) -> bool {
    let at = normal.on_while(end, |c| matches!(c, ' ' | ')' | '\n'));
    normal.any_of(at, &["生まれ", "うまれ", "出生", "誕生"])
        || normal.any_of(at, &["生"]) && !normal.any_of(at, &["生活", "生保", "生徒", "生命", "生物"])
}

/// 生年月日, 誕生日 before it.
fn is_named_birth(normal: &Normal, start: usize) -> bool {
    let from = start.saturating_sub(10);
    let head: String = normal.key[from..start].iter().collect();
    ["生年月日", "誕生日", "生まれ", "dob", "birth", "生)"].iter().any(|w| head.contains(w))
        && !head.contains('。')
}

/// A birthday: said so, or in brackets behind a name without an event.
fn is_birth(normal: &Normal, units: &Range<usize>, others: &[Found]) -> bool {
    if born(normal, units.end) || is_named_birth(normal, units.start) {
        return true;
    }
    const EVENTS: &[&str] = &[
        "入院", "退院", "から", "まで", "~", "より", "以降", "付", "開始", "転院", "予定", "逝去", "死亡",
        "面談", "時点", "現在", "締", "発", "に", "頃", "終",
    ];
    if normal.any_of(units.end, EVENTS) {
        return false;
    }
    let open = (units.start.saturating_sub(40)..units.start)
        .rev()
        .take_while(|n| normal.raw[*n] != ')')
        .find(|n| normal.raw[*n] == '(');
    let Some(open) = open else { return false };
    let person = others.iter().any(|f| {
        f.what.is_person()
            && (bracket_behind(normal, f.units.end) == Some(open)
                || (f.units.start > open && f.units.end <= units.start))
    });
    let age = others
        .iter()
        .any(|f| matches!(f.what, What::Age(_)) && f.units.start > open && f.units.end <= units.start + 30);
    person || age || normal.before(open) == Some(crate::normal::PUT)
}

/// A month and a day, not a share of something.
fn is_day(normal: &Normal, units: &Range<usize>) -> bool {
    let text = normal.raw_text(units.clone());
    let parts: Vec<u32> =
        text.split(['/', '月', '日', ' ', '\n', '(', '~', '-']).filter_map(kanji_value).collect();
    let (Some(month), Some(day)) = (parts.first(), parts.get(1)) else { return false };
    let slash = text.contains('/');
    let share = slash
        && (normal
            .any_of(units.end, &["量", "程", "以", "錠", "ほど", "くらい", "になっ", "ぐらい", "カ", "%"])
            || (*day <= 4
                && *month < *day
                && parts.len() == 2
                && normal.any_of(units.end, &["を", "の", "が", "は", "ず"])));
    (1..=12).contains(month) && (1..=31).contains(day) && !share
}
