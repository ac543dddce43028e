//! How strict a report is, as data: the thresholds of one level. The file `assets/disclosure/profiles.toml`
//! names the source of each; nothing here knows who reads the report.

use crate::table::Kind;
use serde::Serialize;

/// Thresholds of one level.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Profile {
    /// Code of the level: `internal`, `municipal`, `public`, `case_study`.
    pub level: String,
    /// A count of 1 to k − 1 persons is never shown.
    pub k: u64,
    /// The same for tables of a sensitive attribute.
    pub sensitive_k: u64,
    /// A share or mean is printed only where its denominator is at least this many.
    pub share_floor: u64,
    /// Internal level: nothing is hidden and every table keeps its finest form.
    pub exact: bool,
}

impl Profile {
    /// Threshold for the cells of a table of this class; `None` where counts are published as they are.
    ///
    /// Workload has a threshold only for cells that say how many persons stand behind them (D2).
    pub fn threshold(&self, kind: Kind) -> Option<u64> {
        match kind {
            _ if self.exact => None,
            Kind::Headline => None,
            Kind::Workload | Kind::Persons | Kind::Facility => Some(self.k.max(1)),
            Kind::Sensitive => Some(self.sensitive_k.max(self.k).max(1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sensitive_table_takes_the_stricter_threshold() {
        let city = Profile { level: "municipal".into(), k: 3, sensitive_k: 5, share_floor: 10, exact: false };
        assert_eq!(city.threshold(Kind::Persons), Some(3));
        assert_eq!(city.threshold(Kind::Sensitive), Some(5));
        assert_eq!(city.threshold(Kind::Headline), None, "totals of the project are exact at every level");
        let chosen = Profile { k: 10, ..city.clone() };
        assert_eq!(chosen.threshold(Kind::Sensitive), Some(10), "never weaker than the level");
        assert_eq!(Profile { exact: true, ..city }.threshold(Kind::Sensitive), None);
    }
}
