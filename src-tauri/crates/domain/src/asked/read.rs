//! Reading what was typed, and writing words so that they stay words.

use super::{Asked, Condition, Fault, Key, Misread, Span};
use crate::text::fold::fold;
use crate::vocabulary::{
    ActivityKind, CaseRole, Certainty, Concern, Entry, Method, Stage, Standing, WorkKind, WrittenKind,
};
use chrono::NaiveDate;

/// Longest key that somebody can have meant, in characters; what is longer is a text with a colon in it.
const LONGEST: usize = 14;
/// Quotation marks in pairs: what stands between them is read as it stands.
const QUOTES: [(char, char); 2] = [('"', '"'), ('「', '」')];
/// Most days that can be asked for.
const MOST: u32 = 36_600;

/// A piece of the text: what stands before the first quotation mark, and what was quoted.
#[derive(Default)]
struct Piece {
    /// As typed, marks and all; one that was left open is closed.
    typed: String,
    /// With white space for every mark.
    plain: String,
    /// Characters of `plain` that come before the first quotation mark.
    open: usize,
    quoted: bool,
}

fn is_mark(c: char) -> bool {
    QUOTES.iter().any(|(open, close)| c == *open || c == *close)
}

/// The pieces between white space; white space within quotation marks parts nothing.
fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut piece = Piece::default();
    let mut until: Option<char> = None;
    for c in text.chars() {
        if until.is_none() && c.is_whitespace() {
            found.push(std::mem::take(&mut piece));
            continue;
        }
        piece.typed.push(c);
        if until == Some(c) {
            until = None;
        } else if let (None, Some((_, close))) = (until, QUOTES.iter().find(|(open, _)| *open == c)) {
            until = Some(*close);
            piece.quoted = true;
        } else {
            piece.open += usize::from(!piece.quoted);
            piece.plain.push(if is_mark(c) { ' ' } else { c });
            continue;
        }
        piece.plain.push(' ');
    }
    piece.typed.extend(until);
    found.push(piece);
    found.retain(|piece| !piece.typed.is_empty());
    found
}

impl Asked {
    /// Reads what was typed. It never fails: what is no condition is a word, and what should be one is kept as misread.
    pub fn read(text: &str, today: NaiveDate) -> Self {
        let mut asked = Self::default();
        for piece in pieces(text) {
            match meaning(&piece, today) {
                Ok(None) => asked.words.extend(word(&piece)),
                Ok(Some(conditions)) => {
                    for condition in conditions {
                        if !asked.conditions.contains(&condition) {
                            asked.conditions.push(condition);
                        }
                    }
                }
                Err(misread) => {
                    if misread.fault == Fault::UnknownKey {
                        asked.words.extend(word(&piece));
                    }
                    asked.misread.push(misread);
                }
            }
        }
        asked
    }
}

fn word(piece: &Piece) -> Option<String> {
    let plain: String = piece.plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (!plain.is_empty()).then_some(plain)
}

/// Key and value of a piece that has both.
fn parted(piece: &Piece) -> Option<(String, String)> {
    let at = piece.plain.chars().take(piece.open).position(|c| matches!(c, ':' | '：'))?;
    let key: String = piece.plain.chars().take(at).collect();
    let value: String = piece.plain.chars().skip(at + 1).collect();
    let length = key.chars().count();
    let named = (1..=LONGEST).contains(&length) && key.chars().all(char::is_alphabetic);
    (named && !value.starts_with("//")).then_some((key, value))
}

/// Conditions of a piece; `None` where it is a word.
fn meaning(piece: &Piece, today: NaiveDate) -> Result<Option<Vec<Condition>>, Misread> {
    let misread = |key, fault, near| Misread { typed: piece.typed.trim().to_owned(), key, fault, near };
    if !piece.quoted
        && let Some((key, days)) = days_since(&piece.plain)
    {
        let days = days.filter(|days| (1..=MOST).contains(days));
        let condition = days.map(|days| vec![of_days(key, days)]);
        return condition.map(Some).ok_or_else(|| misread(Some(key), Fault::NoNumber, None));
    }
    let Some((typed, value)) = parted(piece) else { return Ok(None) };
    let Some(key) = Key::read(&typed) else {
        return Err(misread(None, Fault::UnknownKey, Key::near(&typed)));
    };
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if value.is_empty() {
        return Err(misread(Some(key), Fault::NoValue, None));
    }
    conditions(key, &value, today).map(Some).map_err(|fault| misread(Some(key), fault, None))
}

const fn of_days(key: Key, days: u32) -> Condition {
    match key {
        Key::Unmet => Condition::Unmet(days),
        _ => Condition::Quiet(days),
    }
}

