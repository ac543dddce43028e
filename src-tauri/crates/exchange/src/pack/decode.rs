//! UTF-8 with or without BOM, and the name of what a file is written in when it is not.

use encoding_rs::{EUC_JP, SHIFT_JIS};

/// A file that is not UTF-8.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Foreign {
    /// Line of the first byte that is none.
    pub line: usize,
    /// What the file seems to be written in; empty where nobody can tell.
    pub name: &'static str,
}

/// The text of a file without its BOM.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, Foreign> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Foreign { line: 1, name: "UTF-16" });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => match bytes.windows(3).position(|w| w == b"\x1B$B" || w == b"\x1B$@") {
            None => Ok(text),
            Some(at) => Err(Foreign { line: line_of(bytes, at), name: "ISO-2022-JP" }),
        },
        Err(error) => Err(Foreign { line: line_of(bytes, error.valid_up_to()), name: guess(bytes) }),
    }
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes[..at].iter().filter(|b| **b == b'\n').count()
}

/// The encoding in which the first part of a file has no fault; the other one only where both fit and the
/// text then holds no half-width katakana, which EUC-JP read as Shift_JIS is full of.
fn guess(bytes: &[u8]) -> &'static str {
    let part = &bytes[..bytes.len().min(1 << 20)];
    let clean = |encoding: &'static encoding_rs::Encoding| {
        encoding.decode_without_bom_handling_and_without_replacement(part).map(std::borrow::Cow::into_owned)
    };
    match (clean(SHIFT_JIS), clean(EUC_JP)) {
        (Some(text), Some(_)) if text.chars().any(|c| ('\u{FF61}'..='\u{FF9F}').contains(&c)) => "EUC-JP",
        (Some(_), _) => "Shift_JIS",
        (None, Some(_)) => "EUC-JP",
        (None, None) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foreign_encoding_is_named_with_its_line() {
        let (sjis, _, _) = SHIFT_JIS.encode("case_id,name\r\nC01,髙橋 漢字\r\n");
        assert_eq!(decode(&sjis), Err(Foreign { line: 2, name: "Shift_JIS" }));
        let (euc, _, _) = EUC_JP.encode("name\r\n\r\n山田 太郎は病棟で面接を希望した\r\n");
        assert_eq!(decode(&euc), Err(Foreign { line: 3, name: "EUC-JP" }));
        assert_eq!(decode(b"\xFF\xFEa\0"), Err(Foreign { line: 1, name: "UTF-16" }));
        assert_eq!(decode(b"a\n\x1B$B;3\x1B(B"), Err(Foreign { line: 2, name: "ISO-2022-JP" }));
        assert_eq!(decode("\u{FEFF}a,b".as_bytes()), Ok("a,b"));
    }
}
