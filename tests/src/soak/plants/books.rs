//! Leaks planted into the tables that leave as a workbook or as text.

use super::{Plant, Which};
use crate::{Ward, ward};
use app::reports::{
    AnnualRequest, Handed, Level, Part, ReportRequest, TableFile, enter_parts, enter_release, hand, prepare,
};
use domain::calendar::FiscalYear;
use serde_json::Value;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const NAME: &str = "髙橋 正一";

/// The published tables of the year as a workbook and as text, as they left after those of June, so that some numbers
/// are hidden; and the first row with a share: the number of its table, its caption, its number and its share.
struct Left {
    book: Parts,
    text: String,
    table: String,
    caption: String,
    cell: String,
    share: String,
}

impl Left {
    fn of(ward: &Ward) -> Self {
        let month = ReportRequest::monthly("2025-06-01".parse().expect("a day"), Level::Public);
        let month = prepare(ward.house(), &ward.around(), month).expect("June may leave");
        enter_release(ward.house(), &ward.around(), &month).expect("June leaves");
        let request = AnnualRequest {
            fiscal_year: FiscalYear::try_from(2025).expect("令和7年度"),
            level: Level::Public,
        };
        let report = prepare(ward.house(), &ward.around(), request).expect("the year may leave");
        let file =
            |form| hand(ward.house(), &ward.around(), &report, Part::Tables(form)).expect("they may leave");
        let (book, text) = (file(TableFile::Xlsx), file(TableFile::Csv));
        enter_parts(ward.house(), &ward.around(), &report, vec![book.clone(), text.clone()], false)
            .expect("they leave");
        let figures: Value = serde_json::from_str(&report.figures_json).expect("figures");
        let tables = figures["tables"].as_array().expect("tables");
        let table =
            tables.iter().find(|t| t["derived"][1]["per_mille"].is_u64()).expect("a table with shares");
        let share = &table["derived"][0];
        let [row, column] = [0, 1].map(|at| share["part"][at].as_u64().expect("a place") as usize);
        let tenths = share["per_mille"].as_u64().expect("a share");
        assert_eq!(table["column_types"][column], "minutes", "the first shares are those of hours");
        let tenth = |n: u64| format!("{}.{}", n / 10, n % 10);
        let words = |value: &Value| value.as_str().expect("words").to_owned();
        Self {
            book: Parts::of(&book),
            text: String::from_utf8(text.bytes).expect("text"),
            table: words(&table["id"]),
            caption: words(&table["rows"][row]),
            cell: tenth((table["cells"][row][column].as_u64().expect("minutes") * 10 + 30) / 60),
            share: tenth(tenths),
        }
    }
}

/// A workbook taken apart, to be put together in another way.
#[derive(Clone)]
struct Parts(Vec<(String, String)>);

impl Parts {
    fn of(file: &Handed) -> Self {
        let package = exchange::table::package(&file.bytes).expect("a package");
        let text = |part: Vec<u8>| String::from_utf8(part).expect("text");
        Self(package.parts.into_iter().map(|(name, part)| (name, text(part))).collect())
    }
    fn part(&mut self, name: &str) -> &mut String {
        let found = self.0.iter_mut().find(|(known, _)| known == name);
        found.map(|(_, part)| part).unwrap_or_else(|| panic!("{name} is in the package"))
    }
    /// Puts other words in the place of some.
    fn put(mut self, part: &str, from: &str, to: &str) -> Self {
        let text = self.part(part);
        assert!(text.contains(from), "{part} has {from}: {text}");
        *text = text.replacen(from, to, 1);
        self
    }
    fn with(mut self, name: &str, part: &str) -> Self {
        self.0.push((name.to_owned(), part.to_owned()));
        self
    }
    /// Names a part, so that it is no leftover.
    fn named(self, name: &str, kind: &str) -> Self {
        let to = format!("<Relationship Id=\"rId99\" Type=\"{kind}\" Target=\"{name}\"/></Relationships>");
        self.put("xl/_rels/workbook.xml.rels", "</Relationships>", &to)
    }
    fn bytes(&self) -> Vec<u8> {
        self.commented("")
    }
    fn commented(&self, comment: &str) -> Vec<u8> {
        let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, part) in &self.0 {
            file.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
            file.write_all(part.as_bytes()).expect("a part");
        }
        file.set_comment(comment).expect("a comment");
        file.finish().expect("a package").into_inner()
    }
    /// The sheet of a table, by its place in the report.
    fn sheet_of(&self, table: &str) -> String {
        let book = &self.0.iter().find(|(name, _)| name == "xl/workbook.xml").expect("a book").1;
        let before = book.split_once(&format!("name=\"表{table}\"")).expect("the table has a sheet").0;
        format!("xl/worksheets/sheet{}.xml", before.matches("<sheet ").count())
    }
}

