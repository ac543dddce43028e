//! Everything a report needs, read in one go, so that the computing holds nothing.

use super::ledger::ledger;
use super::left::{Left, Places};
use super::letters::shuffled;
use super::plan::{self, Plan};
use super::secrets::{Own, search_list};
use super::settings::{KeepReportSettings, Style};
use super::tables::{Alias, hospitals_in_year};
use super::{Level, ReportKind, ReportRequest};
use crate::redaction::register;
use crate::{Circumstances, Failure, House};
use chrono::NaiveDate;
use domain::calendar::FiscalYear;
use domain::metrics::{Figures, Records, Year};
use domain::vocabulary::{Method, PlanResult};
use report::attack::Secrets;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use store::Reader;
use store::report_plans::{EarlierFigure, ReportedProgramme};

/// The state of the store at one moment, as one report needs it.
pub(super) struct Snapshot {
    /// Acts kept when it was taken.
    pub generation: u64,
    /// Files that had left when it was taken.
    pub ledger: u32,
    /// The hospital for which the report is made.
    pub hospital: Option<Receiver>,
    /// Reports are handed to hospitals, so they read the others as well.
    pub hospitals_read: bool,
    /// Everything that is counted.
    pub records: Records,
    /// Figures of the year.
    pub figures: Figures,
    /// The year.
    pub year: Year,
    /// Hospitals as this reader sees them.
    pub hospitals: Vec<Alias>,
    /// Last day that is counted: the last of the period, or the day of the report.
    pub day: NaiveDate,
    /// Texts by section.
    pub texts: BTreeMap<String, String>,
    /// The sections as the user wants them.
    pub plan: Plan,
    /// The programme of a programme report.
    pub programme: Option<ReportedProgramme>,
    /// Figures of earlier years that were typed in.
    pub earlier_figures: Vec<EarlierFigure>,
    /// What is planned for the month after a monthly report.
    pub plans: Vec<store::plans::Plan>,
    /// 年度のねらい.
    pub aim: String,
    /// The user's organisation, name and receiver.
    pub settings: Letterhead,
    /// The search list.
    pub secrets: Secrets,
    /// Minutes that were filled in by rule.
    pub estimated: u32,
    /// Every report that has left, oldest first, read under the hospitals' codes of this one.
    pub earlier: Vec<Left>,
    /// Its hospitals by their codes.
    pub places: Places,
}

/// The hospital that a report is for.
#[derive(Clone, Debug)]
pub(super) struct Receiver {
    /// Key in the figures.
    pub key: String,
    /// Its name.
    pub name: String,
}

impl Receiver {
    /// The hospital of a request; none at any other level. Error: `report.no-hospital`.
    pub fn of(reader: &Reader, request: &ReportRequest) -> Result<Option<Self>, Failure> {
        if request.level != Level::Hospital {
            return Ok(None);
        }
        let found =
            request.hospital_id.as_ref().map(|id| reader.reported_hospital(id)).transpose()?.flatten();
        let found = found.map(|(key, name)| Self { key, name });
        found.map(Some).ok_or_else(|| Failure::new("report.no-hospital").at("hospital_id"))
    }
}

/// What stands on the cover.
#[derive(Clone, Debug, Default)]
pub(super) struct Letterhead {
    pub organisation: String,
    pub author: String,
    pub receiver: String,
    pub city: String,
    /// How years and persons are written.
    pub style: Style,
    /// A field for approvals.
    pub approval: bool,
    /// Clause on which an exact report rests.
    pub clause: String,
}

impl Letterhead {
    fn read(reader: &Reader, level: Level) -> Result<Self, Failure> {
        let kept = KeepReportSettings::read(reader)?;
        let receiver = kept.commissioner().1.to_owned();
        let setting = |key: &str| -> Result<String, Failure> { Ok(reader.setting(key)?.unwrap_or_default()) };
        Ok(Self {
            organisation: setting("organisation")?,
            author: setting("author")?,
            receiver: if level == Level::Commissioner { receiver } else { setting("receiver")? },
            city: setting("city")?,
            style: kept.style(),
            approval: kept.approval(),
            clause: if level == Level::Commissioner {
                kept.commissioner().0.to_owned()
            } else {
                String::new()
            },
        })
    }
}

/// The search list of this vault for a level, and for the hospital that reads it.
pub(super) fn secrets_of(reader: &Reader, level: Level, hospital: Option<&str>) -> Result<Secrets, Failure> {
    let head = Letterhead::read(reader, level)?;
    let own =
        Own { organisation: &head.organisation, city: &head.city, hospital: hospital.unwrap_or_default() };
    let notes = if level.leaves() { reader.notes_on_persons()? } else { Vec::new() };
    Ok(Secrets { notes, ..search_list(&register::of(reader, reader.named()?)?, &own, level) })
}

/// The search list for a finished file that is marked for inside the office: everybody but its maker.
pub(super) fn secrets_inside(reader: &Reader) -> Result<Secrets, Failure> {
    let everybody = register::register(reader.named()?, "", String::new());
    Ok(search_list(&everybody, &Own { organisation: "", city: "", hospital: "" }, Level::Municipal))
}

