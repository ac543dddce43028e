//! Text of a file whose encoding nobody wrote down: a mark at its beginning, else UTF-8 where all of it is, else
//! UTF-16 where the zeros say so, else what Japanese Windows writes (CP932, a superset of Shift_JIS).

use super::TableError;
use encoding_rs::{SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

/// How the text of a file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark.
    Utf8,
    /// CP932.
    Cp932,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

impl Encoding {
    /// Its name, as programs show it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Cp932 => "Shift_JIS（CP932）",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
        }
    }
}

/// The text and how it was written.
///
/// Error: [`TableError::Encoding`] when no encoding fits all of it, [`TableError::OtherFile`] for bytes that are no
/// text.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, Encoding), TableError> {
    let (encoding, rest) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (Encoding::Utf8, rest),
        [0xFF, 0xFE, rest @ ..] => (Encoding::Utf16Le, rest),
        [0xFE, 0xFF, rest @ ..] => (Encoding::Utf16Be, rest),
        _ => (unmarked(bytes), bytes),
    };
    let with = match encoding {
        Encoding::Utf8 => UTF_8,
        Encoding::Cp932 => SHIFT_JIS,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
    };
    let text = with
        .decode_without_bom_handling_and_without_replacement(rest)
        .ok_or(TableError::Encoding)?
        .into_owned();
    if text.chars().any(is_foreign) {
        return Err(TableError::OtherFile);
    }
    Ok((text, encoding))
}

/// UTF-16 betrays itself by zero bytes beside ASCII (separators and line ends are ASCII), more on one side than on the
/// other; the wide space has its zero on the other.
fn unmarked(bytes: &[u8]) -> Encoding {
    let seen = &bytes[..bytes.len().min(4096)];
    let zeros = |first: usize| seen.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if bytes.len().is_multiple_of(2) && even != odd {
        return if odd > even { Encoding::Utf16Le } else { Encoding::Utf16Be };
    }
    if std::str::from_utf8(bytes).is_ok() { Encoding::Utf8 } else { Encoding::Cp932 }
}

/// True for what no list holds: control characters beside tabs, line ends, page ends and the old end of file.
fn is_foreign(c: char) -> bool {
    c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{1A}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_is_told_apart() {
        let text = "氏名,生年月日\r\n髙﨑　①郎,S40.5.6\r\n";
        let (cp932, _, lost) = SHIFT_JIS.encode(text);
        assert!(!lost);
        let utf16 = |big: bool, mark: bool| -> Vec<u8> {
            let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
            units.flat_map(|u: u16| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
        };
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), Encoding::Utf8),
            (cp932.into_owned(), Encoding::Cp932),
            (utf16(false, true), Encoding::Utf16Le),
            (utf16(true, true), Encoding::Utf16Be),
            (utf16(false, false), Encoding::Utf16Le),
            (utf16(true, false), Encoding::Utf16Be),
        ] {
            assert_eq!(decode(&bytes), Ok((text.to_owned(), encoding)));
        }
        assert_eq!(decode(b"\x81"), Err(TableError::Encoding));
        assert_eq!(decode(b"\xFF\xD8\x00\x01\x02"), Err(TableError::Encoding));
    }
}
