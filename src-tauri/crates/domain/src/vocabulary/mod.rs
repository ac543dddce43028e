//! The field's code lists. Each is one enum with its code (stable, English) and its labels.
//!
//! Codes are those of the open format; labels are what screens and paper show. On reading, a Japanese
//! label is accepted wherever a code stands.

mod activity;
mod asked;
mod case;
mod contact;
mod organisation;
mod programme;
mod stage;

pub use activity::{
    ActivityKind, ExpansionStep, IssueStatus, PartnerRole, PublicationKind, SupportKind, SupportTheme,
    WorkKind,
};
pub use asked::{Concern, Standing, WrittenKind};
pub use case::{
    AdmissionForm, CaseRole, Certainty, CertificateKind, ClosureReason, ConsentAbout, ConsentForm,
    ConsentWay, Destination, DiagnosisGroup, ExitKey, Guardian, HoldReason, HomeResult, Income, IntakeRoute,
    MoneyCare, Obstacle, Service, Sex, TrialResult,
};
pub use contact::{
    Counterpart, HolidayRule, Importance, Method, Outcome, PlanKind, PlanResult, Purpose, RecordSource,
};
pub use organisation::{
    Experience, Job, OrganisationType, RelationshipState, SurveyDestination, SurveySource,
};
pub use programme::{Attendance, OrganiserRole, PeerActivityKind, Place, ProgrammeStatus, Side};
pub use stage::{Phase, Stage};

/// One entry of a code list, for pickers, for reading foreign files and for the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Entry {
    /// Stable code.
    pub code: &'static str,
    /// Japanese label.
    pub ja: &'static str,
    /// English label.
    pub en: &'static str,
}

/// A code list as data.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// Name of the list, such as `method`.
    pub name: &'static str,
    /// Its entries in the field's order.
    pub entries: &'static [Entry],
}

impl List {
    /// The code for a code or a Japanese label.
    pub fn read(&self, text: &str) -> Option<&'static str> {
        self.entries.iter().find(|e| e.code == text || e.ja == text).map(|e| e.code)
    }
    /// The Japanese label of a code, or the text itself when it is none.
    pub fn ja<'a>(&self, code: &'a str) -> &'a str {
        self.entries.iter().find(|e| e.code == code).map_or(code, |e| e.ja)
    }
}

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident $list:literal { $($variant:ident $code:literal $ja:literal $en:literal),* $(,)? })*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $name { $(#[doc = $ja] #[serde(rename = $code)] $variant),* }
        impl $name {
            /// All values in the field's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The list as data.
            pub const LIST: $crate::vocabulary::List = $crate::vocabulary::List { name: $list, entries: &[$($crate::vocabulary::Entry { code: $code, ja: $ja, en: $en }),*] };
            /// Stable code.
            pub const fn code(self) -> &'static str { match self { $(Self::$variant => $code),* } }
            /// Japanese label.
            pub const fn ja(self) -> &'static str { match self { $(Self::$variant => $ja),* } }
            /// The value of a code.
            pub fn from_code(code: &str) -> Option<Self> { match code { $($code => Some(Self::$variant),)* _ => None } }
        }
    )* };
}
use vocabulary;

/// Every list, for the contract and for reading foreign files.
pub const LISTS: &[List] = &[
    Stage::LIST,
    Phase::LIST,
    Sex::LIST,
    IntakeRoute::LIST,
    CaseRole::LIST,
    ConsentForm::LIST,
    ConsentAbout::LIST,
    ConsentWay::LIST,
    HomeResult::LIST,
    TrialResult::LIST,
    DiagnosisGroup::LIST,
    Income::LIST,
    Guardian::LIST,
    MoneyCare::LIST,
    ClosureReason::LIST,
    Obstacle::LIST,
    HoldReason::LIST,
    ExitKey::LIST,
    Certainty::LIST,
    AdmissionForm::LIST,
    Destination::LIST,
    Service::LIST,
    CertificateKind::LIST,
    Method::LIST,
    Counterpart::LIST,
    Outcome::LIST,
    Purpose::LIST,
    PlanKind::LIST,
    PlanResult::LIST,
    HolidayRule::LIST,
    RecordSource::LIST,
    Importance::LIST,
    ProgrammeStatus::LIST,
    Place::LIST,
    Attendance::LIST,
    OrganiserRole::LIST,
    Side::LIST,
    PeerActivityKind::LIST,
    ActivityKind::LIST,
    PartnerRole::LIST,
    SupportKind::LIST,
    SupportTheme::LIST,
    PublicationKind::LIST,
    IssueStatus::LIST,
    ExpansionStep::LIST,
    WorkKind::LIST,
    OrganisationType::LIST,
    Experience::LIST,
    RelationshipState::LIST,
    Job::LIST,
    SurveyDestination::LIST,
    SurveySource::LIST,
    WrittenKind::LIST,
    Standing::LIST,
    Concern::LIST,
];
