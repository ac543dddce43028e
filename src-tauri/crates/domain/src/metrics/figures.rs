//! All unsuppressed figures of one fiscal year, in the shape that other programs rely on.

use super::records::full_years;
use super::{Records, SessionRecord, Year};
use crate::measure::{age_band, stay_band};
use crate::vocabulary as v;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Persons of the year. Carried over, new, closed and open at the end count cases; distinct counts clients.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Persons {
    /// Open on the 31 March before.
    pub carried_over: u32,
    /// 把握 in the year.
    pub new: u32,
    /// Closed in the year.
    pub closed: u32,
    /// Open on 31 March, on hold included.
    pub open_at_end: u32,
    /// Distinct clients carried over or new.
    pub distinct: u32,
}

/// Contacts of one method.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ByMethod {
    /// April to March.
    pub months: [u32; 12],
    /// Contacts of the year.
    pub total: u32,
    /// Minutes of the year.
    pub minutes: u32,
}

/// Contacts with one counterpart; a contact with several is counted with each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ByCounterpart {
    /// Contacts of the year.
    pub contacts: u32,
    /// Minutes of the year.
    pub minutes: u32,
}

/// Contacts of the year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Contacts {
    /// 延べ件数.
    pub total: u32,
    /// Minutes.
    pub minutes: u32,
    /// By method code.
    pub by_method: BTreeMap<&'static str, ByMethod>,
    /// By counterpart code.
    pub by_counterpart: BTreeMap<&'static str, ByCounterpart>,
    /// Distinct clients by month, April to March.
    pub persons_by_month: [u32; 12],
    /// Distinct clients of the year.
    pub persons: u32,
}

/// Visits at one hospital, by interviews in hospital.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HospitalVisit {
    /// Distinct dates.
    pub days: u32,
    /// Interviews.
    pub contacts: u32,
    /// Distinct clients.
    pub persons: u32,
    /// Minutes.
    pub minutes: u32,
}

/// Every figure of one fiscal year at the internal level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Year of its April.
    pub fiscal_year: i32,
    /// Persons.
    pub persons: Persons,
    /// Discharges by event.
    pub discharges: u32,
    /// Distinct clients discharged.
    pub discharged_persons: u32,
    /// Stays begun after a discharge while the case is open.
    pub readmissions: u32,
    /// Discharges by destination.
    pub destinations: BTreeMap<&'static str, u32>,
    /// Contacts.
    pub contacts: Contacts,
    /// Visits by hospital (the pack's key).
    pub hospital_visits: BTreeMap<String, HospitalVisit>,
    /// Persons by age band and sex.
    pub age_sex: BTreeMap<String, u32>,
    /// Persons by hospital and length of stay on the day of 把握.
    pub hospital_los: BTreeMap<String, u32>,
    /// Cases open on 1 April, 30 September and 31 March by stage.
    pub stages: BTreeMap<String, BTreeMap<&'static str, u32>>,
    /// Activities by kind.
    pub activities: BTreeMap<&'static str, u32>,
    /// Support to others by kind.
    pub support_to_others: BTreeMap<&'static str, u32>,
    /// Attendance at sessions held in the year.
    pub attendance: BTreeMap<&'static str, u32>,
}

impl Figures {
    /// Counts one fiscal year. Reference dates after `today` are left out of `stages`.
    pub fn count(records: &Records, year: &Year, today: NaiveDate) -> Self {
        let mut figures = Self {
            fiscal_year: year.fiscal.year(),
            persons: year.persons(records),
            discharges: 0,
            discharged_persons: 0,
            readmissions: 0,
            destinations: BTreeMap::new(),
            contacts: contacts(records, year),
            hospital_visits: hospital_visits(records, year),
            age_sex: BTreeMap::new(),
            hospital_los: BTreeMap::new(),
            stages: BTreeMap::new(),
            activities: BTreeMap::new(),
            support_to_others: BTreeMap::new(),
            attendance: BTreeMap::new(),
        };
        figures.count_discharges(records, year);
        figures.count_attributes(records, year);
        for day in
            [year.fiscal.first(), year.fiscal.half(), year.fiscal.last()].into_iter().filter(|d| *d <= today)
        {
            let mut by_stage = BTreeMap::new();
            for stage in
                records.cases.iter().filter_map(|c| c.stage_on(day)).filter(|s| *s != v::Stage::Closed)
            {
                *by_stage.entry(stage.code()).or_default() += 1;
            }
            figures.stages.insert(day.to_string(), by_stage);
        }
        for activity in records.activities.iter().filter(|a| year.fiscal.contains(a.on)) {
            *figures.activities.entry(activity.kind.code()).or_default() += 1;
        }
        for support in records.support.iter().filter(|s| year.fiscal.contains(s.on)) {
            *figures.support_to_others.entry(support.kind.code()).or_default() += 1;
        }
        let held = |s: &SessionRecord| !s.cancelled && year.fiscal.contains(s.on);
        for a in records.attendance.iter().filter(|a| held(&records.sessions[a.session])) {
            *figures.attendance.entry(a.attendance.code()).or_default() += 1;
        }
        figures
    }

