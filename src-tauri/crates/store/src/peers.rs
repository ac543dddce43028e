//! ピアサポーター: the people of the directory who share their own experience, and what each of them did.

use crate::schema::Field;
use crate::{Reader, StoreError, Writer};
use chrono::NaiveDate;
use domain::calendar::{FiscalYear, PartialDate};
use domain::measure::Id;
use domain::vocabulary::Job;
use rusqlite::named_params;

/// A peer supporter.
#[derive(Clone, Debug, PartialEq)]
pub struct Peer {
    /// The person.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// Name of the group.
    pub org: String,
    /// The group.
    pub org_id: Option<Id>,
    /// 体調面の配慮.
    pub care_note: String,
    /// Phone.
    pub phone: String,
    /// Since when.
    pub from_on: Option<PartialDate>,
    /// Until when.
    pub to_on: Option<PartialDate>,
}

/// Something a peer supporter did: a session that names her, or a row of her own. Money in yen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PeerActivity {
    /// The row of her own; none for a session of which only the name is known.
    pub id: Option<Id>,
    /// Its session.
    pub session_id: Option<Id>,
    /// Programme and number of the session.
    pub session: Option<(String, u32)>,
    /// Theme of the session.
    pub theme: String,
    /// Day.
    pub on: Option<PartialDate>,
    /// Kind, a code.
    pub kind: String,
    /// Minutes.
    pub minutes: Option<u32>,
    /// 謝金.
    pub fee: Option<u32>,
    /// 実費.
    pub expenses: Option<u32>,
    /// Paid on.
    pub paid_on: Option<PartialDate>,
    /// How she was, and what was taken care of.
    pub care: String,
    /// What was done.
    pub note: String,
}

/// One row per thing a peer supporter did between two days: her own rows, and the sessions that name her and have none. The
/// name may stand in the list as it is in the directory. :person · :name · :from · :to
const ACTIVITIES: &str = "\
SELECT t.id AS id, t.session_id AS session_id, g.name AS programme, s.session_no AS session_no, s.theme AS theme, t.on_date AS on_date, \
  t.kind AS kind, t.minutes AS minutes, t.fee AS fee, t.expenses AS expenses, t.paid_on AS paid_on, t.care AS care, t.note AS note \
FROM peer_activities t LEFT JOIN sessions s ON s.id = t.session_id LEFT JOIN programmes g ON g.id = s.programme_id \
WHERE t.person_id = :person AND t.on_date BETWEEN :from AND :to \
UNION ALL SELECT NULL, s.id, g.name, s.session_no, s.theme, s.on_date, 'session', NULL, NULL, NULL, NULL, NULL, NULL \
FROM sessions s JOIN programmes g ON g.id = s.programme_id \
WHERE s.on_date BETWEEN :from AND :to AND s.result IS NOT 'cancelled' \
  AND instr(';' || replace(s.peer_supporters, '; ', ';') || ';', ';' || :name || ';') > 0 \
  AND NOT EXISTS (SELECT 1 FROM peer_activities t WHERE t.session_id = s.id AND t.person_id = :person) \
ORDER BY on_date DESC, session_no DESC, id DESC";

