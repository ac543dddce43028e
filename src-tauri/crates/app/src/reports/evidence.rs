//! N: what stands behind a figure. A measure has one definition, here: the records it counts, each with its codes; the
//! scope of a cell chooses among them. The same scope is printed for outsiders, so a figure, its scope and its records
//! can be held against each other.

mod around;

use super::tables::{self, View};
use around::{followed, housing, left_stage, obstacles, partners, plans, relations, survey, work};
use chrono::NaiveDate;
use disclosure::{Scope, Set};
use domain::calendar::FiscalYear;
use domain::metrics::{CaseRecord, DecisionEvent, Year};
use domain::vocabulary::{ActivityKind, Destination, Method, Stage};
use std::collections::{BTreeMap, BTreeSet};

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// A case, and through it a person.
    Case,
    /// A contact record.
    Contact,
    /// An activity.
    Activity,
    /// A session of a programme.
    Session,
    /// Something that a peer supporter did.
    Peer,
    /// Support to others.
    Support,
    /// A publication.
    Publication,
    /// A plan.
    Plan,
    /// An act about a home.
    Housing,
    /// An organisation.
    Organisation,
    /// A hospital in the yearly survey.
    Survey,
}

/// One record behind a figure.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    /// What it is.
    pub kind: RecordKind,
    /// Identity, where the store has one.
    pub id: Option<String>,
    /// Identity of its case.
    pub case: Option<String>,
    /// Day of the event; for a state the day on which it began.
    pub on: NaiveDate,
    /// How much it adds to the figure.
    pub amount: u64,
    /// Codes by dimension.
    codes: BTreeMap<&'static str, Vec<String>>,
    /// Counted once among those with the same key.
    once: Option<String>,
}

impl Evidence {
    fn new(kind: RecordKind, id: &str, on: NaiveDate) -> Self {
        let id = (!id.is_empty()).then(|| id.to_owned());
        Self { kind, id, case: None, on, amount: 1, codes: BTreeMap::new(), once: None }
    }
    fn of_case(case: &CaseRecord, on: NaiveDate) -> Self {
        Self { case: Some(case.id.clone()), ..Self::new(RecordKind::Case, &case.id, on) }
    }
    fn with_case(mut self, case: Option<&CaseRecord>) -> Self {
        self.case = case.map(|case| case.id.clone());
        self
    }
    fn code(mut self, dimension: &'static str, code: impl Into<String>) -> Self {
        self.codes.entry(dimension).or_default().push(code.into());
        self
    }
    fn adds(mut self, amount: u32) -> Self {
        self.amount = amount.into();
        self
    }
    fn once(mut self, key: String) -> Self {
        self.once = Some(key);
        self
    }
}

/// The cell that is asked for.
struct Cell {
    measure: String,
    set: Set,
    first: NaiveDate,
    last: NaiveDate,
    months: Option<BTreeSet<String>>,
}

impl Cell {
    fn read(scope: &Scope, row: usize, column: usize) -> Option<Self> {
        let mut set = scope.rows.get(row)?.clone();
        for (dimension, codes) in scope.columns.get(column)? {
            let own = set.entry(dimension.clone()).or_insert_with(|| codes.clone());
            own.retain(|code| codes.contains(code));
        }
        let only = |codes: Option<BTreeSet<String>>| codes.and_then(|codes| codes.into_iter().next());
        let measure = only(set.remove("measure")).unwrap_or_else(|| scope.measure.clone());
        let (mut first, mut last): (NaiveDate, NaiveDate) =
            (scope.from.parse().ok()?, scope.to.parse().ok()?);
        let months = set.remove("month");
        if let Some(months) = &months {
            let month = |code: &String| format!("{code}-01").parse::<NaiveDate>().ok();
            let begin = months.first().and_then(month)?;
            let end = months.last().and_then(month)?;
            let year = FiscalYear::of(end);
            first = first.max(begin);
            last = last.min(year.month_index(end).map_or(end, |index| year.month_end(index)));
        }
        if let Some(day) = only(set.remove("day")) {
            (first, last) = (day.parse().ok()?, day.parse().ok()?);
        }
        Some(Self { measure, set, first, last, months })
    }
    fn holds(&self, day: NaiveDate) -> bool {
        let month = || self.months.as_ref().is_none_or(|m| m.contains(&day.format("%Y-%m").to_string()));
        self.first <= day && day <= self.last && month()
    }
}

