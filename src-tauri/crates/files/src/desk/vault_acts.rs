//! Making, opening, locking and backing up the vault.

use super::{Chooser, Desk, Nothing, OpenVault, State, Unconfirmed};
use crate::backup::Secret;
use crate::side::Side;
use crate::{Age, FilesError, Opened, VaultFolder, backup, entropy};
use app::{Event, Failure};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Value, json};
use store::vault::{KeyFile, RecoveryCode, passphrase};
use zeroize::Zeroizing;

/// Input of `create_vault`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Passphrase {
    passphrase: Zeroizing<String>,
}

/// Input of `unlock`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unlock {
    passphrase: Zeroizing<String>,
    /// Opens records that are older than those used last.
    #[serde(default)]
    accept_older: bool,
}

/// Input of `confirm_recovery`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Code {
    code: Zeroizing<String>,
}

/// Input of `unlock_with_recovery`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CodeAndNew {
    code: Zeroizing<String>,
    new_passphrase: Zeroizing<String>,
    /// Opens records that are older than those used last.
    #[serde(default)]
    accept_older: bool,
}

/// Input of `change_passphrase`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OldAndNew {
    old: Zeroizing<String>,
    new: Zeroizing<String>,
}

impl Desk {
    /// Makes the keys of a new vault and shows its recovery code once. Nothing is on disk until the code was
    /// typed again, so a broken first start leaves nothing behind.
    pub(super) fn create_vault(&self, input: Passphrase) -> Result<Value, Failure> {
        let mut state = self.state();
        if matches!(*state, State::Open(_)) {
            return Err(FilesError::Exists.into());
        }
        VaultFolder::check_free(&self.settings.vault_dir)?;
        let accepted = passphrase::accept(&input.passphrase).map_err(FilesError::Passphrase)?;
        let made = KeyFile::create(&accepted, self.settings.cost, &entropy()?).map_err(FilesError::from)?;
        let (keys, root, code) = made;
        let shown = json!({ "recovery_code": code.text().as_str() });
        *state = State::Unconfirmed(Box::new(Unconfirmed { keys, root, code }));
        Ok(shown)
    }

    /// Compares the code as typed again, makes the vault and opens it.
    ///
    /// Errors: `vault.bad-code` for a slip of the pen, `vault.wrong-recovery` for another code.
    pub(super) fn confirm_recovery(&self, input: Code) -> Result<Value, Failure> {
        let mut state = self.state();
        let State::Unconfirmed(waiting) = &*state else {
            return Err(Failure::new("vault.nothing-to-confirm"));
        };
        let typed = RecoveryCode::read(&input.code).map_err(|_| FilesError::BadCode)?;
        if typed != waiting.code {
            return Err(Failure::new("vault.wrong-recovery"));
        }
        let State::Unconfirmed(confirmed) = std::mem::replace(&mut *state, State::Shut) else {
            return Err(Failure::new("vault.nothing-to-confirm"));
        };
        let Unconfirmed { keys, root, .. } = *confirmed;
        let opened = VaultFolder::create_from(&self.settings.vault_dir, keys, root)?;
        self.enter(&mut state, opened);
        self.attempts().succeeded();
        Ok(Value::Null)
    }

    /// Opens with the passphrase. Records older than those used last open only knowingly, and the log says so.
    pub(super) fn unlock(&self, input: Unlock) -> Result<Value, Failure> {
        let secret = Secret::Passphrase(&input.passphrase);
        self.try_open(|| VaultFolder::open_with(&self.settings.vault_dir, &secret, input.accept_older))
    }

    /// Opens with the recovery code and sets a new passphrase at once.
    pub(super) fn unlock_with_recovery(&self, input: CodeAndNew) -> Result<Value, Failure> {
        passphrase::accept(&input.new_passphrase).map_err(FilesError::Passphrase)?;
        let cost = self.settings.cost;
        self.try_open(|| {
            let secret = Secret::Recovery(&input.code);
            let opened = VaultFolder::open_with(&self.settings.vault_dir, &secret, input.accept_older)?;
            opened.folder.set_passphrase(&input.new_passphrase, cost, &entropy()?)?;
            Ok(opened)
        })
    }