impl Reader<'_> {
    /// The peer supporters of the directory, by reading; those who stopped last.
    pub fn peers(&self) -> Result<Vec<Peer>, StoreError> {
        // One row per person.
        self.all(
            "SELECT p.*, o.name AS org FROM people p LEFT JOIN organisations o ON o.id = p.org_id WHERE p.job = ?1 \
             ORDER BY p.to_on IS NOT NULL, coalesce(p.kana, p.name), p.id",
            [Job::PeerSupporter.code()],
            |r| {
                Ok(Peer {
                    id: r.id("id")?,
                    name: r.text("name")?,
                    kana: r.text("kana")?,
                    org: r.text("org")?,
                    org_id: r.maybe_id("org_id")?,
                    care_note: r.text("care_note")?,
                    phone: r.text("phone")?,
                    from_on: r.maybe_date("from_on")?,
                    to_on: r.maybe_date("to_on")?,
                })
            },
        )
    }

    /// What a peer supporter did in a fiscal year, newest first.
    pub fn peer_activities(&self, peer: &Peer, year: FiscalYear) -> Result<Vec<PeerActivity>, StoreError> {
        let span = (year.first().to_string(), year.last().to_string());
        let params =
            named_params! { ":person": peer.id.as_str(), ":name": peer.name, ":from": span.0, ":to": span.1 };
        self.all(ACTIVITIES, params, |r| {
            let programme = r.maybe("programme")?;
            Ok(PeerActivity {
                id: r.maybe_id("id")?,
                session_id: r.maybe_id("session_id")?,
                session: programme.zip(r.number("session_no")?),
                theme: r.text("theme")?,
                on: r.maybe_date("on_date")?,
                kind: r.text("kind")?,
                minutes: r.number("minutes")?,
                fee: r.number("fee")?,
                expenses: r.number("expenses")?,
                paid_on: r.maybe_date("paid_on")?,
                care: r.text("care")?,
                note: r.text("note")?,
            })
        })
    }

    /// The peer supporter to whom a row belongs.
    pub fn peer_of(&self, activity: &Id) -> Result<Option<Id>, StoreError> {
        self.first("SELECT person_id FROM peer_activities WHERE id = ?1", [activity.as_str()], |r| {
            r.id("person_id")
        })
    }

    /// The row of a peer supporter in a session, if there is one.
    pub fn peer_activity_of(&self, peer: &Id, session: &Id) -> Result<Option<Id>, StoreError> {
        self.first(
            "SELECT id FROM peer_activities WHERE person_id = ?1 AND session_id = ?2 ORDER BY id LIMIT 1",
            [peer.as_str(), session.as_str()],
            |r| r.id("id"),
        )
    }

    /// True for a session that names a peer supporter.
    pub fn names_peer(&self, session: &Id, peer: &Peer) -> Result<bool, StoreError> {
        let found =
            self.first("SELECT peer_supporters FROM sessions WHERE id = ?1", [session.as_str()], |r| {
                r.list("peer_supporters")
            })?;
        Ok(found.is_some_and(|names| names.contains(&peer.name)))
    }

    /// Sessions of a fiscal year up to a day that name a peer supporter, and the names in them, as the report counts them.
    pub fn sessions_with_peers(&self, year: FiscalYear, today: NaiveDate) -> Result<(u32, u32), StoreError> {
        let last = year.last().min(today);
        // One row per session that names anybody.
        let named = self.all(
            "SELECT peer_supporters FROM sessions WHERE on_date BETWEEN ?1 AND ?2 AND result IS NOT 'cancelled' AND peer_supporters IS NOT NULL",
            [year.first().to_string(), last.to_string()],
            |r| r.list("peer_supporters"),
        )?;
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let sessions = named.iter().filter(|names| !names.is_empty()).count();
        Ok((count(sessions), count(named.iter().map(Vec::len).sum())))
    }

    /// The last day on which somebody wrote how a peer supporter was.
    pub fn last_asked(&self, peer: &Id) -> Result<Option<PartialDate>, StoreError> {
        // One row: the newest day.
        let found = self.first(
            "SELECT max(on_date) AS on_date FROM peer_activities WHERE person_id = ?1 AND (care IS NOT NULL OR kind = 'talk')",
            [peer.as_str()],
            |r| r.maybe_date("on_date"),
        )?;
        Ok(found.flatten())
    }
}

impl Writer<'_> {
    /// The person of this name in the directory, of the same organisation where there are several; she is added when nobody
    /// has named her before.
    pub fn person_for(&mut self, name: &str, org: Option<&Id>, job: Option<Job>) -> Result<Id, StoreError> {
        let known = self.first(
            "SELECT id FROM people WHERE name = ?1 AND (?3 IS NULL OR job = ?3) ORDER BY org_id IS NOT ?2, to_on IS NOT NULL, id LIMIT 1",
            (name, org.map(Id::as_str), job.map(Job::code)),
            |r| r.id("id"),
        )?;
        match known {
            Some(id) => Ok(id),
            None => self.insert(
                "people",
                &[("name", name.into()), ("org_id", org.into()), ("job", job.map(Job::code).into())],
            ),
        }
    }

    /// Keeps a peer supporter: the person of `id`, or a new one.
    pub fn keep_peer(&mut self, id: Option<&Id>, peer: &Peer) -> Result<Id, StoreError> {
        let fields = [
            ("name", Field::text(&peer.name)),
            ("kana", Field::text(&peer.kana)),
            ("org_id", peer.org_id.as_ref().into()),
            ("job", Job::PeerSupporter.code().into()),
            ("care_note", Field::text(&peer.care_note)),
            ("phone", Field::text(&peer.phone)),
            ("from_on", peer.from_on.into()),
            ("to_on", peer.to_on.into()),
        ];
        match id {
            Some(id) => self.update("people", id, &fields).map(|()| id.clone()),
            None => self.insert("people", &fields),
        }
    }

    /// Keeps what a peer supporter did: the row of `activity.id`, or a new one.
    pub fn keep_peer_activity(&mut self, peer: &Id, activity: &PeerActivity) -> Result<Id, StoreError> {
        let fields = [
            ("person_id", peer.into()),
            ("session_id", activity.session_id.as_ref().into()),
            ("on_date", activity.on.into()),
            ("kind", Field::text(&activity.kind)),
            ("minutes", activity.minutes.into()),
            ("fee", activity.fee.into()),
            ("expenses", activity.expenses.into()),
            ("paid_on", activity.paid_on.into()),
            ("care", Field::text(&activity.care)),
            ("note", Field::text(&activity.note)),
        ];
        match &activity.id {
            Some(id) => self.update("peer_activities", id, &fields).map(|()| id.clone()),
            None => self.insert("peer_activities", &fields),
        }
    }

    /// Takes a row of a peer supporter out. Error: [`StoreError::Missing`].
    pub fn remove_peer_activity(&mut self, id: &Id) -> Result<(), StoreError> {
        self.delete("peer_activities", id)
    }
}
