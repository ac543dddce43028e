//! What one case's page shows beside its head.

use crate::{Reader, StoreError};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{Certainty, ExitKey, Stage};
use rusqlite::named_params;

/// One step of the road.
#[derive(Clone, Debug)]
pub struct StageFact {
    /// Stage.
    pub stage: Stage,
    /// First day of it.
    pub from_on: PartialDate,
}

/// One line of the exit board.
#[derive(Clone, Debug)]
pub struct ExitFact {
    /// Which line.
    pub key: ExitKey,
    /// In the person's words.
    pub wish: String,
    /// 案.
    pub idea: String,
    /// Organisation in charge.
    pub org: Option<(Id, String)>,
    /// 確かさ.
    pub certainty: Certainty,
    /// Last change.
    pub updated_on: Option<PartialDate>,
}

/// One benefit decision.
#[derive(Clone, Debug)]
pub struct DecisionFact {
    /// Identity.
    pub id: Id,
    /// Code of the service.
    pub service: String,
    /// First day.
    pub from_on: PartialDate,
    /// Last day of the period.
    pub to_on: Option<PartialDate>,
    /// Ended early on.
    pub ended_on: Option<PartialDate>,
}

impl Reader<'_> {
    /// The road of a case in order of its days; of two steps on one day the later entered comes last.
    pub fn stage_history(&self, case: &Id) -> Result<Vec<StageFact>, StoreError> {
        // One row per step.
        self.all(
            "SELECT stage, from_on FROM stage_events WHERE case_id = :case ORDER BY from_on, coalesce(seq, 0), id",
            named_params! { ":case": case.as_str() },
            |r| {
                let stage = Stage::from_code(&r.text("stage")?).ok_or(StoreError::Unreadable("stage_events"))?;
                Ok(StageFact { stage, from_on: r.date("from_on")? })
            },
        )
    }

    /// The four lines of the exit board; a line nobody has touched is 未定.
    pub fn exit_board(&self, case: &Id) -> Result<Vec<ExitFact>, StoreError> {
        // One row per line that was ever written.
        let written = self.all(
            "SELECT e.line, e.wish, e.idea, e.org_id, o.name AS org, e.certainty, e.updated_on
             FROM exit_outlooks e LEFT JOIN organisations o ON o.id = e.org_id WHERE e.case_id = :case",
            named_params! { ":case": case.as_str() },
            |r| {
                Ok(ExitFact {
                    key: ExitKey::from_code(&r.text("line")?)
                        .ok_or(StoreError::Unreadable("exit_outlooks"))?,
                    wish: r.text("wish")?,
                    idea: r.text("idea")?,
                    org: r
                        .maybe_id("org_id")?
                        .map(|id| Ok::<_, StoreError>((id, r.text("org")?)))
                        .transpose()?,
                    certainty: Certainty::from_code(&r.text("certainty")?).unwrap_or(Certainty::Undecided),
                    updated_on: r.maybe_date("updated_on")?,
                })
            },
        )?;
        let empty = |key| ExitFact {
            key,
            wish: String::new(),
            idea: String::new(),
            org: None,
            certainty: Certainty::Undecided,
            updated_on: None,
        };
        let line =
            |key: &ExitKey| written.iter().find(|w| w.key == *key).cloned().unwrap_or_else(|| empty(*key));
        Ok(ExitKey::ALL.iter().map(line).collect())
    }

    /// The benefit decisions of a case, newest first.
    pub fn decisions_of(&self, case: &Id) -> Result<Vec<DecisionFact>, StoreError> {
        // One row per decision.
        self.all(
            "SELECT id, service, from_on, to_on, ended_on FROM decisions WHERE case_id = :case ORDER BY from_on DESC, id",
            named_params! { ":case": case.as_str() },
            |r| {
                Ok(DecisionFact {
                    id: r.id("id")?,
                    service: r.text("service")?,
                    from_on: r.date("from_on")?,
                    to_on: r.maybe_date("to_on")?,
                    ended_on: r.maybe_date("ended_on")?,
                })
            },
        )
    }
}
