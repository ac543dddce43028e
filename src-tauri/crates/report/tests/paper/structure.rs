//! What a reading machine finds in the file.

use crate::bytes;
use crate::sample::{annual, released};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

fn file(level: &str) -> Document {
    let released = released(level);
    Document::load_mem(&bytes(&annual(&released))).unwrap()
}

fn name(dictionary: &Dictionary, key: &[u8]) -> String {
    dictionary
        .get(key)
        .and_then(Object::as_name)
        .map(|n| String::from_utf8_lossy(n).into_owned())
        .unwrap_or_default()
}

#[test]
fn the_file_says_its_title_and_dates_and_nothing_about_its_maker() {
    let released = released("internal");
    let read = report::attack::read(&bytes(&annual(&released))).unwrap();
    let keys: Vec<&str> = read.metadata.keys().map(String::as_str).collect();
    assert_eq!(keys, ["CreationDate", "ModDate", "Title"]);
    assert_eq!(read.metadata["Title"], "令和7年度 精神障害者地域移行・地域定着支援 活動実績報告書");
    assert_eq!(read.metadata["CreationDate"], "D:20260402000000+09'00'");
}

#[test]
fn the_outline_follows_the_chapters() {
    let released = released("internal");
    let read = report::attack::read(&bytes(&annual(&released))).unwrap();
    let find =
        |title: &str| read.outline.iter().position(|t| t == title).unwrap_or_else(|| panic!("{title}"));
    let order = [
        "主な数字",
        "第1　事業の概要",
        "1　目的",
        "第2　取組内容",
        "表3　方法別支援件数（件・時間）",
        "第5　今後の方針",
        "資料",
    ];
    assert!(order.windows(2).all(|pair| find(pair[0]) < find(pair[1])));
}

#[test]
fn the_catalogue_names_language_title_and_structure() {
    let file = file("internal");
    assert_eq!(file.version, "1.7");
    let catalogue = file.catalog().unwrap();
    assert_eq!(catalogue.get(b"Lang").and_then(Object::as_str).unwrap(), b"ja");
    assert_eq!(name(catalogue, b"PageMode"), "UseOutlines");
    for key in [b"MarkInfo".as_slice(), b"StructTreeRoot", b"ViewerPreferences", b"Outlines"] {
        assert!(catalogue.has(key));
    }
    assert!(!catalogue.has(b"Metadata"));
}

/// Every element below an entry of the structure, and every marked content: its page and number.
fn walk<'a>(
    file: &'a Document,
    kid: &'a Object,
    page: Option<ObjectId>,
    found: &mut (Vec<&'a Dictionary>, Vec<(ObjectId, i64)>),
) {
    match kid {
        Object::Array(kids) => kids.iter().for_each(|kid| walk(file, kid, page, found)),
        Object::Integer(number) => found.1.push((page.unwrap(), *number)),
        Object::Reference(to) => walk(file, file.get_object(*to).unwrap(), page, found),
        Object::Dictionary(entry) => {
            let own = entry.get(b"Pg").and_then(Object::as_reference).ok();
            if let Ok(number) = entry.get(b"MCID").and_then(Object::as_i64) {
                found.1.push((own.unwrap(), number));
            } else {
                found.0.push(entry);
                walk(file, entry.get(b"K").unwrap(), own, found);
            }
        }
        other => panic!("{other:?} in the structure"),
    }
}

#[test]
fn tables_figures_and_headings_are_tagged_and_every_content_stands_in_the_structure_once() {
    let file = file("internal");
    let mut found = (Vec::new(), Vec::new());
    let root = file.catalog().unwrap().get(b"StructTreeRoot").and_then(Object::as_reference).unwrap();
    walk(&file, file.get_dictionary(root).unwrap().get(b"K").unwrap(), None, &mut found);
    let mut tags: BTreeMap<String, usize> = BTreeMap::new();
    let mut scopes: BTreeMap<String, usize> = BTreeMap::new();
    for element in found.0 {
        let tag = name(element, b"S");
        if tag == "TH" {
            let attributes = element.get(b"A").and_then(Object::as_dict).unwrap();
            *scopes.entry(name(attributes, b"Scope")).or_default() += 1;
        }
        if tag == "Figure" {
            assert!(element.has(b"Alt"), "a chart without words");
        }
        *tags.entry(tag).or_default() += 1;
    }
    assert_eq!((tags["Document"], tags["Table"], tags["Caption"], tags["THead"]), (1, 13, 13, 13));
    assert!(tags["H1"] > 5 && tags["H2"] > 8 && tags["H3"] == 2 && tags["Figure"] > 5 && tags["TD"] > 200);
    assert!(scopes["Column"] > 40 && scopes["Row"] > 60);
    let mut marked = Vec::new();
    for page in file.get_pages().into_values() {
        for operation in Content::decode(&file.get_page_content(page)).unwrap().operations {
            let of = operation.operands.get(1).and_then(|o| o.as_dict().ok());
            if let Some(number) = of.and_then(|of| of.get(b"MCID").and_then(Object::as_i64).ok()) {
                marked.push((page, number));
            }
        }
    }
    marked.sort_unstable();
    found.1.sort_unstable();
    assert!(marked.len() > 500 && marked == found.1);
}

#[test]
fn everything_that_is_painted_is_either_content_or_decoration() {
    let file = file("internal");
    for page in file.get_pages().into_values() {
        let content = Content::decode(&file.get_page_content(page)).unwrap();
        let mut depth = 0;
        for operation in content.operations {
            match operation.operator.as_str() {
                "BDC" | "BMC" => depth += 1,
                "EMC" => depth -= 1,
                "Tj" | "TJ" | "S" | "s" | "f" | "f*" | "B" | "b" => {
                    assert_eq!(depth, 1, "{}", operation.operator)
                }
                _ => {}
            }
        }
        assert_eq!(depth, 0);
    }
}
