//! Pages as readable text, for golden files and for reading aloud what is on the paper.

use crate::page::{Document, MM, Mark, Shape};
use std::collections::BTreeMap;

/// The pages as text: a line of paper a line, its height in millimetres first, cells parted by two spaces.
pub fn write(document: &Document) -> String {
    let mut out = String::new();
    for (number, page) in document.pages.iter().enumerate() {
        out.push_str(&format!("== {} ==\n", number + 1));
        for (y, mut words) in lines(&page.marks) {
            words.sort_by(|a, b| a.0.total_cmp(&b.0));
            let words: Vec<String> = words.into_iter().map(|(_, text)| text).collect();
            out.push_str(&format!("{:5.1}  {}\n", f64::from(y) / 10.0, words.join("  ")));
        }
    }
    out
}

/// Texts by tenths of a millimetre from the top, each with its left end.
fn lines(marks: &[Mark]) -> BTreeMap<u32, Vec<(f32, String)>> {
    let mut lines: BTreeMap<u32, Vec<(f32, String)>> = BTreeMap::new();
    for mark in marks {
        if let Shape::Text(text) = &mark.shape {
            let y = (text.y / MM * 10.0).round().max(0.0) as u32;
            lines.entry(y).or_default().push((text.x, text.string()));
        }
    }
    lines
}
