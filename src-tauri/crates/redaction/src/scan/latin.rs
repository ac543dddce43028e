//! Shapes of names in Latin letters and katakana: H.K., Ms. Tran, Kim Young-ja, NGUYEN THI LAN, 「サイトウ マコト」.

use super::shapes::{pattern, places};
use super::{Certainty, Found, Layer, What};
use crate::normal::Normal;
use crate::register::Job;
use regex::Regex;
use std::sync::LazyLock;

static INITIALS: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"[A-Z]\.[ ]?[A-Z](?:\.|[^A-Za-z0-9.]|$)"));
static NAME: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"[A-Z][A-Za-z'-]+(?:,? [A-Z][A-Za-z'-]+){1,4}"));
/// Mr. Tran, Dear Ms. Ohno.
static TITLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:^|[^A-Za-z])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|MR|MRS|MS|DR)\.?[ ](?P<it>[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+)*)",
    )
});
/// Two words of katakana with nothing else in their quotes: 「サイトウ マコト」.
static KATAKANA: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"[「『(:](?P<it>[ァ-ヺー]{2,5}[ ][ァ-ヺー]{2,6})[」』)]"));
/// Words with a capital that are no names.
const WORDS: &[&str] = &[
    "microsoft",
    "windows",
    "google",
    "excel",
    "word",
    "zoom",
    "teams",
    "line",
    "office",
    "apple",
    "android",
    "phone",
    "mac",
    "pdf",
    "wrap",
    "imr",
    "sst",
    "act",
    "care",
    "day",
    "night",
    "group",
    "home",
    "open",
    "dialogue",
    "recovery",
    "peer",
    "support",
    "center",
    "centre",
    "hospital",
    "the",
    "a",
    "of",
    "and",
    "in",
    "for",
    "new",
    "happy",
    "birthday",
    "thank",
    "you",
    "good",
    "morning",
    "mental",
    "health",
    "gh",
    "ns",
    "psw",
    "mhsw",
    "cw",
    "otr",
    "ot",
    "dr",
    "npo",
    "tel",
    "fax",
    "id",
    "no",
    "am",
    "pm",
    "soap",
    "adl",
    "iadl",
    "gaf",
    "icf",
    "ect",
    "ecg",
    "ct",
    "mri",
    "dv",
    "ptsd",
    "adhd",
    "asd",
    "qol",
    "mtg",
    "ver",
    "web",
    "usb",
    "wi-fi",
    "cd",
    "dvd",
    "tv",
    "ok",
    "ng",
    "vs",
    "plan",
    "do",
    "check",
    "action",
    "step",
    "part",
    "book",
    "cafe",
    "park",
    "street",
    "city",
    "japan",
    "tokyo",
];

/// Every Latin shape of a name.
pub(super) fn find(normal: &Normal) -> Vec<Found> {
    let mut found = Vec::new();
    for units in places(normal, INITIALS.as_ref()) {
        let before = normal.before(units.start).is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
        let end = units.end
            - usize::from(
                normal.raw[units.end - 1] != '.' && !normal.raw[units.end - 1].is_ascii_uppercase(),
            );
        let text: String = normal.key[units.start..end].iter().filter(|c| c.is_ascii_alphabetic()).collect();
        if !before && !matches!(text.as_str(), "am" | "pm" | "us" | "uk" | "eu" | "un") {
            found.push(Found::new(
                units.start..end,
                Layer::Context,
                What::Somebody(Job::Other),
                Certainty::Warn,
            ));
        }
    }
    for units in places(normal, TITLED.as_ref()).into_iter().chain(places(normal, KATAKANA.as_ref())) {
        found.push(Found::new(units, Layer::Context, What::Somebody(Job::Other), Certainty::Warn));
    }
    for units in places(normal, NAME.as_ref()) {
        let text: String = normal.key[units.clone()].iter().collect();
        let whole = normal.before(units.start).is_none_or(|c| !c.is_ascii_alphanumeric() && c != '@');
        let known = text
            .split([' ', ','])
            .filter(|w| !w.is_empty())
            .any(|word| WORDS.contains(&word) || word.len() < 2);
        if whole && !known {
            found.push(Found::new(units, Layer::Context, What::Somebody(Job::Other), Certainty::Warn));
        }
    }
    found
}
