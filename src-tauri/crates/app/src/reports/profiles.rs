//! The thresholds of each level, read from `assets/disclosure/profiles.toml`.

use super::Level;
use disclosure::Profile;
use serde::Deserialize;

/// One table of the file; what else it says (sources, reasons) is for people.
#[derive(Deserialize)]
struct Row {
    k: u64,
    sensitive_k: u64,
    share_floor: u64,
    #[serde(default)]
    exact: bool,
}

/// The profile of a level; `None` where the file has none.
pub(super) fn profile(level: Level) -> Option<Profile> {
    let file: toml::Table = include_str!("../../../../../assets/disclosure/profiles.toml").parse().ok()?;
    let row: Row = file.get(level.code())?.clone().try_into().ok()?;
    Some(Profile {
        level: level.code().to_owned(),
        k: row.k,
        sensitive_k: row.sensitive_k,
        share_floor: row.share_floor,
        exact: row.exact,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_has_its_thresholds() {
        for level in Level::ALL {
            let profile = profile(level).unwrap_or_else(|| panic!("{} has no profile", level.code()));
            assert_eq!(profile.exact, !level.leaves(), "only {} is exact", Level::Internal.code());
        }
    }
}