    fn count_discharges(&mut self, records: &Records, year: &Year) {
        let mut persons = BTreeSet::new();
        for case in &records.cases {
            for (_, destination) in case.discharges().filter(|(day, _)| year.fiscal.contains(*day)) {
                self.discharges += 1;
                persons.insert(case.client);
                *self.destinations.entry(destination.map_or("unknown", v::Destination::code)).or_default() +=
                    1;
            }
            let again = case.readmissions().filter(|day| year.fiscal.contains(*day)).count();
            self.readmissions += u32::try_from(again).unwrap_or(u32::MAX);
        }
        self.discharged_persons = u32::try_from(persons.len()).unwrap_or(u32::MAX);
    }

    fn count_attributes(&mut self, records: &Records, year: &Year) {
        for case in year.one_case_a_person(records) {
            let died = case.closure_reason == Some(v::ClosureReason::Deceased);
            let day = died
                .then(|| case.closed_by(year.fiscal.last()))
                .flatten()
                .unwrap_or_else(|| year.fiscal.last());
            let band = case.birth.map_or("unknown", |b| age_band(full_years(b.first_day(), day)));
            let sex = case.sex.map_or("unknown", v::Sex::code);
            *self.age_sex.entry(format!("{band}/{sex}")).or_default() += 1;
            let stay = case.stay_on(case.identified_on);
            let place = stay.map_or("none", |s| &records.organisations[s.hospital].key);
            let band = stay.map_or("none", |s| stay_band(full_years(s.admitted_on, case.identified_on)));
            *self.hospital_los.entry(format!("{place}/{band}")).or_default() += 1;
        }
    }
}

fn contacts(records: &Records, year: &Year) -> Contacts {
    let mut figures = Contacts::default();
    let mut by_month: [BTreeSet<usize>; 12] = Default::default();
    for contact in &records.contacts {
        let Some(month) = year.fiscal.month_index(contact.on) else { continue };
        figures.total += 1;
        figures.minutes = figures.minutes.saturating_add(contact.minutes);
        let method = figures.by_method.entry(contact.method.code()).or_default();
        method.months[month] += 1;
        method.total += 1;
        method.minutes = method.minutes.saturating_add(contact.minutes);
        for counterpart in &contact.counterparts {
            let with = figures.by_counterpart.entry(counterpart.code()).or_default();
            with.contacts += 1;
            with.minutes = with.minutes.saturating_add(contact.minutes);
        }
        if let Some(case) = contact.case {
            by_month[month].insert(records.cases[case].client);
        }
    }
    for (month, persons) in by_month.iter().enumerate() {
        figures.persons_by_month[month] = u32::try_from(persons.len()).unwrap_or(u32::MAX);
    }
    let all: BTreeSet<usize> = by_month.into_iter().flatten().collect();
    figures.persons = u32::try_from(all.len()).unwrap_or(u32::MAX);
    figures
}

fn hospital_visits(records: &Records, year: &Year) -> BTreeMap<String, HospitalVisit> {
    let mut visits: BTreeMap<String, (HospitalVisit, BTreeSet<NaiveDate>, BTreeSet<usize>)> = BTreeMap::new();
    let interviews = records.contacts.iter().filter(|c| c.method == v::Method::InterviewHospital);
    for contact in interviews.filter(|c| year.fiscal.contains(c.on)) {
        let place = records.hospital_of(contact);
        let key = place.map_or("none", |h| &records.organisations[h].key).to_owned();
        let (visit, days, persons) = visits.entry(key).or_default();
        visit.contacts += 1;
        visit.minutes = visit.minutes.saturating_add(contact.minutes);
        days.insert(contact.on);
        persons.extend(contact.case.map(|c| records.cases[c].client));
    }
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    visits
        .into_iter()
        .map(|(key, (visit, days, persons))| {
            (key, HospitalVisit { days: count(days.len()), persons: count(persons.len()), ..visit })
        })
        .collect()
}
