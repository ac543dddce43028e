//! Opening a case: a name and a hospital are enough.

use super::days;
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{OrganisationType, Stage};
use serde::Deserialize;
use store::Writer;
use store::cases::NewCase;

/// Opens a case in 把握・選定, with its four exit lines 未定. Who comes back after a closed case gets a new one under
/// the same person (`client_id`); a hospital that the directory does not know yet is added to it.
///
/// Errors: `case.no-name`, `case.future`, `case.still-open`, `organisation.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct OpenCase {
    family_name: String,
    given_name: String,
    family_kana: String,
    given_kana: String,
    org_id: Option<Id>,
    hospital: String,
    ward: String,
    identified_on: Option<PartialDate>,
    wish: String,
    #[serde(default)]
    #[ts(optional)]
    client_id: Option<Id>,
}

impl Command for OpenCase {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Cases, Topic::Organisations];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        let today = around.today();
        let family_name = self.family_name.trim().to_owned();
        if family_name.is_empty() && self.client_id.is_none() {
            return Err(Failure::new("case.no-name").at("family_name"));
        }
        let identified_on = self.identified_on.unwrap_or(PartialDate::day(today));
        if days(today, identified_on.first_day()) > 0 {
            return Err(Failure::new("case.future").at("identified_on"));
        }
        if let Some(client) = &self.client_id {
            let mut cases = writer.cases_on(today, store::cases::Whose::Everybody)?;
            cases.retain(|c| c.client_id == *client);
            if cases.is_empty() {
                return Err(Failure::new("case.unknown").at("client_id"));
            }
            if cases.iter().any(|c| c.stage != Stage::Closed) {
                return Err(Failure::new("case.still-open").at("client_id"));
            }
        }
        let wish = self.wish.trim().to_owned();
        let case = writer.open_case(&NewCase {
            client_id: self.client_id,
            family_name,
            given_name: self.given_name.trim().to_owned(),
            family_kana: self.family_kana.trim().to_owned(),
            given_kana: self.given_kana.trim().to_owned(),
            sex: None,
            birth_date: None,
            identified_on,
            wish_on: (!wish.is_empty()).then_some(PartialDate::day(today)),
            wish,
        })?;
        if self.org_id.is_some() || !self.hospital.trim().is_empty() {
            let kind = OrganisationType::PsychiatricHospital;
            let hospital =
                crate::organisations::place(writer, self.org_id, &self.hospital, kind, "case.no-hospital")?;
            writer.admit(&case, &hospital, self.ward.trim(), identified_on)?;
        }
        Ok(case)
    }
}
