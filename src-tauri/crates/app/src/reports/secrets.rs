//! What must not be found on paper that leaves: the search list made from the store.

use super::Level;
use super::romaji::{hiragana, katakana, spellings};
use report::attack::Secrets;
use store::reports::{ClientNames, Names, OrganisationNames};

/// What the report itself may say although it stands in the store.
pub(super) struct Own<'a> {
    /// Organisation of the user, printed on the cover.
    pub organisation: &'a str,
    /// The user's name as set.
    pub author: &'a str,
    /// The city.
    pub city: &'a str,
}

/// The search list for a level.
pub(super) fn search_list(names: &Names, own: &Own, level: Level) -> Secrets {
    let mut secrets = Secrets { fixed_words: fixed_words(), ..Secrets::default() };
    if !level.leaves() {
        return secrets;
    }
    for client in &names.clients {
        add_client(client, &mut secrets);
    }
    for person in &names.people {
        add_person(&person.name, &person.kana, &mut secrets);
    }
    add_person(own.author, "", &mut secrets);
    secrets.whole.extend(names.numbers.iter().cloned());
    secrets.codes.clone_from(&names.codes);
    secrets.addresses.clone_from(&names.addresses);
    secrets.own_names.extend([own.organisation, own.city].map(str::to_owned));
    secrets.own_names.extend(names.organisations.iter().map(|o| o.name.clone()));
    if level.is_wide() {
        for organisation in &names.organisations {
            add_organisation(organisation, own, &mut secrets.places);
        }
    }
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

/// Two parts of a name in both orders, together and apart.
fn both_orders(family: &str, given: &str, into: &mut Vec<String>) {
    if family.is_empty() || given.is_empty() {
        return;
    }
    for (first, second) in [(family, given), (given, family)] {
        into.push(format!("{first}{second}"));
        into.push(format!("{first} {second}"));
    }
}

fn add_client(client: &ClientNames, secrets: &mut Secrets) {
    both_orders(&client.family, &client.given, &mut secrets.whole);
    secrets.lone.extend([client.family.clone(), client.given.clone()]);
    let (family, given) = (hiragana(&client.family_kana), hiragana(&client.given_kana));
    both_orders(&family, &given, &mut secrets.whole);
    both_orders(&katakana(&family), &katakana(&given), &mut secrets.whole);
    secrets.lone.extend([family.clone(), given.clone(), katakana(&family), katakana(&given)]);
    for first in spellings(&family) {
        for second in spellings(&given) {
            both_orders(&first, &second, &mut secrets.whole);
        }
    }
    for alias in &client.aliases {
        add_person(alias, "", secrets);
        secrets.whole.push(alias.clone());
    }
    secrets.births.extend(client.birth.and_then(domain::calendar::PartialDate::exact));
}

/// A person of the directory: a full name is a hit wherever it stands, a surname alone only beside a role.
fn add_person(name: &str, kana: &str, secrets: &mut Secrets) {
    for text in [name, kana] {
        let parts: Vec<&str> = text.split_whitespace().collect();
        match parts[..] {
            [] => {}
            [alone] => secrets.lone.push(alone.to_owned()),
            [family, given] => {
                both_orders(family, given, &mut secrets.whole);
                secrets.lone.extend([family.to_owned(), given.to_owned()]);
            }
            _ => {
                secrets.whole.extend([text.to_owned(), parts.concat()]);
                secrets.lone.extend(parts.iter().map(|p| (*p).to_owned()));
            }
        }
    }
}

fn add_organisation(organisation: &OrganisationNames, own: &Own, into: &mut Vec<String>) {
    use domain::vocabulary::OrganisationType as Type;
    let public_body = matches!(
        organisation.kind,
        Some(Type::MunicipalityHq | Type::WardOffice | Type::MhCenter | Type::HealthCenter | Type::Council)
    );
    let name = organisation.name.as_str();
    let ours =
        !own.organisation.is_empty() && (own.organisation.contains(name) || name.contains(own.organisation));
    if public_body || ours {
        return;
    }
    let plain = name.split(['（', '(']).next().unwrap_or(name).trim();
    let mut forms = vec![name.to_owned(), plain.to_owned()];
    if organisation.kind.is_some_and(Type::is_hospital) {
        forms.extend(
            ["病院", "医院", "クリニック"]
                .iter()
                .filter_map(|end| plain.strip_suffix(end))
                .map(str::to_owned),
        );
        let city = own.city.trim_end_matches('市');
        forms.extend(plain.strip_prefix(city).filter(|_| !city.is_empty()).map(str::to_owned));
    }
    into.extend(forms.into_iter().filter(|form| form.chars().count() >= 2));
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
    use domain::vocabulary::OrganisationType;
    use store::reports::PersonNames;

    const OWN: Own =
        Own { organisation: "相談支援センターつき", author: "山吹 花子", city: "月見野市" };

    fn names() -> Names {
        let hospital = |name: &str, kind| OrganisationNames { name: name.into(), kind: Some(kind) };
        Names {
            clients: vec![ClientNames {
                family: "月岡".into(),
                given: "正".into(),
                family_kana: "つきおか".into(),
                given_kana: "ただし".into(),
                aliases: vec!["月さん".into()],
                birth: "1950-03-01".parse().ok(),
            }],
            people: vec![PersonNames { name: "柳".into(), kana: String::new() }],
            organisations: vec![
                hospital("月見野市立病院（精神科）", OrganisationType::GeneralHospital),
                hospital("月見野市役所", OrganisationType::MunicipalityHq),
                hospital("相談支援センターつき", OrganisationType::ConsultationCenter),
            ],
            numbers: vec!["0012345".into()],
            codes: vec!["C90".into()],
            addresses: Vec::new(),
        }
    }

    #[test]
    fn a_name_is_sought_in_every_order_and_script() {
        let found = search_list(&names(), &OWN, Level::Municipal);
        for word in [
            "月岡正",
            "正 月岡",
            "つきおかただし",
            "ツキオカ タダシ",
            "tsukioka tadashi",
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
        let found = search_list(&names(), &OWN, Level::Public);
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
