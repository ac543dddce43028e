//! What a list can hold: the fields of every kind of list, and how a cell of each is read.

use domain::vocabulary as v;
use domain::vocabulary::List;

/// What one line of a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListKind {
    /// A person and the case that begins with it.
    Cases,
    /// A note about somebody who is known already.
    Contacts,
    /// A meeting, a briefing, a training.
    Activities,
    /// A hospital or another organisation.
    Organisations,
    /// Figures of a hospital in a year.
    Survey630,
}

impl ListKind {
    /// Every kind.
    pub const ALL: &'static [Self] =
        &[Self::Cases, Self::Contacts, Self::Activities, Self::Organisations, Self::Survey630];

    /// Its name in the terminal and in the file of columns.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Contacts => "contacts",
            Self::Activities => "activities",
            Self::Organisations => "organisations",
            Self::Survey630 => "survey630",
        }
    }

    /// The kind of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// Fields without which no line can come in; one of each group is enough.
    pub const fn needs(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Cases => &[&["name", "family_name"]],
            Self::Contacts => &[&["name", "family_name", "case_code"], &["date"]],
            Self::Activities => &[&["date"], &["kind"]],
            Self::Organisations => &[&["organisation"]],
            Self::Survey630 => &[&["year"], &["hospital"]],
        }
    }
}

/// How a cell is read.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// 氏名 in one cell: 姓 and 名.
    Name,
    /// A name or another short text on one line.
    Short,
    /// Kana.
    Kana,
    /// Text, perhaps of many lines.
    Text,
    /// Several short texts.
    Texts,
    /// A date, perhaps partial, that has come.
    Past,
    /// A day that has come.
    Day,
    /// A year.
    Year,
    /// A time of day.
    Clock,
    /// Two times of day.
    Span,
    /// A length of time.
    Minutes,
    /// A whole number.
    Number,
    /// One code of a list.
    Code(&'static List),
    /// Several codes of a list.
    Codes(&'static List),
    /// Name of a hospital or another organisation of the directory.
    Place,
}

/// One field.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name, the same in the file of columns, in a mapping and in the catalogue of words.
    pub id: &'static str,
    /// How its cells are read.
    pub holds: Holds,
}

const fn f(id: &'static str, holds: Holds) -> Field {
    Field { id, holds }
}

use Holds::{
    Clock, Code, Codes, Day, Kana, Minutes, Name, Number, Past, Place, Short, Span, Text, Texts, Year,
};

const CASES: &[Field] = &[
    f("name", Name),
    f("family_name", Short),
    f("given_name", Short),
    f("kana", Kana),
    f("family_kana", Kana),
    f("given_kana", Kana),
    f("sex", Code(&v::Sex::LIST)),
    f("birth_date", Past),
    f("hospital", Place),
    f("ward", Short),
    f("room", Short),
    f("chart_no", Short),
    f("admitted_on", Past),
    f("admission_form", Code(&v::AdmissionForm::LIST)),
    f("discharged_on", Past),
    f("destination", Code(&v::Destination::LIST)),
    f("identified_on", Past),
    f("case_code", Short),
    f("stage", Code(&v::Stage::LIST)),
    f("case_role", Code(&v::CaseRole::LIST)),
    f("intake_route", Code(&v::IntakeRoute::LIST)),
    f("consent_on", Past),
    f("consent_form", Code(&v::ConsentForm::LIST)),
    f("diagnosis_group", Code(&v::DiagnosisGroup::LIST)),
    f("diagnosis_text", Text),
    f("income", Codes(&v::Income::LIST)),
    f("guardian", Code(&v::Guardian::LIST)),
    f("money_care", Code(&v::MoneyCare::LIST)),
    f("origin_area", Short),
    f("origin_address", Text),
    f("phone", Short),
    f("aliases", Texts),
    f("wish", Text),
    f("wished_place", Text),
    f("anxieties", Text),
    f("family_note", Text),
    f("benefit_municipality", Short),
    f("welfare_office", Short),
    f("residence_register", Short),
    f("closed_on", Past),
    f("closure_reason", Code(&v::ClosureReason::LIST)),
    f("stay_note", Text),
];

const CONTACTS: &[Field] = &[
    f("name", Name),
    f("family_name", Short),
    f("given_name", Short),
    f("case_code", Short),
    f("birth_date", Past),
    f("date", Day),
    f("start", Clock),
    f("end", Clock),
    f("span", Span),
    f("minutes", Minutes),
    f("method", Code(&v::Method::LIST)),
    f("counterpart", Codes(&v::Counterpart::LIST)),
    f("hospital", Place),
    f("place", Short),
    f("participants", Number),
    f("text", Text),
];

const ACTIVITIES: &[Field] = &[
    f("date", Day),
    f("start", Clock),
    f("end", Clock),
    f("span", Span),
    f("minutes", Minutes),
    f("kind", Code(&v::ActivityKind::LIST)),
    f("title", Short),
    f("participants", Number),
    f("participants_medical", Number),
    f("participants_support", Number),
    f("participants_municipal", Number),
    f("participants_peer_family", Number),
    f("participants_housing", Number),
    f("participants_other", Number),
    f("partner_role", Code(&v::PartnerRole::LIST)),
    f("area", Short),
    f("content", Text),
    f("decisions", Text),
    f("homework", Text),
    f("reaction", Text),
    f("materials", Text),
];

const ORGANISATIONS: &[Field] = &[
    f("organisation", Short),
    f("organisation_kana", Kana),
    f("type", Code(&v::OrganisationType::LIST)),
    f("area", Short),
    f("ward_area", Short),
    f("psychiatric_beds", Number),
    f("experience", Code(&v::Experience::LIST)),
    f("relationship_state", Code(&v::RelationshipState::LIST)),
    f("address", Text),
    f("phone", Short),
    f("designated_number", Short),
    f("note", Text),
];

const SURVEY630: &[Field] = &[
    f("year", Year),
    f("hospital", Place),
    f("beds", Number),
    f("inpatients", Number),
    f("los_lt_3m", Number),
    f("los_3m_1y", Number),
    f("los_1_5y", Number),
    f("los_5_10y", Number),
    f("los_10_20y", Number),
    f("los_ge_20y", Number),
    f("ge1y_lt65", Number),
    f("ge1y_ge65", Number),
    f("involuntary", Number),
    f("medical_protection", Number),
    f("voluntary", Number),
    f("other_form", Number),
    f("june_admissions", Number),
    f("june_discharges", Number),
    f("annual_inpatient_days", Number),
    f("annual_admissions", Number),
    f("annual_discharges", Number),
    f("source", Code(&v::SurveySource::LIST)),
];

/// The fields of a kind of list, in the order in which they are offered.
pub const fn fields(kind: ListKind) -> &'static [Field] {
    match kind {
        ListKind::Cases => CASES,
        ListKind::Contacts => CONTACTS,
        ListKind::Activities => ACTIVITIES,
        ListKind::Organisations => ORGANISATIONS,
        ListKind::Survey630 => SURVEY630,
    }
}

/// A field of a kind of list by its name.
pub fn by_id(kind: ListKind, id: &str) -> Option<&'static Field> {
    fields(kind).iter().find(|field| field.id == id)
}
