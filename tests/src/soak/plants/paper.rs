//! Leaks planted into the pages of a report that may leave.

use super::forger::{Forger, utf16};
use super::{Plant, Which};
use crate::{Ward, empty, practice_pack};
use app::reports::{
    Level, Part, Prepared, ReportKind, ReportRequest, TableFile, enter_release, hand, prepare,
};
use domain::calendar::FiscalYear;
use lopdf::{Dictionary, Object, Stream, dictionary};
use serde_json::{Value, json};

const NAME: &str = "髙橋 正一";
/// Made of characters that every monthly report prints.
const NOTE: &str = "電話面接同行訪問会議居宅時間件数院内";

/// The practice ward with a telephone, an address and a chart number in it.
fn ward() -> Ward {
    let mut pack = practice_pack();
    for (file, column, value) in
        [("people.csv", "phone", "03-4567-1289"), ("cases.csv", "origin_address", "東丘3番5号")]
    {
        let text = String::from_utf8(pack[file].clone()).expect("text");
        let mut lines = text.lines();
        let head = format!("{},{column}", lines.next().expect("a head"));
        let first = format!("{},{value}", lines.next().expect("a row"));
        let rest = lines.map(|line| format!("{line},"));
        let text: String = [head, first].into_iter().chain(rest).map(|line| line + "\r\n").collect();
        pack.insert(file.into(), text.into_bytes());
    }
    let ward = empty();
    ward.import(&pack);
    ward.at("2026-04-02T09:00:00+09:00");
    let case = ward.case("林 健吾");
    ward.call(
        "WriteContact",
        json!({
            "case_ids": [case], "plan_id": null, "on": "2026-03-30", "minutes": 20, "method": "phone",
            "counterparts": ["person"], "text": NOTE, "next_step": null, "outcome": null, "draft_place": null
        }),
    );
    ward
}

fn year() -> FiscalYear {
    FiscalYear::try_from(2025).expect("令和7年度")
}

fn made(ward: &Ward, request: ReportRequest) -> Prepared {
    prepare(ward.house(), &ward.around(), request).expect("the report may leave")
}

fn left(ward: &Ward, request: ReportRequest) -> Prepared {
    let report = made(ward, request);
    enter_release(ward.house(), &ward.around(), &report).expect("it leaves");
    report
}

fn dictionaries(f: &mut Forger) -> impl Iterator<Item = &mut Dictionary> {
    f.file.objects.values_mut().filter_map(|object| object.as_dict_mut().ok())
}

fn information(f: &mut Forger) -> &mut Dictionary {
    let id = f.file.trailer.get(b"Info").and_then(Object::as_reference).expect("information");
    f.file.get_dictionary_mut(id).expect("information")
}

/// Changes what the charts say in words.
fn says(f: &mut Forger, change: impl Fn(&str) -> String) {
    let words = |object: &Object| {
        let bytes = object.as_str().expect("words");
        let units: Vec<u16> =
            bytes[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        String::from_utf16(&units).expect("words")
    };
    let mut charts = 0;
    for chart in dictionaries(f).filter(|d| d.has(b"Alt")) {
        let said = change(&words(chart.get(b"Alt").expect("words")));
        chart.set("Alt", utf16(&said));
        charts += 1;
    }
    assert!(charts > 0, "the report has charts");
}

fn map(f: &mut Forger, change: impl Fn(String) -> String) {
    let map = change(f.map("BIZUDGothic-Regular").to_lowercase());
    let id = f.font("BIZUDGothic-Regular").1;
    f.file.objects.insert(id, Stream::new(Dictionary::new(), map.into_bytes()).into());
}

/// Draws words at the foot of the first page, with operators before and behind.
fn foot(report: &Prepared, words: &str, before: &str, behind: &str) -> Vec<u8> {
    changed(report, |f| {
        let drawn = f.shown(words, 60.0, 40.0, 9.0);
        f.draw(1, &format!("{before} {drawn} {behind}"));
    })
}

/// Words where nobody looks.
fn in_words(which: &mut Which, month: &Prepared) -> Vec<Plant> {
    let kept = |words: &'static str| {
        changed(month, |f| {
            let id = f.add(dictionary! { "Old" => utf16(words) });
            f.page(1).set("Old", id);
        })
    };
    let note: String = NOTE.chars().take(13).collect();
    which.of(&[
        ("name", &|| kept(NAME), "a name"),
        (
            "name",
            &|| changed(month, |f| f.catalogue().set("Takahashi Shoichi", 1)),
            "a name as the name of a key",
        ),
        (
            "name",
            &|| changed(month, |f| f.draw(1, "/TakahashiShoichi BMC EMC")),
            "a name as a tag on the page",
        ),
        (
            "name",
            &|| changed(month, |f| f.file.trailer.set("Kept", utf16(NAME))),
            "a name in the dictionary at the end",
        ),
        ("lone_name", &|| kept("髙橋さん"), "a surname with an honorific"),
        ("number", &|| kept("03-4567-1289"), "a telephone"),
        ("number", &|| kept("カルテ0031482"), "a chart number"),
        ("code", &|| kept("C01"), "the code of a case"),
        ("address", &|| kept("東丘３番５号"), "an address"),
        ("birth", &|| kept("昭和33年3月5日"), "a birth date"),
        ("place", &|| kept("楠沢病院"), "a hospital, in public"),
        ("note", &|| foot(month, &note, "", ""), "thirteen characters of a note on the page"),
    ])
}

