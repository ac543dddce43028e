//! Changes a finished file as a careless tool or a clever hand would.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use std::collections::BTreeMap;

/// A finished file in the hands of a forger.
pub struct Forger {
    /// The file.
    pub file: Document,
}

/// A string in UTF-16 with its mark.
pub fn utf16(text: &str) -> Object {
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    Object::String([0xFE, 0xFF].into_iter().chain(units).collect(), StringFormat::Hexadecimal)
}

impl Forger {
    /// Opens a file.
    pub fn new(bytes: &[u8]) -> Self {
        Self { file: Document::load_mem(bytes).expect("a finished file") }
    }
    /// The bytes.
    pub fn bytes(mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.file.save_to(&mut bytes).expect("it can be written");
        bytes
    }
    /// The catalogue.
    pub fn catalogue(&mut self) -> &mut Dictionary {
        self.file.catalog_mut().expect("a catalogue")
    }
    /// The dictionary of a page, counted from 1.
    pub fn page(&mut self, number: u32) -> &mut Dictionary {
        let id = self.file.get_pages()[&number];
        self.file.get_dictionary_mut(id).expect("a page")
    }
    /// A new object.
    pub fn add(&mut self, object: impl Into<Object>) -> Object {
        Object::Reference(self.file.add_object(object))
    }
    /// A font of the file by the end of its name, with the stream that maps its codes.
    pub fn font(&self, name: &str) -> (ObjectId, ObjectId) {
        let is = |d: &Dictionary| {
            let base = d.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default();
            d.has(b"ToUnicode") && base.ends_with(name.as_bytes())
        };
        let fonts = self.file.objects.iter();
        let (id, font) = fonts
            .filter_map(|(id, o)| Some((*id, o.as_dict().ok()?)))
            .find(|(_, d)| is(d))
            .expect("the font");
        (id, font.get(b"ToUnicode").and_then(Object::as_reference).expect("a map"))
    }
    /// The map of a font as text.
    pub fn map(&self, name: &str) -> String {
        let stream = self.file.get_object(self.font(name).1).and_then(Object::as_stream).expect("a map");
        String::from_utf8(stream.decompressed_content().expect("it unpacks")).expect("it is text")
    }
    /// Codes of a text in the regular face, which must print its characters somewhere.
    pub fn codes(&self, text: &str) -> Vec<String> {
        self.codes_in("BIZUDGothic-Regular", text).unwrap_or_else(|| panic!("{text} is not on this paper"))
    }
    /// Codes of a text in a face, where it prints all its characters.
    pub fn codes_in(&self, face: &str, text: &str) -> Option<Vec<String>> {
        let map = self.map(face);
        let mut known = BTreeMap::new();
        for section in map.split("beginbfchar").skip(1) {
            let section = section.split("endbfchar").next().unwrap_or_default();
            let hex: Vec<&str> = section.split(['<', '>']).skip(1).step_by(2).collect();
            for pair in hex.chunks_exact(2) {
                known.insert(pair[1].to_lowercase(), pair[0].to_lowercase());
            }
        }
        for section in map.split("beginbfrange").skip(1) {
            let section = section.split("endbfrange").next().unwrap_or_default();
            let hex: Vec<&str> = section.split(['<', '>']).skip(1).step_by(2).collect();
            for three in hex.chunks_exact(3) {
                let number = |text: &str| u32::from_str_radix(text, 16).expect("a code");
                for (n, code) in (number(three[0])..=number(three[1])).enumerate() {
                    known.insert(format!("{:04x}", number(three[2]) + n as u32), format!("{code:04x}"));
                }
            }
        }
        let code = |c: char| {
            let hex: String = c.to_string().encode_utf16().map(|unit| format!("{unit:04x}")).collect();
            known.get(&hex).cloned()
        };
        text.chars().map(code).collect()
    }
    /// The operators that show a text at a place.
    pub fn shown(&self, text: &str, x: f32, y: f32, size: f32) -> String {
        format!("BT 1 0 0 1 {x} {y} Tm /TR {size} Tf <{}> Tj ET\n", self.codes(text).concat())
    }
    /// Draws more on a page.
    pub fn draw(&mut self, number: u32, operators: &str) {
        let id = self.file.get_pages()[&number];
        let mut content = self.file.get_page_content(id);
        content.extend(b"\nq\n");
        content.extend(operators.as_bytes());
        content.extend(b"\nQ\n");
        let content = self.add(Stream::new(Dictionary::new(), content));
        self.page(number).set("Contents", content);
    }
    /// Replaces codes in the content of every page.
    pub fn replace(&mut self, from: &str, to: &str) -> usize {
        let faces = ["BIZUDGothic-Regular", "BIZUDGothic-Bold"];
        let both =
            |face: &str| Some((self.codes_in(face, from)?.concat(), self.codes_in(face, to)?.concat()));
        let pairs: Vec<(String, String)> = faces.iter().filter_map(|face| both(face)).collect();
        pairs.iter().map(|(from, to)| self.swap(from, to)).sum()
    }
    fn swap(&mut self, from: &str, to: &str) -> usize {
        let mut changed = 0;
        for id in self.file.get_pages().into_values() {
            let content = String::from_utf8_lossy(&self.file.get_page_content(id)).into_owned();
            let low = content.to_lowercase();
            if low.contains(from) {
                changed += low.matches(from).count();
                let content = self
                    .add(Stream::new(Dictionary::new(), low_hex(&content).replace(from, to).into_bytes()));
                self.file.get_dictionary_mut(id).expect("a page").set("Contents", content);
            }
        }
        changed
    }
    /// An annotation on the first page.
    pub fn annotation(&mut self, mut note: Dictionary) {
        note.set("Type", "Annot");
        note.set("Rect", vec![0.into(), 0.into(), 10.into(), 10.into()]);
        let note = self.add(note);
        self.page(1).set("Annots", vec![note]);
    }
    /// An attached file.
    pub fn attach(&mut self, name: &str, bytes: &[u8]) {
        let stream = self.add(Stream::new(dictionary! { "Type" => "EmbeddedFile" }, bytes.to_vec()));
        let spec =
            dictionary! { "Type" => "Filespec", "F" => utf16(name), "EF" => dictionary! { "F" => stream } };
        let spec = self.add(spec);
        let names = dictionary! { "EmbeddedFiles" => dictionary! { "Names" => vec![utf16(name), spec] } };
        self.catalogue().set("Names", names);
    }
}

/// Hexadecimal strings in small letters, names as they are.
fn low_hex(content: &str) -> String {
    let mut out = String::with_capacity(content.len());
    let mut inside = false;
    for c in content.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ => {}
        }
        out.push(if inside { c.to_ascii_lowercase() } else { c });
    }
    out
}
