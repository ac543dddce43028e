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
}

impl Level {
    /// Every level.
    pub const ALL: [Self; 3] = [Self::Internal, Self::Municipal, Self::Public];

    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Municipal => "municipal",
            Self::Public => "public",
        }
    }
    /// The level of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
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
    /// Its thresholds. Error: `report.no-profile`.
    pub fn profile(self) -> Result<Profile, Failure> {
        super::profiles::profile(self).ok_or_else(|| Failure::new("report.no-profile"))
    }
}
