//! 機関と病院: the directory of everybody the work is done with.

mod closure;

pub use closure::{ClosureDays, KeepVisitClosure, VisitClosure};

use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::text::filter::Filter;
use domain::vocabulary::OrganisationType;
use serde::{Deserialize, Serialize};
use store::{Reader, Writer};

/// Asks for organisations whose name or reading contains a text; all of them for an empty one.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Organisations {
    filter: String,
}

/// An organisation in a list.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct Organisation {
    /// Identity.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// Type, a code.
    #[serde(rename = "type")]
    pub kind: String,
    /// Area of the user's own list.
    pub area: Option<String>,
    /// Wards that stays and visits name.
    pub wards: Vec<String>,
    /// Open cases whose person stays there now.
    pub open_cases: u32,
    /// Last day on which anything was done with it.
    pub last_contact_on: Option<PartialDate>,
}

impl Query for Organisations {
    type Answer = Vec<Organisation>;
    const TOPICS: &'static [Topic] =
        &[Topic::Organisations, Topic::Cases, Topic::Contacts, Topic::Plans, Topic::Activities];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<Vec<Organisation>, Failure> {
        let wanted = Filter::new(&self.filter);
        let mut found = reader.organisations(around.today())?;
        found.retain(|o| wanted.is_empty() || wanted.finds(&o.name) || wanted.finds(&o.kana));
        Ok(found
            .into_iter()
            .map(|o| Organisation {
                id: o.id,
                name: o.name,
                kana: o.kana,
                kind: o.kind,
                area: o.area,
                wards: o.wards,
                open_cases: o.open_cases,
                last_contact_on: o.last_contact_on,
            })
            .collect())
    }
}

/// The organisation that an input names by id or, failing that, by name; an unknown name is added to the directory.
///
/// Errors: `organisation.unknown` at `org_id`; `missing` at `org_name` when neither is given.
pub(crate) fn place(
    writer: &mut Writer,
    id: Option<Id>,
    name: &str,
    kind: OrganisationType,
    missing: &str,
) -> Result<Id, Failure> {
    match (id, name.trim()) {
        (Some(id), _) => {
            known(writer, &id)?;
            Ok(id)
        }
        (None, "") => Err(Failure::new(missing).at("org_name")),
        (None, name) => Ok(writer.organisation_for(name, kind)?),
    }
}

/// Refuses an organisation that the directory does not hold. Error: `organisation.unknown`.
pub(crate) fn known(reader: &Reader, id: &Id) -> Result<(), Failure> {
    match reader.organisation_name(id)? {
        Some(_) => Ok(()),
        None => Err(Failure::new("organisation.unknown").at("org_id")),
    }
}