/// What other programs leave, and what nobody sees.
fn in_structure(which: &mut Which, month: &Prepared) -> Vec<Plant> {
    let with = |change: &dyn Fn(&mut Forger)| changed(month, |f| change(f));
    let in_catalogue = |key: &'static str, value: Object| changed(month, |f| f.catalogue().set(key, value));
    let layer = |f: &mut Forger| {
        let group = f.add(dictionary! { "Type" => "OCG", "Name" => utf16("2") });
        f.catalogue().set("OCProperties", dictionary! { "OCGs" => vec![group] });
    };
    let history = |f: &mut Forger| {
        let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        let xmp = f.add(Stream::new(kind, b"<xmpMM:History/>".to_vec()));
        f.catalogue().set("Metadata", xmp);
    };
    let thumb = |f: &mut Forger| {
        let picture =
            f.add(Stream::new(dictionary! { "Subtype" => "Image", "Width" => 1, "Height" => 1 }, vec![0]));
        f.page(1).set("Thumb", picture);
    };
    let long = |f: &mut Forger| {
        let cell = |d: &Dictionary| d.get(b"S").and_then(Object::as_name).is_ok_and(|s| s == b"TD");
        dictionaries(f).filter(|d| cell(d)).for_each(|d| d.set("E", utf16("2")));
    };
    let spoken = |f: &mut Forger| {
        let cell = |d: &Dictionary| d.get(b"S").and_then(Object::as_name).is_ok_and(|s| s == b"TD");
        dictionaries(f).filter(|d| cell(d)).for_each(|d| d.set("Alt", utf16("2")));
    };
    let blend = |f: &mut Forger| {
        let state = f.add(dictionary! { "Type" => "ExtGState", "BM" => "Screen" });
        let resources = f.page(1).get(b"Resources").cloned().expect("resources");
        let mut resources = match resources {
            Object::Reference(id) => f.file.get_dictionary(id).expect("resources").clone(),
            other => other.as_dict().expect("resources").clone(),
        };
        resources.set("ExtGState", dictionary! { "GB" => state });
        f.page(1).set("Resources", resources);
        f.draw(1, "/GB gs");
    };
    let packed = {
        let mut f = Forger::new(&month.pdf);
        f.add(dictionary! { "Old" => 2 });
        let mut bytes = Vec::new();
        f.file.save_modern(&mut bytes).expect("it can be written");
        bytes
    };
    let outline = |f: &mut Forger| {
        let titled = dictionaries(f).filter(|d| d.has(b"Title") && d.has(b"Dest"));
        titled.for_each(|d| d.set("Title", utf16("伏せた数は2")));
    };
    let kept = dictionary! { "X" => dictionary! { "Y" => 1 } };
    let action = dictionary! { "S" => "JavaScript", "JS" => utf16("app.alert(2)") };
    which.of(&[
        ("foreign", &|| in_catalogue("PieceInfo", kept.clone().into()), "what a program kept for itself"),
        (
            "foreign",
            &|| with(&|f| f.draw(1, "/Span <</ActualText <FEFF0032>>> BDC EMC")),
            "a number that is only said",
        ),
        ("foreign", &|| with(&long), "a number as the long form of a cell"),
        ("foreign", &|| with(&spoken), "a number that stands for a cell when it is read out"),
        ("foreign", &|| with(&outline), "a number in the outline"),
        ("foreign", &|| with(&|f| f.file.trailer.set("Kept", 2)), "a number in the dictionary at the end"),
        ("author", &|| with(&|f| information(f).set("Author", utf16("だれか"))), "an author"),
        ("author", &|| with(&|f| information(f).set("History", utf16("2"))), "a history of the document"),
        ("xmp", &|| with(&history), "a history in XMP"),
        ("attachment", &|| with(&|f| f.attach("表.csv", b"1,2")), "an attachment"),
        (
            "annotation",
            &|| with(&|f| f.annotation(dictionary! { "Subtype" => "Text", "Contents" => utf16("2") })),
            "an annotation",
        ),
        ("script", &|| in_catalogue("OpenAction", action.clone().into()), "a script"),
        (
            "form",
            &|| in_catalogue("AcroForm", dictionary! { "Fields" => vec![Object::Null] }.into()),
            "a form",
        ),
        ("layer", &|| with(&layer), "a layer"),
        ("image", &|| with(&thumb), "a small picture of an earlier page"),
        (
            "image",
            &|| with(&|f| f.draw(1, "BI /W 1 /H 1 /CS /G /BPC 8 ID \u{1} EI")),
            "a picture on the page",
        ),
        ("invisible", &|| foot(month, "月", "1 1 1 rg", ""), "white text"),
        ("invisible", &|| foot(month, "月", "3 Tr", ""), "text without ink"),
        ("invisible", &|| foot(month, "月", "", "0.7 g 40 30 80 40 re f"), "text under a shape"),
        ("invisible", &|| with(&blend), "ink that mixes with the paper until it is gone"),
        ("invisible", &|| with(&|f| f.draw(1, "BX (2) kk EX")), "words of an operator that nobody knows"),
        ("increment", &|| packed.clone(), "an object to which nothing leads, packed with others"),
        (
            "increment",
            &|| with(&|f| drop(f.add(dictionary! { "Old" => 2 }))),
            "an object to which nothing leads",
        ),
        ("trailing", &|| [month.pdf.as_slice(), b"\n2\n"].concat(), "bytes after the end"),
        ("unreadable", &|| with(&|f| map(f, |_| "begincmap endcmap".into())), "characters without a meaning"),
        // 件 is drawn and 人 is read.
        (
            "glyph",
            &|| with(&|f| map(f, |map| map.replace("<4ef6>", "<4eba>"))),
            "a map that says another character",
        ),
    ])
}

