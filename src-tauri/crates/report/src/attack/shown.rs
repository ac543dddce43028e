//! The fonts of a file: what their codes stand for, which of them are shown, and what else the embedded faces hold.

use super::cmap::{CMap, parse};
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::{BTreeMap, BTreeSet};

/// A character as a font shows it.
pub struct Shown {
    /// What it stands for; none where the font does not say.
    pub text: Option<String>,
    /// Its advance in em.
    pub advance: f32,
    /// Word spacing applies.
    pub space: bool,
}

#[derive(Default)]
struct Face {
    map: CMap,
    wide: bool,
    drawn: bool,
    name: String,
    widths: BTreeMap<u32, f32>,
    file: Option<Vec<u8>>,
    printed: BTreeSet<u32>,
}

/// Fonts met while reading pages.
#[derive(Default)]
pub struct Fonts<'a> {
    faces: Vec<Face>,
    places: BTreeMap<usize, usize>,
    _file: std::marker::PhantomData<&'a ()>,
}

fn decoded(stream: &Stream<'_>) -> Vec<u8> {
    stream.decoded_data().map(std::borrow::Cow::into_owned).unwrap_or_default()
}

impl<'a> Fonts<'a> {
    /// The number of a font, read at its first use.
    pub fn place(&mut self, font: &Dict<'a>) -> usize {
        let key = font.data().as_ptr() as usize;
        *self.places.entry(key).or_insert_with(|| {
            self.faces.push(Face::read(font));
            self.faces.len() - 1
        })
    }

    /// True when the characters of a font are drawings of the file's own.
    pub fn draws(&self, font: usize) -> bool {
        self.faces.get(font).is_some_and(|face| face.drawn)
    }

    /// The characters of a text.
    pub fn show(&mut self, font: usize, bytes: &[u8]) -> Vec<Shown> {
        let Some(face) = self.faces.get_mut(font) else { return Vec::new() };
        let codes: Vec<u32> = if face.wide {
            bytes
                .chunks(2)
                .map(|pair| pair.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))
                .collect()
        } else {
            bytes.iter().copied().map(u32::from).collect()
        };
        let shown = |code: u32| {
            face.printed.insert(code);
            let plain = char::from_u32(code).filter(|_| !face.wide && !face.drawn).map(String::from);
            let default = if face.wide { 1000.0 } else { 500.0 };
            Shown {
                text: face.map.characters.get(&code).cloned().or(plain),
                advance: face.widths.get(&code).copied().unwrap_or(default) / 1000.0,
                space: !face.wide && code == 32,
            }
        };
        codes.into_iter().map(shown).collect()
    }

    /// Characters and glyphs that fonts hold although no page shows them: what they are, where the font says it.
    pub fn unprinted(&self) -> (BTreeSet<char>, usize) {
        let mut characters = BTreeSet::new();
        let mut glyphs = 0;
        for face in &self.faces {
            let hidden = face.map.characters.iter().filter(|(code, _)| !face.printed.contains(code));
            characters.extend(hidden.flat_map(|(_, text)| text.chars()).filter(|c| !c.is_control()));
            if let Some((more, named)) = face.file.as_deref().and_then(|file| face.hidden(file)) {
                glyphs += more;
                characters.extend(named);
            }
        }
        (characters, glyphs)
    }

    /// Whether a face is not one of ours, and whether a glyph of ours looks like another character than it claims.
    pub fn strange(&self, ours: &[(&str, &[u8])]) -> (bool, bool) {
        let known =
            |face: &Face| ours.iter().any(|(name, _)| face.name.ends_with(name)) && face.file.is_some();
        let shown = || self.faces.iter().filter(|face| !face.printed.is_empty());
        let files: Vec<&[u8]> = ours.iter().map(|(_, file)| *file).collect();
        (shown().any(|face| !known(face)), shown().filter(|f| known(f)).any(|face| face.lies(&files)))
    }

    /// Words inside the embedded faces.
    pub fn words(&self) -> Vec<String> {
        let fonts = self.faces.iter().filter_map(|face| FontRef::new(face.file.as_deref()?).ok());
        let named = |font: FontRef<'_>| {
            let ids = (0..26).map(skrifa::string::StringId::new);
            let words =
                ids.flat_map(|id| font.localized_strings(id).map(|s| s.to_string()).collect::<Vec<_>>());
            words.collect::<Vec<_>>()
        };
        fonts.flat_map(named).collect()
    }
}

