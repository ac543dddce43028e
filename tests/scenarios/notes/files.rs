//! Photos and papers of a note: what is taken in, how it is shown, and that nothing of it ever lies outside the vault.

use super::{newest, note, written};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lopdf::dictionary;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use susono_tests::{Ward, empty, ward};

/// A small picture with a mark of its own in its bytes.
fn png(mark: &str) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0".to_vec();
    bytes.extend_from_slice(mark.repeat(40).as_bytes());
    bytes
}

fn stage(ward: &Ward, name: &str, bytes: &[u8]) -> Value {
    ward.call("StageFile", json!({"name": name, "data": STANDARD.encode(bytes)}))
}

fn attached(ward: &Ward, case: &str, bytes: &[u8]) -> String {
    let file = stage(ward, "同意書.png", bytes);
    let mut with = note(case, "同意書を写した。");
    with["files"] = json!([file]);
    ward.call("WriteContact", with)[0].as_str().expect("an identity").to_owned()
}

fn picture(ward: &Ward, id: &Value, page: u32) -> Value {
    ward.call("AttachmentPage", json!({"attachment_id": id, "page": page, "width": 300}))
}

/// A paper of two pages, the second wider than the first.
fn pdf() -> Vec<u8> {
    let mut paper = lopdf::Document::with_version("1.7");
    let pages = paper.new_object_id();
    let mut kids: Vec<lopdf::Object> = Vec::new();
    for width in [200, 300] {
        let page = dictionary! {
            "Type" => "Page", "Parent" => pages, "MediaBox" => vec![0.into(), 0.into(), width.into(), 200.into()],
        };
        kids.push(paper.add_object(page).into());
    }
    paper.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 2 }.into());
    let root = paper.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    paper.trailer.set("Root", root);
    let mut bytes = Vec::new();
    paper.save_to(&mut bytes).expect("a paper");
    bytes
}

#[test]
fn a_photo_goes_into_the_vault_and_comes_out_as_it_was() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let bytes = png("写真");
    attached(&ward, &case, &bytes);
    let item = newest(&ward, &case);
    let file = &item["attachments"][0];
    assert_eq!(
        (&file["name"], &file["kind"], &file["size"]),
        (&json!("同意書.png"), &json!("png"), &json!(bytes.len()))
    );
    let shown = picture(&ward, &file["id"], 1);
    assert_eq!((&shown["mime"], &shown["pages"]), (&json!("image/png"), &json!(1)));
    assert_eq!(STANDARD.decode(shown["data"].as_str().expect("a picture")).expect("Base64"), bytes);
}

#[test]
fn a_paper_is_drawn_page_by_page() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let file = stage(&ward, "報告.pdf", &pdf());
    assert_eq!(file["kind"], "pdf");
    let id = written(&ward, &case, "紙を預かった。");
    ward.call("AttachFiles", json!({"contact_id": id, "files": [file]}));
    let paper = newest(&ward, &case)["attachments"][0]["id"].clone();
    let first = picture(&ward, &paper, 1);
    assert_eq!(first["pages"], 2);
    let drawn = STANDARD.decode(first["data"].as_str().expect("a picture")).expect("Base64");
    assert!(drawn.starts_with(b"\x89PNG"));
    assert_ne!(picture(&ward, &paper, 2)["data"], first["data"]);
    ward.fails("AttachmentPage", json!({"attachment_id": paper, "page": 0, "width": 300}), "report.no-page");
    ward.fails("AttachmentPage", json!({"attachment_id": paper, "page": 3, "width": 300}), "report.no-page");
}

