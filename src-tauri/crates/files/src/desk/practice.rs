//! The practice ward: made anew at every start, in a folder of its own, under a passphrase that everybody knows.

use super::{Desk, State};
use crate::{KdfCost, VaultFolder, entropy};
use app::{Failure, practice};

/// Passphrase of every practice ward; the unlock screen of the practice ward shows it.
pub const PRACTICE_PASSPHRASE: &str = "renshu-renshu-renshu-renshu-renshu-renshu";

/// File by which a folder is known to hold nothing but the practice ward.
const MARK: &str = "renshu.txt";

impl Desk {
    /// Makes the practice ward anew and opens it. A roof calls this once, when it was started for practice.
    ///
    /// Only a folder that was marked as practice is emptied; any other stays as it is and is refused.
    /// Errors: `files.*`, `vault.*`, `practice.broken`.
    pub fn open_practice(&self) -> Result<(), Failure> {
        let mut state = self.state();
        let dir = &self.settings.vault_dir;
        let mark = dir.join(MARK);
        if mark.is_file() {
            std::fs::remove_dir_all(dir).map_err(|_| Failure::new("files.io"))?;
        }
        let (opened, _) = VaultFolder::create(dir, PRACTICE_PASSPHRASE, KdfCost::LEAST, &entropy()?)?;
        std::fs::write(mark, "練習用（架空のデータ）\n").map_err(|_| Failure::new("files.io"))?;
        self.enter(&mut state, opened);
        if let State::Open(vault) = &*state {
            practice::move_in(&vault.house, &self.around()?)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PRACTICE_PASSPHRASE;

    #[test]
    fn the_unlock_screen_of_the_practice_ward_shows_its_passphrase() {
        assert!(words::ja("shell.unlock.practice").contains(PRACTICE_PASSPHRASE));
    }
}
