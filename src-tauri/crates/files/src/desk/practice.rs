//! The practice ward: made anew at every start, in a folder of its own, under a key that nobody keeps.

use super::{Desk, State};
use crate::{VaultFolder, entropy};
use app::{Failure, practice};

impl Desk {
    /// Opens the practice ward when this desk is for practice and nothing is open yet.
    ///
    /// Only a folder that this desk marked as practice is made anew; any other stays as it is and is refused.
    pub(super) fn open_practice(&self) -> Result<(), Failure> {
        let mut state = self.state();
        if !self.settings.demo || !matches!(*state, State::Shut) {
            return Ok(());
        }
        let dir = &self.settings.vault_dir;
        let mark = dir.join(MARK);
        if mark.is_file() {
            std::fs::remove_dir_all(dir).map_err(|_| Failure::new("files.io"))?;
        }
        let (opened, _) = VaultFolder::create_with_key(dir, entropy()?, &entropy()?)?;
        std::fs::write(mark, "練習用（架空のデータ）\n").map_err(|_| Failure::new("files.io"))?;
        self.enter(&mut state, opened);
        drop(state);
        practice::move_in(&self.open_vault()?.house, &self.around()?)
    }
}

/// File by which a folder is known to hold nothing but the practice ward.
const MARK: &str = "renshu.txt";