#[test]
fn only_photos_and_papers_of_a_size_come_in_and_the_bytes_say_what_they_are() {
    let ward = ward();
    let refused = |name: &str, bytes: &[u8], id: &str| {
        ward.fails("StageFile", json!({"name": name, "data": STANDARD.encode(bytes)}), id);
    };
    refused("写真.png", b"<html><script>alert(1)</script>", "attachment.kind");
    refused("写真.png", b"MZ\x90\0\x03", "attachment.kind");
    refused("空.pdf", b"", "attachment.kind");
    refused("壊れた.pdf", b"%PDF-1.7\nnothing follows", "attachment.unreadable");
    ward.fails("StageFile", json!({"name": "a.png", "data": "これは違う"}), "attachment.unreadable");
    let mut large = png("大");
    large.resize((20 << 20) + 1, 7);
    refused("大きい.png", &large, "attachment.too-large");
    assert_eq!(stage(&ward, "実は写真.pdf", &png("小"))["kind"], "png");
    let case = ward.case("南 和夫");
    let mut gone = note(&case, "ない写真");
    gone["files"] = json!([{"name": "a.png", "sha256": "0".repeat(64), "kind": "png", "size": 1}]);
    ward.fails("WriteContact", gone, "attachment.gone");
}

/// Every file below some folders.
fn files_below(folders: &[PathBuf]) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    let mut left: Vec<PathBuf> = folders.to_vec();
    while let Some(folder) = left.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => left.push(entry.path()),
                Ok(kind) if kind.is_file() => {
                    found.insert(entry.path());
                }
                _ => {}
            }
        }
    }
    found
}

fn holds(path: &Path, mark: &str) -> bool {
    let bytes = std::fs::read(path).unwrap_or_default();
    bytes.windows(mark.len()).any(|window| window == mark.as_bytes())
}

#[test]
fn nothing_of_a_photo_lies_in_the_open_while_it_is_kept_and_shown() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let mark = "ひみつの写真";
    attached(&ward, &case, &png(mark));
    let id = newest(&ward, &case)["attachments"][0]["id"].clone();
    picture(&ward, &id, 1);
    let own = files_below(&[ward.folder().to_owned()]);
    assert!(!own.is_empty());
    for path in &own {
        assert!(!holds(path, mark), "{} holds the photo", path.display());
    }
    // What this very process made in the machine's place for passing things, if anything.
    let mine = format!("susono-story-{}-", std::process::id());
    let passing: Vec<PathBuf> = std::fs::read_dir(std::env::temp_dir())
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(&mine))
        .map(|entry| entry.path())
        .collect();
    for path in files_below(&passing) {
        assert!(!holds(&path, mark), "{} holds the photo", path.display());
    }
}

#[test]
fn an_export_and_an_import_keep_the_very_bytes() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let bytes = png("旅");
    attached(&ward, &case, &bytes);
    let files = app::exchange::export(ward.house()).expect("an export");
    assert!(files.values().any(|file| *file == bytes), "the photo is a file of the export");
    let other = empty();
    other.import(&files);
    let case = other.case("南 和夫");
    let id = newest(&other, &case)["attachments"][0]["id"].clone();
    assert_eq!(
        STANDARD.decode(picture(&other, &id, 1)["data"].as_str().expect("a picture")).expect("Base64"),
        bytes
    );
    assert_eq!(app::exchange::export(other.house()).expect("an export"), files, "again the same to the byte");
}

#[test]
fn a_photo_taken_back_can_be_brought_again_and_what_nothing_names_is_cleared() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let before = ward.records();
    stage(&ward, "使わない.png", &png("使わない"));
    attached(&ward, &case, &png("使う"));
    ward.undo();
    assert_eq!(ward.records(), before);
    assert_eq!(ward.call("Trash", json!({}))["loose"], true, "one was staged and never recorded");
    assert_eq!(ward.call("ClearTrash", json!({})), json!({"records": 0, "files": 1}));
    ward.redo();
    let id = newest(&ward, &case)["attachments"][0]["id"].clone();
    picture(&ward, &id, 1);
    assert_eq!(ward.call("ClearTrash", json!({})), json!({"records": 0, "files": 0}));
}
