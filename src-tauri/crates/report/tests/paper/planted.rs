//! One planted leak of every kind: each is found and called by its kind, and the clean file has none.

use crate::bytes;
use crate::forger::{Forger, utf16};
use crate::sample::{annual, released};
use chrono::NaiveDate;
use lopdf::{Dictionary, Object, Stream, dictionary};
use report::Annual;
use report::attack::{Finding, Kind, ReadBack, ReadTable, Secrets, read, search};
use std::sync::OnceLock;

/// Characters of the secrets stand on the clean paper too, one by one, so that only their order tells.
const INNOCENT: &str = "林業の町に桂の木が一本あり、春の朝をはじめて見た。電話は0と1と2と3と4と5と6と7と8と9である。\
    昭和の初めの三十三年と三月と五日。Ｋという字、〒という字、東と丘と番と号。はやしが、";
const NOTE: &str = "おとうとと電話で話せてうれしかったと涙ぐむ。夜は眠れている。";

fn secrets() -> Secrets {
    Secrets {
        whole: vec![
            "林 桂春".into(),
            "はやし はじめ".into(),
            "hayashi katsura".into(),
            "03-4567-1289".into(),
            "7700123".into(),
        ],
        codes: vec!["C-104".into()],
        addresses: vec!["東丘3番5号".into()],
        lone: vec!["林".into()],
        births: NaiveDate::from_ymd_opt(1958, 3, 5).into_iter().collect(),
        places: vec!["みずうみ病院".into()],
        notes: vec![NOTE.into()],
        fixed_words: vec!["原則として".into()],
        ..Secrets::default()
    }
}

fn clean() -> &'static [u8] {
    static CLEAN: OnceLock<Vec<u8>> = OnceLock::new();
    CLEAN.get_or_init(|| {
        let released = released("municipal");
        let mut annual = annual(&released);
        annual.aim = INNOCENT.into();
        bytes(&annual)
    })
}

fn searched(bytes: &[u8]) -> Vec<Finding> {
    search(&read(bytes).expect("it can be read"), &secrets())
}

/// Puts another map of characters in the place of the regular face's.
fn set_map(forger: &mut Forger, map: String) {
    let id = forger.font("BIZUDGothic-Regular").1;
    forger.file.objects.insert(id, Stream::new(Dictionary::new(), map.into_bytes()).into());
}

fn forged(change: impl FnOnce(&mut Forger)) -> Vec<Finding> {
    let mut forger = Forger::new(clean());
    change(&mut forger);
    searched(&forger.bytes())
}

