//! Identity of a record: a UUID of version 7 that nobody prints.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use uuid::Uuid;

/// Identity of one record, written as a lower-case UUID. It crosses every border as text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Id(String);

/// The text is no identity of ours.
#[derive(Debug, PartialEq, Eq)]
pub struct BadId;

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a record id")
    }
}
impl std::error::Error for BadId {}

impl TryFrom<String> for Id {
    type Error = BadId;
    fn try_from(text: String) -> Result<Self, BadId> {
        let uuid = Uuid::try_parse(&text).map_err(|_| BadId)?;
        Ok(Self(uuid.hyphenated().to_string()))
    }
}
impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0
    }
}
impl Id {
    /// The text of the identity.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where new identities come from: the moment and 32 random bytes handed in by the roof, so that
/// nothing below throws dice and a test can repeat itself.
#[derive(Clone, Debug)]
pub struct IdSource {
    entropy: [u8; 32],
    issued: u64,
}

impl IdSource {
    /// A source seeded with random bytes (or fixed ones, in tests).
    pub const fn new(entropy: [u8; 32]) -> Self {
        Self { entropy, issued: 0 }
    }

    /// The next identity, ordered by `at` and then by order of issue.
    pub fn next(&mut self, at: DateTime<FixedOffset>) -> Id {
        let mut hash = Sha256::new();
        hash.update(self.entropy);
        hash.update(self.issued.to_be_bytes());
        let random = hash.finalize();
        let mut tail = [0u8; 10];
        tail.copy_from_slice(&random[..10]);
        // 12 bits after the version count the issue, so that one call's records keep their order.
        tail[0] = (self.issued >> 8) as u8;
        tail[1] = self.issued as u8;
        self.issued += 1;
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        Id(uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid().hyphenated().to_string())
    }
}