impl Snapshot {
    /// Reads the store for one report. Errors: `report.no-clause`, `report.audience-off`, `report.no-programme`.
    pub fn take(house: &House, around: &Circumstances, request: &ReportRequest) -> Result<Self, Failure> {
        let lettered = request.level.is_wide();
        let letters = if lettered { letters_key(house, around)? } else { String::new() };
        let generation = house.generation();
        house.read(|reader| {
            let kept = KeepReportSettings::read(reader)?;
            kept.admits(request.level)?;
            let hospital = Receiver::of(reader, request)?;
            let day = request.last().min(around.today());
            let mut records = reader.records()?;
            if request.last() < request.fiscal_year.last() {
                records = records.until(day);
            }
            let year = Year::new(request.fiscal_year);
            let figures = Figures::count(&records, &year, day);
            let mut found = hospitals_in_year(&records, &figures);
            if request.kind == ReportKind::Monthly {
                // A letter stands for a hospital of this page, so that none is missing between others.
                let visited = visited(&records, request.first(), day);
                found.retain(|(key, _)| visited.contains(key));
            }
            let occasion = format!(
                "{}|{}|{}",
                request.ledger_name(hospital.as_ref().map(|own| own.key.as_str())),
                request.fiscal_year.year(),
                around.today()
            );
            let hospitals = if let Some(own) = &hospital {
                vec![Alias { key: own.key.clone(), shown: words::ja("report.row.own_hospital") }]
            } else if lettered {
                shuffled(found, &letters, &occasion)
            } else {
                found.into_iter().map(|(key, shown)| Alias { key, shown }).collect()
            };
            let places: Places = hospitals.iter().map(|h| (h.shown.clone(), h.key.clone())).collect();
            let earlier = ledger(reader)?.iter().map(|left| left.in_codes_of(&places)).collect();
            let programme = programme(reader, request)?;
            let about = match (&programme, &hospital) {
                (Some(programme), _) => programme.key.clone(),
                (None, Some(own)) => own.key.clone(),
                (None, None) => String::new(),
            };
            Ok(Self {
                generation,
                ledger: reader.release_count()?,
                hospitals,
                texts: plan::texts(reader, request, &about)?,
                plan: Plan::read(reader, request.kind, request.fiscal_year)?,
                aim: reader.year_aim(request.fiscal_year.year())?.unwrap_or_default(),
                settings: Letterhead::read(reader, request.level)?,
                secrets: secrets_of(reader, request.level, hospital.as_ref().map(|own| own.name.as_str()))?,
                hospitals_read: kept.hospital(),
                hospital,
                estimated: reader.estimated_minutes(request.first(), request.last())?,
                earlier,
                places,
                earlier_figures: reader.earlier_figures()?,
                plans: plans_after(reader, request)?,
                programme,
                day,
                records,
                figures,
                year,
            })
        })
    }
}

/// Keys of the hospitals in which somebody was met in a span.
fn visited(records: &Records, first: NaiveDate, last: NaiveDate) -> BTreeSet<String> {
    let met = records.contacts.iter().filter(|contact| {
        contact.method == Method::InterviewHospital && first <= contact.on && contact.on <= last
    });
    let hospitals = met.filter_map(|contact| records.hospital_of(contact));
    hospitals.map(|hospital| records.organisations[hospital].key.clone()).collect()
}

/// The programme of a programme report. Error: `report.no-programme`.
fn programme(reader: &Reader, request: &ReportRequest) -> Result<Option<ReportedProgramme>, Failure> {
    if request.kind != ReportKind::Programme {
        return Ok(None);
    }
    let found = match &request.programme_id {
        Some(id) => reader.reported_programme(id)?,
        None => None,
    };
    found.map(Some).ok_or_else(|| Failure::new("report.no-programme").at("programme_id"))
}

/// What is planned for the month after a monthly report.
fn plans_after(reader: &Reader, request: &ReportRequest) -> Result<Vec<store::plans::Plan>, Failure> {
    if request.kind != ReportKind::Monthly {
        return Ok(Vec::new());
    }
    let first = request.last().succ_opt().unwrap_or_else(|| request.last());
    let year = FiscalYear::of(first);
    let last = year.month_index(first).map_or(first, |month| year.month_end(month));
    let mut plans = reader.plans_between(first, last)?;
    plans.retain(|plan| plan.result != PlanResult::Cancelled);
    Ok(plans)
}

/// The vault's key for shuffled letters, made at its first use.
fn letters_key(house: &House, around: &Circumstances) -> Result<String, Failure> {
    if let Some(key) = house.read(|reader| Ok(reader.letters_key()?))? {
        return Ok(key);
    }
    house.perform(around, None, |writer| {
        let dice = (0..4).map(|_| writer.new_id().to_string()).collect::<String>();
        let key: String = Sha256::digest(dice).iter().map(|byte| format!("{byte:02x}")).collect();
        writer.keep_letters_key(&key)?;
        Ok(writer.letters_key()?.unwrap_or(key))
    })
}
