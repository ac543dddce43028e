//! What makes a drawing a document: structure, outline, language, title, a fixed identifier, and nothing about
//! whoever made it.

use super::InkError;
use crate::page::{Document, HEIGHT, Role, Shape};
use chrono::NaiveDate;
use lopdf::{Dictionary, Object, ObjectId, SaveOptions, StringFormat, dictionary};
use sha2::{Digest, Sha256};

/// The element behind each marked content, page by page.
#[derive(Debug, Default)]
pub struct Anchors {
    /// Index: page, then number of the marked content.
    pub pages: Vec<Vec<usize>>,
}

/// The name of a role in the structure.
pub const fn tag(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::H1 => "H1",
        Role::H2 => "H2",
        Role::H3 => "H3",
        Role::P => "P",
        Role::Toc => "TOC",
        Role::TocLine => "TOCI",
        Role::Table => "Table",
        Role::Caption => "Caption",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::Row => "TR",
        Role::ColumnHead | Role::RowHead => "TH",
        Role::Cell => "TD",
        Role::Figure => "Figure",
    }
}

fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

fn utf16(text: &str) -> Object {
    let mut bytes = vec![0xFE, 0xFF];
    text.encode_utf16().for_each(|unit| bytes.extend(unit.to_be_bytes()));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// Adds everything and writes the bytes.
pub fn finish(
    mut pdf: lopdf::Document,
    document: &Document,
    anchors: &Anchors,
    created: NaiveDate,
) -> Result<Vec<u8>, InkError> {
    let broken = |e: lopdf::Error| InkError::Broken(e.to_string());
    pdf.version = "1.7".to_owned();
    let root = pdf.trailer.get(b"Root").and_then(Object::as_reference).map_err(broken)?;
    let pages: Vec<ObjectId> = pdf.get_pages().values().copied().collect();
    let tree = structure(&mut pdf, document, anchors, &pages);
    let outlines = outline(&mut pdf, document, &pages);
    for (i, page) in pages.iter().enumerate() {
        let page = pdf.get_object_mut(*page).and_then(Object::as_dict_mut).map_err(broken)?;
        page.set("StructParents", i as i64);
        page.set("Tabs", name("S"));
        page.remove(b"Annots");
    }
    let catalogue = pdf.get_object_mut(root).and_then(Object::as_dict_mut).map_err(broken)?;
    catalogue.remove(b"Metadata");
    catalogue.remove(b"OutputIntents");
    catalogue.set("Lang", Object::string_literal(document.language));
    catalogue.set("MarkInfo", dictionary! { "Marked" => true });
    catalogue.set("StructTreeRoot", tree);
    catalogue.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalogue.set("PageMode", name(if outlines.is_some() { "UseOutlines" } else { "UseNone" }));
    match outlines {
        Some(outlines) => catalogue.set("Outlines", outlines),
        None => {
            catalogue.remove(b"Outlines");
        }
    }
    inform(&mut pdf, document, created);
    pdf.compress();
    let mut bytes = Vec::new();
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .compression_level(9)
        .max_objects_per_stream(1000)
        .build();
    pdf.save_with_options(&mut bytes, options).map_err(|e| InkError::Broken(e.to_string()))?;
    Ok(bytes)
}

/// Title and dates, nothing else; the identifier comes from the content.
fn inform(pdf: &mut lopdf::Document, document: &Document, created: NaiveDate) {
    if let Ok(old) = pdf.trailer.get(b"Info").and_then(Object::as_reference) {
        pdf.objects.remove(&old);
    }
    let date = Object::string_literal(created.format("D:%Y%m%d000000+09'00'").to_string());
    let info: Dictionary =
        dictionary! { "Title" => utf16(&document.title), "CreationDate" => date.clone(), "ModDate" => date };
    let id = Object::String(identifier(pdf, document, created), StringFormat::Hexadecimal);
    let info = pdf.add_object(info);
    pdf.trailer.set("Info", info);
    pdf.trailer.set("ID", vec![id.clone(), id]);
}

/// An identifier of what is drawn, said and dated: sixteen bytes.
fn identifier(pdf: &lopdf::Document, document: &Document, created: NaiveDate) -> Vec<u8> {
    let mut hash = Sha256::new();
    for object in pdf.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        }
    }
    for element in &document.elements {
        hash.update([element.role as u8]);
        hash.update(element.alternative.as_deref().unwrap_or_default());
    }
    hash.update(format!("{:?}{}{created}", document.outline, document.title));
    hash.finalize()[..16].to_vec()
}

