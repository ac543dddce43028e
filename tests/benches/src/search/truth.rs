//! Whether the index finds what is there: every answer is compared with a scan of the folded text, record by record.

use super::key;
use super::queries::QUERIES;
use crate::corpus::{Dice, Note};
use crate::table::Table;
use app::{Failure, House};
use domain::text::fold::{fold, words};
use std::collections::BTreeSet;

/// Pieces of text that are looked for, of one to seven characters, drawn from the records themselves.
const DRAWN: usize = 600;
/// Records up to which all pieces are compared; above it every tenth.
const SMALL: usize = 20_000;

/// Compares the queries and drawn pieces, and adds a line to the table.
pub fn check(house: &House, notes: &[Note], table: &mut Table) {
    let folded: Vec<(String, String)> = notes.iter().map(|note| (key(note), fold(&note.body))).collect();
    let wanted = if notes.len() > SMALL { DRAWN / 10 } else { DRAWN };
    let mut pieces: Vec<String> = QUERIES.iter().map(|(_, query)| (*query).to_owned()).collect();
    let mut dice = Dice::new(1);
    while pieces.len() < wanted + QUERIES.len() {
        let text: Vec<char> = folded[dice.below(folded.len())].1.chars().collect();
        let (from, length) = (dice.below(text.len() - 8), 1 + dice.below(7));
        let piece: String = text[from..from + length].iter().collect();
        // Punctuation parts words; a piece with some in it is several words.
        if words(&piece) == [piece.as_str()] {
            pieces.push(piece);
        }
    }
    let right = pieces.iter().filter(|piece| same(house, &folded, piece)).count();
    let what = format!("search {}k: answers equal to a scan", notes.len() / 1000);
    table.must(what, format!("{right} of {}", pieces.len()), "all", right == pieces.len());
}

fn same(house: &House, folded: &[(String, String)], piece: &str) -> bool {
    let word = fold(piece);
    let there: BTreeSet<&str> =
        folded.iter().filter(|(_, text)| text.contains(&word)).map(|(key, _)| key.as_str()).collect();
    let found = house
        .read(|reader| Ok::<_, Failure>(reader.search(piece, u32::MAX)?))
        .expect("the search is answered");
    let records: BTreeSet<&str> =
        found.hits.iter().filter(|hit| hit.kind == "contact").map(|hit| hit.key.as_str()).collect();
    let others = found.hits.iter().filter(|hit| hit.kind != "contact");
    let honest = others.clone().all(|hit| fold(&hit.text).contains(&word));
    let counted =
        found.total as usize == found.hits.len() && found.hits.len() == records.len() + others.count();
    if records != there || !honest || !counted {
        eprintln!("search: 「{piece}」 {} found, {} there", records.len(), there.len());
        return false;
    }
    true
}
