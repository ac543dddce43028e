//! Ages become bands.

use super::around::bracket_behind;
use super::shapes::{kanji_value, pattern};
use super::{Certainty, Found, Layer, What};
use crate::level::Level;
use crate::normal::Normal;
use regex::Regex;
use std::sync::LazyLock;

static AGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(r"(?:満|享年|当時|数え)?(?P<n>§N{1,4})[ ]?(?:歳|才)(?:(?:と)?§N{1,2}(?:か月|ヶ月|ヵ月|カ月))?")
});
/// What goes on behind an age and makes it no age of a person.
const NO_AGE: &[&str] = &[
    "代", "台", "以上", "以下", "未満", "前後", "上の", "下の", "年上", "年下", "違い", "差", "到達", "を超",
    "超",
];

/// What is said instead of an age.
fn band(age: u32, level: Level) -> String {
    let decade = age / 10 * 10;
    match level {
        Level::Public if age < 65 => "65歳未満".into(),
        Level::Public => "65歳以上".into(),
        Level::Municipal if age >= 80 => "80歳以上".into(),
        Level::Municipal if age < 40 => "39歳以下".into(),
        _ if age >= 90 => "90歳以上".into(),
        _ if decade == 0 => "10歳未満".into(),
        _ => format!("{decade}歳代"),
    }
}

/// Every age, with a unit or in brackets behind a name.
pub(super) fn find(normal: &Normal, level: Level, people: &[Found]) -> Vec<Found> {
    let mut found = Vec::new();
    for captures in AGE.iter().flat_map(|regex| regex.captures_iter(&normal.text)) {
        let (Some(whole), Some(n)) = (captures.get(0), captures.name("n")) else { continue };
        let units = normal.units(whole.range());
        let joined =
            normal.before(units.start).is_some_and(|c| c.is_ascii_digit() || matches!(c, '-' | '~' | '.'));
        let Some(age) = kanji_value(n.as_str()).filter(|age| (1..=120).contains(age)) else { continue };
        if !joined && !normal.any_of(units.end, NO_AGE) {
            found.push(Found::new(units, Layer::Ages, What::Age(band(age, level)), Certainty::Block));
        }
    }
    for person in people.iter().filter(|f| f.what.is_person()) {
        let Some(open) = bracket_behind(normal, person.units.end) else { continue };
        let end = normal.on_while(open + 1, |c| c.is_ascii_digit());
        let closed = normal.here(end).is_some_and(|c| matches!(c, ')' | '、' | ',' | '・' | '/'));
        let digits: String = normal.raw[open + 1..end].iter().collect();
        if let (true, Some(age)) = (closed && digits.len() == 2, digits.parse().ok()) {
            found.push(Found::new(open + 1..end, Layer::Ages, What::Age(band(age, level)), Certainty::Block));
        }
    }
    found
}