/// Records behind one cell, oldest first; `None` where the measure has none.
pub(super) fn behind(view: &View, scope: &Scope, row: usize, column: usize) -> Option<Vec<Evidence>> {
    let cell = Cell::read(scope, row, column)?;
    let mut found = items(view, &cell)?;
    found.retain(|item| {
        cell.set.iter().all(|(dimension, codes)| {
            item.codes.get(dimension.as_str()).is_some_and(|own| own.iter().any(|code| codes.contains(code)))
        })
    });
    found.sort_by(|a, b| (a.on, &a.id, &a.case).cmp(&(b.on, &b.id, &b.case)));
    let mut seen = BTreeSet::new();
    found.retain(|item| item.once.as_ref().is_none_or(|key| seen.insert(key.clone())));
    Some(found)
}

/// Every record that the measure counts in the time of the cell.
fn items(view: &View, cell: &Cell) -> Option<Vec<Evidence>> {
    match cell.measure.as_str() {
        "carried_over" | "active" | "candidates" => Some(states(view, cell)),
        "new" | "closed" | "discharges" | "readmissions" => Some(movements(view, cell)),
        "persons" => Some(persons(view, cell)),
        "new_decisions" | "renewed" | "ended" | "running" => Some(decisions(view, cell)),
        "contacts" | "minutes" | "contacted" | "visit_days" => Some(contacts(view, cell)),
        "attended" | "peers" | "peer_persons" | "staff_medical" | "staff_support" | "staff_municipal" => {
            Some(sessions(view, cell))
        }
        "peer_times" => Some(peer_times(view, cell)),
        "meetings" | "meeting_participants" | "meeting_minutes" => Some(meetings(view, cell)),
        "training_participants" => Some(trainings(view, cell)),
        "activities" | "activity_participants" => Some(activities(view, cell)),
        "support" => Some(support(view, cell)),
        "publications" => Some(publications(view, cell)),
        "work_minutes" => Some(work(view, cell)),
        "plans" => Some(plans(view)),
        "left_stage" => Some(left_stage(view)),
        "followed" => Some(followed(view)),
        "obstacles_found" | "obstacles_now" => Some(obstacles(view, cell.measure == "obstacles_now")),
        "housing" | "nights" => Some(housing(view, cell)),
        "relations" => Some(relations(view, cell)),
        "partners" | "new_partners" => Some(partners(view, cell)),
        "beds" | "inpatients" | "june_discharges" => Some(survey(view, cell)),
        _ => None,
    }
}

/// Cases that were open on a day.
fn states(view: &View, cell: &Cell) -> Vec<Evidence> {
    let day = match cell.measure.as_str() {
        "carried_over" => cell.first.pred_opt().unwrap_or(cell.first),
        _ => cell.last,
    };
    let open = |case: &CaseRecord| {
        let stage = case.stage_on(day).filter(|stage| *stage != Stage::Closed)?;
        (cell.measure != "candidates" || stage.is_candidate()).then(|| {
            Evidence::of_case(case, case.identified_on)
                .code("stage", stage.code())
                .code("benefit", tables::benefit_on(case, day))
        })
    };
    view.records.cases.iter().filter_map(open).collect()
}

/// Cases that came, left the hospital, came back or were closed.
fn movements(view: &View, cell: &Cell) -> Vec<Evidence> {
    let mut found = Vec::new();
    for case in &view.records.cases {
        let of = |day: NaiveDate| Evidence::of_case(case, day);
        match cell.measure.as_str() {
            "new" => {
                found.push(of(case.identified_on).code("hospital", tables::found_in(view, case)));
            }
            "closed" => found.extend(case.closed_by(FiscalYear::of(cell.last).last()).map(of)),
            "discharges" => found.extend(case.discharged_stays().filter_map(|stay| {
                let destination = stay.destination.map_or("unknown", Destination::code);
                let item = of(stay.discharged_on?).code("destination", destination);
                Some(item.code("hospital", tables::shown_place(view, stay.hospital)))
            })),
            _ => found.extend(case.readmissions().map(of)),
        }
    }
    found.retain(|item| cell.holds(item.on));
    found
}

