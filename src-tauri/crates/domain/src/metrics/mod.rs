//! Figures: what is counted, and how. Numbers only; names ended one floor below.
//!
//! 実人数 counts clients, 延べ counts contacts, 支援中 counts cases (episodes) that are not closed.

mod attributes;
mod decisions;
mod figures;
mod flow;
mod hours;
mod records;
mod until;
mod year;

pub use attributes::Attributes;
pub use decisions::{DecisionCounts, DecisionEvent, Tally};
pub use figures::{ByCounterpart, ByMethod, Contacts, Figures, HospitalVisit, Persons};
pub use flow::Flow;
pub use records::{
    ActivityRecord, AttendanceRecord, CaseRecord, ContactRecord, DecisionRecord, HousingAct, HousingRecord,
    OrganisationRecord, PeerWorkRecord, Records, RelationRecord, SessionRecord, Stay, SupportRecord,
    SurveyRecord,
};
pub use year::Year;
