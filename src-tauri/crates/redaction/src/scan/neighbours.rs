//! Names by the name beside them and by what is done with a name: 丸→本間, (森 泉), モリイズミ名義.

use super::honorific::{honorific_at, nobody};
use super::shapes::{pattern, places};
use super::{Certainty, Found, Layer, What};
use crate::data::DATA;
use crate::normal::{Normal, is_kanji};
use crate::register::Job;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// What hands something from one person to the next.
const ARROWS: &[char] = &['→', '⇒', '⇄', '↔', '←', '＆', '&'];
/// A surname and a given name in brackets or quotes of their own.
static ENCLOSED: LazyLock<Option<Regex>> = LazyLock::new(|| pattern("[「『(](?P<it>§K{1,3} §K{1,3})[」』)]"));
/// Whose name stands on something.
static OWNER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        "(?:^|[^ァ-ヺー])(?P<it>[ァ-ヺー]{4,10}(?:[ ・][ァ-ヺー]{2,6})?)[ ]?(?:名義|宛て?の|あての|様方|方気付)",
    )
});

/// Adds everybody whom a neighbour or a deed gives away.
pub(super) fn find(normal: &Normal, found: &mut Vec<Found>) {
    let mut more: Vec<Range<usize>> = Vec::new();
    for units in places(normal, ENCLOSED.as_ref()) {
        let parted = units.clone().find(|n| normal.raw[*n] == ' ').unwrap_or(units.end);
        let family = normal.key_text(units.start..parted);
        let word = normal.key_text(units.clone());
        let other =
            |word: &str| DATA.allowed.contains(word) || DATA.before_names.contains(word) || nobody(word);
        let given = normal.key_text(parted..units.end);
        if DATA.surnames.contains(&family) && !other(&word) && !other(&given) {
            more.push(units);
        }
    }
    for units in places(normal, OWNER.as_ref()) {
        let word = normal.key_text(units.clone());
        if !DATA.allowed.contains(&word) && !nobody(&word) && !DATA.before_names.contains(&word) {
            more.push(units);
        }
    }
    let people: Vec<Range<usize>> =
        found.iter().filter(|f| f.what.is_person()).map(|f| f.units.clone()).collect();
    for person in people {
        more.extend(arrow_before(normal, person.start).and_then(|at| surname_ending(normal, at)));
        let end = person.end + honorific_at(normal, person.end).unwrap_or(0);
        if normal.here(end).is_some_and(|c| ARROWS.contains(&c)) {
            more.extend(surname_beginning(normal, end + 1));
        }
    }
    found.extend(
        more.into_iter()
            .map(|units| Found::new(units, Layer::Context, What::Somebody(Job::Other), Certainty::Warn)),
    );
}

fn arrow_before(normal: &Normal, at: usize) -> Option<usize> {
    normal.before(at).filter(|c| ARROWS.contains(c)).map(|_| at - 1)
}

fn surname_ending(normal: &Normal, end: usize) -> Option<Range<usize>> {
    let units = normal.back_while(end, is_kanji)..end;
    DATA.surnames.contains(&normal.key_text(units.clone())).then_some(units)
}

fn surname_beginning(normal: &Normal, start: usize) -> Option<Range<usize>> {
    let units = start..normal.on_while(start, is_kanji);
    DATA.surnames.contains(&normal.key_text(units.clone())).then_some(units)
}
