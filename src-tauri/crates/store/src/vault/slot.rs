//! One slot of a key file: the root key wrapped under one secret.

use super::keys::{self, RootKey};
use super::recovery::RecoveryCode;
use super::{OpenError, hex, unhex};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// What one guess of a passphrase costs (Argon2id).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KdfCost {
    /// Memory in KiB.
    pub m_kib: u32,
    /// Passes.
    pub t: u32,
    /// Lanes.
    pub p: u32,
}

impl KdfCost {
    /// What a new vault takes: 256 MiB, 3 passes, 4 lanes.
    pub const STANDARD: Self = Self { m_kib: 256 * 1024, t: 3, p: 4 };
    /// The least that is ever accepted, for machines with little memory: 64 MiB, 3 passes.
    pub const LEAST: Self = Self { m_kib: 64 * 1024, t: 3, p: 4 };

    /// Refuses costs that protect too little or that would exhaust the machine.
    pub(super) fn check(self) -> Result<Self, OpenError> {
        let fair = self.m_kib >= Self::LEAST.m_kib
            && self.m_kib <= 1024 * 1024
            && (Self::LEAST.t..=10).contains(&self.t)
            && (1..=8).contains(&self.p);
        if fair { Ok(self) } else { Err(OpenError::Unfit) }
    }
}

/// Who opens a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    /// The passphrase.
    Passphrase,
    /// The recovery code.
    Recovery,
}

/// The root key, wrapped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slot {
    #[serde(rename = "type")]
    pub(super) kind: Kind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cost: Option<KdfCost>,
    salt: String,
    nonce: String,
    sealed: String,
}

/// Random bytes of one slot.
pub(super) struct SlotDice {
    pub(super) salt: [u8; 16],
    pub(super) nonce: [u8; 24],
}

type Kek = Zeroizing<[u8; 32]>;
/// Salt, nonce and the sealed root key.
type Parts = ([u8; 16], [u8; 24], [u8; 48]);

fn passphrase_kek(passphrase: &str, salt: &[u8; 16], cost: KdfCost) -> Result<Kek, OpenError> {
    let params = Params::new(cost.m_kib, cost.t, cost.p, Some(32)).map_err(|_| OpenError::Unfit)?;
    let mut kek = Zeroizing::new([0u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, kek.as_mut_slice())
        .map_err(|_| OpenError::Unfit)?;
    Ok(kek)
}

fn recovery_kek(code: &RecoveryCode, salt: &[u8; 16]) -> Kek {
    keys::derive(code.secret(), Some(salt), b"susono/recovery/v1")
}

impl Slot {
    /// Wraps the root key under a passphrase.
    pub(super) fn of_passphrase(
        root: &RootKey,
        passphrase: &str,
        cost: KdfCost,
        dice: &SlotDice,
        name: &str,
    ) -> Result<Self, OpenError> {
        let kek = passphrase_kek(passphrase, &dice.salt, cost.check()?)?;
        Self::seal(Kind::Passphrase, Some(cost), root, &kek, dice, name)
    }

    /// Wraps the root key under a recovery code.
    pub(super) fn of_recovery(
        root: &RootKey,
        code: &RecoveryCode,
        dice: &SlotDice,
        name: &str,
    ) -> Result<Self, OpenError> {
        Self::seal(Kind::Recovery, None, root, &recovery_kek(code, &dice.salt), dice, name)
    }

    fn seal(
        kind: Kind,
        cost: Option<KdfCost>,
        root: &RootKey,
        kek: &Kek,
        dice: &SlotDice,
        name: &str,
    ) -> Result<Self, OpenError> {
        let aad = bound(name, kind, cost);
        let payload = Payload { msg: root.bytes(), aad: aad.as_bytes() };
        let sealed = cipher(kek).encrypt(&XNonce::from(dice.nonce), payload).map_err(|_| OpenError::Unfit)?;
        let text = |bytes: &[u8]| hex(bytes).to_string();
        Ok(Self { kind, cost, salt: text(&dice.salt), nonce: text(&dice.nonce), sealed: text(&sealed) })
    }

    /// Refuses a slot whose shape or cost is unfit, before anything is computed.
    pub(super) fn check(&self) -> Result<(), OpenError> {
        self.parts()?;
        match (self.kind, self.cost) {
            (Kind::Passphrase, Some(cost)) => cost.check().map(|_| ()),
            (Kind::Recovery, None) => Ok(()),
            _ => Err(OpenError::KeysDamaged),
        }
    }

    fn parts(&self) -> Result<Parts, OpenError> {
        let all = || Some((unhex(&self.salt)?, unhex(&self.nonce)?, unhex(&self.sealed)?));
        all().ok_or(OpenError::KeysDamaged)
    }

    /// Opens the slot with a passphrase; `None` when it is the wrong one.
    pub(super) fn open_with_passphrase(
        &self,
        passphrase: &str,
        name: &str,
    ) -> Result<Option<RootKey>, OpenError> {
        let (salt, ..) = self.parts()?;
        let cost = self.cost.ok_or(OpenError::KeysDamaged)?.check()?;
        self.open(&passphrase_kek(passphrase, &salt, cost)?, name)
    }

    /// Opens the slot with a recovery code; `None` when it is the wrong one.
    pub(super) fn open_with_recovery(
        &self,
        code: &RecoveryCode,
        name: &str,
    ) -> Result<Option<RootKey>, OpenError> {
        let (salt, ..) = self.parts()?;
        self.open(&recovery_kek(code, &salt), name)
    }

    fn open(&self, kek: &Kek, name: &str) -> Result<Option<RootKey>, OpenError> {
        let (_, nonce, sealed) = self.parts()?;
        let aad = bound(name, self.kind, self.cost);
        let payload = Payload { msg: &sealed, aad: aad.as_bytes() };
        let Ok(plain) = cipher(kek).decrypt(&XNonce::from(nonce), payload) else { return Ok(None) };
        let plain = Zeroizing::new(plain);
        let bytes = <[u8; 32]>::try_from(plain.as_slice()).map_err(|_| OpenError::KeysDamaged)?;
        Ok(Some(RootKey::new(bytes)))
    }
}

fn cipher(kek: &Kek) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(**kek))
}

/// What the seal is bound to: format, vault, who opens the slot, and the cost, so that nothing can be lowered.
fn bound(name: &str, kind: Kind, cost: Option<KdfCost>) -> String {
    let kind = match kind {
        Kind::Passphrase => "passphrase",
        Kind::Recovery => "recovery",
    };
    let cost = cost.map_or_else(String::new, |c| format!("argon2id/{}/{}/{}", c.m_kib, c.t, c.p));
    format!("{name}|{kind}|{cost}")
}
