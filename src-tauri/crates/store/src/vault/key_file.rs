//! The key file beside the database: no secret in clear, only wrapped root keys.

use super::keys::{self, RootKey};
use super::recovery::RecoveryCode;
use super::slot::{KdfCost, Kind, Slot, SlotDice};
use super::{OpenError, hex};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

const FORMAT: &str = "susono-keys/1";
const MOST_BYTES: usize = 16 * 1024;
const MOST_SLOTS: usize = 8;

/// The slots of a vault. Slots of a type that this version does not know are kept as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFile {
    vault_id: String,
    generation: u64,
    slots: Vec<Slot>,
    unknown: Vec<Value>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: String,
    vault_id: String,
    generation: u64,
    slots: Vec<Value>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sha256: String,
}

impl KeyFile {
    /// A key file for a new vault, with a root key and a recovery code made from 32 random bytes.
    ///
    /// Error: the cost is outside its limits.
    pub fn create(
        passphrase: &str,
        cost: KdfCost,
        entropy: &[u8; 32],
    ) -> Result<(Self, RootKey, RecoveryCode), OpenError> {
        let root = RootKey::new(*keys::derive(entropy, None, b"root"));
        let (mut file, code) = Self::create_for(&root, entropy)?;
        let slot = Slot::of_passphrase(&root, passphrase, cost, &dice(entropy, b"passphrase"), &file.name())?;
        file.slots.insert(0, slot);
        Ok((file, root, code))
    }

    /// A key file of a given root key that only its recovery code opens.
    pub fn create_for(root: &RootKey, entropy: &[u8; 32]) -> Result<(Self, RecoveryCode), OpenError> {
        let mut id = [0u8; 16];
        keys::fill(entropy, None, b"vault id", &mut id);
        let mut secret = Zeroizing::new([0u8; 16]);
        keys::fill(entropy, None, b"recovery code", secret.as_mut_slice());
        let code = RecoveryCode::new(*secret);
        let mut file =
            Self { vault_id: hex(&id).to_string(), generation: 1, slots: Vec::new(), unknown: Vec::new() };
        file.slots.push(Slot::of_recovery(root, &code, &dice(entropy, b"recovery"), &file.name())?);
        Ok((file, code))
    }

    /// Identity of the vault.
    pub fn vault_id(&self) -> &str {
        &self.vault_id
    }

    /// Counts up with every change of the slots.
    pub const fn generation(&self) -> u64 {
        self.generation
    }

    fn name(&self) -> String {
        format!("{FORMAT}|{}", self.vault_id)
    }

    /// Reads a key file.
    ///
    /// Errors: damaged; costs outside their limits ([`OpenError::Unfit`]); of a newer format.
    pub fn parse(bytes: &[u8]) -> Result<Self, OpenError> {
        if bytes.len() > MOST_BYTES {
            return Err(OpenError::KeysDamaged);
        }
        let mut written: Written = serde_json::from_slice(bytes).map_err(|_| OpenError::KeysDamaged)?;
        let sum = std::mem::take(&mut written.sha256);
        if sum != sum_of(&written)? {
            return Err(OpenError::KeysDamaged);
        }
        if written.format != FORMAT {
            return Err(if written.format.starts_with("susono-keys/") {
                OpenError::Newer
            } else {
                OpenError::KeysDamaged
            });
        }
        if written.slots.len() > MOST_SLOTS || super::unhex::<16>(&written.vault_id).is_none() {
            return Err(OpenError::KeysDamaged);
        }
        let (mut slots, mut unknown) = (Vec::new(), Vec::new());
        for value in written.slots {
            match value.get("type").and_then(Value::as_str) {
                Some("passphrase" | "recovery") => {
                    let slot: Slot = serde_json::from_value(value).map_err(|_| OpenError::KeysDamaged)?;
                    slot.check()?;
                    slots.push(slot);
                }
                _ => unknown.push(value),
            }
        }
        let count = |kind| slots.iter().filter(|s| s.kind == kind).count();
        if count(Kind::Passphrase) > 1 || count(Kind::Recovery) > 1 || slots.is_empty() {
            return Err(OpenError::KeysDamaged);
        }
        Ok(Self { vault_id: written.vault_id, generation: written.generation, slots, unknown })
    }

