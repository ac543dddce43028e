//! The vault: how the data is locked and opened.
//!
//! A random [`RootKey`] stands above everything. From it comes the key of the database
//! ([`DataKey`]). The root key itself is kept only wrapped, in slots of a [`KeyFile`]: one that the passphrase
//! opens (Argon2id), one that the [`RecoveryCode`] opens. A changed passphrase re-wraps; the data is untouched.
//! A [`Head`] beside the database tells an older database from the newest.

pub mod head;
mod key_file;
mod keys;
pub mod open;
pub mod passphrase;
mod recovery;
mod slot;

pub use head::Head;
pub use key_file::KeyFile;
pub use keys::{DataKey, MacKey, RootKey};
pub use open::OpenError;
pub use recovery::{BadCode, RecoveryCode};
pub use slot::KdfCost;

use zeroize::Zeroizing;

/// Bytes in lower-case hexadecimal.
fn hex(bytes: &[u8]) -> Zeroizing<String> {
    let mut out = Zeroizing::new(String::with_capacity(bytes.len() * 2));
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            out.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    out
}

/// Bytes of a hexadecimal text of exactly `N` bytes.
fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != N * 2 {
        return None;
    }
    let mut out = [0u8; N];
    for (byte, pair) in out.iter_mut().zip(digits.chunks_exact(2)) {
        let value = |d: u8| char::from(d).to_digit(16).and_then(|v| u8::try_from(v).ok());
        *byte = value(pair[0])? << 4 | value(pair[1])?;
    }
    Some(out)
}
