//! Writing down a peer supporter and what she did.

use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{OrganisationType, PeerActivityKind};
use serde::Deserialize;
use store::peers::{Peer, PeerActivity};
use store::{Reader, Writer};

/// Longest text of a field, in characters.
const LONGEST: usize = 400;

fn trimmed(text: &str, field: &str) -> Result<String, Failure> {
    let text = text.trim();
    if text.chars().count() > LONGEST {
        return Err(Failure::new("programme.too-long").at(field).with("n", LONGEST));
    }
    Ok(text.to_owned())
}

/// Keeps a peer supporter: the person of `person_id`, or a new one; an unknown group is added to the directory.
///
/// Errors: `peer.unknown`, `peer.no-name`, `programme.order`, `programme.too-long`, `organisation.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepPeer {
    person_id: Option<Id>,
    name: String,
    kana: String,
    org_name: String,
    phone: String,
    care_note: String,
    from_on: Option<PartialDate>,
    to_on: Option<PartialDate>,
}

impl Command for KeepPeer {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Programmes, Topic::Organisations];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        let before = self.person_id.as_ref().map(|id| known(writer, id)).transpose()?;
        let name = trimmed(&self.name, "name")?;
        if name.is_empty() {
            return Err(Failure::new("peer.no-name").at("name"));
        }
        if self.from_on.zip(self.to_on).is_some_and(|(from, to)| to.first_day() < from.first_day()) {
            return Err(Failure::new("programme.order").at("to_on"));
        }
        let org = trimmed(&self.org_name, "org_name")?;
        let org_id = match before {
            Some(before) if before.org == org => before.org_id,
            _ if org.is_empty() => None,
            _ => Some(writer.organisation_for(&org, OrganisationType::PeerGroup)?),
        };
        let peer = Peer {
            id: writer.new_id(),
            name,
            kana: trimmed(&self.kana, "kana")?,
            org,
            org_id,
            care_note: trimmed(&self.care_note, "care_note")?,
            phone: trimmed(&self.phone, "phone")?,
            from_on: self.from_on,
            to_on: self.to_on,
        };
        Ok(writer.keep_peer(self.person_id.as_ref(), &peer)?)
    }
}

/// Keeps what a peer supporter did: the row of `activity_id`, a new one, or the one of a session that names her.
///
/// Errors: `peer.unknown`, `peer.unknown-row`, `peer.not-in-session`, `programme.future`, `programme.too-long`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepPeerActivity {
    person_id: Id,
    activity_id: Option<Id>,
    session_id: Option<Id>,
    on: PartialDate,
    #[ts(type = "string")]
    kind: PeerActivityKind,
    minutes: Option<u32>,
    fee: Option<u32>,
    expenses: Option<u32>,
    paid_on: Option<PartialDate>,
    care: String,
    note: String,
}

impl Command for KeepPeerActivity {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Programmes];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        let peer = known(writer, &self.person_id)?;
        let ahead = |on: &PartialDate| on.first_day() > around.today();
        if ahead(&self.on) || self.paid_on.as_ref().is_some_and(ahead) {
            return Err(Failure::new("programme.future").at("on"));
        }
        if let Some(id) = &self.activity_id {
            own(writer, &self.person_id, id)?;
        }
        let kind = match &self.session_id {
            None => self.kind,
            Some(session) if writer.names_peer(session, &peer)? => PeerActivityKind::Session,
            Some(_) => return Err(Failure::new("peer.not-in-session").at("session_id")),
        };
        let id = match (&self.activity_id, &self.session_id) {
            (None, Some(session)) => writer.peer_activity_of(&self.person_id, session)?,
            _ => self.activity_id,
        };
        let activity = PeerActivity {
            id,
            session_id: self.session_id,
            on: Some(self.on),
            kind: kind.code().to_owned(),
            minutes: self.minutes,
            fee: self.fee,
            expenses: self.expenses,
            paid_on: self.paid_on,
            care: trimmed(&self.care, "care")?,
            note: trimmed(&self.note, "note")?,
            ..PeerActivity::default()
        };
        Ok(writer.keep_peer_activity(&self.person_id, &activity)?)
    }
}

/// Takes out what was written of something a peer supporter did; a session that names her stays. Errors: `peer.unknown`,
/// `peer.unknown-row`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RemovePeerActivity {
    person_id: Id,
    activity_id: Id,
}

impl Command for RemovePeerActivity {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Programmes];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        known(writer, &self.person_id)?;
        own(writer, &self.person_id, &self.activity_id)?;
        Ok(writer.remove_peer_activity(&self.activity_id)?)
    }
}

/// A peer supporter of the directory. Error: `peer.unknown`.
fn known(reader: &Reader, id: &Id) -> Result<Peer, Failure> {
    let found = reader.peers()?.into_iter().find(|peer| peer.id == *id);
    found.ok_or_else(|| Failure::new("peer.unknown").at("person_id"))
}

/// Refuses a row that is not hers. Error: `peer.unknown-row`.
fn own(reader: &Reader, person: &Id, row: &Id) -> Result<(), Failure> {
    if reader.peer_of(row)?.is_some_and(|of| of == *person) {
        Ok(())
    } else {
        Err(Failure::new("peer.unknown-row").at("activity_id"))
    }
}
