//! What the likeness of two cases rests on beyond their histories.

use crate::{Reader, StoreError};
use domain::measure::Id;
use domain::vocabulary::{Obstacle, OrganisationType};
use std::collections::BTreeSet;

/// What is known of a case beyond its history.
#[derive(Clone, Debug)]
pub struct ExitGround {
    /// The case.
    pub case: Id,
    /// Type of the hospital of its first stay.
    pub hospital: Option<OrganisationType>,
    /// 退院を難しくしている理由.
    pub obstacles: BTreeSet<Obstacle>,
    /// Nights slept on trial.
    pub nights: u32,
}

impl Reader<'_> {
    /// The grounds of every case.
    pub fn exit_grounds(&self) -> Result<Vec<ExitGround>, StoreError> {
        // One row per case.
        self.all(
            "SELECT c.id,
               (SELECT o.type FROM admissions a JOIN organisations o ON o.id = a.org_id WHERE a.case_id = c.id ORDER BY a.admitted_on, a.id LIMIT 1) AS hospital,
               (SELECT group_concat(b.code, ';') FROM obstacles b WHERE b.case_id = c.id) AS obstacles,
               coalesce((SELECT sum(t.nights) FROM trial_stays t WHERE t.case_id = c.id), 0) AS nights
             FROM cases c ORDER BY c.id",
            [],
            |r| {
                let obstacles = r.list("obstacles")?;
                Ok(ExitGround {
                    case: r.id("id")?,
                    hospital: OrganisationType::from_code(&r.text("hospital")?),
                    obstacles: obstacles.iter().filter_map(|code| Obstacle::from_code(code)).collect(),
                    nights: r.count("nights")?,
                })
            },
        )
    }
}
