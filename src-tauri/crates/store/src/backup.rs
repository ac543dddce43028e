//! A copy of the open database under the same key, made in small steps so that nobody waits for it.

use crate::StoreError;
use crate::vault::{DataKey, OpenError, open};
use rusqlite::backup::{Backup, StepResult};
use std::path::Path;

/// Pages of one step: one MiB, some milliseconds.
const PAGES: i32 = 256;
/// Writes by others begin the copy again; after so many of them the rest goes in one step.
const PATIENCE: usize = 20;

/// Copies the database of `from` into the new file `to` and checks every page of the copy.
///
/// `progress` hears pages done and pages in all. Writers on other connections may go on meanwhile; the copy
/// is what they had committed when it ended. Errors: `store.full`, `vault.damaged`,
/// `vault.in-use` where others never let go, `vault.io`.
pub fn copy(
    from: &Path,
    to: &Path,
    key: &DataKey,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<(), StoreError> {
    let source = open::connect(from, key)?;
    let mut target = open::connect(to, key)?;
    {
        let backup = Backup::new(&source, &mut target)?;
        let (mut begun_again, mut before) = (0, i32::MAX);
        loop {
            let pages = if begun_again > PATIENCE { -1 } else { PAGES };
            let step = backup.step(pages)?;
            let state = backup.progress();
            let (left, total) = (state.remaining, state.pagecount);
            progress(count(total - left), count(total));
            match step {
                StepResult::Done => break,
                StepResult::Busy | StepResult::Locked => begun_again += 1,
                _ if left > before => begun_again += 1,
                _ => {}
            }
            if begun_again > 2 * PATIENCE {
                return Err(OpenError::InUse.into());
            }
            before = left;
        }
    }
    drop(target);
    let target = open::connect(to, key)?;
    open::verify(&target)?;
    Ok(())
}

fn count(pages: i32) -> usize {
    usize::try_from(pages).unwrap_or(0)
}
