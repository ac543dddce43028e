//! The package of a workbook as a stranger takes it apart: a workbook of published tables has these parts, elements and
//! attributes and no others, every text in it stands in a cell, and every number is as exact as it is shown.

mod known;
mod markup;

use exchange::table::Package;
use known::{
    EXTRA, FORMAT, FORMATS, GENERAL, HIDDEN, KNOWN, LEFTOVER, Odd, SAID, SHEETS, SMALLEST, THEME, WHITE,
    foreign, foreign_part, is_part,
};
use markup::{Tag, tags, unescaped, words_of};
use report::attack::{Kind, ReadBack};
use std::collections::{BTreeMap, BTreeSet};

/// Looks at everything that a package carries.
pub(super) fn taken_apart(package: &Package, found: &mut ReadBack) {
    let mut book = Workbook::default();
    for (name, part) in &package.parts {
        let text = String::from_utf8_lossy(part);
        book.part(name, &text);
        found.strings.extend([name.clone(), words_of(&text)]);
    }
    book.whole(package);
    if package.loose {
        book.odd.insert((Kind::Trailing, "outside"));
    }
    if !package.comments.is_empty() {
        book.odd.insert((Kind::Trailing, "comment"));
        found.strings.extend(package.comments.iter().cloned());
    }
    found.odd.extend(book.odd.into_iter().map(|(kind, key)| (kind, None, key)));
    found.metadata.extend(book.said);
}

/// What was met in the parts so far.
#[derive(Default)]
struct Workbook {
    odd: BTreeSet<Odd>,
    /// What the information says beyond what it may.
    said: BTreeMap<String, String>,
    /// Parts that others name.
    named: Vec<String>,
    sheets: usize,
    texts: usize,
    used: BTreeSet<usize>,
    /// Decimals that each number of a format shows.
    decimals: BTreeMap<String, usize>,
    /// The format of each style of a cell.
    styles: Vec<String>,
    /// Numbers with their style.
    numbers: Vec<(usize, String)>,
}

impl Workbook {
    fn part(&mut self, name: &str, part: &str) {
        if !is_part(name) {
            self.odd.insert(foreign_part(name));
            return;
        }
        if !part.trim_start_matches('\u{feff}').starts_with('<') {
            self.odd.insert(EXTRA);
        }
        if name == THEME {
            self.theme(part);
            return;
        }
        let mut cells = BTreeSet::new();
        let mut cell: Option<(usize, bool)> = None;
        let mut of_cells = false;
        for tag in tags(part) {
            self.known(&tag);
            self.shown(&tag);
            if name.starts_with("docProps/") && !SAID.contains(&tag.name) && !tag.text.trim().is_empty() {
                self.said.insert(tag.name.to_owned(), unescaped(tag.text));
            }
            match tag.name {
                "sheet" => self.sheets += 1,
                "si" => self.texts += 1,
                "Relationship" => {
                    let folder = if name == "_rels/.rels" { "" } else { "xl/" };
                    self.named.push(format!("{folder}{}", tag.says("Target").unwrap_or_default()));
                }
                "numFmt" => {
                    let code = FORMATS.iter().find(|(code, _)| tag.says("formatCode") == Some(code));
                    match code {
                        Some((_, decimals)) => {
                            let number = tag.says("numFmtId").unwrap_or_default();
                            self.decimals.insert(number.to_owned(), *decimals);
                        }
                        None => _ = self.odd.insert(FORMAT),
                    }
                }
                "cellStyleXfs" | "cellXfs" => of_cells = tag.name == "cellXfs",
                "xf" if of_cells => self.styles.push(tag.says("numFmtId").unwrap_or_default().to_owned()),
                "c" => {
                    // A second cell in one place is covered by the first.
                    if !tag.says("r").is_some_and(|place| cells.insert(place.to_owned())) {
                        self.odd.insert(EXTRA);
                    }
                    let style = tag.says("s").map_or(Some(0), |style| style.parse().ok());
                    cell = style.map(|style| (style, tag.says("t") == Some("s")));
                    if !matches!(tag.says("t"), None | Some("s")) || style.is_none() {
                        self.odd.insert(EXTRA);
                    }
                }
                "v" => match cell.take() {
                    Some((_, true)) => self.used.extend(tag.text.parse::<usize>().ok()),
                    Some((style, false)) => self.numbers.push((style, tag.text.to_owned())),
                    None => _ = self.odd.insert(EXTRA),
                },
                _ => {}
            }
        }
    }