/// Numbers changed on paper.
fn in_numbers(which: &mut Which, ward: &Ward, year: &Prepared) -> Vec<Plant> {
    let swap = |from: &'static str, to: &'static str| {
        changed(year, move |f| assert!(f.replace(from, to) > 0, "{from} stands on the paper"))
    };
    let inside = made(ward, ReportRequest { level: Level::Internal, ..year.request.clone() });
    let csv = hand(ward.house(), &ward.around(), &inside, Part::Tables(TableFile::Csv)).expect("its tables");
    let csv = String::from_utf8(csv.bytes).expect("text");
    let posing = csv.replacen(&Level::Internal.mark(), &Level::Municipal.mark(), 1).into_bytes();
    let figures: Value = serde_json::from_str(&year.figures_json).expect("figures");
    let shares = figures["tables"]
        .as_array()
        .expect("tables")
        .iter()
        .find_map(|t| t["derived"][0]["per_mille"].as_u64());
    let share = shares.map(|n| format!("{}.{}", n / 10, n % 10)).expect("a share is printed");
    let exact =
        changed(year, |f| assert!(f.replace(&share, &format!("{share}{}", &share[..1])) > 0, "{share}"));
    let figure = |f: &mut Forger| {
        let id = f
            .add(dictionary! { "Type" => "StructElem", "S" => "Figure", "Alt" => utf16("図。そのほか 2。") });
        f.catalogue().set("Names", vec![id]);
    };
    let more = |words: &str| format!("{}、そのほか 2。", words.trim_end_matches('。'));
    which.of(&[
        ("total", &|| swap("860", "859"), "a total"),
        ("cell", &|| swap("213", "212"), "a cell"),
        ("row", &|| swap("電話", "電電"), "another caption"),
        ("headline", &|| swap("21", "12"), "a main figure"),
        ("order", &|| swap("A病院", "B病院"), "letters of hospitals"),
        ("share", &|| exact.clone(), "a share that is too exact"),
        ("cell", &|| changed(year, |f| says(f, more)), "one more value said beside a chart"),
        ("cell", &|| changed(year, figure), "a figure that stands nowhere"),
        ("table", &|| posing.clone(), "exact numbers of few people under another mark"),
        ("known_person", &|| posing.clone(), "exact numbers of few people under another mark"),
        ("unhidden", &|| changed(year, |f| assert!(f.replace("ｘ", "2") > 0)), "a hidden number"),
        ("mask", &|| changed(year, |f| assert!(f.replace("ｘ", "ｘｘ") > 0)), "a longer mark"),
    ])
}

/// The practice ward with everything that is sought in it, and the plants of its pages.
pub(super) fn plants(which: &mut Which) -> (Ward, Vec<Plant>) {
    let ward = ward();
    let month = left(&ward, ReportRequest::monthly("2025-06-01".parse().expect("a day"), Level::Public));
    let annual = left(&ward, ReportRequest::of_year(ReportKind::Annual, year(), Level::Public));
    let mut plants = in_words(which, &month);
    plants.extend(in_structure(which, &month));
    plants.extend(in_numbers(which, &ward, &annual));
    (ward, plants)
}

/// The bytes after a change.
fn changed(report: &Prepared, change: impl FnOnce(&mut Forger)) -> Vec<u8> {
    let mut forger = Forger::new(&report.pdf);
    change(&mut forger);
    forger.bytes()
}
