//! What the vault knows already, as far as a kind of list needs it.

use super::people::People;
use super::places::Places;
use crate::{Circumstances, Failure};
use ::exchange::table::ListKind;
use std::collections::HashSet;
use store::Reader;
use store::imports::Mark;

/// What the vault knows.
pub(super) struct Facts {
    pub(super) people: People,
    pub(super) places: Places,
    /// Notes, activities or figures that are there.
    pub(super) marks: HashSet<Mark>,
}

impl Facts {
    pub(super) fn of(kind: ListKind, around: &Circumstances, reader: &Reader) -> Result<Self, Failure> {
        let cases = match kind {
            ListKind::Cases | ListKind::Contacts => {
                reader.cases_on(around.today(), store::cases::Whose::Everybody)?
            }
            _ => Vec::new(),
        };
        let marks = match kind {
            ListKind::Contacts => reader.contact_marks()?,
            ListKind::Activities => reader.activity_marks()?,
            ListKind::Survey630 => reader.survey_marks()?,
            ListKind::Cases | ListKind::Organisations => HashSet::new(),
        };
        Ok(Self { people: People::of(cases), places: Places::of(reader.organisation_names()?), marks })
    }
}
