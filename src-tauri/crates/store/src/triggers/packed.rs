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
    let digits: Vec<char> = id.chars().filter(|c| *c != '-').collect();
    let pair = |pair: &[char]| {
        let [high, low] = pair else { return None };
        u8::try_from(high.to_digit(16)? * 16 + low.to_digit(16)?).ok()
    };
    (digits.len() == 32).then(|| digits.chunks(2).map(pair).collect()).flatten()
}

fn whole(bytes: &[u8]) -> String {
    let mut id: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    for at in STROKES {
        if at < id.len() {
            id.insert(at, '-');
        }
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
