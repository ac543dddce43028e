//! A file that is to be checked, read back as a stranger would: pages as the attack reads them; a file of tables —
//! CSV, a text from the clipboard, a workbook — by the reader of foreign lists, with every part of its package.

use crate::Failure;
use exchange::table::{Book, Format, Line, parts};
use report::attack::{Kind, ReadBack, ReadTable, caption, read};

/// How far into a file the beginning of a PDF may stand.
const FRONT: usize = 1024;
/// Parts that a workbook of tables has, by the beginning of their names.
const PARTS: &[&str] = &[
    "[Content_Types].xml",
    "_rels/",
    "docProps/app.xml",
    "docProps/core.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    "xl/theme/",
    "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml",
    "xl/worksheets/sheet",
];
/// Other parts, by words in their names.
const FOREIGN: &[(&str, Kind, &str)] = &[
    ("comment", Kind::Annotation, "annotation"),
    ("vba", Kind::Script, "script"),
    ("externalLinks", Kind::Script, "script"),
    ("media", Kind::Image, "image"),
    ("drawing", Kind::Image, "image"),
    ("embeddings", Kind::Attachment, "attachment"),
];
/// What a part holds that a workbook of tables never has.
const INSIDE: &[(&str, Kind, &str)] = &[
    ("<definedName", Kind::Foreign, "extra"),
    ("<hyperlink", Kind::Annotation, "annotation"),
    ("<f>", Kind::Script, "script"),
    ("<f ", Kind::Script, "script"),
    ("hidden=\"1\"", Kind::Layer, "hidden_cells"),
    ("hidden=\"true\"", Kind::Layer, "hidden_cells"),
    ("state=\"hidden\"", Kind::Layer, "hidden_cells"),
    ("state=\"veryHidden\"", Kind::Layer, "hidden_cells"),
];
/// Elements of a workbook that say who made it.
const MAKERS: &[&str] =
    &["dc:creator", "cp:lastModifiedBy", "Company", "Manager", "dc:description", "cp:keywords", "dc:subject"];

/// Reads a finished file. Error: `report.unreadable`.
pub(super) fn reread(bytes: &[u8]) -> Result<ReadBack, Failure> {
    let unreadable = || Failure::new("report.unreadable");
    let front = &bytes[..bytes.len().min(FRONT)];
    if front.windows(5).any(|word| word == b"%PDF-") {
        return read(bytes).map_err(|_| unreadable());
    }
    let book = exchange::table::open(bytes).map_err(|_| unreadable())?;
    let mut found = ReadBack { tables: tables(&book), pages: pages(&book), ..ReadBack::default() };
    if let Format::Workbook(_) = book.format {
        for (name, part) in parts(bytes).map_err(|_| unreadable())? {
            look_inside(&name, &String::from_utf8_lossy(&part), &mut found);
        }
    } else if found.tables.is_empty() {
        return Err(unreadable());
    }
    Ok(found)
}

fn texts(line: &Line) -> Vec<String> {
    line.cells.iter().map(|cell| cell.text.clone()).collect()
}

/// Each sheet as a page.
fn pages(book: &Book) -> Vec<String> {
    let line = |line: &Line| texts(line).join("\n");
    let page = |lines: &[Line]| lines.iter().map(line).collect::<Vec<_>>().join("\n");
    book.sheets.iter().map(|sheet| page(&sheet.lines)).collect()
}

/// Tables: a line with a number of a table, a line of heads, and rows as long as lines have more than one cell.
fn tables(book: &Book) -> Vec<ReadTable> {
    let mut found: Vec<ReadTable> = Vec::new();
    for (page, sheet) in book.sheets.iter().enumerate() {
        let mut open = false;
        for line in &sheet.lines {
            let cells = texts(line);
            if let [only] = &cells[..] {
                open = false;
                if let Some((id, title)) = caption(only) {
                    found.push(ReadTable { id, title, ..ReadTable::default() });
                    open = true;
                }
            } else if let Some(table) = found.last_mut().filter(|_| open) {
                if table.heads.is_empty() {
                    table.heads = cells;
                } else {
                    table.rows.push(cells);
                    table.pages.push(page + 1);
                }
            }
        }
    }
    found
}

fn look_inside(name: &str, part: &str, found: &mut ReadBack) {
    if !PARTS.iter().any(|known| name.starts_with(known)) {
        let foreign = FOREIGN.iter().find(|(word, ..)| name.contains(word));
        let (kind, key) = foreign.map_or((Kind::Foreign, "extra"), |(_, kind, key)| (*kind, *key));
        found.odd.insert((kind, None, key));
        found.strings.push(name.to_owned());
    }
    let inside = INSIDE.iter().filter(|(word, ..)| part.contains(word));
    found.odd.extend(inside.map(|(_, kind, key)| (*kind, None, *key)));
    for maker in MAKERS {
        let said = part.split_once(&format!("<{maker}>")).and_then(|(_, rest)| rest.split_once("</"));
        if let Some((said, _)) = said.filter(|(said, _)| !said.trim().is_empty()) {
            found.metadata.insert((*maker).to_owned(), unescaped(said));
        }
    }
    found.strings.push(words_of(part));
}

/// Attributes that say only where a cell lies, in words that look like the code of a case.
const PLACES: &[&str] = &[" r=", " ref=", " sqref=", " activeCell=", " topLeftCell="];

/// The words of a part: the values of its tags and what stands between them.
fn words_of(part: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for piece in part.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        let quoted: Vec<&str> = tag.split('"').collect();
        for pair in quoted.chunks(2) {
            let known = PLACES.iter().any(|place| pair[0].ends_with(place));
            lines.extend(
                pair.iter().skip(usize::from(pair.len() > 1)).filter(|_| !known).map(|v| unescaped(v)),
            );
        }
        lines.push(unescaped(text));
    }
    lines.retain(|line| !line.trim().is_empty());
    lines.join("\n")
}

/// A text with its references resolved.
fn unescaped(text: &str) -> String {
    let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    let resolved = |piece: &str| -> Option<String> {
        let (reference, rest) = piece.split_once(';')?;
        let character = match reference {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => {
                let digits = reference.strip_prefix('#')?;
                digits.strip_prefix(['x', 'X']).map_or_else(|| number(digits, 10), |hex| number(hex, 16))?
            }
        };
        Some(format!("{character}{rest}"))
    };
    let mut pieces = text.split('&');
    let first = pieces.next().unwrap_or_default().to_owned();
    let others = pieces.map(|piece| resolved(piece).unwrap_or_else(|| format!("&{piece}")));
    std::iter::once(first).chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_tables_is_read_as_its_tables() {
        let text = "自治体提出用\n\n表9　段階別人数（人）\n\t年度当初\t年度末\n1 把握\t1\tｘ\n計\t11\t16\n伏せた数がある。\n";
        let read = reread(text.as_bytes()).expect("it can be read");
        let [table] = &read.tables[..] else { panic!("{:?}", read.tables) };
        assert_eq!((table.id.as_str(), table.heads.len(), table.rows.len()), ("9", 3, 2));
        assert_eq!(table.rows[0], ["1 把握", "1", "ｘ"]);
        assert!(reread("献立".as_bytes()).is_err(), "no table of a report");
    }

    #[test]
    fn the_words_of_a_part_are_its_texts_and_values_without_the_places_of_cells() {
        let part = r#"<!-- 林 --><c r="C01" t="&#x6797;"><v>&#x6797;&#26690; &amp; &co</v></c>"#;
        assert_eq!(words_of(part), "!-- 林 --\n林\nv\n林桂 & &co\n/v\n/c");
    }
}