const BOOK: &str = "xl/workbook.xml";
const TEXTS: &str = "xl/sharedStrings.xml";
const STYLES: &str = "xl/styles.xml";
const CORE: &str = "docProps/core.xml";

/// What a spreadsheet keeps beside the cells that it shows.
fn out_of_sight(which: &mut Which, Left { book, table, .. }: &Left) -> Vec<Plant> {
    let own = || book.clone();
    let sheet = book.sheet_of(table);
    let put = |part: &str, from: &str, to: &str| own().put(part, from, to).bytes();
    let hidden_sheet = own()
        .with("xl/worksheets/sheet99.xml", "<worksheet><sheetData/></worksheet>")
        .named("worksheets/sheet99.xml", "worksheet")
        .put(
            BOOK,
            "</sheets>",
            "<sheet name=\"下書き\" sheetId=\"99\" state=\"veryHidden\" r:id=\"rId99\"/></sheets>",
        );
    let comment = own().with("xl/comments1.xml", "<comments/>").named("comments1.xml", "comments");
    let link = own().with("xl/externalLinks/externalLink1.xml", "<externalLink/>");
    let external = "<Relationship Id=\"rId98\" Type=\"x\" Target=\"file:///C:/台帳.xlsx\" TargetMode=\"External\"/></Relationships>";
    let whole = book.bytes();
    let twice = {
        let name = b"xl/worksheets/sheet1.xml";
        let mut bytes = own().with("xl/worksheets/sheet0.xml", "<worksheet><sheetData/></worksheet>").bytes();
        while let Some(at) = bytes.windows(name.len()).position(|w| w == b"xl/worksheets/sheet0.xml") {
            bytes[at..at + name.len()].copy_from_slice(name);
        }
        bytes
    };
    which.of(&[
        ("layer", &|| hidden_sheet.bytes(), "a hidden sheet"),
        (
            "layer",
            &|| put(BOOK, "<sheet name=", "<sheet state='hidden' name="),
            "a sheet that is hidden afterwards",
        ),
        ("layer", &|| put(&sheet, "<row r=\"6\"", "<row hidden=\"1\" r=\"6\""), "a hidden row"),
        ("layer", &|| put(&sheet, "<row r=\"6\"", "<row ht=\"0\" r=\"6\""), "a row without height"),
        ("layer", &|| put(&sheet, "<col ", "<col hidden=\"true\" "), "a hidden column"),
        (
            "layer",
            &|| put(&sheet, "<sheetFormatPr ", "<sheetFormatPr zeroHeight=\"1\" "),
            "rows that are hidden unless said",
        ),
        ("annotation", &|| comment.bytes(), "a comment on a cell"),
        (
            "annotation",
            &|| put(&sheet, "<pageMargins", "<hyperlinks><hyperlink ref=\"A1\"/></hyperlinks><pageMargins"),
            "a link",
        ),
        (
            "author",
            &|| put(CORE, "<dc:creator></dc:creator>", "<dc:creator>だれか</dc:creator>"),
            "an author",
        ),
        (
            "author",
            &|| {
                put(
                    CORE,
                    "</cp:coreProperties>",
                    "<dc:description>下書き</dc:description></cp:coreProperties>",
                )
            },
            "a description",
        ),
        (
            "author",
            &|| put("docProps/app.xml", "<Company></Company>", "<Company>だれか</Company>"),
            "a company",
        ),
        ("foreign", &|| own().with("docProps/custom.xml", "<Properties/>").bytes(), "properties of its own"),
        (
            "foreign",
            &|| {
                put(
                    BOOK,
                    "<calcPr",
                    "<definedNames><definedName name=\"n\">2</definedName></definedNames><calcPr",
                )
            },
            "a name that stands for a number",
        ),
        (
            "foreign",
            &|| {
                put(
                    &sheet,
                    "<pageMargins",
                    "<headerFooter><oddFooter>2</oddFooter></headerFooter><pageMargins",
                )
            },
            "a number at the foot of each page",
        ),
        (
            "foreign",
            &|| {
                put(&sheet, "<pageMargins", "<mergeCells><mergeCell ref=\"A6:B6\"/></mergeCells><pageMargins")
            },
            "a cell under others",
        ),
        ("foreign", &|| put(&sheet, "</sheetData>", "2</sheetData>"), "a number between the cells"),
        ("foreign", &|| put(TEXTS, "</t></si>", "</t><rPh><t>に</t></rPh></si>"), "the reading of a text"),
        (
            "form",
            &|| {
                put(
                    &sheet,
                    "<pageMargins",
                    "<dataValidations><dataValidation prompt=\"2\"/></dataValidations><pageMargins",
                )
            },
            "a prompt",
        ),
        ("script", &|| link.bytes(), "another workbook's values"),
        ("script", &|| put("xl/_rels/workbook.xml.rels", "</Relationships>", external), "a place outside"),
        ("script", &|| put(&sheet, "<v>", "<f>1+1</f><v>"), "a formula"),
        ("image", &|| own().with("xl/media/image1.png", "2").bytes(), "a picture"),
        ("attachment", &|| own().with("xl/embeddings/book.xlsx", "2").bytes(), "the workbook it came from"),
        ("increment", &|| put(TEXTS, "</sst>", "<si><t>2</t></si></sst>"), "a text that no cell uses"),
        (
            "increment",
            &|| own().with("xl/worksheets/sheet98.xml", "<worksheet><sheetData/></worksheet>").bytes(),
            "a sheet that the book does not name",
        ),
        ("trailing", &|| book.commented("2"), "a comment of the package"),
        ("trailing", &|| put(&sheet, "<sheetData>", "<!-- 2 --><sheetData>"), "a comment in a part"),
        ("trailing", &|| [b"2".as_slice(), &whole].concat(), "bytes before the package"),
        ("trailing", &|| [whole.as_slice(), b"2"].concat(), "bytes behind the package"),
        ("trailing", &|| twice.clone(), "an earlier part under the same name"),
        ("invisible", &|| put(STYLES, "<color theme=\"1\"/>", "<color rgb=\"FFFFFFFF\"/>"), "white text"),
        ("invisible", &|| put(STYLES, "<sz val=\"11\"/>", "<sz val=\"1\"/>"), "tiny text"),
        (
            "invisible",
            &|| {
                put(
                    "xl/theme/theme1.xml",
                    "<a:sysClr val=\"windowText\" lastClr=\"000000\"/>",
                    "<a:sysClr val=\"window\" lastClr=\"FFFFFF\"/>",
                )
            },
            "a theme in white",
        ),
    ])
}

