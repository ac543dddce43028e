//! 体験利用: services for the day that somebody tried before the discharge.

use super::keep::{named, not_ahead, trimmed};
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::OrganisationType;
use serde::{Deserialize, Serialize};
use store::Writer;
use store::homes::UseFact;

/// A service used on trial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct UseLine {
    /// Identity.
    pub id: Id,
    /// First day.
    #[ts(type = "string")]
    pub from_on: PartialDate,
    /// Which service.
    pub service: String,
    /// Where; empty where nobody wrote it.
    pub place: String,
    /// Days on which it was used.
    pub days: Option<u32>,
}

impl From<(Id, UseFact, String)> for UseLine {
    fn from((id, fact, place): (Id, UseFact, String)) -> Self {
        Self { id, from_on: fact.from_on, service: fact.service, place, days: fact.days }
    }
}

/// Keeps a service used on trial: the row of `use_id`, or a new one.
///
/// Errors: `case.unknown`, `home.unknown`, `home.future`, `home.no-service`, `home.too-long`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepUse {
    case_id: Id,
    use_id: Option<Id>,
    #[ts(type = "string")]
    from_on: PartialDate,
    service: String,
    place: String,
    days: Option<u32>,
}

impl Command for KeepUse {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Cases, Topic::Organisations];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        crate::cases::known(writer, &self.case_id)?;
        let rows = writer.uses(&self.case_id)?;
        let before = named(self.use_id.as_ref(), rows.iter().map(|(id, row, place)| (id, (row, place))))?;
        not_ahead(Some(self.from_on), around, "from_on")?;
        let service = trimmed(&self.service, "service")?;
        let place = trimmed(&self.place, "place")?;
        if service.is_empty() && place.is_empty() {
            return Err(Failure::new("home.no-service").at("service"));
        }
        let org_id = match before {
            Some((row, known)) if *known == place => row.org_id.clone(),
            _ if place.is_empty() => None,
            _ => Some(writer.organisation_for(&place, OrganisationType::Other)?),
        };
        let fact = UseFact { from_on: self.from_on, service, org_id, days: self.days };
        Ok(writer.keep_use(&self.case_id, self.use_id.as_ref(), &fact)?)
    }
}

/// Takes a service used on trial out. Errors: `case.unknown`, `home.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveUse {
    case_id: Id,
    use_id: Id,
}

impl Command for RemoveUse {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        crate::cases::known(writer, &self.case_id)?;
        named(Some(&self.use_id), writer.uses(&self.case_id)?.iter().map(|(id, _, _)| (id, ())))?;
        Ok(writer.remove_use(&self.use_id)?)
    }
}
