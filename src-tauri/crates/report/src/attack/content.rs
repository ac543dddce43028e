//! Content streams: the text that is drawn, with the fonts' own maps, in the order it is drawn.

use super::cmap::{CMap, parse};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

/// Deepest nesting of drawings inside drawings.
const DEEPEST: usize = 8;

/// A font as the reader of the page needs it.
#[derive(Clone, Debug, Default)]
struct Font {
    map: CMap,
    wide: bool,
    widths: BTreeMap<u32, f32>,
}

/// Fonts of the file and what is read with them.
pub struct Reader<'a> {
    file: &'a Document,
    fonts: BTreeMap<ObjectId, Font>,
    printed: BTreeMap<ObjectId, BTreeSet<u32>>,
    /// Replacement texts inside the pages.
    pub alternatives: Vec<String>,
    /// True when text is drawn that nobody sees.
    pub invisible: bool,
    /// True when text is drawn that cannot be read back, so that nothing can be said about it.
    pub unreadable: bool,
}

#[derive(Clone)]
struct State {
    place: [f32; 6],
    font: Option<ObjectId>,
    size: f32,
    spacing: f32,
    leading: f32,
}

/// Where the pen of the text stands, and the text so far.
struct Sheet {
    text: String,
    line: [f32; 6],
    pen: [f32; 6],
    last: Option<(f32, f32)>,
}

