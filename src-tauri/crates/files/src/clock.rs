//! The moment and the dice: the only place of this crate that asks the machine for either.

use crate::FilesError;
use chrono::{DateTime, FixedOffset, NaiveDate, Offset, Utc};

/// Where the moment of a call comes from.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The machine's clock, told in Japan's time.
    System,
    /// A moment that stands still, for tests and for `--now`.
    Fixed(DateTime<FixedOffset>),
}

impl Clock {
    /// The moment.
    pub fn now(self) -> DateTime<FixedOffset> {
        match self {
            Self::Fixed(at) => at,
            Self::System => system_now(),
        }
    }
    /// The civil day in Japan.
    pub fn today(self) -> NaiveDate {
        self.now().date_naive()
    }
}

#[allow(clippy::disallowed_methods, reason = "this is the roof's side: here time is read and handed down")]
fn system_now() -> DateTime<FixedOffset> {
    let japan = FixedOffset::east_opt(9 * 3600).unwrap_or_else(|| Utc.fix());
    DateTime::<Utc>::from(std::time::SystemTime::now()).with_timezone(&japan)
}

/// 32 random bytes of the operating system.
pub fn entropy() -> Result<[u8; 32], FilesError> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|_| FilesError::NoDice)?;
    Ok(bytes)
}
