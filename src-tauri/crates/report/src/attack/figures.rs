//! Figures of a file: what they say in words, and what is written on the page where they stand.

use super::objects::words;
use super::raw::Raw;
use super::reading::Line;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, String as Words};

/// A figure as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadFigure {
    /// Page, counted from 1; 0 where it stands on none.
    pub page: usize,
    /// The figure in words, as a reading machine says it.
    pub spoken: String,
    /// Everything that is written inside of its bounds.
    pub written: Vec<String>,
}

/// Distance in points from the bounds of a figure within which a word belongs to it.
const NEAR: f32 = 2.0;

/// Every figure of a file; `lines` are those of each page.
pub fn figures(pdf: &Pdf, raw: &Raw, lines: &[&[Line]]) -> Vec<ReadFigure> {
    let pages: Vec<Option<ObjectIdentifier>> = pdf.pages().iter().map(|page| page.raw().obj_id()).collect();
    let one = |number: &u32| {
        let element = pdf.xref().get::<Dict<'_>>(ObjectIdentifier::new(*number, 0))?;
        if element.get::<Name<'_>>("S").as_deref() != Some(b"Figure") {
            return None;
        }
        let spoken = element.get::<Words<'_>>("Alt").map_or(String::new(), |text| words(text.as_bytes()));
        // One that stands nowhere says something all the same.
        let at = page_of(&element).and_then(|on| pages.iter().position(|page| *page == Some(on)));
        let bounds =
            || element.get::<Dict<'_>>("A")?.get::<Array<'_>>("BBox").map(|b| b.iter::<f32>().collect());
        let sides: Vec<f32> = bounds().unwrap_or_default();
        let written = match (at.and_then(|page| lines.get(page)), &sides[..]) {
            (Some(lines), [left, bottom, right, top]) => {
                let inside = lines.iter().filter(|line| (bottom - NEAR..=top + NEAR).contains(&line.y));
                let chunks = inside.flat_map(|line| &line.chunks);
                let own = chunks.filter(|chunk| (left - NEAR..=right + NEAR).contains(&chunk.left));
                own.map(|chunk| chunk.text.clone()).collect()
            }
            _ => Vec::new(),
        };
        Some(ReadFigure { page: at.map_or(0, |page| page + 1), spoken, written })
    };
    raw.numbers.iter().filter_map(one).collect()
}

/// The page on which an element has its content.
fn page_of(element: &Dict<'_>) -> Option<ObjectIdentifier> {
    let own = element.get_ref("Pg");
    let kid = |object: Object<'_>| match object {
        Object::Dict(kid) => kid.get_ref("Pg"),
        _ => None,
    };
    let kids = || element.get::<Array<'_>>("K")?.iter::<Object<'_>>().find_map(kid);
    own.or_else(kids).map(ObjectIdentifier::from)
}
