//! What a command changes, so that screens know what to ask again.

use serde::Serialize;

/// A part of the house whose answers may have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// People and cases.
    Cases,
    /// Contact records.
    Contacts,
    /// Visits, sessions and other plans.
    Plans,
    /// Programmes.
    Programmes,
    /// Activities that are not casework.
    Activities,
    /// 気づき.
    Issues,
    /// Organisations.
    Organisations,
    /// Reports and their texts.
    Reports,
    /// 次の一手.
    Tasks,
    /// Settings.
    Settings,
    /// What can be undone.
    Undo,
}

impl Topic {
    /// Every topic.
    pub const ALL: &'static [Self] = &[
        Self::Cases,
        Self::Contacts,
        Self::Plans,
        Self::Programmes,
        Self::Activities,
        Self::Issues,
        Self::Organisations,
        Self::Reports,
        Self::Tasks,
        Self::Settings,
        Self::Undo,
    ];
}