/// Numbers and words in the cells.
fn in_cells(which: &mut Which, Left { book, table, caption, cell, share, .. }: &Left) -> Vec<Plant> {
    let own = || book.clone();
    let sheet = book.sheet_of(table);
    let exact = |digits: &str| {
        own().put(&sheet, &format!("<v>{share}</v>"), &format!("<v>{share}{digits}</v>")).bytes()
    };
    let tab = format!("name=\"表{table}\"");
    let put = |part: &str, from: &str, to: &str| own().put(part, from, to).bytes();
    let contacts = book.sheet_of("3");
    let format = "formatCode=\"#,##0.0\"";
    let far = "<row r=\"40\"><c r=\"Z40\"><v>2</v></c></row></sheetData>";
    let pair = "<row r=\"40\"><c r=\"A40\"><v>2</v></c><c r=\"B40\"><v>2</v></c></row></sheetData>";
    let text = |words: &str| put(TEXTS, &format!("<t>{caption}</t>"), &format!("<t>{caption}{words}</t>"));
    which.of(&[
        ("invisible", &|| exact("1"), "a decimal that is not shown"),
        ("invisible", &|| exact("0000000002"), "a decimal far behind"),
        ("share", &|| exact("1"), "a share that is too exact"),
        (
            "invisible",
            &|| put(&contacts, "<v>859</v>", "<v>858.7</v>"),
            "a number that is rounded when it is shown",
        ),
        (
            "invisible",
            &|| put(STYLES, format, "formatCode=\"&quot;ｘ&quot;\""),
            "a format that shows the mark",
        ),
        ("total", &|| put(&contacts, "<v>859</v>", "<v>858</v>"), "a total"),
        ("cell", &|| put(&sheet, &format!("<v>{cell}</v>"), &format!("<v>1{cell}</v>")), "a cell"),
        (
            "row",
            &|| put(&sheet, "</c></row></sheetData>", "</c><c r=\"Z9\"><v>2</v></c></row></sheetData>"),
            "a number beside a table",
        ),
        ("foreign", &|| put(&sheet, "</sheetData>", far), "a number far below a table"),
        ("foreign", &|| put(&sheet, "</sheetData>", pair), "a row below a table"),
        (
            "foreign",
            &|| put(&sheet, "<c r=\"B6\"", "<c r=\"B6\"><v>2</v></c><c r=\"B6\""),
            "a cell under another",
        ),
        ("row", &|| text("?"), "another caption"),
        ("name", &|| text(NAME), "a name in a cell"),
        ("name", &|| put(BOOK, &tab, &format!("name=\"{NAME}\"")), "a name on the tab of a sheet"),
        ("name", &|| put(STYLES, "name=\"Normal\"", &format!("name=\"{NAME}\"")), "a name of a style"),
        (
            "lone_name",
            &|| put(TEXTS, "</sst>", "<si><t>髙橋さん</t></si></sst>"),
            "a surname that no cell uses",
        ),
        ("code", &|| put(TEXTS, "</sst>", "<si><t>C01</t></si></sst>"), "the code of a case"),
        ("birth", &|| put(TEXTS, "</sst>", "<si><t>昭和33年3月5日</t></si></sst>"), "a birth date"),
    ])
}