    /// The bytes of the file, with a sum over themselves. The same slots always give the same bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, OpenError> {
        let known = self.slots.iter().map(serde_json::to_value);
        let mut slots: Vec<Value> = known.collect::<Result<_, _>>().map_err(|_| OpenError::KeysDamaged)?;
        slots.extend(self.unknown.iter().cloned());
        let mut written = Written {
            format: FORMAT.to_owned(),
            vault_id: self.vault_id.clone(),
            generation: self.generation,
            slots,
            sha256: String::new(),
        };
        written.sha256 = sum_of(&written)?;
        let mut bytes = serde_json::to_vec_pretty(&written).map_err(|_| OpenError::KeysDamaged)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn slot(&self, kind: Kind) -> Option<&Slot> {
        self.slots.iter().find(|s| s.kind == kind)
    }

    /// The root key by the passphrase.
    ///
    /// Error: [`OpenError::WrongPassphrase`].
    pub fn unwrap_with_passphrase(&self, passphrase: &str) -> Result<RootKey, OpenError> {
        let slot = self.slot(Kind::Passphrase).ok_or(OpenError::WrongPassphrase)?;
        slot.open_with_passphrase(passphrase, &self.name())?.ok_or(OpenError::WrongPassphrase)
    }

    /// The root key by the recovery code.
    ///
    /// Error: [`OpenError::WrongRecovery`].
    pub fn unwrap_with_recovery(&self, code: &RecoveryCode) -> Result<RootKey, OpenError> {
        let slot = self.slot(Kind::Recovery).ok_or(OpenError::WrongRecovery)?;
        slot.open_with_recovery(code, &self.name())?.ok_or(OpenError::WrongRecovery)
    }

    /// The same vault under a new passphrase. The recovery code stays what it is.
    pub fn rewrap(
        &self,
        root: &RootKey,
        passphrase: &str,
        cost: KdfCost,
        entropy: &[u8; 32],
    ) -> Result<Self, OpenError> {
        let slot = Slot::of_passphrase(root, passphrase, cost, &dice(entropy, b"passphrase"), &self.name())?;
        let mut next = self.clone();
        next.generation = self.generation.saturating_add(1);
        next.slots.retain(|s| s.kind != Kind::Passphrase);
        next.slots.insert(0, slot);
        Ok(next)
    }
}

fn dice(entropy: &[u8; 32], purpose: &[u8]) -> SlotDice {
    let mut dice = SlotDice { salt: [0; 16], nonce: [0; 24] };
    keys::fill(entropy, Some(b"salt"), purpose, &mut dice.salt);
    keys::fill(entropy, Some(b"nonce"), purpose, &mut dice.nonce);
    dice
}

