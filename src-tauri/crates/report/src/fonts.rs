//! The three faces of the paper: two weights of BIZ UDGothic and a face for the kanji it lacks.

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::sync::LazyLock;

const REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/BIZUDGothic-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../../assets/fonts/BIZUDGothic-Bold.ttf");
const RARE: &[u8] = include_bytes!("../../../../assets/fonts/RareKanji.ttf");

/// A weight of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Body, tables, notes.
    Regular,
    /// Headings, captions, totals.
    Bold,
}

/// One font file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// BIZ UDGothic Regular.
    Regular,
    /// BIZ UDGothic Bold.
    Bold,
    /// Kanji that BIZ UDGothic lacks.
    Rare,
}

impl Face {
    /// All faces.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Rare];
    /// The font file.
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Bold => BOLD,
            Self::Rare => RARE,
        }
    }
    /// PostScript name of the font.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Regular => "BIZUDGothic-Regular",
            Self::Bold => "BIZUDGothic-Bold",
            Self::Rare => "SusonoRareKanji-Regular",
        }
    }
}

/// Glyph and advance of one character.
#[derive(Clone, Copy, Debug)]
pub struct Glyph {
    /// Glyph number in the font file.
    pub id: u16,
    /// Advance in em.
    pub advance: f32,
    /// Advance in units of the font.
    pub units: u16,
}

/// Characters in a block of a table.
const BLOCK: usize = 256;

/// Glyph number and advance in units of a character; glyph 0 means that the face lacks it.
type Slot = (u16, u16);

/// The characters of one face by blocks, so that a look costs two steps: typesetting asks for every character often.
#[derive(Default)]
struct Table {
    em: f32,
    blocks: Vec<Option<Box<[Slot; BLOCK]>>>,
}

impl Table {
    /// A font that cannot be read has no glyphs, so every character of it is reported before anything is written.
    fn read(face: Face) -> Self {
        let Ok(font) = FontRef::new(face.bytes()) else { return Self::default() };
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let em = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let mut table = Self { em, blocks: Vec::new() };
        for (code, id) in font.charmap().mappings() {
            if let (Some(units), Ok(id)) = (metrics.advance_width(id), u16::try_from(id.to_u32())) {
                table.set(code as usize, (id, units as u16));
            }
        }
        table
    }

    fn set(&mut self, code: usize, slot: Slot) {
        let block = code / BLOCK;
        if self.blocks.len() <= block {
            self.blocks.resize_with(block + 1, || None);
        }
        self.blocks[block].get_or_insert_with(|| Box::new([(0, 0); BLOCK]))[code % BLOCK] = slot;
    }

    fn get(&self, c: char) -> Option<Glyph> {
        let code = c as usize;
        let (id, units) = self.blocks.get(code / BLOCK)?.as_ref()?[code % BLOCK];
        (id != 0).then(|| Glyph { id, advance: f32::from(units) / self.em, units })
    }
}

/// Advances and glyphs of all faces, read once.
pub struct Fonts {
    tables: [Table; 3],
}

static SHARED: LazyLock<Fonts> = LazyLock::new(|| Fonts { tables: Face::ALL.map(Table::read) });

impl Fonts {
    /// The fonts of the program.
    pub fn shared() -> &'static Self {
        &SHARED
    }
    /// Glyph of a character in one face.
    pub fn glyph(&self, face: Face, c: char) -> Option<Glyph> {
        self.tables[face as usize].get(c)
    }
    /// The face that prints a character in a weight, and its glyph there: the weight's own, else the other weight's,
    /// else the rare kanji.
    fn find(&self, weight: Weight, c: char) -> Option<(Face, Glyph)> {
        let order = match weight {
            Weight::Regular => [Face::Regular, Face::Bold, Face::Rare],
            Weight::Bold => [Face::Bold, Face::Regular, Face::Rare],
        };
        order.into_iter().find_map(|face| Some((face, self.glyph(face, c)?)))
    }
    /// The face that prints a character in a weight.
    pub fn face(&self, weight: Weight, c: char) -> Option<Face> {
        self.find(weight, c).map(|(face, _)| face)
    }
    /// Advance of a character in em; a character without glyph counts as one em and is reported by the ink.
    pub fn advance(&self, weight: Weight, c: char) -> f32 {
        self.find(weight, c).map_or(1.0, |(_, glyph)| glyph.advance)
    }
    /// Width of a text in points.
    pub fn width(&self, weight: Weight, text: &str, size: f32) -> f32 {
        text.chars().map(|c| self.advance(weight, c)).sum::<f32>() * size
    }
    /// Characters of a text that no face has, each once, in order.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing = Vec::new();
        for c in text.chars() {
            if self.face(Weight::Regular, c).is_none() && !missing.contains(&c) {
                missing.push(c);
            }
        }
        missing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_have_a_glyph_and_figures_have_one_width() {
        let fonts = Fonts::shared();
        assert_eq!(fonts.missing("髙﨑邉齋𠮷槗𡈽①㈱ｘ—〜ｱ，"), Vec::<char>::new());
        assert_eq!(fonts.missing("✔か✔☐"), vec!['✔', '☐']);
        assert_eq!(fonts.face(Weight::Bold, '𠮷'), Some(Face::Rare));
        for weight in [Weight::Regular, Weight::Bold] {
            assert_eq!(fonts.width(weight, "1,234.5", 10.0), 35.0);
            assert_eq!(fonts.width(weight, "実人数", 10.0), 30.0);
        }
    }
}
