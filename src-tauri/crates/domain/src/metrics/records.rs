//! The records of the practice as figures need them: dates, codes and numbers, linked by position.

use crate::calendar::PartialDate;
use crate::vocabulary as v;
use chrono::NaiveDate;

/// Everything that is counted. Links are positions in these lists.
#[derive(Clone, Debug, Default)]
pub struct Records {
    /// Number of clients; cases name them by position.
    pub clients: usize,
    /// Cases, each with its own history.
    pub cases: Vec<CaseRecord>,
    /// Contact records.
    pub contacts: Vec<ContactRecord>,
    /// Organisations and hospitals.
    pub organisations: Vec<OrganisationRecord>,
    /// Activities that are not casework.
    pub activities: Vec<ActivityRecord>,
    /// Support to others.
    pub support: Vec<SupportRecord>,
    /// What peer supporters did beyond sessions and meetings.
    pub peer_work: Vec<PeerWorkRecord>,
    /// Sessions of programmes.
    pub sessions: Vec<SessionRecord>,
    /// Attendance at sessions.
    pub attendance: Vec<AttendanceRecord>,
    /// Publications by month.
    pub publications: Vec<(PartialDate, v::PublicationKind)>,
    /// Homes that were looked at and trial stays.
    pub housing: Vec<HousingRecord>,
    /// Changes in the relation to an organisation, oldest first.
    pub relations: Vec<RelationRecord>,
    /// Hospital figures of the yearly survey.
    pub surveys: Vec<SurveyRecord>,
}

/// One episode of support.
#[derive(Clone, Debug)]
pub struct CaseRecord {
    /// Identity in the store.
    pub id: String,
    /// Position of the client.
    pub client: usize,
    /// Sex of the client.
    pub sex: Option<v::Sex>,
    /// Birth date of the client.
    pub birth: Option<PartialDate>,
    /// 把握日.
    pub identified_on: NaiveDate,
    /// Own case or back-up.
    pub role: v::CaseRole,
    /// Reason of the closure.
    pub closure_reason: Option<v::ClosureReason>,
    /// Stage history in order; of two on one day the later wins.
    pub stages: Vec<(NaiveDate, v::Stage)>,
    /// Holds: from, to.
    pub holds: Vec<(NaiveDate, Option<NaiveDate>)>,
    /// Stays in hospital.
    pub stays: Vec<Stay>,
    /// Benefit decisions.
    pub decisions: Vec<DecisionRecord>,
    /// 退院を難しくしている理由: since, until.
    pub obstacles: Vec<(v::Obstacle, Option<NaiveDate>, Option<NaiveDate>)>,
}

/// One stay in hospital.
#[derive(Clone, Copy, Debug)]
pub struct Stay {
    /// Position of the hospital.
    pub hospital: usize,
    /// First day.
    pub admitted_on: NaiveDate,
    /// Last day, while known.
    pub discharged_on: Option<NaiveDate>,
    /// Where to.
    pub destination: Option<v::Destination>,
}

/// One benefit decision.
#[derive(Clone, Copy, Debug)]
pub struct DecisionRecord {
    /// Service decided.
    pub service: v::Service,
    /// First day.
    pub from: NaiveDate,
    /// Last day of the period.
    pub to: Option<NaiveDate>,
    /// Ended early on.
    pub ended_on: Option<NaiveDate>,
}

/// One contact record.
#[derive(Clone, Debug)]
pub struct ContactRecord {
    /// Identity in the store.
    pub id: String,
    /// Position of the case; a contact may have none.
    pub case: Option<usize>,
    /// Position of the organisation, where one is named.
    pub organisation: Option<usize>,
    /// Position of the programme's session in which it took place.
    pub session: Option<usize>,
    /// Day of the contact in Japan.
    pub on: NaiveDate,
    /// Minutes; 0 where unknown.
    pub minutes: u32,
    /// Method.
    pub method: v::Method,
    /// Counterparts; at least `unknown`.
    pub counterparts: Vec<v::Counterpart>,
    /// 内容区分 as written; may be empty.
    pub contents: Vec<String>,
}

