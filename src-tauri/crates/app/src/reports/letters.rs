//! Letters for hospitals: A病院, B病院 … in an order that tells nothing. It comes from a key of this vault, the
//! report and the day, so that the same data on the same day give the same paper and another day another order.

use super::tables::Alias;
use sha2::{Digest, Sha256};

/// HMAC-SHA-256.
fn keyed_hash(key: &[u8], message: &[u8]) -> [u8; 32] {
    let mut block = [0u8; 64];
    if key.len() > block.len() {
        block[..32].copy_from_slice(&Sha256::digest(key));
    } else {
        block[..key.len()].copy_from_slice(key);
    }
    let pad = |byte: u8| block.map(|b| b ^ byte);
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(message).finalize();
    Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().into()
}

/// Hospitals (key and name) under letters, in the order of the letters.
pub(super) fn shuffled(hospitals: Vec<(String, String)>, secret: &str, occasion: &str) -> Vec<Alias> {
    let mut drawn: Vec<([u8; 32], (String, String))> = hospitals
        .into_iter()
        .map(|hospital| {
            (keyed_hash(secret.as_bytes(), format!("{occasion}|{}", hospital.0).as_bytes()), hospital)
        })
        .collect();
    drawn.sort();
    let name = words::ja("report.row.hospital");
    let letter = |n: usize| words::fill(&name, &[("letter", &spoken(n))]);
    drawn.into_iter().enumerate().map(|(n, (_, (key, _)))| Alias { key, shown: letter(n) }).collect()
}

/// A … Z, then AA, AB …
fn spoken(n: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    if n < 26 { letter(n).to_string() } else { format!("{}{}", letter(n / 26 - 1), letter(n)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keyed_hash_is_the_standard_one() {
        // RFC 4231, test case 2.
        let hex: String =
            keyed_hash(b"Jefe", b"what do ya want for nothing?").iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(hex, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    #[test]
    fn letters_repeat_on_the_same_day_and_tell_nothing_about_the_order() {
        let hospitals = || (0..6).map(|n| (format!("H{n}"), format!("病院{n}"))).collect::<Vec<_>>();
        let order = |day: &str| {
            shuffled(hospitals(), "secret", day).iter().map(|a| a.key.clone()).collect::<Vec<_>>()
        };
        assert_eq!(order("2026-04-02"), order("2026-04-02"));
        let days = ["2026-04-02", "2026-04-03", "2026-04-04", "2026-04-05"].map(order);
        assert!(days.iter().any(|d| *d != days[0]), "another day shuffles anew");
    }
}