const UPRIGHT: [f32; 6] = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// `first`, then `second`.
fn after(first: [f32; 6], second: [f32; 6]) -> [f32; 6] {
    let [a, b, c, d, e, f] = first;
    let [g, h, i, j, k, l] = second;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

fn moved(matrix: [f32; 6], x: f32, y: f32) -> [f32; 6] {
    after([1.0, 0.0, 0.0, 1.0, x, y], matrix)
}

fn numbers(operands: &[Object]) -> Vec<f32> {
    operands.iter().filter_map(|o| o.as_float().ok()).collect()
}

impl<'a> Reader<'a> {
    /// A reader of one file.
    pub fn new(file: &'a Document) -> Self {
        Self {
            file,
            fonts: BTreeMap::new(),
            printed: BTreeMap::new(),
            alternatives: Vec::new(),
            invisible: false,
            unreadable: false,
        }
    }

    /// The text of a page.
    pub fn page(&mut self, page: ObjectId) -> Option<String> {
        let bytes = self.file.get_page_content(page);
        let (own, inherited) = self.file.get_page_resources(page).ok()?;
        let mut resources: Vec<&Dictionary> = own.into_iter().collect();
        resources.extend(inherited.iter().filter_map(|id| self.file.get_dictionary(*id).ok()));
        let mut sheet = Sheet { text: String::new(), line: UPRIGHT, pen: UPRIGHT, last: None };
        let state = State { place: UPRIGHT, font: None, size: 1.0, spacing: 0.0, leading: 0.0 };
        self.stream(&bytes, &resources, state, &mut sheet, 0)?;
        Some(sheet.text)
    }

    /// Characters that fonts hold and no page printed.
    pub fn unprinted(&self) -> BTreeSet<char> {
        let none = BTreeSet::new();
        let left = self.fonts.iter().flat_map(|(id, font)| {
            let printed = self.printed.get(id).unwrap_or(&none);
            font.map.characters.iter().filter(move |(code, _)| !printed.contains(code))
        });
        left.flat_map(|(_, text)| text.chars()).filter(|c| !c.is_control()).collect()
    }

    fn stream(
        &mut self,
        bytes: &[u8],
        resources: &[&Dictionary],
        mut state: State,
        sheet: &mut Sheet,
        depth: usize,
    ) -> Option<()> {
        let content = Content::decode(bytes).ok()?;
        let mut kept = Vec::new();
        for operation in content.operations {
            let n = numbers(&operation.operands);
            match (operation.operator.as_str(), n.as_slice()) {
                ("q", _) => kept.push(state.clone()),
                ("Q", _) => state = kept.pop().unwrap_or(state),
                ("cm", [a, b, c, d, e, f]) => state.place = after([*a, *b, *c, *d, *e, *f], state.place),
                ("BT", _) => (sheet.line, sheet.pen) = (UPRIGHT, UPRIGHT),
                ("Tf", [size]) => {
                    state.size = *size;
                    state.font = operation
                        .operands
                        .first()
                        .and_then(|o| o.as_name().ok())
                        .and_then(|n| self.font(n, resources));
                }
                ("Tc", [spacing]) => state.spacing = *spacing,
                ("TL", [leading]) => state.leading = *leading,
                ("Tr", [mode]) => self.invisible |= (*mode - 3.0).abs() < 0.5 || *mode > 6.5,
                ("Tm", [a, b, c, d, e, f]) => {
                    sheet.line = [*a, *b, *c, *d, *e, *f];
                    sheet.pen = sheet.line;
                }
                ("Td", [x, y]) => sheet.next(*x, *y),
                ("TD", [x, y]) => {
                    state.leading = -y;
                    sheet.next(*x, *y);
                }
                ("T*", _) => sheet.next(0.0, -state.leading),
                ("Tj", _) => self.show(&operation.operands, &state, sheet),
                ("'" | "\"", _) => {
                    sheet.next(0.0, -state.leading);
                    self.show(&operation.operands, &state, sheet);
                }
                ("TJ", _) => {
                    let items = operation.operands.first().and_then(|o| o.as_array().ok());
                    self.show(items.map_or(&[][..], Vec::as_slice), &state, sheet);
                }
                ("BDC" | "DP", _) => self.replacement(&operation.operands),
                ("Do", _) if depth < DEEPEST => {
                    let name = operation.operands.first().and_then(|o| o.as_name().ok());
                    if let Some(name) = name {
                        self.drawing(name, resources, &state, sheet, depth);
                    }
                }
                _ => {}
            }
        }
        Some(())
    }

    fn entry(
        &self,
        kind: &[u8],
        name: &[u8],
        resources: &[&Dictionary],
    ) -> Option<(Option<ObjectId>, &'a Object)> {
        let file = self.file;
        resources.iter().find_map(|r| {
            let (_, list) = file.dereference(r.get(kind).ok()?).ok()?;
            let entry = list.as_dict().ok()?.get(name).ok()?.clone();
            let id = entry.as_reference().ok()?;
            Some((Some(id), file.get_object(id).ok()?))
        })
    }

    fn drawing(
        &mut self,
        name: &[u8],
        resources: &[&Dictionary],
        state: &State,
        sheet: &mut Sheet,
        depth: usize,
    ) {
        let Some((_, object)) = self.entry(b"XObject", name, resources) else { return };
        let Ok(stream) = object.as_stream() else { return };
        if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form") {
            let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            let own = stream.dict.get(b"Resources").ok().and_then(|r| self.file.dereference(r).ok());
            let mut inner: Vec<&Dictionary> = own.and_then(|(_, r)| r.as_dict().ok()).into_iter().collect();
            inner.extend(resources);
            let _ = self.stream(&bytes, &inner, state.clone(), sheet, depth + 1);
        }
    }

    fn replacement(&mut self, operands: &[Object]) {
        for dictionary in operands.iter().filter_map(|o| o.as_dict().ok()) {
            for key in [b"ActualText".as_slice(), b"Alt", b"E"] {
                if let Ok(text) = dictionary.get(key).and_then(Object::as_str) {
                    self.alternatives.push(super::read::words(text));
                }
            }
        }
    }

    fn font(&mut self, name: &[u8], resources: &[&Dictionary]) -> Option<ObjectId> {
        let (id, object) = self.entry(b"Font", name, resources)?;
        let id = id?;
        if !self.fonts.contains_key(&id) {
            let font = self.read_font(object.as_dict().ok()?);
            self.fonts.insert(id, font);
        }
        Some(id)
    }

    fn read_font(&self, font: &Dictionary) -> Font {
        let follow = |dictionary: &Dictionary, key: &[u8]| -> Option<Object> {
            Some(self.file.dereference(dictionary.get(key).ok()?).ok()?.1.clone())
        };
        let wide = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0");
        let map = follow(font, b"ToUnicode")
            .and_then(|o| {
                o.as_stream().ok().map(|s| s.decompressed_content().unwrap_or_else(|_| s.content.clone()))
            })
            .map(|bytes| parse(&bytes))
            .unwrap_or_default();
        let mut widths = BTreeMap::new();
        let inner = follow(font, b"DescendantFonts").and_then(|o| o.as_array().ok()?.first().cloned());
        let inner = inner.and_then(|o| Some(self.file.dereference(&o).ok()?.1.as_dict().ok()?.clone()));
        let list = inner.and_then(|inner| follow(&inner, b"W")).and_then(|o| o.as_array().ok().cloned());
        let mut rest = list.as_deref().unwrap_or_default();
        while let [first, second, tail @ ..] = rest {
            let Ok(first) = first.as_i64() else { break };
            match (second, tail) {
                (Object::Array(each), tail) => {
                    widths.extend((first as u32..).zip(numbers(each)));
                    rest = tail;
                }
                (last, [width, tail @ ..]) => {
                    let (Ok(last), Ok(width)) = (last.as_i64(), width.as_float()) else { break };
                    widths.extend((first..=last.min(first + 0xFFFF)).map(|code| (code as u32, width)));
                    rest = tail;
                }
                _ => break,
            }
        }
        Font { map, wide, widths }
    }

    fn show(&mut self, items: &[Object], state: &State, sheet: &mut Sheet) {
        let Some((id, font)) = state.font.and_then(|id| Some((id, self.fonts.get(&id)?))) else {
            self.unreadable = true;
            return;
        };
        let printed = self.printed.entry(id).or_default();
        for item in items {
            if let Ok(back) = item.as_float() {
                sheet.pen = moved(sheet.pen, -back / 1000.0 * state.size, 0.0);
            }
            let Ok(bytes) = item.as_str() else { continue };
            let codes: Vec<u32> = if font.wide {
                bytes
                    .chunks(2)
                    .map(|pair| pair.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))
                    .collect()
            } else {
                bytes.iter().copied().map(u32::from).collect()
            };
            for code in codes {
                printed.insert(code);
                let plain = char::from_u32(code).filter(|_| !font.wide).map(String::from);
                let text = font.map.characters.get(&code).cloned().or(plain);
                self.unreadable |= text.is_none();
                let text = text.unwrap_or_else(|| "\u{FFFD}".into());
                let advance = font.widths.get(&code).copied().unwrap_or(1000.0) / 1000.0 * state.size;
                sheet.write(&text, advance, state);
            }
        }
    }
}

impl Sheet {
    fn next(&mut self, x: f32, y: f32) {
        self.line = moved(self.line, x, y);
        self.pen = self.line;
    }

    /// Appends a character; a new line where the baseline changes, a space where a gap opens.
    fn write(&mut self, text: &str, advance: f32, state: &State) {
        let [.., x, y] = after(self.pen, state.place);
        match self.last {
            Some((_, line)) if (line - y).abs() > state.size * 0.3 => self.text.push('\n'),
            Some((end, _)) if (x - end).abs() > state.size * 0.8 => self.text.push(' '),
            _ => {}
        }
        self.text.push_str(text);
        self.pen = moved(self.pen, advance + state.spacing, 0.0);
        let [.., end, line] = after(self.pen, state.place);
        self.last = Some((end, line));
    }
}
