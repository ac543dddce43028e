//! Keys in memory. They wipe themselves when dropped, cannot be copied and never show themselves.

use hkdf::Hkdf;
use sha2::Sha256;
use std::fmt;
use zeroize::Zeroizing;

/// The random key above all others of a vault.
pub struct RootKey(Zeroizing<[u8; 32]>);

/// The raw key of the encrypted database.
pub struct DataKey(Zeroizing<[u8; 32]>);

/// The key that seals what stands beside the database.
pub struct MacKey(Zeroizing<[u8; 32]>);

impl RootKey {
    /// A root key of 32 bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }
    /// Key of the database.
    pub fn data_key(&self) -> DataKey {
        DataKey(derive(self.0.as_slice(), None, b"susono/db/v1"))
    }
    /// Key of what stands beside the database and must not be forged.
    pub fn mac_key(&self) -> MacKey {
        MacKey(derive(self.0.as_slice(), None, b"susono/mac/v1"))
    }
    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl MacKey {
    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }
}

impl DataKey {
    /// A data key of 32 bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }
    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for RootKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RootKey(…)")
    }
}
impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(…)")
    }
}

impl fmt::Debug for MacKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MacKey(…)")
    }
}

/// 32 bytes derived from a secret of full entropy.
pub(super) fn derive(secret: &[u8], salt: Option<&[u8]>, purpose: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut out = Zeroizing::new([0u8; 32]);
    fill(secret, salt, purpose, out.as_mut_slice());
    out
}

/// Fills up to 255 × 32 bytes from a secret of full entropy.
pub(super) fn fill(secret: &[u8], salt: Option<&[u8]>, purpose: &[u8], out: &mut [u8]) {
    // HKDF can only refuse more than 8160 bytes; every caller asks for at most 32.
    let _ = Hkdf::<Sha256>::new(salt, secret).expand(purpose, out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_purpose_has_its_own_key_and_none_shows_itself() {
        let root = RootKey::new([7; 32]);
        assert_ne!(root.data_key().bytes(), root.mac_key().bytes());
        assert_ne!(root.mac_key().bytes(), root.bytes());
        assert_ne!(root.data_key().bytes(), root.bytes());
        assert_eq!(root.data_key().bytes(), RootKey::new([7; 32]).data_key().bytes());
        let shown = format!("{root:?} {:?} {:?}", root.data_key(), root.mac_key());
        assert_eq!(shown, "RootKey(…) DataKey(…) MacKey(…)");
    }
}
