//! How much must stand beside a written form of a name before a text means that person.

use super::{Part, Strength};
use crate::data::DATA;
use crate::normal::is_kana;

/// The strength of a folded form.
pub(super) fn of(folded: &str, part: Part) -> Strength {
    let length = folded.chars().count();
    match part {
        Part::Whole if length < 3 || (length < 4 && folded.chars().all(is_kana)) => Strength::Bounded,
        Part::Whole => Strength::Sure,
        Part::LatinAlone if length < 4 => Strength::Cued,
        Part::Latin | Part::LatinAlone => Strength::Latin,
        Part::Mixed => Strength::Bounded,
        Part::Alone | Part::Alias => alone(folded, length),
    }
}

/// A surname, a given name or another name alone.
fn alone(folded: &str, length: usize) -> Strength {
    let latin = folded.is_ascii();
    let letters = folded.chars().filter(char::is_ascii_alphabetic).count();
    let kana = is_kana_name(folded);
    let everyday = DATA.common.contains(folded) || DATA.allowed.contains(folded);
    match length {
        _ if latin && letters < 4 => Strength::Capitals,
        _ if latin => Strength::Latin,
        1 => Strength::Cued,
        _ if everyday => Strength::Cued,
        2 if kana => Strength::Cued,
        3 if kana => Strength::KatakanaRun,
        _ if kana || ends_with_honorific(folded) => Strength::Sure,
        _ => Strength::Bounded,
    }
}

/// A name in kana, perhaps in several words.
pub(super) fn is_kana_name(folded: &str) -> bool {
    folded.chars().all(|c| is_kana(c) || c == '・')
}

fn ends_with_honorific(folded: &str) -> bool {
    DATA.honorifics.ends(&folded.chars().collect::<Vec<_>>()).is_some()
}
