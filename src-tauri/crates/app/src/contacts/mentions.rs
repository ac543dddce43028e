//! 「@」 and 「#」 in a note: who and what can be named there, and which names of a text are links.
//!
//! The text stays plain. A mark begins a link where no Latin letter or digit stands before it; the longest known name after it
//! is meant. Behind 「@」 a name that no list holds is kept too, so that whoever takes names out of texts knows it.

use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use domain::measure::Id;
use domain::text::filter::Filter;
use domain::text::fold::fold;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::mentions::{Link, NameFact, Target};
use store::{Reader, Writer};

/// Most names that are offered.
const OFFERED: usize = 8;
/// Longest name that no list holds, in characters.
const LONGEST: usize = 12;
/// Marks before a person.
const PERSON: [char; 2] = ['@', '＠'];
/// Marks before an organisation.
const ORGANISATION: [char; 2] = ['#', '＃'];
/// What follows a name and is no part of it.
const HONORIFICS: [&str; 10] = ["さん", "様", "さま", "氏", "先生", "くん", "君", "ちゃん", "殿", "看護師"];

/// Asks who or what can be named at a mark: those whose name or reading begins so, then those that hold it.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct MentionNames {
    /// True after 「@」, false after 「#」.
    person: bool,
    typed: String,
}

/// A name that can be written as a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct MentionName {
    /// What is written after the mark; no two are the same.
    pub text: String,
    /// Reading.
    pub kana: String,
    /// Hospital, office or area.
    pub place: String,
}

/// A link as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct MentionView {
    /// True behind 「@」.
    pub person: bool,
    /// The name as written, without its mark.
    pub text: String,
    /// The name today.
    pub name: String,
    /// Person with a case to whom it leads.
    pub case_id: Option<Id>,
    /// Organisation to which it leads: itself, or the office of the person.
    pub org_id: Option<Id>,
}

/// Names with what is written for each: those that several share carry their place.
fn labelled(names: Vec<NameFact>) -> Vec<(String, NameFact)> {
    let mut count: HashMap<String, usize> = HashMap::new();
    for fact in &names {
        *count.entry(fact.name.clone()).or_default() += 1;
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    let label = |fact: &NameFact| match count.get(&fact.name) {
        Some(1) | None => fact.name.clone(),
        _ if fact.place.is_empty() => format!("{}（{}）", fact.name, fact.kana),
        _ => format!("{}（{}）", fact.name, fact.place),
    };
    let told = names.into_iter().filter(|fact| !fact.name.is_empty()).map(|fact| {
        let mut text = label(&fact);
        let nth = seen.entry(text.clone()).or_default();
        *nth += 1;
        if *nth > 1 {
            text = format!("{text}{nth}");
        }
        (text, fact)
    });
    told.collect()
}

fn all(reader: &Reader, person: bool) -> Result<Vec<(String, NameFact)>, Failure> {
    let names = if person { reader.linkable_persons()? } else { reader.linkable_organisations()? };
    Ok(labelled(names))
}

impl Query for MentionNames {
    type Answer = Vec<MentionName>;
    const TOPICS: &'static [Topic] = &[Topic::Cases, Topic::Organisations];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<MentionName>, Failure> {
        let wanted = Filter::new(&self.typed);
        let begun = fold(&self.typed);
        let mut found: Vec<(bool, String, NameFact)> = Vec::new();
        for (text, fact) in all(reader, self.person)? {
            if wanted.is_empty() || wanted.finds(&text) || wanted.finds(&fact.kana) {
                let begins =
                    begun.is_empty() || [&text, &fact.kana].iter().any(|name| fold(name).starts_with(&begun));
                found.push((!begins, text, fact));
            }
        }
        found.sort_by_cached_key(|(later, _, fact)| (*later, fold(&fact.kana)));
        let offered = found.into_iter().take(OFFERED);
        Ok(offered.map(|(_, text, fact)| MentionName { text, kana: fact.kana, place: fact.place }).collect())
    }
}

/// The places after every mark of a text at which a link can begin, with whether it is one of a person.
fn marks(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let free = !before.is_ascii_alphanumeric();
        before = c;
        let person = PERSON.contains(&c);
        (free && (person || ORGANISATION.contains(&c))).then(|| (person, &text[at + c.len_utf8()..]))
    })
}

/// A name that no list holds: what follows a mark up to an honorific, a space or a sign.
fn unknown_name(rest: &str) -> Option<&str> {
    let is_part = |c: char| c.is_alphabetic() || c == '々' || c == 'ー';
    let run: usize = rest.chars().take(LONGEST).take_while(|c| is_part(*c)).map(char::len_utf8).sum();
    let run = &rest[..run];
    let end = HONORIFICS.iter().filter_map(|word| run.find(word)).min();
    let name = end.map_or(run, |end| &run[..end]);
    // Without an honorific only a space or a sign can end it; a sentence would be no name.
    let ended = end.is_some() || rest[run.len()..].chars().next().is_none_or(|c| !is_part(c));
    (ended && !name.is_empty()).then_some(name)
}

