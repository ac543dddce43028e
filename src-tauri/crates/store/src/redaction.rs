//! Everybody and everything that a text must not carry out, what is known of each person as far as a text could say
//! it, and the words that somebody decided to keep.

use crate::reader::split_list;
use crate::schema::Field;
use crate::{Reader, StoreError, Writer};
use domain::calendar::PartialDate;
use domain::vocabulary as v;
use std::collections::BTreeMap;

/// A client as a text may name one.
#[derive(Clone, Debug, Default)]
pub struct NamedClient {
    /// Identity.
    pub id: String,
    /// Surname.
    pub family: String,
    /// Given name.
    pub given: String,
    /// Kana of the surname.
    pub family_kana: String,
    /// Kana of the given name.
    pub given_kana: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Birth date.
    pub birth: Option<PartialDate>,
    /// Sex.
    pub sex: Option<v::Sex>,
}

/// A person of the directory as a text may name one.
#[derive(Clone, Debug, Default)]
pub struct NamedPerson {
    /// Name.
    pub name: String,
    /// Kana.
    pub kana: String,
    /// What the person does.
    pub job: Option<v::Job>,
}

/// An organisation as a text may name one.
#[derive(Clone, Debug, Default)]
pub struct NamedOrganisation {
    /// Identity.
    pub id: String,
    /// Name.
    pub name: String,
    /// Kana.
    pub kana: String,
    /// What it is.
    pub kind: Option<v::OrganisationType>,
    /// Its telephone and its number as a provider.
    pub numbers: Vec<String>,
    /// Its address.
    pub address: String,
}

/// Everything that has a name or a number.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// Clients.
    pub clients: Vec<NamedClient>,
    /// People: directory, landlords, guardians, peers of sessions.
    pub people: Vec<NamedPerson>,
    /// Organisations.
    pub organisations: Vec<NamedOrganisation>,
    /// Wards of hospitals.
    pub wards: Vec<String>,
    /// 区 and towns.
    pub districts: Vec<String>,
    /// Houses that were looked at.
    pub buildings: Vec<String>,
    /// Numbers of people: charts, telephones, certificates.
    pub numbers: Vec<String>,
    /// Codes of cases.
    pub codes: Vec<String>,
    /// Addresses of people and of houses that were looked at.
    pub addresses: Vec<String>,
}

/// One stay, as a text may tell it.
#[derive(Clone, Debug)]
pub struct ToldStay {
    /// Client.
    pub client: String,
    /// Hospital.
    pub hospital: String,
    /// Ward.
    pub ward: String,
    /// Begin.
    pub admitted: PartialDate,
    /// End.
    pub discharged: Option<PartialDate>,
    /// How it ended.
    pub destination: Option<v::Destination>,
    /// Form.
    pub form: Option<v::AdmissionForm>,
}

/// One case, as a text may tell it.
#[derive(Clone, Debug)]
pub struct ToldCase {
    /// Client.
    pub client: String,
    /// Diagnosis group, as its code.
    pub diagnosis: String,
    /// Why it ended.
    pub closure: Option<v::ClosureReason>,
    /// Incomes, as their codes.
    pub income: Vec<String>,
    /// Where the person came from.
    pub origin: String,
}

/// A word that somebody decided to keep.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptWord {
    /// The folded word.
    pub word: String,
    /// Level.
    pub level: String,
    /// What it was found as.
    pub code: String,
    /// Why it may stay.
    pub reason: String,
    /// Moment of the decision; the store writes it.
    pub decided_at: String,
    /// The user's name as it was set then; empty where there was none.
    pub decided_by: String,
}