    /// One attempt to open, counted when its secret was wrong. Secrets are never written down.
    fn try_open(&self, open: impl FnOnce() -> Result<Opened, FilesError>) -> Result<Value, Failure> {
        let mut state = self.state();
        if matches!(*state, State::Open(_)) {
            return Ok(Value::Null);
        }
        let wait = self.attempts().wait_seconds();
        if wait > 0 {
            return Err(Failure::new("vault.wait").with("n", wait));
        }
        match open() {
            Ok(opened) => {
                let age = opened.folder.age();
                self.enter(&mut state, opened);
                if let State::Open(vault) = &*state {
                    self.log_age(vault, age);
                }
                self.attempts().succeeded();
                self.remember(|side| side.failures = 0);
                Ok(Value::Null)
            }
            Err(error) => {
                if matches!(error.id(), "vault.wrong-passphrase" | "vault.wrong-recovery" | "vault.bad-code")
                {
                    let mut attempts = self.attempts();
                    attempts.failed();
                    let failures = attempts.failures();
                    self.remember(|side| side.failures = failures);
                }
                Err(error.into())
            }
        }
    }

    /// Enters into the log what the head had to say. A full disk must not keep anybody from their records.
    fn log_age(&self, vault: &OpenVault, age: Age) {
        let event = match age {
            Age::Newest => return,
            Age::Unknown => "open-without-head",
            Age::Older => "open-older",
        };
        if let Ok(around) = self.around() {
            let entered = |writer: &mut store::Writer| Ok(writer.log_event(event, "", "done")?);
            let _ = vault.house.perform(&around, None, entered);
        }
    }

    /// Changes the side file. That the disk refuses it must not keep anybody from their records.
    fn remember(&self, change: impl FnOnce(&mut Side)) {
        let dir = &self.settings.vault_dir;
        let before = Side::read(dir);
        let mut side = before.clone();
        change(&mut side);
        if side != before && dir.is_dir() {
            let _ = side.write(dir);
        }
    }

    /// Locks: long acts stop, the day's backup is made if something was kept since the opening, the house is
    /// dropped with its keys.
    pub(super) fn lock(&self, _: Nothing) -> Result<Value, Failure> {
        let before = std::mem::replace(&mut *self.state(), State::Shut);
        if let State::Open(vault) = before {
            vault.house.cancel().stop();
            self.daily_backup(&vault);
            drop(vault);
            (self.listener)(Event::Locked);
        }
        Ok(Value::Null)
    }

    /// A backup that cannot be made shows in `last_backup_on`; locking never waits for a full disk to be emptied.
    fn daily_backup(&self, vault: &OpenVault) {
        if vault.house.generation() == 0 {
            return;
        }
        if let Ok(Some(made)) = backup::daily(&vault.folder, self.settings.clock.now()) {
            self.remember(|side| side.last_backup_on = made.made_on);
        }
    }

    pub(super) fn change_passphrase(&self, input: OldAndNew) -> Result<Value, Failure> {
        let vault = self.open_vault()?;
        vault.folder.change_passphrase(&input.old, &input.new, self.settings.cost, &entropy()?)?;
        Ok(Value::Null)
    }

    /// Makes a backup where the person says.
    pub(super) fn backup(&self, _: Nothing, choose: &dyn Chooser) -> Result<Value, Failure> {
        let vault = self.open_vault()?;
        let now = self.settings.clock.now();
        let Some(path) = choose.save(&vault.word("pack.save.backup"), &backup::name(now)) else {
            return Ok(Value::Null);
        };
        let made = backup::create(&vault.folder, &path, &mut |done, total| {
            vault.house.tell(Event::Progress { act: "backup", done, total });
        })?;
        self.remember(|side| side.last_backup_on = Some(now.date_naive()));
        Ok(json!({ "path": made.path, "size": made.size }))
    }

    /// The days of the backups that the vault keeps by itself, and of what stood in its place before a backup was brought
    /// back; each the newest first.
    pub(super) fn copies(&self, _: Nothing) -> Result<Value, Failure> {
        let vault = self.open_vault()?;
        let days: Vec<NaiveDate> =
            backup::list(vault.folder.dir())?.into_iter().filter_map(|copy| copy.made_on).collect();
        Ok(json!({ "own": days, "put_aside": backup::put_aside(vault.folder.dir())? }))
    }
}
