//! Who of the register is named where in a text, for a screen that shows codes instead of names.

use crate::dictionary::{Dictionary, Subject};
use crate::level::Level;
use crate::normal::Normal;
use crate::scan::{Calendar, What, scan};
use std::ops::Range;

/// Somebody of the register, by number in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Someone {
    /// A client.
    Client(usize),
    /// Somebody of the directory.
    Person(usize),
}

/// One place where somebody is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedAt {
    /// First character.
    pub start: usize,
    /// Behind the last character.
    pub end: usize,
    /// Whom the word can mean, in the order of the register; never empty.
    pub who: Vec<Someone>,
}

/// Every place where a text names a client or somebody of the directory, in order, in any script. Organisations, places
/// and people whom nobody registered are left.
pub fn named_in(text: &str, dictionary: &Dictionary) -> Vec<NamedAt> {
    let normal = Normal::open(text);
    let found = scan(&normal, dictionary, Level::CaseStudy, &mut Calendar::default());
    let mut places: Vec<NamedAt> = Vec::new();
    for one in found {
        let (units, subjects) = match one.what {
            What::Known(subject, _) if one.owners.is_empty() => (one.units, vec![subject]),
            What::Known(..) => (one.units, one.owners),
            // What stands beside it says that it is a name; the register may still know whose.
            What::Somebody(_) => match longest_in(&one.units, &normal, dictionary) {
                Some(known) => known,
                None => continue,
            },
            _ => continue,
        };
        let who: Vec<Someone> = subjects.into_iter().filter_map(someone).collect();
        let range = normal.original(&units);
        let behind = places.last().is_none_or(|last| last.end <= range.start);
        if behind && !who.is_empty() && !range.is_empty() {
            places.push(NamedAt { start: range.start, end: range.end, who });
        }
    }
    places
}

/// The longest word of the register inside a stretch that names a person, and whom it can mean.
fn longest_in(
    stretch: &Range<usize>,
    normal: &Normal,
    dictionary: &Dictionary,
) -> Option<(Range<usize>, Vec<Subject>)> {
    let inside = |units: &Range<usize>| stretch.start <= units.start && units.end <= stretch.end;
    let person = |subject: &Subject| someone(*subject).is_some();
    let found = dictionary.sightings(normal).into_iter().filter(|seen| inside(&seen.units));
    let found = found.map(|seen| {
        let subjects = if seen.owners.is_empty() { vec![seen.subject] } else { seen.owners };
        (seen.units, subjects)
    });
    found.filter(|(_, subjects)| subjects.iter().any(person)).max_by_key(|(units, _)| units.len())
}

fn someone(subject: Subject) -> Option<Someone> {
    match subject {
        Subject::Client(n) => usize::try_from(n).ok().map(Someone::Client),
        Subject::Person(n, _) => usize::try_from(n).ok().map(Someone::Person),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::{Client, Job, Person, Register};

    fn dictionary() -> Dictionary {
        let client = |family: &str, given: &str, family_kana: &str, given_kana: &str| Client {
            family: family.into(),
            given: given.into(),
            family_kana: family_kana.into(),
            given_kana: given_kana.into(),
            ..Client::default()
        };
        Dictionary::new(&Register {
            clients: vec![
                client("髙橋", "正一", "たかはし", "しょういち"),
                client("南", "和夫", "みなみ", "かずお"),
                client("髙橋", "ゆき", "たかはし", "ゆき"),
            ],
            people: ["柏木", "西口"]
                .map(|name| Person { name: name.into(), kana: String::new(), job: Job::Nurse })
                .to_vec(),
            ..Register::default()
        })
    }

    #[test]
    fn each_name_is_found_in_its_own_letters_and_leads_to_its_owner() {
        let known = dictionary();
        for (text, expected) in [
            (
                "高橋 正一さんと南さん",
                vec![("高橋 正一", vec![Someone::Client(0)]), ("南", vec![Someone::Client(1)])],
            ),
            ("タカハシショウイチ", vec![("タカハシショウイチ", vec![Someone::Client(0)])]),
            ("高橋さん", vec![("高橋", vec![Someone::Client(0), Someone::Client(2)])]),
            ("柏木看護師へ電話", vec![("柏木", vec![Someone::Person(0)])]),
            ("PSW西口氏が同席", vec![("西口", vec![Someone::Person(1)])]),
            ("駅の西口で会う", vec![]),
            ("南区役所へ", vec![]),
        ] {
            let written: Vec<char> = text.chars().collect();
            let found: Vec<(String, Vec<Someone>)> = named_in(text, &known)
                .into_iter()
                .map(|at| (written[at.start..at.end].iter().collect(), at.who))
                .collect();
            let expected: Vec<(String, Vec<Someone>)> =
                expected.into_iter().map(|(word, who)| (word.to_owned(), who)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