/// One organisation.
#[derive(Clone, Debug)]
pub struct OrganisationRecord {
    /// The pack's key, or the store's identity.
    pub key: String,
    /// Name as written.
    pub name: String,
    /// Type.
    pub kind: Option<v::OrganisationType>,
    /// Area of the user's own list; empty where unknown.
    pub area: String,
    /// Experience with people who lived in a hospital for long.
    pub experience: Option<v::Experience>,
}

/// One activity.
#[derive(Clone, Debug)]
pub struct ActivityRecord {
    /// Identity in the store.
    pub id: String,
    /// Kind.
    pub kind: v::ActivityKind,
    /// Day.
    pub on: NaiveDate,
    /// Minutes; 0 where unknown.
    pub minutes: u32,
    /// Body or theme as written.
    pub name: String,
    /// Participants in all.
    pub participants: Option<u32>,
    /// Participants by side: medical, support, municipal, peers and family, housing, other.
    pub sides: [Option<u32>; 6],
    /// Role of the partner.
    pub partner_role: Option<v::PartnerRole>,
    /// Position of the organisation whose name the activity names or that is its body.
    pub organisation: Option<usize>,
}

/// One act of support to others.
#[derive(Clone, Debug)]
pub struct SupportRecord {
    /// Identity in the store.
    pub id: String,
    /// Kind.
    pub kind: v::SupportKind,
    /// Day.
    pub on: NaiveDate,
    /// Minutes, where known.
    pub minutes: Option<u32>,
    /// Position of the organisation.
    pub organisation: Option<usize>,
}

/// Something that one peer supporter did: a visit, an accompaniment, a talk before others.
#[derive(Clone, Debug)]
pub struct PeerWorkRecord {
    /// Identity in the store.
    pub id: String,
    /// Day.
    pub on: NaiveDate,
}

/// One session of a programme.
#[derive(Clone, Debug)]
pub struct SessionRecord {
    /// Identity in the store.
    pub id: String,
    /// Number inside the programme.
    pub number: u32,
    /// Name of the programme.
    pub programme: String,
    /// Day.
    pub on: NaiveDate,
    /// Minutes from start to end, where both are known.
    pub minutes: Option<u32>,
    /// In hospital or outside.
    pub place: Option<v::Place>,
    /// Theme as written.
    pub theme: String,
    /// Peer supporters, as distinct positions in a list of peers.
    pub peers: Vec<usize>,
    /// Staff by side: medical, support, municipal.
    pub staff: [Option<u32>; 3],
    /// The session did not take place.
    pub cancelled: bool,
}

/// One person's attendance at one session.
#[derive(Clone, Copy, Debug)]
pub struct AttendanceRecord {
    /// Position of the session.
    pub session: usize,
    /// Position of the case; people who are no case yet have none.
    pub case: Option<usize>,
    /// Attendance.
    pub attendance: v::Attendance,
}

/// What was done about a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HousingAct {
    /// 見学: a home was looked at.
    Viewed,
    /// 体験宿泊, one stay with its nights.
    TrialStay,
    /// 申込.
    Applied,
    /// 承諾.
    Accepted,
    /// 断られた.
    Refused,
    /// 辞退.
    Declined,
}

/// One act about a home.
#[derive(Clone, Debug)]
pub struct HousingRecord {
    /// Identity in the store.
    pub id: String,
    /// Position of the case.
    pub case: usize,
    /// Day.
    pub on: NaiveDate,
    /// What was done.
    pub act: HousingAct,
    /// Nights of a trial stay.
    pub nights: u32,
}

/// A change in the relation to an organisation.
#[derive(Clone, Debug)]
pub struct RelationRecord {
    /// Position of the organisation.
    pub organisation: usize,
    /// Department; empty for the whole.
    pub department: String,
    /// The state from then on.
    pub state: v::RelationshipState,
    /// Day.
    pub on: NaiveDate,
}

