//! 提出先: who reads a report, which decides how much it tells.

use crate::Failure;
use disclosure::Profile;
use serde::{Deserialize, Serialize};

/// The level of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 内部用.
    Internal,
    /// 自治体提出用.
    Municipal,
    /// 公開用.
    Public,
    /// 所管課限り: the section that itself decides the benefits. Off until its clause and receiver are typed in.
    Commissioner,
    /// 病院用: a hospital knows its own patients. Off until it is switched on.
    Hospital,
}

impl Level {
    /// The levels that everybody has.
    pub const ALL: [Self; 3] = [Self::Internal, Self::Municipal, Self::Public];
    /// Those that are off until somebody switches them on.
    pub const OFF: [Self; 2] = [Self::Commissioner, Self::Hospital];

    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Municipal => "municipal",
            Self::Public => "public",
            Self::Commissioner => "commissioner",
            Self::Hospital => "hospital",
        }
    }
    /// The level of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().chain(Self::OFF).find(|level| level.code() == code)
    }
    /// Its name as printed: 自治体提出用.
    pub fn name(self) -> String {
        words::ja(&format!("report.level.{}", self.code()))
    }
    /// The mark on every page.
    pub fn mark(self) -> String {
        words::ja(&format!("report.mark.{}", self.code()))
    }
    /// Leaves the office: everything but 内部用.
    pub const fn leaves(self) -> bool {
        !matches!(self, Self::Internal)
    }
    /// Counts are given as they are: inside the office, and for the section that decides the benefits.
    pub const fn is_exact(self) -> bool {
        matches!(self, Self::Internal | Self::Commissioner)
    }
    /// Its reader may be anybody, or knows people of one hospital: no days, no hospital's name.
    pub const fn is_wide(self) -> bool {
        matches!(self, Self::Public | Self::Hospital)
    }
    /// Its reader knows the hospitals by name.
    pub const fn names_hospitals(self) -> bool {
        !self.is_wide()
    }
    /// Its thresholds. Error: `report.no-profile`.
    pub fn profile(self) -> Result<Profile, Failure> {
        super::profiles::profile(self).ok_or_else(|| Failure::new("report.no-profile"))
    }
}
