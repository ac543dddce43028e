//! The names of the vault as the layers take them: the one list that the screen of texts and the check of finished
//! bytes both read.

use crate::Failure;
use domain::vocabulary::{Job as StoredJob, OrganisationType as Type};
use redaction::{Client, Job, Organisation, OrganisationKind, Person, Register};
use store::Reader;
use store::mentions::MentionedName;
use store::redaction::{Named, NamedClient, NamedOrganisation, NamedPerson};

/// Everybody and everything of this vault, its maker too.
pub(crate) fn of(reader: &Reader, mut named: Named) -> Result<Register, Failure> {
    add_mentioned(&mut named, reader.mentioned_names()?);
    let setting = |key: &str| -> Result<String, Failure> { Ok(reader.setting(key)?.unwrap_or_default()) };
    Ok(register(named, &setting("author")?, setting("city")?))
}

/// Adds names that notes link and no list holds: a former name of a client as one of the client's, anybody else as a person.
fn add_mentioned(named: &mut Named, mentioned: Vec<MentionedName>) {
    let full = |c: &NamedClient| store::cases::full_name(&c.family, &c.given);
    for MentionedName { person, text, client } in mentioned {
        let name = text.split('（').next().unwrap_or_default().to_owned();
        if let Some(client) = named.clients.iter_mut().find(|c| client.as_ref() == Some(&c.id)) {
            if full(client) != name && !client.aliases.contains(&name) {
                client.aliases.push(name);
            }
        } else if !person {
            if named.organisations.iter().all(|o| o.name != name) {
                named.organisations.push(NamedOrganisation { name, ..NamedOrganisation::default() });
            }
        } else if !named.people.iter().any(|p| p.name == name)
            && !named
                .clients
                .iter()
                .any(|c| [&full(c), &c.family, &c.given].contains(&&name) || c.aliases.contains(&name))
        {
            named.people.push(NamedPerson { name, ..NamedPerson::default() });
        }
    }
}

/// The register of a list of names, with the maker of the texts and the city that the short names of its places leave out.
pub(crate) fn register(named: Named, author: &str, city: String) -> Register {
    let client = |c: NamedClient| Client {
        family: c.family,
        given: c.given,
        family_kana: c.family_kana,
        given_kana: c.given_kana,
        aliases: c.aliases,
        birth: c.birth.and_then(domain::calendar::PartialDate::exact),
    };
    let mut people: Vec<Person> = named
        .people
        .into_iter()
        .map(|person| Person { name: person.name, kana: person.kana, job: job(person.job) })
        .collect();
    people.push(Person { name: author.to_owned(), kana: String::new(), job: Job::Staff });
    people.retain(|person| !person.name.trim().is_empty());
    let organisations = named.organisations.into_iter().map(|organisation| Organisation {
        name: organisation.name,
        kana: organisation.kana,
        kind: kind(organisation.kind),
        numbers: organisation.numbers,
        address: organisation.address,
    });
    Register {
        clients: named.clients.into_iter().map(client).collect(),
        people,
        organisations: organisations.collect(),
        wards: named.wards,
        districts: named.districts,
        buildings: named.buildings,
        numbers: named.numbers,
        codes: named.codes,
        addresses: named.addresses,
        city,
    }
}

const fn job(job: Option<StoredJob>) -> Job {
    match job {
        Some(StoredJob::Physician) => Job::Physician,
        Some(StoredJob::Nurse) => Job::Nurse,
        Some(StoredJob::Landlord) => Job::Landlord,
        Some(StoredJob::PeerSupporter) => Job::Peer,
        Some(StoredJob::Family) => Job::Family,
        Some(StoredJob::Other) | None => Job::Other,
        Some(_) => Job::Staff,
    }
}

const fn kind(kind: Option<Type>) -> OrganisationKind {
    match kind {
        Some(Type::PsychiatricHospital | Type::GeneralHospital | Type::Clinic) => OrganisationKind::Hospital,
        Some(Type::GroupHome) => OrganisationKind::GroupHome,
        Some(
            Type::MunicipalityHq | Type::WardOffice | Type::MhCenter | Type::HealthCenter | Type::Council,
        ) => OrganisationKind::PublicBody,
        Some(Type::RealEstate) => OrganisationKind::Company,
        _ => OrganisationKind::Other,
    }
}