/// The structure tree; elements without content stay, so that a table keeps its empty corner.
fn structure(
    pdf: &mut lopdf::Document,
    document: &Document,
    anchors: &Anchors,
    pages: &[ObjectId],
) -> ObjectId {
    let tree = pdf.new_object_id();
    let ids: Vec<ObjectId> = document.elements.iter().map(|_| pdf.new_object_id()).collect();
    let mut kids: Vec<Vec<Object>> = vec![Vec::new(); ids.len()];
    let mut parents = Vec::new();
    // A child follows its parent in the list, so walking the list keeps the order of reading.
    for (i, element) in document.elements.iter().enumerate() {
        if let Some(parent) = element.parent {
            kids[parent].push(Object::Reference(ids[i]));
        }
    }
    // The page on which an element begins; what it has there is told by number alone, as nearly everything is.
    let mut begins: Vec<Option<usize>> = vec![None; ids.len()];
    for (p, contents) in anchors.pages.iter().enumerate() {
        for (number, element) in contents.iter().enumerate() {
            let number = Object::Integer(number as i64);
            let content = if *begins[*element].get_or_insert(p) == p {
                number
            } else {
                dictionary! { "Type" => name("MCR"), "Pg" => pages[p], "MCID" => number }.into()
            };
            kids[*element].push(content);
        }
        let list = contents.iter().map(|element| Object::Reference(ids[*element])).collect();
        let list = pdf.add_object(Object::Array(list));
        parents.extend([Object::Integer(p as i64), Object::Reference(list)]);
    }
    let boxes = figure_boxes(document);
    for (i, (element, kids)) in document.elements.iter().zip(kids).enumerate() {
        let parent = element.parent.map_or(tree, |p| ids[p]);
        let mut entry = dictionary! { "S" => name(tag(element.role)), "P" => parent };
        if let Some(page) = begins[i] {
            entry.set("Pg", pages[page]);
        }
        // A single kid needs no list.
        match <[Object; 1]>::try_from(kids) {
            Ok([kid]) => entry.set("K", kid),
            Err(kids) => entry.set("K", kids),
        }
        if let Some(words) = &element.alternative {
            entry.set("Alt", utf16(words));
        }
        let scope = |scope: &str| dictionary! { "O" => name("Table"), "Scope" => name(scope) };
        match element.role {
            Role::ColumnHead => entry.set("A", scope("Column")),
            Role::RowHead => entry.set("A", scope("Row")),
            Role::Figure => {
                let sides = boxes[i].map(Object::Real).to_vec();
                entry.set(
                    "A",
                    dictionary! { "O" => name("Layout"), "Placement" => name("Block"), "BBox" => sides },
                );
            }
            _ => {}
        }
        pdf.objects.insert(ids[i], Object::Dictionary(entry));
    }
    let parents = pdf.add_object(dictionary! { "Nums" => parents });
    let root = dictionary! {
        "Type" => name("StructTreeRoot"),
        "K" => ids.first().map_or(Object::Null, |id| Object::Reference(*id)),
        "ParentTree" => parents,
        "ParentTreeNextKey" => pages.len() as i64,
    };
    pdf.objects.insert(tree, Object::Dictionary(root));
    tree
}

/// Left, bottom, right and top of what every element draws.
fn figure_boxes(document: &Document) -> Vec<[f32; 4]> {
    let mut boxes = vec![[f32::MAX, f32::MAX, 0.0, 0.0]; document.elements.len()];
    let mut reach = |element: usize, x: f32, y: f32| {
        let sides = &mut boxes[element];
        let up = HEIGHT - y;
        *sides = [sides[0].min(x), sides[1].min(up), sides[2].max(x), sides[3].max(up)];
    };
    for mark in document.pages.iter().flat_map(|page| &page.marks) {
        let Some(element) = mark.element else { continue };
        match &mark.shape {
            Shape::Text(text) => reach(element, text.x, text.y),
            Shape::Line { points, .. } => points.iter().for_each(|p| reach(element, p.0, p.1)),
            Shape::Fill { x, y, width, height, .. } => {
                reach(element, *x, *y);
                reach(element, x + width, y + height);
            }
        }
    }
    boxes
}

/// The nested outline.
fn outline(pdf: &mut lopdf::Document, document: &Document, pages: &[ObjectId]) -> Option<ObjectId> {
    let entries = &document.outline;
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| pdf.new_object_id()).collect();
    let parent: Vec<Option<usize>> =
        (0..ids.len()).map(|i| (0..i).rev().find(|j| entries[*j].level < entries[i].level)).collect();
    let children =
        |of: Option<usize>| -> Vec<usize> { (0..ids.len()).filter(|i| parent[*i] == of).collect() };
    for (i, entry) in entries.iter().enumerate() {
        let page = pages.get(entry.page).copied()?;
        let place = vec![
            Object::Reference(page),
            name("XYZ"),
            0.into(),
            Object::Real((HEIGHT - entry.y).round()),
            Object::Null,
        ];
        let up = parent[i].map_or(root, |p| ids[p]);
        let mut item = dictionary! { "Title" => utf16(&entry.title), "Parent" => up, "Dest" => place };
        let siblings = children(parent[i]);
        let at = siblings.iter().position(|s| *s == i)?;
        if let Some(before) = at.checked_sub(1).and_then(|b| siblings.get(b)) {
            item.set("Prev", ids[*before]);
        }
        if let Some(after) = siblings.get(at + 1) {
            item.set("Next", ids[*after]);
        }
        let inner = children(Some(i));
        if let (Some(first), Some(last)) = (inner.first(), inner.last()) {
            item.set("First", ids[*first]);
            item.set("Last", ids[*last]);
            item.set("Count", -(inner.len() as i64));
        }
        pdf.objects.insert(ids[i], Object::Dictionary(item));
    }
    let top = children(None);
    let (first, last) = (top.first()?, top.last()?);
    let item = dictionary! {
        "Type" => name("Outlines"), "First" => ids[*first], "Last" => ids[*last], "Count" => top.len() as i64,
    };
    pdf.objects.insert(root, Object::Dictionary(item));
    Some(root)
}