fn made(plant: impl FnOnce(&mut Annual<'_>)) -> Vec<Finding> {
    let released = released("municipal");
    let mut annual = annual(&released);
    plant(&mut annual);
    searched(&bytes(&annual))
}

#[track_caller]
fn found(what: &str, kind: Kind, findings: &[Finding]) {
    assert!(findings.iter().any(|f| f.kind == kind), "{what}: {findings:?}");
    for finding in findings {
        for secret in ["林", "桂", "はじめ", "Hayashi", "4567", "東丘", "C-104", "涙"] {
            assert!(!finding.detail.contains(secret), "{what}: the finding repeats {secret}");
        }
    }
}

#[test]
fn the_clean_file_has_nothing_in_it() {
    assert_eq!(searched(clean()), []);
    assert_eq!(forged(|_| {}), [], "written again by another tool it is still clean");
}

#[test]
fn a_name_is_found_wherever_it_is_written() {
    let text = |words: &str| {
        let words = format!("{words}、と聞いた。");
        made(move |a| a.chapters[3].sections[0].text = words)
    };
    found("title", Kind::Name, &made(|a| a.cover.title = "林桂春の報告".into()));
    found("header", Kind::Name, &made(|a| a.header.left = "林桂春".into()));
    found("outline", Kind::Name, &made(|a| a.chapters[0].sections[0].title = "林桂春と".into()));
    found("note", Kind::Name, &made(|a| a.suppression_note = Some("林桂春の分を伏せた。".into())));
    found("half-width kana", Kind::Name, &text("ﾊﾔｼ ﾊｼﾞﾒ"));
    found("romaji", Kind::Name, &text("Katsura HAYASHI"));
    found("honorific", Kind::LoneName, &text("林さん"));
    found("birth in an era", Kind::Birth, &text("昭和三十三年三月五日"));
    found("telephone", Kind::Number, &text("０３（４５６７）１２８９"));
    found("chart number", Kind::Number, &text("7700123"));
    found("address", Kind::Address, &text("東丘３番５号"));
    found("case code", Kind::Code, &text("C-104"));
    found("hospital", Kind::Place, &text("みずうみ病院"));
    found("twelve characters of a note", Kind::Note, &text("電話で話せてうれしかったと涙"));
}

#[test]
fn the_words_of_a_note_are_found_from_twelve_characters_on() {
    let eleven: String = NOTE.chars().skip(3).take(11).collect();
    let read = |text: &str| ReadBack { pages: vec![text.into()], ..ReadBack::default() };
    assert_eq!(search(&read(&format!("「{eleven}」")), &secrets()), []);
    let twelve: String = NOTE.chars().skip(3).take(12).collect();
    found("twelve", Kind::Note, &search(&read(&format!("「{twelve}」")), &secrets()));
    let own = Secrets { fixed_words: vec![NOTE.into()], ..secrets() };
    assert_eq!(search(&read(NOTE), &own), [], "the report's own words may stand in a note too");
}

#[test]
fn a_name_is_found_however_its_characters_lie() {
    let name = ["林", "桂", "春"];
    let spread = |at: &dyn Fn(f32) -> (f32, f32), order: &[usize]| {
        forged(|f| {
            let drawn: String = order
                .iter()
                .map(|n| {
                    let (x, y) = at(*n as f32);
                    f.shown(name[*n], x, y, 10.0)
                })
                .collect();
            f.draw(2, &drawn);
        })
    };
    found("in runs", Kind::Name, &spread(&|n| (100.0 + 10.0 * n, 60.0), &[0, 1, 2]));
    found("in cells", Kind::Name, &spread(&|n| (100.0 + 90.0 * n, 60.0), &[0, 1, 2]));
    found("in any order", Kind::Name, &spread(&|n| (100.0 + 10.0 * n, 60.0), &[1, 2, 0]));
    found("upright", Kind::Name, &spread(&|n| (20.0, 300.0 - 11.0 * n), &[2, 0, 1]));
    found("backwards", Kind::Name, &spread(&|n| (200.0 - 10.0 * n, 60.0), &[1, 0, 2]));
    let radical = forged(|f| {
        let map = f.map("BIZUDGothic-Regular").to_lowercase();
        set_map(f, map.replace("<6728>", "<2f4a>"));
        let name = f.shown("林桂春", 100.0, 60.0, 10.0);
        f.draw(2, &name);
    });
    found("beside a Kangxi radical", Kind::Name, &radical);
}

#[test]
fn text_that_nobody_sees_is_found() {
    let drawn = |before: &str, after: &str, size: f32, at: (f32, f32)| {
        forged(|f| {
            let text = f.shown("林桂春", at.0, at.1, size);
            f.draw(2, &format!("{before}{text}{after}"));
        })
    };
    let here = (100.0, 60.0);
    for (what, findings) in [
        ("white", drawn("1 1 1 rg ", "", 10.0, here)),
        ("nearly white", drawn("0.93 g ", "", 10.0, here)),
        ("without ink", drawn("3 Tr ", "", 10.0, here)),
        ("of no size", drawn("", "", 0.1, here)),
        ("outside the page", drawn("", "", 10.0, (700.0, 60.0))),
        ("cut away", drawn("0 0 50 50 re W n ", "", 10.0, here)),
        ("under a shape", drawn("", "0.8 g 90 50 80 30 re f ", 10.0, here)),
        ("under a broad line", drawn("", "30 w 90 64 m 200 64 l S ", 10.0, here)),
    ] {
        found(what, Kind::Invisible, &findings);
        found(what, Kind::Name, &findings);
    }
    let faint = forged(|f| {
        let state = f.add(dictionary! { "Type" => "ExtGState", "ca" => 0.0 });
        let id = f.file.get_pages()[&2];
        let resources = f.page(2).get(b"Resources").cloned().expect("resources");
        let mut resources = match resources {
            Object::Reference(id) => f.file.get_dictionary(id).expect("resources").clone(),
            other => other.as_dict().expect("resources").clone(),
        };
        resources.set("ExtGState", dictionary! { "GF" => state });
        f.file.get_dictionary_mut(id).expect("a page").set("Resources", resources);
        let text = f.shown("林桂春", 100.0, 60.0, 10.0);
        f.draw(2, &format!("/GF gs {text}"));
    });
    found("faint", Kind::Invisible, &faint);
}

#[test]
fn what_other_tools_add_is_found_by_its_kind() {
    let name = "林 桂春";
    let author = forged(|f| {
        let info = f.file.trailer.get(b"Info").and_then(Object::as_reference).expect("information");
        f.file.get_dictionary_mut(info).expect("information").set("Author", utf16(name));
    });
    found("author", Kind::Author, &author);
    found("author", Kind::Name, &author);
    let xmp = forged(|f| {
        let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        let xmp = f.add(Stream::new(kind, "<dc:creator>林桂春</dc:creator>".as_bytes().to_vec()));
        f.catalogue().set("Metadata", xmp);
    });
    found("XMP", Kind::Xmp, &xmp);
    found("XMP", Kind::Name, &xmp);
    let alt = forged(|f| {
        let mut all = f.file.objects.values_mut().filter_map(|o| o.as_dict_mut().ok());
        all.find(|d| d.has(b"Alt")).expect("a figure").set("Alt", utf16("棒グラフ。林桂春 3"));
    });
    found("Alt", Kind::Name, &alt);
    let actual = forged(|f| {
        f.draw(2, "/Span <</ActualText <FEFF679768426625>>> BDC EMC");
    });
    found("ActualText", Kind::Name, &actual);
    let note =
        forged(|f| f.annotation(dictionary! { "Subtype" => "Text", "Contents" => utf16("林さんの件") }));
    found("annotation", Kind::Annotation, &note);
    found("annotation", Kind::LoneName, &note);
    let link = forged(|f| {
        f.annotation(dictionary! { "Subtype" => "Link", "A" => dictionary! { "S" => "URI", "URI" => utf16("https://example.jp/7700123") } });
    });
    found("link", Kind::Annotation, &link);
    found("link", Kind::Number, &link);
    let attached = forged(|f| f.attach("記録.txt", "林 桂春".as_bytes()));
    found("attachment", Kind::Attachment, &attached);
    found("attachment", Kind::Name, &attached);
    let script = forged(|f| {
        f.catalogue()
            .set("OpenAction", dictionary! { "S" => "JavaScript", "JS" => utf16("app.alert('林桂春')") });
    });
    found("script", Kind::Script, &script);
    found("script", Kind::Name, &script);
    let form = forged(|f| {
        let field = f.add(dictionary! { "FT" => "Tx", "T" => utf16("氏名"), "V" => utf16(name) });
        f.catalogue().set("AcroForm", dictionary! { "Fields" => vec![field] });
    });
    found("form", Kind::Form, &form);
    let layer = forged(|f| {
        let group = f.add(dictionary! { "Type" => "OCG", "Name" => utf16(name) });
        f.catalogue().set("OCProperties", dictionary! { "OCGs" => vec![group], "D" => Dictionary::new() });
    });
    found("layer", Kind::Layer, &layer);
    found("layer", Kind::Name, &layer);
    let labels = forged(|f| {
        f.catalogue().set(
            "PageLabels",
            dictionary! { "Nums" => vec![0.into(), dictionary! { "P" => utf16(name) }.into()] },
        );
    });
    found("page labels", Kind::Foreign, &labels);
    found("page labels", Kind::Name, &labels);
    let image = forged(|f| {
        let head = dictionary! { "Type" => "XObject", "Subtype" => "Image", "Width" => 1, "Height" => 1, "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8 };
        let image = f.add(Stream::new(head, vec![0]));
        let id = f.file.get_pages()[&2];
        f.file
            .get_dictionary_mut(id)
            .expect("a page")
            .set("Resources", dictionary! { "XObject" => dictionary! { "I" => image } });
    });
    found("image", Kind::Image, &image);
    let inline = forged(|f| f.draw(2, "BI /W 1 /H 1 /CS /G /BPC 8 ID \u{1} EI"));
    found("inline image", Kind::Image, &inline);
    let spare = forged(|f| {
        f.add(dictionary! { "Old" => utf16(name) });
    });
    found("left over", Kind::Increment, &spare);
    found("left over", Kind::Name, &spare);
    let font = forged(|f| {
        let id = f.font("BIZUDGothic-Regular").0;
        f.file.get_dictionary_mut(id).expect("a font").set("BaseFont", "HayashiKatsura");
    });
    found("font", Kind::Name, &font);
    found("font", Kind::Foreign, &font);
}

#[test]
fn what_is_added_to_the_bytes_is_found() {
    let with = |more: &str| {
        let mut bytes = clean().to_vec();
        bytes.extend(more.as_bytes());
        searched(&bytes)
    };
    found("bytes after the end", Kind::Trailing, &with("\n林桂春\n"));
    found("bytes after the end", Kind::Name, &with("\n林桂春\n"));
    found("a comment after the end", Kind::Trailing, &with("\n% 林桂春\n"));
    let again = Forger::new(clean());
    let info = again.file.trailer.get(b"Info").and_then(Object::as_reference).expect("information");
    let root = again.file.trailer.get(b"Root").and_then(Object::as_reference).expect("a root");
    let start = clean().len();
    let object = format!("\n{} 0 obj\n<</Title <FEFF679768426625>>>\nendobj\n", info.0);
    let xref = format!(
        "xref\n{} 1\n{:010} 00000 n \ntrailer\n<</Size {} /Root {} 0 R /Info {} 0 R /Prev 100>>\nstartxref\n{}\n%%EOF\n",
        info.0,
        start + 1,
        info.0 + 1,
        root.0,
        info.0,
        start + object.len()
    );
    let update = with(&format!("{object}{xref}"));
    found("an update", Kind::Increment, &update);
    found("an update", Kind::Name, &update);
    let mut comment = clean().to_vec();
    let at = comment.windows(6).position(|w| w == b"endobj").expect("an object") + 6;
    comment.splice(at..at, "\n% 林桂春\n".bytes());
    let read = read(&comment).map(|r| search(&r, &secrets()));
    if let Ok(findings) = read {
        found("a comment", Kind::Trailing, &findings);
    }
    let inside = forged(|f| f.draw(2, "% hayashi katsura\n"));
    found("a comment on a page", Kind::Trailing, &inside);
}

#[test]
fn what_a_font_hides_or_feigns_is_found() {
    let emptied = forged(|f| {
        let last = *f.file.get_pages().values().last().expect("a page");
        let stream = f.file.get_page_contents(last)[0];
        f.file.objects.insert(stream, Stream::new(Dictionary::new(), Vec::new()).into());
    });
    found("glyphs of a page that is gone", Kind::Glyph, &emptied);
    let feigned = forged(|f| {
        // 林 is drawn and read as 森.
        let map = f.map("BIZUDGothic-Regular").to_lowercase();
        set_map(f, map.replace("<6797>", "<68ee>"));
    });
    found("a character that looks like another", Kind::Glyph, &feigned);
    let nameless = forged(|f| set_map(f, "begincmap endcmap".into()));
    found("characters without a meaning", Kind::Unreadable, &nameless);
}

#[test]
fn marks_and_letters_tell_nothing_by_their_form() {
    let wide = forged(|f| {
        let codes = f.codes("ｘ").concat();
        assert!(f.replace("ｘ", "ｘ") > 0, "something is hidden on this paper");
        let id = f.file.get_pages().into_values().find(|id| {
            String::from_utf8_lossy(&f.file.get_page_content(*id)).contains(&format!("<{codes}>"))
        });
        let id = id.expect("a page with a mark");
        let content = String::from_utf8_lossy(&f.file.get_page_content(id)).into_owned();
        let content = content.replacen(&format!("<{codes}>"), &format!("<{codes}{codes}>"), 1);
        let stream = f.add(Stream::new(Dictionary::new(), content.into_bytes()));
        f.file.get_dictionary_mut(id).expect("a page").set("Contents", stream);
    });
    found("a longer mark", Kind::Mask, &wide);
    let rows = |letters: [&str; 3]| {
        let rows = letters.map(|c| vec![format!("{c}病院"), "3".to_owned()]).to_vec();
        let table = ReadTable { id: "17".into(), pages: vec![4, 4, 4], rows, ..ReadTable::default() };
        search(&ReadBack { tables: vec![table], ..ReadBack::default() }, &secrets())
    };
    assert_eq!(rows(["A", "B", "C"]), []);
    let turned = rows(["A", "C", "B"]);
    found("letters out of order", Kind::Order, &turned);
}

#[test]
fn a_name_of_a_file_is_searched() {
    let read = ReadBack {
        file_name: Some("R7_林桂春_20260402.pdf".into()),
        ..read(clean()).expect("it can be read")
    };
    found("file name", Kind::Name, &search(&read, &secrets()));
}

#[test]
fn broken_and_foreign_bytes_never_stop_the_reader() {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    let whole = clean();
    for round in 0..40 {
        let mut bytes = whole.to_vec();
        match round % 4 {
            0 => bytes.truncate(next(whole.len())),
            1 => (0..40).for_each(|_| bytes[next(whole.len())] = next(256) as u8),
            2 => drop(bytes.drain(next(whole.len() / 2)..whole.len() / 2)),
            _ => bytes = (0..next(4_000)).map(|_| next(256) as u8).collect(),
        }
        // A verdict or a refusal, whatever the bytes: no panic and no end that never comes.
        if let Ok(read) = read(&bytes) {
            assert!(!read.pages.is_empty());
        }
    }
    let bomb = miniz_bomb();
    assert!(read(&bomb).is_err(), "a stream of a gigabyte is not unpacked");
}

/// A small file with a stream that would unpack to a gigabyte.
fn miniz_bomb() -> Vec<u8> {
    let mut forger = Forger::new(clean());
    let mut stream = Stream::new(Dictionary::new(), vec![0; 4 << 20]);
    stream.compress().expect("zeros pack well");
    (0..256).for_each(|_| drop(forger.add(stream.clone())));
    forger.bytes()
}
