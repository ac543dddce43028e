//! Which passphrases are accepted, and how a full-width one is read.

use zeroize::Zeroizing;

/// Why a passphrase is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It holds a character that cannot be typed in a password field everywhere.
    Characters,
    /// Neither 13 characters nor six words.
    Short,
    /// Letters alone, or digits and symbols alone.
    Plain,
    /// Longer than 256 bytes.
    Long,
}

impl Refused {
    /// Identity of the refusal.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Characters => "passphrase.characters",
            Self::Short => "passphrase.short",
            Self::Plain => "passphrase.plain",
            Self::Long => "passphrase.long",
        }
    }
}

/// The passphrase as it is used: full-width letters, digits and signs become half-width, an end of line that
/// came along from pasting falls away.
pub fn half_width(text: &str) -> Zeroizing<String> {
    let line = text.strip_suffix('\n').map_or(text, |t| t.strip_suffix('\r').unwrap_or(t));
    Zeroizing::new(
        line.chars()
            .map(|c| match c {
                '\u{3000}' => ' ',
                '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
                _ => c,
            })
            .collect(),
    )
}

/// Reads and judges a new passphrase: printable ASCII, at least 13 characters with letters and with digits or
/// symbols; or six or more hyphenated words of at least four letters.
pub fn accept(text: &str) -> Result<Zeroizing<String>, Refused> {
    let passphrase = half_width(text);
    if passphrase.len() > 256 {
        return Err(Refused::Long);
    }
    if !passphrase.bytes().all(|b| (0x20..=0x7E).contains(&b)) {
        return Err(Refused::Characters);
    }
    let words: Vec<&str> = passphrase.split('-').collect();
    let is_word = |w: &&str| w.len() >= 4 && w.bytes().all(|b| b.is_ascii_alphabetic());
    if words.len() >= 6 && words.iter().all(is_word) {
        return Ok(passphrase);
    }
    if passphrase.len() < 13 {
        return Err(Refused::Short);
    }
    let letters = passphrase.bytes().any(|b| b.is_ascii_alphabetic());
    let others = passphrase.bytes().any(|b| b.is_ascii_digit() || b.is_ascii_punctuation());
    if letters && others { Ok(passphrase) } else { Err(Refused::Plain) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_mixed_ones_and_six_words_are_accepted() {
        for good in [
            "Hoshi7-kusamori",
            "kusa-mori-hoshi-yama-kawa-sora",
            "Kusa-Mori-Hoshi-Yama-Kawa-Sora-umibe",
            "mado no soto 2026!",
            "abcdefghijk1!",
            "kusa-mori-hoshi",
        ] {
            assert_eq!(accept(good).as_deref().map(String::as_str), Ok(good));
        }
        assert_eq!(accept("Ｈｏｓｈｉ７－ｋｕｓａｍｏｒｉ\r\n").unwrap().as_str(), "Hoshi7-kusamori");
    }

    #[test]
    fn others_are_refused_by_name() {
        for (bad, why) in [
            ("", Refused::Short),
            ("Hoshi7-kusam", Refused::Short),
            ("kusa mori hoshi", Refused::Plain),
            ("abcdefghijklmnop", Refused::Plain),
            ("1234567890123", Refused::Plain),
            ("ほし7-kusamori-abc", Refused::Characters),
            ("Hoshi7-kusamori😀", Refused::Characters),
            ("Hoshi7\tkusamori", Refused::Characters),
        ] {
            assert_eq!(accept(bad), Err(why), "{bad}");
        }
        assert_eq!(accept(&"Ab1!xyz".repeat(40)), Err(Refused::Long));
    }
}