/// The persons of a year, one case each.
fn persons(view: &View, cell: &Cell) -> Vec<Evidence> {
    let year = Year::new(FiscalYear::of(cell.first));
    let of = |case: &CaseRecord| {
        let own = year.attributes_of(case);
        Evidence::of_case(case, case.identified_on)
            .code("age", tables::years_code("age", own.age))
            .code("stay", tables::years_code("stay", own.stay_years))
            .code("sex", tables::sex_code(own.sex))
            .code("hospital", tables::found_in(view, case))
    };
    year.one_case_a_person(view.records).map(of).collect()
}

fn decisions(view: &View, cell: &Cell) -> Vec<Evidence> {
    let wanted = match cell.measure.as_str() {
        "new_decisions" => DecisionEvent::New,
        "renewed" => DecisionEvent::Renewed,
        "ended" => DecisionEvent::Ended,
        _ => DecisionEvent::Running,
    };
    let events = view.year.decision_events(view.records, cell.last);
    let main = events
        .into_iter()
        .filter(|(event, service, ..)| *event == wanted && tables::MAIN_SERVICES.contains(service));
    main.map(|(_, service, case, day)| {
        Evidence::of_case(&view.records.cases[case], day).code("service", service.code())
    })
    .collect()
}

fn contacts(view: &View, cell: &Cell) -> Vec<Evidence> {
    let shown: BTreeMap<&str, &str> =
        view.hospitals.iter().map(|h| (h.key.as_str(), h.shown.as_str())).collect();
    let contacts = view.records.contacts.iter().filter(|contact| cell.holds(contact.on));
    let mut found = Vec::new();
    for contact in contacts {
        let case = contact.case.map(|case| &view.records.cases[case]);
        let hospital = view.records.hospital_of(contact).map(|h| view.records.organisations[h].key.as_str());
        let hospital = hospital.and_then(|key| shown.get(key).copied()).unwrap_or(tables::NO_STAY);
        let mut item = Evidence::new(RecordKind::Contact, &contact.id, contact.on)
            .with_case(case)
            .code("method", contact.method.code());
        if contact.method == Method::InterviewHospital {
            item = item.code("hospital", hospital);
        }
        for counterpart in &contact.counterparts {
            item = item.code("counterpart", counterpart.code());
        }
        for content in tables::contents(contact) {
            item = item.code("content", content);
        }
        match (cell.measure.as_str(), contact.case) {
            ("minutes", _) => found.push(item.adds(contact.minutes)),
            ("visit_days", _) => found.push(item.once(format!("{hospital} {}", contact.on))),
            ("contacted", Some(at)) => {
                let person = view.records.cases[at].client.to_string();
                let kind = RecordKind::Case;
                let id = case.map(|case| case.id.clone());
                found.push(Evidence { kind, id, ..item }.once(person));
            }
            ("contacted", None) => {}
            _ => found.push(item),
        }
    }
    found
}

fn sessions(view: &View, cell: &Cell) -> Vec<Evidence> {
    let held = tables::held(view);
    let mut found = Vec::new();
    for (position, session) in held.iter().filter(|(_, session)| cell.holds(session.on)) {
        let code = tables::session_code(&held, session);
        let item =
            || Evidence::new(RecordKind::Session, &session.id, session.on).code("session", code.clone());
        let staff = |side: usize| session.staff[side].map(|n| item().adds(n));
        match cell.measure.as_str() {
            "attended" => {
                let there = view.records.attendance.iter();
                let there = there.filter(|a| a.session == *position && a.attendance.is_there());
                found.extend(there.map(|a| item().with_case(a.case.map(|case| &view.records.cases[case]))));
            }
            "peers" => found.extend(session.peers.iter().map(|_| item().code("peer", "session"))),
            "peer_persons" => {
                let of = |peer: &usize| item().code("peer", "session").once(peer.to_string());
                found.extend(session.peers.iter().map(of));
            }
            "staff_medical" => found.extend(staff(0)),
            "staff_support" => found.extend(staff(1)),
            _ => found.extend(staff(2)),
        }
    }
    found
}

