//! What must not be found on paper that leaves: the search list made from the store.

use super::Level;
use redaction::{Organisation, OrganisationKind, Part, Register, Whose, written};
use report::attack::Secrets;

/// What the report itself may say although it stands in the store.
pub(super) struct Own<'a> {
    /// Organisation of the user, printed on the cover.
    pub organisation: &'a str,
    /// The city.
    pub city: &'a str,
    /// The hospital that reads it, which knows its own name; empty for none.
    pub hospital: &'a str,
}

/// A surname or given name in fewer Latin letters is part of too many words.
const LATIN: usize = 4;

impl Own<'_> {
    /// True for the user's own organisation, and for the hospital that reads it.
    fn is(&self, name: &str) -> bool {
        if !self.hospital.is_empty() && self.hospital == name {
            return true;
        }
        !self.organisation.is_empty()
            && (self.organisation.contains(name) || name.contains(self.organisation))
    }
}

/// The search list for a level.
pub(super) fn search_list(register: &Register, own: &Own, level: Level) -> Secrets {
    let mut secrets = Secrets { fixed_words: fixed_words(), ..Secrets::default() };
    if !level.leaves() {
        return secrets;
    }
    for form in written(register) {
        match (form.whose, form.part) {
            (Whose::Client | Whose::Person, Part::Whole | Part::Latin | Part::Alias) => {
                secrets.whole.push(form.text);
            }
            (Whose::Client | Whose::Person, Part::LatinAlone) if form.text.len() < LATIN => {}
            (Whose::Client | Whose::Person, _) => secrets.lone.push(form.text),
            (Whose::Organisation(n, kind), part) => {
                let sought = part == Part::Whole || kind == OrganisationKind::Hospital;
                if level.is_wide() && sought && !own.is(&register.organisations[n].name) {
                    secrets.places.push(form.text);
                }
            }
        }
    }
    if level.is_wide() {
        let foreign = |o: &&Organisation| o.kind != OrganisationKind::PublicBody && !own.is(&o.name);
        for organisation in register.organisations.iter().filter(foreign) {
            secrets.whole.extend(organisation.numbers.iter().cloned());
            let exact = organisation.address.contains(char::is_numeric);
            secrets.addresses.extend(exact.then(|| organisation.address.clone()));
        }
    }
    secrets.births = register.clients.iter().filter_map(|client| client.birth).collect();
    secrets.whole.extend(register.numbers.iter().cloned());
    secrets.codes.clone_from(&register.codes);
    secrets.addresses.extend(register.addresses.iter().cloned());
    secrets.own_names.extend([own.organisation, own.city].map(str::to_owned));
    secrets.own_names.extend(register.organisations.iter().map(|o| o.name.clone()));
    let fixed = secrets.fixed_words.join("\n");
    let Secrets { whole, codes, addresses, lone, places, own_names, .. } = &mut secrets;
    whole.retain(|word| !fixed.lines().any(|own| own == word));
    for list in [whole, codes, addresses, lone, places, own_names] {
        list.retain(|word| !word.trim().is_empty());
        list.sort();
        list.dedup();
    }
    secrets.births.sort_unstable();
    secrets.births.dedup();
    secrets
}

/// The report's own words, inside which a name is no name.
fn fixed_words() -> Vec<String> {
    let printed = words::catalogue(words::Language::Ja).iter().filter(|(key, _)| key.starts_with("report."));
    let mut words: Vec<String> = printed.map(|(_, text)| text.clone()).collect();
    words.extend(
        domain::vocabulary::LISTS.iter().flat_map(|list| list.entries).map(|entry| entry.ja.to_owned()),
    );
    words.retain(|word| !word.is_empty());
    words.sort();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use redaction::{Client, Job, Person};

    const OWN: Own =
        Own { organisation: "相談支援センターつき", city: "月見野市", hospital: "" };

    fn register() -> Register {
        let place = |name: &str, kind| Organisation { name: name.into(), kind, ..Organisation::default() };
        let person = |name: &str| Person { name: name.into(), kana: String::new(), job: Job::Other };
        Register {
            clients: vec![Client {
                family: "月岡".into(),
                given: "正".into(),
                family_kana: "つきおか".into(),
                given_kana: "ただし".into(),
                aliases: vec!["月さん".into()],
                birth: "1950-03-01".parse().ok(),
            }],
            people: vec![person("柳"), person("山吹 花子")],
            organisations: vec![
                place("月見野市立病院（精神科）", OrganisationKind::Hospital),
                place("月見野市役所", OrganisationKind::PublicBody),
                place("相談支援センターつき", OrganisationKind::Other),
            ],
            numbers: vec!["0012345".into()],
            codes: vec!["C90".into()],
            city: "月見野市".into(),
            ..Register::default()
        }
    }

    #[test]
    fn a_name_is_sought_in_every_order_and_script() {
        let found = search_list(&register(), &OWN, Level::Municipal);
        for word in [
            "月岡正",
            "正月岡",
            "つきおかただし",
            "月岡ただし",
            "tsukiokatadashi",
            "tadasitukioka",
            "0012345",
            "山吹花子",
        ] {
            assert!(found.whole.iter().any(|w| w == word), "{word} must be sought");
        }
        assert_eq!(found.codes, ["C90"]);
        assert!(found.lone.iter().any(|w| w == "柳") && !found.whole.iter().any(|w| w == "柳"));
        assert!(found.places.is_empty(), "the city knows its hospitals");
    }

    #[test]
    fn in_public_no_hospital_is_named_but_the_maker_and_the_city_are() {
        let found = search_list(&register(), &OWN, Level::Public);
        for word in ["月見野市立病院", "市立病院"] {
            assert!(found.places.iter().any(|w| w == word), "{word} must be sought in {:?}", found.places);
        }
        assert!(
            !found.places.iter().any(|w| w.contains("市役所") || w.contains("つき")),
            "{:?}",
            found.places
        );
    }
}
