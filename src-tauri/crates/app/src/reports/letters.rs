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

    /// Spearman's rank correlation of an order of hospitals and the order of their letters.
    fn correlation(order: &[usize], letters: &[usize]) -> f64 {
        let n = order.len() as f64;
        let apart: f64 = order.iter().zip(letters).map(|(a, b)| (*a as f64 - *b as f64).powi(2)).sum();
        1.0 - 6.0 * apart / (n * (n * n - 1.0))
    }

    #[test]
    fn neither_the_keys_nor_the_sizes_of_hospitals_show_in_their_letters() {
        const DRAWS: usize = 4_000;
        let hospitals = || (0..6).map(|n| (format!("H{n}"), format!("病院{n}"))).collect::<Vec<_>>();
        let (by_key, by_size) = ([0, 1, 2, 3, 4, 5], [4, 0, 5, 2, 1, 3]);
        let (mut key, mut size, mut times) = (0.0, 0.0, [[0usize; 6]; 6]);
        for draw in 0..DRAWS {
            let (vault, day) = (draw % 40, draw / 40);
            let drawn = shuffled(hospitals(), &format!("secret {vault}"), &format!("annual|2025|{day}"));
            let letters = by_key.map(|n| drawn.iter().position(|a| a.key == format!("H{n}")).expect("each"));
            key += correlation(&by_key, &letters) / DRAWS as f64;
            size += correlation(&by_size, &letters) / DRAWS as f64;
            letters.iter().enumerate().for_each(|(hospital, letter)| times[hospital][*letter] += 1);
        }
        // Four standard errors of a mean over uniform draws are 0.028.
        assert!(key.abs() < 0.03 && size.abs() < 0.03, "keys {key}, sizes {size}");
        let fair = DRAWS as f64 / 6.0;
        let odd = times.iter().flatten().find(|n| (**n as f64 - fair).abs() > 0.15 * fair);
        assert_eq!(odd, None, "every hospital is every letter equally often: {times:?}");
    }
}
