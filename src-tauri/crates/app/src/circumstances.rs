//! What is true around one call.

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::measure::IdSource;

/// The moment of a call and where its new identities come from. The roof reads clock and dice once per call.
#[derive(Clone, Debug)]
pub struct Circumstances {
    /// The moment, in Japan.
    pub at: DateTime<FixedOffset>,
    /// Source of new identities.
    pub ids: IdSource,
}

impl Circumstances {
    /// Circumstances of a moment, with 32 random bytes for identities.
    pub const fn new(at: DateTime<FixedOffset>, entropy: [u8; 32]) -> Self {
        Self { at, ids: IdSource::new(entropy) }
    }
    /// The civil day in Japan.
    pub fn today(&self) -> NaiveDate {
        self.at.date_naive()
    }
}
