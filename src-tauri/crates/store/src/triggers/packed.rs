//! Identities where the house only remembers them: an identity is 36 letters long and says 16 bytes, and the search
//! and the undo log name every record once more each. There it stands as those bytes.

use rusqlite::types::{ToSqlOutput, Value, ValueRef};

/// Where the strokes of an identity stand.
const STROKES: [usize; 4] = [8, 13, 18, 23];

/// The 16 bytes of an identity; one of another form (of a revision, or written by hand) stays as it is.
pub(super) fn packed(id: &str) -> ToSqlOutput<'static> {
    match bytes(id) {
        Some(bytes) if whole(&bytes) == id => ToSqlOutput::Owned(Value::Blob(bytes)),
        _ => ToSqlOutput::Owned(Value::Text(id.to_owned())),
    }
}

/// The identity behind what [`packed`] gave.
pub(super) fn unpacked(kept: ValueRef<'_>) -> Option<String> {
    match kept {
        ValueRef::Blob(bytes) => Some(whole(bytes)),
        ValueRef::Text(id) => Some(String::from_utf8_lossy(id).into_owned()),
        _ => None,
    }
}

fn bytes(id: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = id.bytes().filter(|byte| *byte != b'-').collect();
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let pair = |pair: &[u8]| u8::try_from(digit(*pair.first()?)? << 4 | digit(*pair.get(1)?)?).ok();
    (digits.len() == 32).then(|| digits.chunks(2).map(pair).collect()).flatten()
}

/// A search shows twenty of them: they are written digit by digit, since formatting took an eighth of all its time.
fn whole(bytes: &[u8]) -> String {
    let mut id = String::with_capacity(36);
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    for byte in bytes {
        if STROKES.contains(&id.len()) {
            id.push('-');
        }
        id.push(digit(byte >> 4));
        id.push(digit(byte & 15));
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_comes_back_as_it_was_and_an_odd_one_is_left_alone() {
        let canonical = "0199a1b2-00ff-7000-8000-000000000007";
        for id in [
            canonical,
            "0199A1B2-00FF-7000-8000-000000000007",
            "0199a1b200ff70008000000000000007",
            "a/1",
            "",
            "みなと",
        ] {
            let kept = packed(id);
            let ToSqlOutput::Owned(value) = &kept else { panic!("{id} is kept by itself") };
            assert_eq!(unpacked(ValueRef::from(value)).as_deref(), Some(id));
            assert_eq!(matches!(value, Value::Blob(bytes) if bytes.len() == 16), id == canonical, "{id}");
        }
    }
}
