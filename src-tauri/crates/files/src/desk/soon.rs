//! What begins soon, told once and in words that may stand on any screen.

use super::Desk;
use app::plans::{PlanItem, Soon};
use std::collections::BTreeSet;
use std::sync::PoisonError;

/// Plans that were told of, each with its begin: one that was moved is told of again.
pub(super) type Told = BTreeSet<(String, String)>;

impl Desk {
    /// One sentence about the plans that begin soon and were not told of before: a time and a number, nothing of what
    /// or whom they are about. None where there are none, and while the vault is shut.
    pub fn news(&self) -> Option<String> {
        let vault = self.open_vault().ok()?;
        let plans = vault.house.ask(&self.around().ok()?, Soon {}).ok()?;
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let begin = |plan: &PlanItem| plan.start.clone().unwrap_or_default();
        let new: Vec<PlanItem> =
            plans.into_iter().filter(|plan| told.insert((plan.id.to_string(), begin(plan)))).collect();
        let first = begin(new.first()?);
        let time = first.strip_prefix('0').unwrap_or(&first);
        Some(words::fill(&vault.word("shell.soon.system"), &[("time", time), ("n", &new.len().to_string())]))
    }
}