    /// Black on white; nothing else of it is used.
    fn theme(&mut self, part: &str) {
        let plain = ["<a:dk1><a:sysClr val=\"windowText\"", "<a:lt1><a:sysClr val=\"window\""];
        if !plain.iter().all(|colour| part.contains(colour)) {
            self.odd.insert(WHITE);
        }
        if tags(part).any(|tag| !tag.text.trim().is_empty()) {
            self.odd.insert(EXTRA);
        }
    }

    /// An element and its attributes are those of a workbook of tables.
    fn known(&mut self, tag: &Tag<'_>) {
        let says = ["v", "t"].contains(&tag.name) || SAID.contains(&tag.name);
        if !tag.rest.is_empty() || !says && !tag.text.trim().is_empty() {
            self.odd.insert(EXTRA);
        }
        if tag.name.starts_with('/') {
            return;
        }
        let Some((_, attributes)) = KNOWN.iter().find(|(name, _)| *name == tag.name) else {
            self.odd.insert(foreign(tag.name));
            return;
        };
        let others = tag.attributes.iter().filter(|(name, _)| !attributes.split(' ').any(|own| own == *name));
        self.odd.extend(others.map(|(name, _)| foreign(name)));
    }

    /// What is drawn can be seen.
    fn shown(&mut self, tag: &Tag<'_>) {
        let below = |attribute: &str, least: f64| {
            tag.says(attribute).is_some_and(|value| value.parse().is_ok_and(|n: f64| n < least))
        };
        match tag.name {
            "color" if tag.says("theme") != Some("1") => _ = self.odd.insert(WHITE),
            "patternFill" if !matches!(tag.says("patternType"), Some("none" | "gray125")) => {
                self.odd.insert(WHITE);
            }
            "sz" if below("val", SMALLEST) => _ = self.odd.insert((Kind::Invisible, "tiny")),
            "col" if below("width", SMALLEST) => _ = self.odd.insert(HIDDEN),
            _ => {}
        }
    }

    /// What only all parts together tell: parts and texts that nothing uses, and numbers beside their formats.
    fn whole(&mut self, package: &Package) {
        let own = |name: &str| name == "[Content_Types].xml" || name.ends_with(".rels");
        let listed: BTreeSet<&str> = self.named.iter().map(String::as_str).collect();
        let lies = |name: &str| package.parts.iter().filter(|(part, _)| part == name).count() == 1;
        let sheets = listed.iter().filter(|name| name.starts_with(SHEETS)).count();
        if listed.len() != self.named.len()
            || !listed.iter().all(|name| lies(name))
            || !package.parts.iter().all(|(name, _)| own(name) || listed.contains(name.as_str()))
            || sheets != self.sheets
        {
            self.odd.insert(LEFTOVER);
        }
        if self.used.len() != self.texts {
            self.odd.insert((Kind::Increment, "unused_text"));
        }
        self.decimals.entry(GENERAL.0.to_owned()).or_insert(GENERAL.1);
        for (style, number) in std::mem::take(&mut self.numbers) {
            let decimals = self.styles.get(style).and_then(|format| self.decimals.get(format));
            match decimals {
                None => _ = self.odd.insert(FORMAT),
                Some(decimals) if !exact(&number, *decimals) => {
                    self.odd.insert((Kind::Invisible, "digits"));
                }
                Some(_) => {}
            }
        }
    }
}

/// A number has no more digits than are shown.
fn exact(number: &str, decimals: usize) -> bool {
    let shown = |n: f64| format!("{n:.decimals$}").parse() == Ok(n);
    number.len() <= known::DIGITS && number.parse::<f64>().is_ok_and(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_as_exact_as_it_is_shown_however_it_was_written() {
        for (number, decimals) in
            [("23.8", 1), ("23.800000000000001", 1), ("2.38E1", 1), ("859", 0), ("0", 1)]
        {
            assert!(exact(number, decimals), "{number}");
        }
        for (number, decimals) in [("23.81", 1), ("858.6", 0), ("23.8000000000000000000042", 1), ("", 0)] {
            assert!(!exact(number, decimals), "{number}");
        }
    }
}