impl Face {
    fn read(font: &Dict<'_>) -> Self {
        let kind = font.get::<Name<'_>>("Subtype");
        let name = font.get::<Name<'_>>("BaseFont").map(|n| n.as_str().to_owned());
        let mut face = Self {
            name: name.unwrap_or_default(),
            wide: kind.as_deref() == Some(b"Type0"),
            drawn: kind.as_deref() == Some(b"Type3"),
            ..Self::default()
        };
        if let Some(map) = font.get::<Stream<'_>>("ToUnicode") {
            face.map = parse(&decoded(&map));
        }
        let inner = font.get::<Array<'_>>("DescendantFonts").and_then(|list| list.iter::<Dict<'_>>().next());
        if let Some(inner) = &inner {
            face.wide_widths(inner);
        } else {
            let first = font.get::<u32>("FirstChar").unwrap_or(0);
            let widths = font.get::<Array<'_>>("Widths").map(|w| w.iter::<f32>().collect::<Vec<_>>());
            face.widths.extend((first..).zip(widths.unwrap_or_default()));
        }
        let described = inner.as_ref().unwrap_or(font).get::<Dict<'_>>("FontDescriptor");
        let file = described.and_then(|d| {
            ["FontFile2", "FontFile3", "FontFile"].iter().find_map(|key| d.get::<Stream<'_>>(key))
        });
        face.file = file.map(|stream| decoded(&stream));
        face
    }

    fn wide_widths(&mut self, inner: &Dict<'_>) {
        let list: Vec<Object<'_>> =
            inner.get::<Array<'_>>("W").map(|w| w.iter().collect()).unwrap_or_default();
        let number =
            |object: &Object<'_>| if let Object::Number(n) = object { Some(n.as_f32()) } else { None };
        let mut rest = list.as_slice();
        while let [first, second, tail @ ..] = rest {
            let Some(first) = number(first) else { break };
            match (second, tail) {
                (Object::Array(each), tail) => {
                    self.widths.extend((first as u32..).zip(each.iter::<f32>()));
                    rest = tail;
                }
                (last, [width, tail @ ..]) => {
                    let (Some(last), Some(width)) = (number(last), number(width)) else { break };
                    let (first, last) = (first as u32, (last as u32).min(first as u32 + 0xFFFF));
                    self.widths.extend((first..=last).map(|code| (code, width)));
                    rest = tail;
                }
                _ => break,
            }
        }
    }

    /// Glyphs of the embedded face that draw something and are not shown, and characters that it maps to them.
    fn hidden(&self, file: &[u8]) -> Option<(usize, Vec<char>)> {
        let font = FontRef::new(file).ok()?;
        let count = font.maxp().ok()?.num_glyphs();
        let mut needed: BTreeSet<u32> = self.printed.clone();
        if !self.wide {
            let codes = self.printed.iter().filter_map(|code| font.charmap().map(*code)).map(|g| g.to_u32());
            needed.extend(codes.collect::<Vec<_>>());
        }
        let shapes = font.outline_glyphs();
        let drawn = |glyph: u32| {
            let mut pen = Strokes::default();
            shapes.get(GlyphId::new(glyph)).is_some_and(|shape| {
                shape.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen).is_ok()
                    && !pen.0.is_empty()
            })
        };
        // Glyph 0 is the box for what is missing; parts of composed glyphs are drawn with them.
        let parts = components(&font, &needed);
        let hidden = (1..u32::from(count)).filter(|g| !needed.contains(g) && !parts.contains(g) && drawn(*g));
        let hidden: BTreeSet<u32> = hidden.collect();
        let named = font.charmap().mappings().filter(|(_, glyph)| hidden.contains(&glyph.to_u32()));
        let named = named.filter_map(|(code, _)| char::from_u32(code)).collect();
        Some((hidden.len(), named))
    }

    fn lies(&self, ours: &[&[u8]]) -> bool {
        let Some(font) = self.file.as_deref().and_then(|file| FontRef::new(file).ok()).filter(|_| self.wide)
        else {
            return false;
        };
        let faces: Vec<(FontRef<'_>, skrifa::charmap::Charmap<'_>)> = ours
            .iter()
            .filter_map(|bytes| FontRef::new(bytes).ok())
            .map(|face| (face.clone(), face.charmap()))
            .collect();
        let wrong = |code: &&u32| {
            let Some(mut text) = self.map.characters.get(*code).map(|t| t.chars()) else { return false };
            let (Some(character), None) = (text.next(), text.next()) else { return false };
            let own = shape(&font, GlyphId::new(**code));
            !faces.iter().any(|(face, map)| map.map(character).is_some_and(|glyph| shape(face, glyph) == own))
        };
        self.printed.iter().any(|code| wrong(&code))
    }
}

/// The outline of a glyph as numbers.
fn shape(font: &FontRef<'_>, glyph: GlyphId) -> Vec<i32> {
    let mut pen = Strokes::default();
    if let Some(shape) = font.outline_glyphs().get(glyph) {
        let _ = shape.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen);
    }
    pen.0
}

/// Glyphs that are parts of others.
fn components(font: &FontRef<'_>, of: &BTreeSet<u32>) -> BTreeSet<u32> {
    use skrifa::raw::tables::glyf::Glyph;
    let (Ok(loca), Ok(glyf)) = (font.loca(None), font.glyf()) else { return BTreeSet::new() };
    let mut found = BTreeSet::new();
    let mut open: Vec<u32> = of.iter().copied().collect();
    while let Some(glyph) = open.pop() {
        if let Ok(Some(Glyph::Composite(composed))) = loca.get_glyf(GlyphId::new(glyph), &glyf) {
            let parts = composed.components().map(|part| part.glyph.to_u32());
            open.extend(parts.filter(|part| found.insert(*part)).collect::<Vec<_>>());
        }
    }
    found
}

/// Remembers what is drawn.
#[derive(Default)]
struct Strokes(Vec<i32>);

impl Strokes {
    fn add(&mut self, numbers: &[f32]) {
        self.0.extend(numbers.iter().map(|n| (n * 8.0).round() as i32));
    }
}

impl OutlinePen for Strokes {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add(&[x, y]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.add(&[x, y]);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.add(&[cx, cy, x, y]);
    }
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.add(&[ax, ay, bx, by, x, y]);
    }
    fn close(&mut self) {}
}