/// The links of a text that are not kept yet: whose they are, the name as written, and where it leads.
fn unkept(reader: &Reader, text: &str, kept: &[Link]) -> Result<Vec<(bool, String, Target)>, Failure> {
    if marks(text).next().is_none() {
        return Ok(Vec::new());
    }
    let known = (all(reader, true)?, all(reader, false)?);
    let mut found: Vec<(bool, String, Target)> = Vec::new();
    for (person, rest) in marks(text) {
        let names = if person { &known.0 } else { &known.1 };
        let longest = names
            .iter()
            .filter(|(name, _)| rest.starts_with(name.as_str()))
            .max_by_key(|(name, _)| name.len());
        let written = kept
            .iter()
            .filter(|m| m.person == person && rest.starts_with(&m.text))
            .map(|m| m.text.len())
            .max();
        let link = match longest {
            Some((name, _)) if written.is_some_and(|length| length >= name.len()) => None,
            Some((name, fact)) => Some((person, name.clone(), fact.target.clone())),
            None if written.is_some() || !person => None,
            None => unknown_name(rest).map(|name| (person, name.to_owned(), Target::Nobody)),
        };
        if let Some(link) = link
            && found.iter().all(|(of, name, _)| (*of, name) != (link.0, &link.1))
        {
            found.push(link);
        }
    }
    Ok(found)
}

/// Keeps the links of a note's text.
pub(super) fn link(writer: &mut Writer, contact: &Id, text: &str) -> Result<(), Failure> {
    let kept: Vec<Link> = writer.mentions_of(&[contact])?.into_iter().map(|fact| fact.link).collect();
    for (person, name, target) in unkept(writer, text, &kept)? {
        writer.add_mention(contact, person, &name, &target)?;
    }
    Ok(())
}

/// Keeps the links of texts that are no notes: of an activity, of a session, of a 気づき.
pub(crate) fn link_texts(writer: &mut Writer, texts: &[&str]) -> Result<(), Failure> {
    for text in texts.iter().filter(|text| marks(text).next().is_some()) {
        let kept = writer.linked_names()?;
        for (person, name, target) in unkept(writer, text, &kept)? {
            writer.add_linked_name(person, &name, &target)?;
        }
    }
    Ok(())
}

/// The links of texts that are no notes, ready to be shown.
pub(crate) struct Links(Vec<MentionView>);

impl Links {
    /// All of them.
    pub(crate) fn read(reader: &Reader) -> Result<Self, Failure> {
        Ok(Self(reader.linked_names()?.into_iter().map(|link| view(reader, link)).collect::<Result<_, _>>()?))
    }

    /// Those that stand in a text.
    pub(crate) fn of(&self, text: &str) -> Vec<MentionView> {
        let stands = |link: &&MentionView| {
            marks(text).any(|(p, rest)| p == link.person && rest.starts_with(&link.text))
        };
        self.0.iter().filter(stands).cloned().collect()
    }
}

/// The links of one note as a screen shows them.
pub(crate) fn mentions_in(reader: &Reader, contact: &Id) -> Result<Vec<MentionView>, Failure> {
    reader.mentions_of(&[contact])?.into_iter().map(|fact| view(reader, fact.link)).collect()
}

/// The link as a screen shows it.
pub(crate) fn view(reader: &Reader, fact: Link) -> Result<MentionView, Failure> {
    let (case_id, org_id) = match &fact.target {
        Target::Case(id) => (Some(id.clone()), None),
        Target::Person(id) => (None, reader.office_of(id)?),
        Target::Organisation(id) => (None, Some(id.clone())),
        Target::Nobody => (None, None),
    };
    let name = if fact.name.is_empty() { fact.text.clone() } else { fact.name };
    Ok(MentionView { person: fact.person, text: fact.text, name, case_id, org_id })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_no_list_holds_ends_where_a_reader_would_end_it() {
        for (rest, name) in [
            ("佐々木さんから電話", Some("佐々木")),
            ("佐々木 から電話", Some("佐々木")),
            ("佐々木、電話", Some("佐々木")),
            ("佐々木", Some("佐々木")),
            ("ジョン先生と", Some("ジョン")),
            ("さん", None),
            ("", None),
            (" 佐々木", None),
            ("きょうはとても寒い日でした散歩へ", None),
        ] {
            assert_eq!(unknown_name(rest), name, "{rest}");
        }
    }

    #[test]
    fn an_address_of_mail_is_no_link() {
        let found: Vec<(bool, &str)> = marks("a@b.jp ＠南 #楠沢病院").collect();
        assert_eq!(found, [(true, "南 #楠沢病院"), (false, "楠沢病院")]);
    }

    #[test]
    fn those_of_one_name_are_told_apart() {
        let fact = |name: &str, place: &str| NameFact {
            target: Target::Nobody,
            name: name.into(),
            kana: "かな".into(),
            place: place.into(),
        };
        let labels: Vec<String> = labelled(vec![
            fact("南", "楠沢病院"),
            fact("南", ""),
            fact("森", "楠沢病院"),
            fact("南", "楠沢病院"),
            fact("", ""),
        ])
        .into_iter()
        .map(|(label, _)| label)
        .collect();
        assert_eq!(labels, ["南（楠沢病院）", "南（かな）", "森", "南（楠沢病院）2"]);
    }
}
