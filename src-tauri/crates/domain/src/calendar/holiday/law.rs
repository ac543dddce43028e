//! The law's own rules (国民の祝日に関する法律, 昭和23年法律第178号, with its changes and the special acts since 1980): fixed
//! and moved days, the two equinoxes, 振替休日 and 国民の休日.
//!
//! They fill the years after the published table, marked as a forecast, and a test holds the table against them.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::collections::BTreeMap;

/// First year that these rules know.
pub const FIRST: i32 = 1980;
/// Last year for which the formula of the equinoxes holds.
pub const LAST: i32 = 2099;

/// Name of a day off because a holiday fell on a Sunday.
pub const SUBSTITUTE: &str = "振替休日";
/// Name of a day between two holidays.
const BETWEEN: &str = "国民の休日";

/// Every day off of a year, with its name. Empty outside [`FIRST`] to [`LAST`].
pub fn year(year: i32) -> BTreeMap<NaiveDate, &'static str> {
    let mut days = national(year);
    if days.is_empty() {
        return days;
    }
    let holidays = days.clone();
    for day in holidays.keys().filter(|day| day.weekday() == Weekday::Sun) {
        if let Some(off) = substitute(*day, &holidays) {
            days.insert(off, SUBSTITUTE);
        }
    }
    if year >= 1986 {
        for (before, after) in holidays.keys().zip(holidays.keys().skip(1)) {
            let between = *before + Days::new(1);
            let free = between.weekday() == Weekday::Sun || days.contains_key(&between);
            if between + Days::new(1) == *after && !(free && year < 2007) {
                days.entry(between).or_insert(BETWEEN);
            }
        }
    }
    days
}

/// Until 2006 the Monday after a Sunday's holiday, unless it is one itself; since then the next day that is none.
fn substitute(sunday: NaiveDate, holidays: &BTreeMap<NaiveDate, &'static str>) -> Option<NaiveDate> {
    let mut following = sunday.iter_days().skip(1);
    if sunday.year() < 2007 {
        following.next().filter(|day| !holidays.contains_key(day))
    } else {
        following.find(|day| !holidays.contains_key(day))
    }
}

/// 国民の祝日 in the narrow sense.
fn national(year: i32) -> BTreeMap<NaiveDate, &'static str> {
    if !(FIRST..=LAST).contains(&year) {
        return BTreeMap::new();
    }
    let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let monday = |month, nth| NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, nth);
    let since = |from: i32, day: Option<NaiveDate>| day.filter(|_| year >= from);
    let marine = match year {
        2020 => fixed(7, 23),
        2021 => fixed(7, 22),
        1996..=2002 => fixed(7, 20),
        _ => since(2003, monday(7, 3)),
    };
    let mountain = match year {
        2020 => fixed(8, 10),
        2021 => fixed(8, 8),
        _ => since(2016, fixed(8, 11)),
    };
    let sports = match year {
        2020 => fixed(7, 24),
        2021 => fixed(7, 23),
        ..2000 => fixed(10, 10),
        _ => monday(10, 2),
    };
    let emperor = match year {
        ..1989 => fixed(4, 29),
        1989..2019 => fixed(12, 23),
        _ => since(2020, fixed(2, 23)),
    };
    let green = match year {
        1989..2007 => fixed(4, 29),
        _ => since(2007, fixed(5, 4)),
    };
    let once = match year {
        1989 => Some((fixed(2, 24), "昭和天皇の大喪の礼")),
        1990 => Some((fixed(11, 12), "即位礼正殿の儀")),
        1993 => Some((fixed(6, 9), "皇太子徳仁親王の結婚の儀")),
        _ => None,
    };
    let of_2019 = |month, day| fixed(month, day).filter(|_| year == 2019);
    [
        (fixed(1, 1), "元日"),
        (if year < 2000 { fixed(1, 15) } else { monday(1, 2) }, "成人の日"),
        (fixed(2, 11), "建国記念の日"),
        (emperor, "天皇誕生日"),
        (fixed(3, equinox(year, 20_843_100)), "春分の日"),
        (green, "みどりの日"),
        (since(2007, fixed(4, 29)), "昭和の日"),
        (of_2019(5, 1), "天皇の即位の日"),
        (fixed(5, 3), "憲法記念日"),
        (fixed(5, 5), "こどもの日"),
        (marine, "海の日"),
        (mountain, "山の日"),
        (if year < 2003 { fixed(9, 15) } else { monday(9, 3) }, "敬老の日"),
        (fixed(9, equinox(year, 23_248_800)), "秋分の日"),
        (sports, if year < 2020 { "体育の日" } else { "スポーツの日" }),
        (of_2019(10, 22), "即位礼正殿の儀"),
        (fixed(11, 3), "文化の日"),
        (fixed(11, 23), "勤労感謝の日"),
    ]
    .into_iter()
    .chain(once)
    .filter_map(|(day, name)| Some((day?, name)))
    .collect()
}

/// Day of the month of an equinox, from its moment in 1980 in millionths of a day; the approximation that the Hydrographic
/// Department printed (新しいこよみ便利帳), good for 1980 to 2099. The day is fixed by the gazette of the February before.
fn equinox(year: i32, moment: i32) -> u32 {
    let since = year - 1980;
    u32::try_from((moment + 242_194 * since) / 1_000_000 - since / 4).unwrap_or_default()
}
