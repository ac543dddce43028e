//! Links in the text of a note: the text says 「@髙橋 正一」 as it was written, and a row says who that is.
//!
//! A link stays when its words leave the text: an earlier version that comes back has its links again, and a name that
//! was once written is known for good to whoever takes names out of texts.

use crate::schema::Field;
use crate::{Reader, Row, StoreError, Writer};
use domain::measure::Id;
use rusqlite::named_params;

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A person with a case.
    Case(Id),
    /// A person of the directory.
    Person(Id),
    /// An organisation.
    Organisation(Id),
    /// Somebody who is in no list; only the name is known.
    Nobody,
}

/// A link as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// True for a person, false for an organisation.
    pub person: bool,
    /// The name as written, without its mark.
    pub text: String,
    /// What it leads to.
    pub target: Target,
    /// The name today; empty for somebody in no list.
    pub name: String,
}

/// A link of one note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionFact {
    /// Note.
    pub contact: Id,
    /// The link.
    pub link: Link,
}

/// A name that a link was written with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionedName {
    /// True for a person, false for an organisation.
    pub person: bool,
    /// The name as written.
    pub text: String,
    /// Identity of the client whom it means.
    pub client: Option<String>,
}

/// Somebody or something that can be linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameFact {
    /// What a link leads to.
    pub target: Target,
    /// The name.
    pub name: String,
    /// Its reading.
    pub kana: String,
    /// What tells those of one name apart: hospital or office.
    pub place: String,
}

const PERSON: &str = "person";
const ORGANISATION: &str = "organisation";

fn target(r: &Row) -> Result<Target, StoreError> {
    let ids = (r.maybe_id("case_id")?, r.maybe_id("person_id")?, r.maybe_id("org_id")?);
    Ok(match ids {
        (Some(id), _, _) => Target::Case(id),
        (_, Some(id), _) => Target::Person(id),
        (_, _, Some(id)) => Target::Organisation(id),
        _ => Target::Nobody,
    })
}

fn name(r: &Row) -> Result<String, StoreError> {
    let client = crate::cases::full_name(&r.text("family_name")?, &r.text("given_name")?);
    Ok(if client.is_empty() { r.text("name")? } else { client })
}

fn link(r: &Row) -> Result<Link, StoreError> {
    Ok(Link { person: r.text("kind")? == PERSON, text: r.text("text")?, target: target(r)?, name: name(r)? })
}

/// What a link points at, of a table named `m`, in the columns of [`link`].
const POINTED: &str = "m.kind, m.text, m.case_id, m.person_id, m.org_id, k.family_name, k.given_name, coalesce(p.name, o.name) AS name";
const POINTS: &str = "LEFT JOIN cases c ON c.id = m.case_id LEFT JOIN clients k ON k.id = c.client_id
    LEFT JOIN people p ON p.id = m.person_id LEFT JOIN organisations o ON o.id = m.org_id";

/// The fields of a link.
fn fields<'a>(person: bool, text: &str, target: &Target) -> [(&'a str, Field); 5] {
    let (mut case, mut of_list, mut org) = (None, None, None);
    match target {
        Target::Case(id) => case = Some(id),
        Target::Person(id) => of_list = Some(id),
        Target::Organisation(id) => org = Some(id),
        Target::Nobody => {}
    }
    [
        ("kind", Field::from(if person { PERSON } else { ORGANISATION })),
        ("text", Field::from(text)),
        ("case_id", Field::from(case)),
        ("person_id", Field::from(of_list)),
        ("org_id", Field::from(org)),
    ]
}

