//! One name shown for as long as somebody holds a key, with its trace in the log.

use crate::house::Study;
use crate::{Circumstances, Failure, House, Topic};
use domain::measure::Id;
use serde::{Deserialize, Serialize};

/// Asks for one person's name while codes are shown. The log has the case, never the name. Error: `case.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RevealName {
    case_id: Id,
}

/// A person's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RevealedName {
    /// Name as written.
    pub name: String,
    /// Reading.
    pub kana: String,
}

impl Study for RevealName {
    type Answer = RevealedName;
    const TOPICS: &'static [Topic] = &[Topic::Cases];

    fn study(self, around: &Circumstances, house: &House) -> Result<RevealedName, Failure> {
        let facts = house.read(|reader| {
            crate::cases::known(reader, &self.case_id)?;
            Ok::<_, Failure>(reader.case_on(&self.case_id, around.today())?)
        })?;
        house.perform(around, None, |writer| {
            Ok::<_, Failure>(writer.log_event("RevealName", self.case_id.as_str(), "done")?)
        })?;
        let whole = |family: &str, given: &str| format!("{family} {given}").trim().to_owned();
        Ok(RevealedName {
            name: whole(&facts.family_name, &facts.given_name),
            kana: whole(&facts.family_kana, &facts.given_kana),
        })
    }
}
