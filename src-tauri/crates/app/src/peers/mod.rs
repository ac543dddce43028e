//! ピアサポーター: each with what she did, what was paid, and how she is taken care of.

mod keep;

pub use keep::{KeepPeer, KeepPeerActivity, RemovePeerActivity};

use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::{FiscalYear, PartialDate};
use domain::measure::Id;
use domain::vocabulary::PeerActivityKind;
use serde::{Deserialize, Serialize};
use store::Reader;
use store::peers::PeerActivity;

/// Asks for every peer supporter with what she did in a fiscal year.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Peers {
    fiscal_year: FiscalYear,
}

/// The peer supporters of a year.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct PeerList {
    /// By reading; those who stopped last.
    pub peers: Vec<PeerLine>,
    /// Sessions with a peer supporter, and how many they were there together: as the report tells them.
    pub sessions: u32,
    /// The same, every peer supporter counted at each session.
    pub times: u32,
    /// Money of the year in yen: fees.
    pub fees: u32,
    /// Expenses.
    pub expenses: u32,
}

/// A peer supporter. Money in yen.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct PeerLine {
    /// The person.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// The group.
    pub org_id: Option<Id>,
    /// Its name.
    pub org: String,
    /// 体調面の配慮.
    pub care_note: String,
    /// Phone.
    pub phone: String,
    /// Since when.
    pub from_on: Option<PartialDate>,
    /// Until when.
    pub to_on: Option<PartialDate>,
    /// Times in the year by kind.
    pub counts: Vec<PeerCount>,
    /// Fees of the year.
    pub fees: u32,
    /// Expenses of the year.
    pub expenses: u32,
    /// Rows with a fee or expenses that are not paid yet.
    pub unpaid: u32,
    /// Last day on which somebody wrote how she was.
    pub asked_on: Option<PartialDate>,
    /// What she did in the year, newest first.
    pub activities: Vec<PeerActivityLine>,
}

/// How often something was done.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct PeerCount {
    /// Kind, a code.
    pub kind: String,
    /// Times.
    pub times: u32,
}

/// Something a peer supporter did. Money in yen.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct PeerActivityLine {
    /// The row; none for a session of which nothing but the name is known.
    pub id: Option<Id>,
    /// Its session.
    pub session_id: Option<Id>,
    /// Name of the programme.
    pub programme: String,
    /// Number of the session.
    pub session_no: Option<u32>,
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

impl Query for Peers {
    type Answer = PeerList;
    const TOPICS: &'static [Topic] = &[Topic::Programmes, Topic::Plans, Topic::Organisations];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<PeerList, Failure> {
        let today = around.today();
        let mut peers = Vec::new();
        for peer in reader.peers()? {
            let mut done = reader.peer_activities(&peer, self.fiscal_year)?;
            done.retain(|one| one.on.is_some_and(|on| on.first_day() <= today));
            let sum = |of: fn(&PeerActivity) -> Option<u32>| done.iter().filter_map(of).sum();
            let unpaid =
                |one: &&PeerActivity| one.paid_on.is_none() && (one.fee.is_some() || one.expenses.is_some());
            let counts = PeerActivityKind::ALL.iter().filter_map(|kind| {
                let times = count(done.iter().filter(|one| one.kind == kind.code()).count());
                (times > 0).then(|| PeerCount { kind: kind.code().to_owned(), times })
            });
            peers.push(PeerLine {
                counts: counts.collect(),
                fees: sum(|one| one.fee),
                expenses: sum(|one| one.expenses),
                unpaid: count(done.iter().filter(unpaid).count()),
                asked_on: reader.last_asked(&peer.id)?,
                activities: done.into_iter().map(line).collect(),
                id: peer.id,
                name: peer.name,
                kana: peer.kana,
                org_id: peer.org_id,
                org: peer.org,
                care_note: peer.care_note,
                phone: peer.phone,
                from_on: peer.from_on,
                to_on: peer.to_on,
            });
        }
        let (sessions, times) = reader.sessions_with_peers(self.fiscal_year, today)?;
        Ok(PeerList {
            sessions,
            times,
            fees: peers.iter().map(|p| p.fees).sum(),
            expenses: peers.iter().map(|p| p.expenses).sum(),
            peers,
        })
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn line(done: PeerActivity) -> PeerActivityLine {
    let (programme, session_no) = done.session.unzip();
    PeerActivityLine {
        id: done.id,
        session_id: done.session_id,
        programme: programme.unwrap_or_default(),
        session_no,
        theme: done.theme,
        on: done.on,
        kind: done.kind,
        minutes: done.minutes,
        fee: done.fee,
        expenses: done.expenses,
        paid_on: done.paid_on,
        care: done.care,
        note: done.note,
    }
}