/// One hospital in one yearly survey (630調査: 30 June).
#[derive(Clone, Debug, Default)]
pub struct SurveyRecord {
    /// Identity in the store.
    pub id: String,
    /// Year of the reference day.
    pub year: i32,
    /// Position of the hospital.
    pub organisation: usize,
    /// Beds.
    pub beds: Option<u32>,
    /// Inpatients on the reference day.
    pub inpatients: Option<u32>,
    /// Inpatients by length of stay: under 3 months, to 1 year, 1–5, 5–10, 10–20 years, longer.
    pub stays: [Option<u32>; 6],
    /// Inpatients of a year and more: under 65, 65 and over.
    pub long_by_age: [Option<u32>; 2],
    /// Admissions in June.
    pub june_admissions: Option<u32>,
    /// Discharges in June.
    pub june_discharges: Option<u32>,
    /// 年間在院患者延数.
    pub inpatient_days: Option<u32>,
    /// Admissions of the year.
    pub admissions: Option<u32>,
    /// Discharges of the year.
    pub discharges: Option<u32>,
    /// June discharges by destination: all, of those who had stayed a year and more.
    pub destinations: Vec<(v::SurveyDestination, Option<u32>, Option<u32>)>,
    /// The hospital has agreed that its name is told.
    pub publishable: bool,
}

impl Records {
    /// The hospital of a contact: where the person stayed, or the one named where it has no person.
    pub fn hospital_of(&self, contact: &ContactRecord) -> Option<usize> {
        match contact.case {
            Some(case) => self.cases[case].stay_on(contact.on).map(|stay| stay.hospital),
            None => contact.organisation,
        }
    }
}

impl CaseRecord {
    /// Stage on a day, or `None` before the case was opened.
    pub fn stage_on(&self, day: NaiveDate) -> Option<v::Stage> {
        if self.identified_on > day {
            return None;
        }
        let last = self.stages.iter().max_by_key(|(from, _)| if *from <= day { Some(*from) } else { None });
        match last {
            Some((from, stage)) if *from <= day => Some(*stage),
            _ => Some(v::Stage::Identified),
        }
    }

    /// Open on a day: opened and not closed, on hold included.
    pub fn is_open(&self, day: NaiveDate) -> bool {
        self.stage_on(day).is_some_and(|s| s != v::Stage::Closed)
    }

    /// On hold on a day.
    pub fn is_on_hold(&self, day: NaiveDate) -> bool {
        self.is_open(day) && self.holds.iter().any(|(from, to)| *from <= day && to.is_none_or(|to| day < to))
    }

    /// Day on which the case was closed, if it is closed now.
    pub fn closed_on(&self) -> Option<NaiveDate> {
        self.closed_by(NaiveDate::MAX)
    }

    /// Day on which the case was closed, if it is closed at the end of `day`. A case that was opened again
    /// is not closed.
    pub fn closed_by(&self, day: NaiveDate) -> Option<NaiveDate> {
        let (from, stage) =
            self.stages.iter().filter(|(from, _)| *from <= day).max_by_key(|(from, _)| *from)?;
        (*stage == v::Stage::Closed).then_some(*from)
    }

    /// The stay that began last on or before a day.
    pub fn stay_on(&self, day: NaiveDate) -> Option<&Stay> {
        self.stays.iter().filter(|s| s.admitted_on <= day).max_by_key(|s| s.admitted_on)
    }

    /// Discharges while the case was open: day and destination (none where it is unknown).
    pub fn discharges(&self) -> impl Iterator<Item = (NaiveDate, Option<v::Destination>)> + '_ {
        self.discharged_stays().filter_map(|s| Some((s.discharged_on?, s.destination)))
    }

    /// The stays that ended with such a discharge.
    pub fn discharged_stays(&self) -> impl Iterator<Item = &Stay> {
        self.stays.iter().filter(|s| {
            let home = s.destination.is_none_or(v::Destination::is_discharge);
            s.discharged_on.is_some_and(|day| home && self.is_open(day))
        })
    }

    /// Readmissions while the case was open: stays that began after a discharge, with no other stay between.
    pub fn readmissions(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        self.stays.iter().filter_map(|s| {
            let before = self
                .stays
                .iter()
                .filter(|o| o.admitted_on < s.admitted_on && o.discharged_on.is_some())
                .max_by_key(|o| o.admitted_on)?;
            let left = before.discharged_on?;
            let home = before.destination.is_none_or(v::Destination::is_discharge) && self.is_open(left);
            (home && left <= s.admitted_on && self.is_open(s.admitted_on)).then_some(s.admitted_on)
        })
    }
}

/// Completed years from one day to another (満年数). An anniversary on 29 February falls on 1 March in other years.
pub(super) fn full_years(from: NaiveDate, to: NaiveDate) -> u32 {
    to.years_since(from).unwrap_or(0)
}
