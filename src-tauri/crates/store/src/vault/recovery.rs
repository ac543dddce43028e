//! The recovery code: 128 bits as 26 characters of Crockford's base 32, and two check characters.
//!
//! The 28 characters are a word of a Reed–Solomon code over 32 symbols with distance 3: one wrong character,
//! two wrong characters and two exchanged characters are always noticed.

use std::fmt;
use zeroize::Zeroizing;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 28;

/// The code that opens a vault when the passphrase is lost. Shown once, written down by hand.
#[derive(PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<[u8; 16]>);

/// The text is no recovery code: a character is wrong, missing or too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadCode;

impl RecoveryCode {
    /// The code of 16 random bytes.
    pub fn new(secret: [u8; 16]) -> Self {
        Self(Zeroizing::new(secret))
    }

    pub(super) fn secret(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// Seven groups of four characters.
    pub fn text(&self) -> Zeroizing<String> {
        let mut symbols = Zeroizing::new([0u8; LENGTH]);
        for (i, symbol) in symbols.iter_mut().take(26).enumerate() {
            *symbol = (0..5).fold(0, |value, bit| value << 1 | self.bit(i * 5 + bit));
        }
        let check = check_symbols(&symbols[..26]);
        symbols[26..].copy_from_slice(&check);
        let mut out = Zeroizing::new(String::with_capacity(LENGTH + 6));
        for (i, symbol) in symbols.iter().enumerate() {
            if i > 0 && i % 4 == 0 {
                out.push('-');
            }
            out.push(char::from(ALPHABET[usize::from(*symbol & 31)]));
        }
        out
    }

    /// Bit of the secret, most significant first; the two bits beyond its end are 0.
    fn bit(&self, at: usize) -> u8 {
        self.0.get(at / 8).map_or(0, |byte| byte >> (7 - at % 8) & 1)
    }

    /// Reads a code as people type it: any case, full width, with or without groups, O for 0, I and L for 1.
    pub fn read(text: &str) -> Result<Self, BadCode> {
        let mut symbols = Zeroizing::new(Vec::with_capacity(LENGTH));
        for c in text.chars() {
            let c = match c {
                '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
                'ー' | '−' | '‐' | '–' | '—' => '-',
                _ => c,
            };
            if c == '-' || c.is_whitespace() {
                continue;
            }
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let symbol = ALPHABET.iter().position(|a| char::from(*a) == c).ok_or(BadCode)?;
            symbols.push(u8::try_from(symbol).map_err(|_| BadCode)?);
        }
        if symbols.len() != LENGTH || check_symbols(&symbols[..26]) != symbols[26..] || symbols[25] & 3 != 0 {
            return Err(BadCode);
        }
        let mut secret = Zeroizing::new([0u8; 16]);
        for at in 0..128 {
            let bit = symbols[at / 5] >> (4 - at % 5) & 1;
            secret[at / 8] |= bit << (7 - at % 8);
        }
        Ok(Self(secret))
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

/// Product in the field of 32 elements (x⁵ + x² + 1).
fn times(a: u8, b: u8) -> u8 {
    let mut product = 0u8;
    let mut shifted = a;
    for bit in 0..5 {
        if b >> bit & 1 == 1 {
            product ^= shifted;
        }
        shifted <<= 1;
        if shifted & 32 != 0 {
            shifted ^= 0b10_0101;
        }
    }
    product
}

/// Remainder of the message by (x − α)(x − α²) with α = 2.
fn check_symbols(message: &[u8]) -> [u8; 2] {
    let (a, b) = (2, times(2, 2));
    let (sum, product) = (a ^ b, times(a, b));
    message.iter().fold([0, 0], |[high, low], symbol| {
        let lead = high ^ symbol;
        [low ^ times(lead, sum), times(lead, product)]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(seed: u8) -> RecoveryCode {
        let mut secret = [0u8; 16];
        for (i, byte) in secret.iter_mut().enumerate() {
            *byte = seed.wrapping_mul(31).wrapping_add((i as u8).wrapping_mul(seed | 1));
        }
        RecoveryCode::new(secret)
    }

    #[test]
    fn codes_come_back_however_they_are_typed() {
        for seed in 0..=255 {
            let code = code(seed);
            let text = code.text();
            assert_eq!(text.len(), 34);
            assert_eq!(RecoveryCode::read(&text).unwrap(), code);
            let lower = text.to_lowercase().replace('0', "o").replace('1', "l").replace('-', "");
            assert_eq!(RecoveryCode::read(&lower).unwrap(), code);
            let wide: String = text.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap()).collect();
            assert_eq!(RecoveryCode::read(&wide).unwrap(), code);
        }
    }

    #[test]
    fn every_wrong_character_and_every_exchange_is_noticed() {
        for seed in 0..40 {
            let text: Vec<char> = code(seed).text().chars().filter(|c| *c != '-').collect();
            for at in 0..LENGTH {
                for other in ALPHABET.iter().map(|a| char::from(*a)).filter(|c| *c != text[at]) {
                    let mut wrong = text.clone();
                    wrong[at] = other;
                    assert_eq!(RecoveryCode::read(&wrong.iter().collect::<String>()), Err(BadCode));
                }
                for with in (at + 1)..LENGTH {
                    if text[at] != text[with] {
                        let mut wrong = text.clone();
                        wrong.swap(at, with);
                        assert_eq!(RecoveryCode::read(&wrong.iter().collect::<String>()), Err(BadCode));
                    }
                }
                let mut short = text.clone();
                short.remove(at);
                assert_eq!(RecoveryCode::read(&short.iter().collect::<String>()), Err(BadCode));
            }
        }
    }
}