impl Reader<'_> {
    /// Links of some notes.
    pub fn mentions_of(&self, contacts: &[&Id]) -> Result<Vec<MentionFact>, StoreError> {
        let ids: Vec<&str> = contacts.iter().map(|id| id.as_str()).collect();
        let ids = serde_json::to_string(&ids).map_err(|_| StoreError::Unreadable("mentions"))?;
        // One row per link.
        self.all(
            &format!(
                "SELECT m.contact_id, {POINTED} FROM mentions m {POINTS}
                  WHERE m.contact_id IN (SELECT value FROM json_each(:ids)) ORDER BY m.id"
            ),
            named_params! { ":ids": ids },
            |r| Ok(MentionFact { contact: r.id("contact_id")?, link: link(r)? }),
        )
    }

    /// Links of all texts that are no notes; the same words lead to the same place in each of them.
    pub fn linked_names(&self) -> Result<Vec<Link>, StoreError> {
        // One row per link.
        self.all(
            &format!("SELECT {POINTED} FROM linked_names m {POINTS} ORDER BY m.kind DESC, m.text"),
            [],
            link,
        )
    }

    /// Every person who can be linked: the newest case of each client, then the directory.
    pub fn linkable_persons(&self) -> Result<Vec<NameFact>, StoreError> {
        // One row per person.
        self.all(
            "SELECT c.id AS case_id, NULL AS person_id, NULL AS org_id, k.family_name, k.given_name, NULL AS name,
               concat_ws(' ', k.family_kana, k.given_kana) AS kana,
               (SELECT o.name FROM admissions a JOIN organisations o ON o.id = a.org_id WHERE a.case_id = c.id
                 ORDER BY a.admitted_on DESC, a.id DESC LIMIT 1) AS place
               FROM clients k JOIN cases c ON c.id = (SELECT n.id FROM cases n WHERE n.client_id = k.id ORDER BY n.identified_on DESC, n.id DESC LIMIT 1)
             UNION ALL SELECT NULL, p.id, NULL, NULL, NULL, p.name, p.kana, o.name
               FROM people p LEFT JOIN organisations o ON o.id = p.org_id",
            [],
            |r| Ok(NameFact { target: target(r)?, name: name(r)?, kana: r.text("kana")?, place: r.text("place")? }),
        )
    }

    /// Every organisation that can be linked.
    pub fn linkable_organisations(&self) -> Result<Vec<NameFact>, StoreError> {
        // One row per organisation.
        self.all(
            // A key of the list of areas that has no name says nothing to a reader.
            "SELECT NULL AS case_id, NULL AS person_id, id AS org_id, NULL AS family_name, NULL AS given_name, name, kana,
                    coalesce((SELECT r.name FROM areas r WHERE r.area = o.area AND r.name IS NOT NULL ORDER BY r.from_on DESC LIMIT 1),
                             iif(o.area GLOB '*[^a-z0-9_-]*', o.area, '')) AS place
               FROM organisations o",
            [],
            |r| Ok(NameFact { target: target(r)?, name: name(r)?, kana: r.text("kana")?, place: r.text("place")? }),
        )
    }

    /// Every name that a link was written with, once: also those that no list holds (any more). Never printed, never logged.
    pub fn mentioned_names(&self) -> Result<Vec<MentionedName>, StoreError> {
        // One row per name and client.
        self.all(
            "SELECT DISTINCT m.kind, m.text, c.client_id
               FROM (SELECT kind, text, case_id FROM mentions UNION ALL SELECT kind, text, case_id FROM linked_names) m
               LEFT JOIN cases c ON c.id = m.case_id ORDER BY m.kind, m.text",
            [],
            |r| {
                Ok(MentionedName {
                    person: r.text("kind")? == PERSON,
                    text: r.text("text")?,
                    client: r.maybe("client_id")?,
                })
            },
        )
    }

    /// Office of a person of the directory.
    pub fn office_of(&self, person: &Id) -> Result<Option<Id>, StoreError> {
        // The one person.
        let found = self.first(
            "SELECT org_id FROM people WHERE id = :id",
            named_params! { ":id": person.as_str() },
            |r| r.maybe_id("org_id"),
        )?;
        Ok(found.flatten())
    }
}

impl Writer<'_> {
    /// Adds a link to a note; one that is there already stays as it is.
    pub fn add_mention(
        &mut self,
        contact: &Id,
        person: bool,
        text: &str,
        target: &Target,
    ) -> Result<(), StoreError> {
        let kind = if person { PERSON } else { ORGANISATION };
        let known = self.first(
            // The one link of these words.
            "SELECT id FROM mentions WHERE contact_id = ?1 AND kind = ?2 AND text = ?3",
            (contact.as_str(), kind, text),
            |r| r.id("id"),
        )?;
        if known.is_some() {
            return Ok(());
        }
        let mut all = vec![("contact_id", Field::from(contact))];
        all.extend(fields(person, text, target));
        self.insert("mentions", &all).map(|_| ())
    }

    /// Adds a link of a text that is no note. The caller knows that these words are none yet.
    pub fn add_linked_name(&mut self, person: bool, text: &str, target: &Target) -> Result<(), StoreError> {
        self.insert("linked_names", &fields(person, text, target)).map(|_| ())
    }
}