impl Reader<'_> {
    /// Everything that has a name or a number. Never printed, never logged.
    pub fn named(&self) -> Result<Named, StoreError> {
        let clients = self.all(
            // One row per client.
            "SELECT id, family_name, given_name, family_kana, given_kana, aliases, birth_date, sex FROM clients ORDER BY id",
            [],
            |r| {
                Ok(NamedClient {
                    id: r.text("id")?,
                    family: r.text("family_name")?,
                    given: r.text("given_name")?,
                    family_kana: r.text("family_kana")?,
                    given_kana: r.text("given_kana")?,
                    aliases: r.list("aliases")?,
                    birth: r.maybe_date("birth_date")?,
                    sex: r.maybe("sex")?.and_then(|code| v::Sex::from_code(&code)),
                })
            },
        )?;
        let mut people = self.all(
            // One row per person of the directory.
            "SELECT name, kana, job FROM people ORDER BY id",
            [],
            |r| {
                let job = r.maybe("job")?.and_then(|code| v::Job::from_code(&code));
                Ok(NamedPerson { name: r.text("name")?, kana: r.text("kana")?, job })
            },
        )?;
        let known = |name: String, job| NamedPerson { name, kana: String::new(), job };
        let landlords = self.names_in(
            // One row per landlord or agent.
            "SELECT landlord AS found FROM housing_candidates WHERE landlord IS NOT NULL \
             UNION SELECT agent FROM housing_candidates WHERE agent IS NOT NULL",
        )?;
        people.extend(landlords.into_iter().map(|name| known(name, Some(v::Job::Landlord))));
        let others = self.names_in(
            // One row per guardian, peer or other name in a field of its own.
            "SELECT guardian AS found FROM cases WHERE guardian IS NOT NULL \
             UNION SELECT peer_supporters FROM sessions WHERE peer_supporters IS NOT NULL \
             UNION SELECT replace(name, ';', ' ') FROM settlement_supporters WHERE instr(name, ' ') > 1 \
             UNION SELECT replace(who, ';', ' ') FROM crisis_calls WHERE instr(who, ' ') > 1 \
             UNION SELECT label FROM participants WHERE label IS NOT NULL \
             UNION SELECT label FROM attendance WHERE label IS NOT NULL",
        )?;
        let others = others.iter().flat_map(|names| split_list(names));
        people.extend(others.filter(|name| !name.contains(char::is_numeric)).map(|name| known(name, None)));
        let organisations = self.all(
            // One row per organisation.
            "SELECT id, name, kana, type, phone, designated_number, address FROM organisations ORDER BY id",
            [],
            |r| {
                let kind = r.maybe("type")?.and_then(|code| v::OrganisationType::from_code(&code));
                Ok(NamedOrganisation {
                    id: r.text("id")?,
                    name: r.text("name")?,
                    kana: r.text("kana")?,
                    kind,
                    numbers: [r.maybe("phone")?, r.maybe("designated_number")?]
                        .into_iter()
                        .flatten()
                        .collect(),
                    address: r.text("address")?,
                })
            },
        )?;
        let lists = self.names_in(
            // One row per list of wards of an area.
            "SELECT wards AS found FROM areas WHERE wards IS NOT NULL",
        )?;
        let mut districts = self.names_in(
            // One row per district.
            "SELECT ward_area AS found FROM organisations WHERE ward_area IS NOT NULL \
             UNION SELECT origin_area FROM cases WHERE origin_area IS NOT NULL",
        )?;
        districts.extend(lists.iter().flat_map(|names| split_list(names)));
        districts.retain(|name| name.ends_with(['区', '町', '村', '市', '郡']));
        Ok(Named {
            clients,
            people,
            organisations,
            wards: self.names_in(
                // One row per ward.
                "SELECT ward AS found FROM admissions WHERE ward IS NOT NULL UNION SELECT ward FROM visits WHERE ward IS NOT NULL",
            )?,
            districts,
            buildings: self.names_in(
                // One row per house.
                "SELECT DISTINCT name AS found FROM housing_candidates WHERE name IS NOT NULL",
            )?,
            numbers: self.names_in(
                // One row per number.
                "SELECT chart_no AS found FROM admissions WHERE chart_no IS NOT NULL \
                 UNION SELECT certificate_no FROM decisions WHERE certificate_no IS NOT NULL \
                 UNION SELECT number FROM certificates WHERE number IS NOT NULL \
                 UNION SELECT phone FROM clients WHERE phone IS NOT NULL \
                 UNION SELECT phone FROM crisis_calls WHERE phone IS NOT NULL \
                 UNION SELECT contact FROM settlement_supporters WHERE contact GLOB '*[0-9]*' \
                 UNION SELECT phone FROM people WHERE phone IS NOT NULL",
            )?,
            codes: self.names_in(
                // One row per code.
                "SELECT pack_key AS found FROM cases WHERE pack_key IS NOT NULL \
                 UNION SELECT case_code FROM cases WHERE case_code IS NOT NULL",
            )?,
            addresses: self.names_in(
                // One row per address.
                "SELECT origin_address AS found FROM cases WHERE origin_address IS NOT NULL \
                 UNION SELECT address FROM housing_candidates WHERE address IS NOT NULL",
            )?,
        })
    }

    fn names_in(&self, sql: &str) -> Result<Vec<String>, StoreError> {
        self.all(sql, [], |r| r.text("found"))
    }

    /// Every stay as a text may tell it.
    pub fn told_stays(&self) -> Result<Vec<ToldStay>, StoreError> {
        self.all(
            // One row per stay.
            "SELECT c.client_id, a.org_id, a.ward, a.admitted_on, a.discharged_on, a.destination, a.admission_form \
             FROM admissions a JOIN cases c ON c.id = a.case_id",
            [],
            |r| {
                Ok(ToldStay {
                    client: r.text("client_id")?,
                    hospital: r.text("org_id")?,
                    ward: r.text("ward")?,
                    admitted: r.date("admitted_on")?,
                    discharged: r.maybe_date("discharged_on")?,
                    destination: r.maybe("destination")?.and_then(|code| v::Destination::from_code(&code)),
                    form: r.maybe("admission_form")?.and_then(|code| v::AdmissionForm::from_code(&code)),
                })
            },
        )
    }

    /// Every case as a text may tell it.
    pub fn told_cases(&self) -> Result<Vec<ToldCase>, StoreError> {
        self.all(
            // One row per case.
            "SELECT client_id, diagnosis_group, closure_reason, income, origin_area FROM cases",
            [],
            |r| {
                Ok(ToldCase {
                    client: r.text("client_id")?,
                    diagnosis: r.text("diagnosis_group")?,
                    closure: r.maybe("closure_reason")?.and_then(|code| v::ClosureReason::from_code(&code)),
                    income: r.list("income")?,
                    origin: r.text("origin_area")?,
                })
            },
        )
    }

    /// Everything that was written about each client, in one text.
    pub fn told_notes(&self) -> Result<BTreeMap<String, String>, StoreError> {
        let rows = self.all(
            // One row per text about a client.
            "SELECT c.client_id, concat_ws('。', n.text, n.s, n.o, n.a, n.p) AS told FROM contacts n JOIN cases c ON c.id = n.case_id \
             UNION ALL SELECT client_id, concat_ws('。', wish, anxieties, family_note, diagnosis_text) FROM cases",
            [],
            |r| Ok((r.text("client_id")?, r.text("told")?)),
        )?;
        let mut notes: BTreeMap<String, String> = BTreeMap::new();
        for (client, text) in rows {
            let all = notes.entry(client).or_default();
            all.push('\n');
            all.push_str(&text);
        }
        Ok(notes)
    }

    /// Every word that somebody decided to keep, newest first.
    pub fn kept_words(&self) -> Result<Vec<KeptWord>, StoreError> {
        self.all(
            // One row per decision.
            "SELECT word, level, code, reason, decided_at, decided_by FROM redaction_decisions ORDER BY decided_at DESC, word, level",
            [],
            |r| {
                Ok(KeptWord {
                    word: r.text("word")?,
                    level: r.text("level")?,
                    code: r.text("code")?,
                    reason: r.text("reason")?,
                    decided_at: r.text("decided_at")?,
                    decided_by: r.text("decided_by")?,
                })
            },
        )
    }
}

impl Writer<'_> {
    /// Remembers that a word may stay, with the reason; a later decision replaces the earlier one.
    pub fn keep_word(&mut self, kept: &KeptWord) -> Result<(), StoreError> {
        self.forget_word(&kept.word, &kept.level)?;
        let at = self.at().to_rfc3339();
        let fields = [
            ("word", Field::from(&kept.word)),
            ("level", Field::from(&kept.level)),
            ("code", Field::from(&kept.code)),
            ("reason", Field::from(&kept.reason)),
            ("decided_at", Field::from(at)),
            ("decided_by", Field::from(&kept.decided_by)),
        ];
        self.insert("redaction_decisions", &fields).map(|_| ())
    }

    /// Takes a decision back.
    pub fn forget_word(&mut self, word: &str, level: &str) -> Result<(), StoreError> {
        let known = self.first(
            // The one row of the word.
            "SELECT id FROM redaction_decisions WHERE word = ?1 AND level = ?2",
            (word, level),
            |r| r.id("id"),
        )?;
        known.map_or(Ok(()), |id| self.delete("redaction_decisions", &id))
    }
}