/// `15日以上未接触`, in any width; the number may be missing.
fn days_since(text: &str) -> Option<(Key, Option<u32>)> {
    let folded = fold(text);
    for (key, ending) in [
        (Key::Quiet, "未接触"),
        (Key::Unmet, "対面なし"),
        (Key::Unmet, "会っていない"),
        (Key::Quiet, "連絡なし"),
    ] {
        let Some(before) = folded.strip_suffix(&fold(ending)) else { continue };
        let before = before.strip_suffix("以上").unwrap_or(before);
        if let Some(number) = before.strip_suffix('日')
            && number.chars().all(|c| c.is_ascii_digit() || c == '〜' || c == '~')
        {
            return Some((key, number.parse().ok()));
        }
    }
    None
}

/// Codes of a list that a text means: the one of exactly this code or label, or all whose label holds it.
fn codes(entries: &[Entry], text: &str) -> Vec<&'static str> {
    let wanted = fold(text);
    let is = |known: &str| fold(known) == wanted;
    let exact = entries.iter().find(|e| is(e.code) || is(e.ja) || is(e.en)).map(|e| e.code);
    match exact {
        Some(code) => vec![code],
        None if wanted.is_empty() => Vec::new(),
        None => {
            let holds = |known: &str| fold(known).contains(&wanted);
            entries.iter().filter(|e| holds(e.ja) || holds(e.en)).map(|e| e.code).collect()
        }
    }
}

macro_rules! listed {
    ($list:ident, $condition:ident, $text:expr) => {
        codes($list::LIST.entries, $text)
            .into_iter()
            .filter_map($list::from_code)
            .map(Condition::$condition)
            .collect::<Vec<_>>()
    };
}

/// Conditions of a key and a value.
fn conditions(key: Key, value: &str, today: NaiveDate) -> Result<Vec<Condition>, Fault> {
    let text = || value.to_owned();
    let found = match key {
        Key::Person => vec![Condition::Person(text())],
        Key::Hospital => vec![Condition::Hospital(text())],
        Key::Programme => vec![Condition::Programme(text())],
        Key::Tag => vec![Condition::Tag(text())],
        Key::Stage => stages(value),
        Key::Role => listed!(CaseRole, Role, value),
        Key::Kind => kinds(value),
        Key::Activity => listed!(ActivityKind, Activity, value),
        Key::Method => listed!(Method, Method, value),
        Key::Work => listed!(WorkKind, Work, value),
        Key::Standing => listed!(Standing, Standing, value),
        Key::Concern => listed!(Concern, Concern, value),
        Key::Exit => listed!(Certainty, Exit, value),
        Key::Period => {
            return Span::read(value, today).map(|s| vec![Condition::Period(s)]).ok_or(Fault::NoSpan);
        }
        Key::Quiet | Key::Unmet => {
            let folded = fold(value);
            let number =
                folded.strip_suffix("日以上").or_else(|| folded.strip_suffix('日')).unwrap_or(&folded);
            let days = number.parse().ok().filter(|days| (1..=MOST).contains(days));
            return days.map(|days| vec![of_days(key, days)]).ok_or(Fault::NoNumber);
        }
    };
    if found.is_empty() { Err(Fault::UnknownValue) } else { Ok(found) }
}

/// Stages by name, or by their number on the road: 5 is 住居設定.
fn stages(value: &str) -> Vec<Condition> {
    let number = fold(value).parse::<usize>().ok();
    match number.and_then(|n| Stage::ALL.get(n.checked_sub(1)?)) {
        Some(stage) => vec![Condition::Stage(*stage)],
        None => listed!(Stage, Stage, value),
    }
}

/// What a record is; the name of an activity or a method is understood as well.
fn kinds(value: &str) -> Vec<Condition> {
    let lists = [
        listed!(WrittenKind, Kind, value),
        listed!(ActivityKind, Activity, value),
        listed!(Method, Method, value),
    ];
    let exact = lists.iter().position(|found| found.len() == 1 && found[0].is_named(value));
    let some = || lists.iter().position(|found| !found.is_empty());
    exact.or_else(some).and_then(|at| lists.into_iter().nth(at)).unwrap_or_default()
}

impl Condition {
    /// Whether a text is the whole code or label of its value.
    fn is_named(&self, text: &str) -> bool {
        let entries = match self {
            Self::Kind(_) => WrittenKind::LIST.entries,
            Self::Activity(_) => ActivityKind::LIST.entries,
            _ => Method::LIST.entries,
        };
        let wanted = fold(text);
        entries.iter().any(|e| [e.code, e.ja, e.en].iter().any(|known| fold(known) == wanted))
    }
}

/// A value as it must be typed to be read as it is. Neither values nor words hold quotation marks.
pub(super) fn quoted(value: &str) -> String {
    if value.contains(char::is_whitespace) { format!("\"{value}\"") } else { value.to_owned() }
}

/// A word as it must be typed to stay a word.
pub(super) fn protected(word: &str) -> String {
    if word.contains([':', '：']) || days_since(word).is_some() {
        return format!("\"{word}\"");
    }
    quoted(word)
}

/// A text that is searched as it stands, whatever it holds.
pub fn literally(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c == '"' { ' ' } else { c }).collect();
    format!("\"{plain}\"")
}
