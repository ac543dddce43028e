//! The code of everybody, and how to find who is meant.

use crate::Failure;
use crate::redaction::register;
use redaction::{Dictionary, Job, Register, Someone, folded, named_in, written};
use std::collections::{BTreeMap, BTreeSet};
use store::Reader;
use words::Language;

/// Codes of everybody of the vault.
pub(crate) struct Codes {
    dictionary: Dictionary,
    clients: Vec<String>,
    people: Vec<String>,
    /// Number of the client of a case or of a client, by identity.
    of_id: BTreeMap<String, Someone>,
    /// Whom a whole field can name, by its folded text.
    whole: BTreeMap<String, BTreeSet<Someone>>,
}

/// The word that a code of somebody of the directory begins with.
const fn kind(job: Job) -> &'static str {
    match job {
        Job::Physician => "physician",
        Job::Nurse => "nurse",
        Job::Peer => "peer",
        Job::Family => "family",
        Job::Landlord => "landlord",
        Job::Staff => "staff",
        Job::Other => "other",
    }
}

impl Codes {
    /// Reads everybody. Codes follow the order of entry, so that they stay the same while others are added.
    pub(crate) fn read(reader: &Reader) -> Result<Self, Failure> {
        let language = crate::settings::language(reader);
        let named = reader.named()?;
        let ids: Vec<String> = named.clients.iter().map(|client| client.id.clone()).collect();
        let register = register::of(reader, named)?;
        let number: BTreeMap<&str, usize> = ids.iter().enumerate().map(|(n, id)| (id.as_str(), n)).collect();
        let mut own: Vec<String> = vec![String::new(); ids.len()];
        let mut of_id: BTreeMap<String, Someone> = BTreeMap::new();
        for case in reader.coded_cases()? {
            let Some(n) = number.get(case.client_id.as_str()) else { continue };
            of_id.insert(case.case_id.as_str().to_owned(), Someone::Client(*n));
            of_id.insert(case.client_id.as_str().to_owned(), Someone::Client(*n));
            if !case.code.is_empty() {
                own[*n] = case.code;
            }
        }
        for (n, id) in reader.coded_people()?.into_iter().enumerate() {
            of_id.insert(id.as_str().to_owned(), Someone::Person(n));
        }
        let whole = whole(&register);
        let clients = client_codes(language, &own, &whole);
        let people = people_codes(language, &register);
        Ok(Self { dictionary: Dictionary::new(&register), clients, people, of_id, whole })
    }

    /// The code of somebody.
    pub(crate) fn code(&self, who: Someone) -> &str {
        let code = match who {
            Someone::Client(n) => self.clients.get(n),
            Someone::Person(n) => self.people.get(n),
        };
        code.map_or("", String::as_str)
    }

    /// Whose record an identity is.
    pub(crate) fn whose(&self, id: &str) -> Option<Someone> {
        self.of_id.get(id).copied()
    }

    /// Whom a field names that holds nothing but a name.
    pub(super) fn whole(&self, text: &str) -> Option<&BTreeSet<Someone>> {
        self.whole.get(&folded(text))
    }

    /// A text with a code in the place of each name. `about` is whom the record is about, for words that several share.
    pub(crate) fn text(&self, text: &str, about: Option<Someone>) -> Option<String> {
        let places = named_in(text, &self.dictionary);
        if places.is_empty() {
            return None;
        }
        let written: Vec<char> = text.chars().collect();
        let mut out = String::with_capacity(text.len());
        let mut behind = 0;
        for place in places {
            out.extend(&written[behind..place.start]);
            out.push_str(&self.of_several(place.who.iter().copied(), about));
            behind = place.end;
        }
        out.extend(&written[behind..]);
        Some(out)
    }

    /// The code of the one meant, or of all who can be.
    pub(super) fn of_several(&self, who: impl Iterator<Item = Someone>, about: Option<Someone>) -> String {
        let who: Vec<Someone> = who.collect();
        match about.filter(|about| who.contains(about)) {
            Some(one) => self.code(one).to_owned(),
            None => who.iter().map(|one| self.code(*one)).collect::<Vec<_>>().join("／"),
        }
    }
}

/// Every written form that can fill a field alone.
fn whole(register: &Register) -> BTreeMap<String, BTreeSet<Someone>> {
    let mut whole: BTreeMap<String, BTreeSet<Someone>> = BTreeMap::new();
    let mut add = |alone: Register, who: Someone| {
        for form in written(&alone) {
            whole.entry(folded(&form.text)).or_default().insert(who);
        }
    };
    for (n, client) in register.clients.iter().enumerate() {
        add(Register { clients: vec![client.clone()], ..Register::default() }, Someone::Client(n));
    }
    for (n, person) in register.people.iter().enumerate() {
        add(Register { people: vec![person.clone()], ..Register::default() }, Someone::Person(n));
    }
    whole
}

/// A client's own code where it is nobody else's and no name; otherwise 対象者 with the place in the order of entry.
fn client_codes(
    language: Language,
    own: &[String],
    whole: &BTreeMap<String, BTreeSet<Someone>>,
) -> Vec<String> {
    let word = words::say(language, "shell.face.client");
    let taken = |code: &String| own.iter().filter(|other| *other == code).count() > 1;
    let coded = |(n, code): (usize, &String)| {
        if code.is_empty() || taken(code) || whole.contains_key(&folded(code)) {
            format!("{word}{:02}", n + 1)
        } else {
            code.clone()
        }
    };
    own.iter().enumerate().map(coded).collect()
}

/// 職員3: the kind of person, and the place among those.
fn people_codes(language: Language, register: &Register) -> Vec<String> {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    let coded = register.people.iter().map(|person| {
        let kind = kind(person.job);
        let count = counted.entry(kind).or_default();
        *count += 1;
        format!("{}{count}", words::say(language, &format!("shell.face.{kind}")))
    });
    coded.collect()
}