/// The sum over a file written without its sum.
fn sum_of(written: &Written) -> Result<String, OpenError> {
    let bytes = serde_json::to_vec(written).map_err(|_| OpenError::KeysDamaged)?;
    Ok(hex(&Sha256::digest(&bytes)).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSPHRASE: &str = "kusa-mori-hoshi-1234";

    #[test]
    fn both_secrets_open_the_same_root_key_and_others_do_not() {
        let (file, root, code) = KeyFile::create(PASSPHRASE, KdfCost::LEAST, &[3; 32]).unwrap();
        let file = KeyFile::parse(&file.to_bytes().unwrap()).unwrap();
        assert_eq!(file.unwrap_with_passphrase(PASSPHRASE).unwrap().bytes(), root.bytes());
        assert_eq!(file.unwrap_with_recovery(&code).unwrap().bytes(), root.bytes());
        assert_eq!(
            file.unwrap_with_passphrase("kusa-mori-hoshi-1235").unwrap_err(),
            OpenError::WrongPassphrase
        );
        assert_eq!(
            file.unwrap_with_recovery(&RecoveryCode::new([9; 16])).unwrap_err(),
            OpenError::WrongRecovery
        );

        let next = file.rewrap(&root, "another-passphrase-77", KdfCost::LEAST, &[4; 32]).unwrap();
        assert_eq!(next.generation(), 2);
        assert_eq!(next.unwrap_with_passphrase(PASSPHRASE).unwrap_err(), OpenError::WrongPassphrase);
        assert_eq!(next.unwrap_with_passphrase("another-passphrase-77").unwrap().bytes(), root.bytes());
        assert_eq!(next.unwrap_with_recovery(&code).unwrap().bytes(), root.bytes());
    }

    fn forged(change: impl FnOnce(&mut Value)) -> Result<KeyFile, OpenError> {
        let (file, ..) = KeyFile::create(PASSPHRASE, KdfCost::LEAST, &[3; 32]).unwrap();
        let mut value: Value = serde_json::from_slice(&file.to_bytes().unwrap()).unwrap();
        change(&mut value);
        let mut written: Written = serde_json::from_value(value).unwrap();
        written.sha256 = String::new();
        written.sha256 = sum_of(&written).unwrap();
        KeyFile::parse(&serde_json::to_vec(&written).unwrap())
    }

    #[test]
    fn forged_files_with_a_right_sum_are_refused() {
        let cost = |m: u64, t: u64, p: u64| {
            forged(|v| v["slots"][0]["cost"] = serde_json::json!({"m_kib": m, "t": t, "p": p}))
        };
        assert_eq!(cost(8, 3, 4).unwrap_err(), OpenError::Unfit);
        assert_eq!(cost(4 << 20, 3, 4).unwrap_err(), OpenError::Unfit);
        assert_eq!(cost(64 << 10, 1, 4).unwrap_err(), OpenError::Unfit);
        assert_eq!(cost(64 << 10, 3, 9).unwrap_err(), OpenError::Unfit);
        let twice = forged(|v| {
            let slot = v["slots"][1].clone();
            v["slots"].as_array_mut().unwrap().push(slot);
        });
        assert_eq!(twice.unwrap_err(), OpenError::KeysDamaged);
        assert_eq!(forged(|v| v["format"] = "susono-keys/2".into()).unwrap_err(), OpenError::Newer);
        let other_vault = forged(|v| v["vault_id"] = "0".repeat(32).into()).unwrap();
        assert_eq!(other_vault.unwrap_with_passphrase(PASSPHRASE).unwrap_err(), OpenError::WrongPassphrase);
        let raised = forged(|v| v["slots"][0]["cost"]["t"] = 4.into()).unwrap();
        assert_eq!(raised.unwrap_with_passphrase(PASSPHRASE).unwrap_err(), OpenError::WrongPassphrase);
        let further = forged(|v| {
            v["slots"].as_array_mut().unwrap().push(serde_json::json!({"type": "device", "x": 1}))
        });
        let text = String::from_utf8(further.unwrap().to_bytes().unwrap()).unwrap();
        assert!(text.contains("\"device\""), "a slot of an unknown type must be kept");
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let (file, ..) = KeyFile::create(PASSPHRASE, KdfCost::LEAST, &[3; 32]).unwrap();
        let bytes = file.to_bytes().unwrap();
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut wrong = bytes.clone();
                wrong[at] ^= 1 << bit;
                match KeyFile::parse(&wrong) {
                    Err(_) => {}
                    // White space of the JSON form carries nothing.
                    Ok(read) => assert_eq!(read, file, "byte {at} bit {bit}"),
                }
            }
            assert!(KeyFile::parse(&bytes[..at]).is_err() || at + 1 == bytes.len());
        }
    }
}