/// The same in a text of tables.
fn in_text(which: &mut Which, Left { text, table, caption, cell, share, .. }: &Left) -> Vec<Plant> {
    let put = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1).into_bytes()
    };
    let (line, head) = (format!("{caption},{cell},{share}"), format!("表{table}"));
    which.of(&[
        ("foreign", &|| put(&head, &format!("2\r\n\r\n2,2\r\n{head}")), "a row above a table"),
        ("foreign", &|| [text, "2,2\r\n"].concat().into_bytes(), "a row below the tables"),
        ("row", &|| put(&line, &format!("{line},,,2")), "a number beside a table"),
        ("row", &|| put(&head, &format!("伏せた数は2\r\n{head}")), "words under a table"),
        ("name", &|| put(caption, NAME), "a name"),
        ("share", &|| put(share, &format!("{share}1")), "a share that is too exact"),
        ("unhidden", &|| put(",ｘ", ",2"), "a hidden number"),
        ("unhidden", &|| put(",ｘ", ",ｘｘ"), "a longer mark"),
    ])
}

/// The practice ward, the plants of its tables, and a workbook that was only packed anew.
pub(super) fn plants(which: &mut Which) -> (Ward, Vec<Plant>, Vec<u8>) {
    let ward = ward();
    ward.at("2026-04-02T09:00:00+09:00");
    let left = Left::of(&ward);
    let mut plants = out_of_sight(which, &left);
    plants.extend(in_cells(which, &left));
    plants.extend(in_text(which, &left));
    (ward, plants, left.book.bytes())
}
