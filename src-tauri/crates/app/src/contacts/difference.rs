//! What changed between two texts, character by character as a reader sees them.
//!
//! A character with its marks (葛󠄀, が written as か and ゛) is one piece and is never torn apart.

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// What became of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum PieceKind {
    /// It stands in both.
    Same,
    /// It stood only before.
    Removed,
    /// It stands only now.
    Added,
}

/// A piece of a text and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct TextPiece {
    /// What became of it.
    pub kind: PieceKind,
    /// The piece, as written.
    pub text: String,
}

/// Longest texts that are compared by characters, as the product of their lengths in bytes; longer ones by lines.
const BY_CHARACTERS: usize = 400_000_000;

/// A stretch in which both texts agree, or in which they do not.
#[derive(Default)]
struct Run {
    same: usize,
    removed: String,
    added: String,
}

/// The pieces of two texts: all that is not added makes the text before, all that is not removed the text now.
///
/// A single character on which both agree in the midst of a change is part of the change: nobody reads words in crumbs.
pub(super) fn difference(before: &str, now: &str) -> Vec<TextPiece> {
    let diff = if before.len().saturating_mul(now.len()) > BY_CHARACTERS {
        TextDiff::from_lines(before, now)
    } else {
        TextDiff::from_graphemes(before, now)
    };
    let mut runs: Vec<Run> = Vec::new();
    for change in diff.iter_all_changes() {
        let same = change.tag() == ChangeTag::Equal;
        if runs.last().is_none_or(|run| (run.same > 0) != same) {
            runs.push(Run::default());
        }
        let Some(run) = runs.last_mut() else { continue };
        run.same += usize::from(same);
        if change.tag() != ChangeTag::Insert {
            run.removed.push_str(change.value());
        }
        if change.tag() != ChangeTag::Delete {
            run.added.push_str(change.value());
        }
    }
    pieces(joined(runs))
}

/// Runs in which lone agreements between two changes have become part of them.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let last = runs.len().saturating_sub(1);
    let mut out: Vec<Run> = Vec::new();
    for (i, mut run) in runs.into_iter().enumerate() {
        if run.same == 1 && i > 0 && i < last && !run.removed.contains('\n') {
            run.same = 0;
        }
        match out.last_mut() {
            Some(before) if before.same == 0 && run.same == 0 => {
                before.removed.push_str(&run.removed);
                before.added.push_str(&run.added);
            }
            _ => out.push(run),
        }
    }
    out
}

fn pieces(runs: Vec<Run>) -> Vec<TextPiece> {
    let of = |run: Run| match run.same {
        0 => vec![(PieceKind::Removed, run.removed), (PieceKind::Added, run.added)],
        _ => vec![(PieceKind::Same, run.added)],
    };
    let told = runs.into_iter().flat_map(of).filter(|(_, text)| !text.is_empty());
    told.map(|(kind, text)| TextPiece { kind, text }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(before: &str, now: &str) -> String {
        let piece = |p: TextPiece| match p.kind {
            PieceKind::Same => p.text,
            PieceKind::Removed => format!("[-{}]", p.text),
            PieceKind::Added => format!("[+{}]", p.text),
        };
        difference(before, now).into_iter().map(piece).collect()
    }

    #[test]
    fn a_change_is_told_in_the_characters_that_changed() {
        for (before, now, told) in [
            ("兄と電話。", "姉と電話。", "[-兄][+姉]と電話。"),
            ("よく眠れた。", "よく眠れた。", "よく眠れた。"),
            ("", "はじめて会う。", "[+はじめて会う。]"),
            ("朝の散歩の話", "夕方の散歩の話", "[-朝][+夕方]の散歩の話"),
            ("葛城へ", "葛\u{e0100}城へ", "[-葛][+葛\u{e0100}]城へ"),
            ("か\u{3099}ん", "かん", "[-か\u{3099}][+か]ん"),
            ("👨‍👩‍👧来る", "👨‍👩‍👦来る", "[-👨‍👩‍👧][+👨‍👩‍👦]来る"),
            ("一\n二\n三", "一\n三", "一\n[-二\n]三"),
            ("AがBとC", "XがYとZ", "[-AがBとC][+XがYとZ]"),
        ] {
            assert_eq!(marked(before, now), told);
        }
    }

    proptest::proptest! {
        #[test]
        fn both_texts_come_back_from_the_pieces(before in "[あい漢字。\n]{0,40}", now in "[あい漢字。\n]{0,40}") {
            let all = difference(&before, &now);
            let without = |kind| all.iter().filter(|p| p.kind != kind).map(|p| p.text.as_str()).collect::<String>();
            proptest::prop_assert_eq!(without(PieceKind::Added), before);
            proptest::prop_assert_eq!(without(PieceKind::Removed), now);
        }
    }

    #[test]
    fn very_long_texts_are_compared_by_lines() {
        let before = format!("{}\n一行\n", "あ".repeat(9_000));
        let now = before.replace("一行", "二行");
        assert_eq!(marked(&before, &now), format!("{}\n[-一行\n][+二行\n]", "あ".repeat(9_000)));
    }
}