fn peer_times(view: &View, cell: &Cell) -> Vec<Evidence> {
    let held = tables::held(view);
    let sessions = held.iter().filter(|(_, session)| !session.peers.is_empty()).map(|(_, session)| {
        Evidence::new(RecordKind::Session, &session.id, session.on).code("peer", "session")
    });
    let meetings = view
        .records
        .activities
        .iter()
        .filter(|a| a.kind == ActivityKind::PeerMeeting)
        .map(|a| Evidence::new(RecordKind::Activity, &a.id, a.on).code("peer", "meeting"));
    let own = tables::own_work(view)
        .into_iter()
        .map(|work| Evidence::new(RecordKind::Peer, &work.id, work.on).code("peer", "own"));
    sessions.chain(meetings).chain(own).filter(|item| cell.holds(item.on)).collect()
}

fn meetings(view: &View, cell: &Cell) -> Vec<Evidence> {
    let (_, meetings) = tables::trainings_and_meetings(view);
    let of = |(number, meeting): (usize, &&domain::metrics::ActivityRecord)| {
        let item = Evidence::new(RecordKind::Activity, &meeting.id, meeting.on)
            .code("meeting", (number + 1).to_string())
            .code("activity", meeting.kind.code());
        match cell.measure.as_str() {
            "meeting_participants" => meeting.participants.map(|n| item.adds(n)),
            "meeting_minutes" => Some(item.adds(meeting.minutes)),
            _ => Some(item),
        }
    };
    meetings.iter().enumerate().filter_map(of).filter(|item| cell.holds(item.on)).collect()
}

fn trainings(view: &View, cell: &Cell) -> Vec<Evidence> {
    let (trainings, _) = tables::trainings_and_meetings(view);
    let mut found = Vec::new();
    for (number, training) in trainings.iter().enumerate().filter(|(_, training)| cell.holds(training.on)) {
        let item = || {
            Evidence::new(RecordKind::Activity, &training.id, training.on)
                .code("training", (number + 1).to_string())
        };
        if cell.set.contains_key("side") {
            let sides = tables::SIDES.iter().zip(training.sides);
            found.extend(sides.filter_map(|(side, n)| Some(item().code("side", *side).adds(n?))));
        } else {
            found.extend(training.participants.map(|n| item().adds(n)));
        }
    }
    found
}

fn activities(view: &View, cell: &Cell) -> Vec<Evidence> {
    let of = |activity: &domain::metrics::ActivityRecord| {
        let item = Evidence::new(RecordKind::Activity, &activity.id, activity.on)
            .code("activity", activity.kind.code());
        if cell.measure == "activities" { Some(item) } else { activity.participants.map(|n| item.adds(n)) }
    };
    let mut found: Vec<Evidence> = view.records.activities.iter().filter_map(of).collect();
    if cell.measure == "activities" {
        let session = |(_, s): (usize, &domain::metrics::SessionRecord)| {
            Evidence::new(RecordKind::Session, &s.id, s.on).code("activity", "session")
        };
        found.extend(tables::held(view).into_iter().map(session));
    }
    found.retain(|item| cell.holds(item.on));
    found
}

fn support(view: &View, cell: &Cell) -> Vec<Evidence> {
    let held = view.records.support.iter().filter(|support| cell.holds(support.on));
    held.map(|support| {
        Evidence::new(RecordKind::Support, &support.id, support.on)
            .code("partner", tables::partner(view, support))
            .code("support_kind", support.kind.code())
    })
    .collect()
}

fn publications(view: &View, cell: &Cell) -> Vec<Evidence> {
    let held = view.records.publications.iter().map(|(month, kind)| {
        Evidence::new(RecordKind::Publication, "", month.first_day()).code("publication", kind.code())
    });
    held.filter(|item| cell.holds(item.on)).collect()
}
