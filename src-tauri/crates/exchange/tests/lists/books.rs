//! Twenty workbooks of the shapes that people keep.

use crate::summary::{of_sheet, read_all};
use exchange::table::ListKind::{self, Activities, Cases, Contacts, Organisations, Survey630};
use exchange::table::open;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

fn sheet<'w>(workbook: &'w mut Workbook, name: &str) -> &'w mut Worksheet {
    workbook.add_worksheet().set_name(name).expect("a name")
}

fn rows(sheet: &mut Worksheet, from: u32, rows: &[&[&str]]) {
    for (row, cells) in (from..).zip(rows) {
        for (column, cell) in (0u16..).zip(*cells) {
            if !cell.is_empty() {
                sheet.write_string(row, column, *cell).expect("a cell");
            }
        }
    }
}

fn date(year: u16, month: u8, day: u8) -> ExcelDateTime {
    ExcelDateTime::from_ymd(year, month, day).expect("a day")
}

fn day_format() -> Format {
    Format::new().set_num_format("yyyy/m/d")
}

#[track_caller]
fn says(kind: ListKind, workbook: &mut Workbook, wanted: &str) {
    let found = read_all(kind, &workbook.save_to_buffer().expect("a workbook"));
    assert_eq!(found, wanted, "\nfound:\n{found}\nwanted:\n{wanted}");
}

/// A workbook with everything that a reader meets.
pub fn small() -> Workbook {
    let mut workbook = Workbook::new();
    let one = sheet(&mut workbook, "名簿");
    one.merge_range(0, 0, 0, 4, "令和7年度 対象者名簿", &Format::new()).unwrap();
    rows(one, 1, &[&["氏名", "ふりがな", "生年月日", "病院", "人数"], &["南 和夫", "みなみ かずお"]]);
    one.write_datetime_with_format(2, 2, date(1965, 5, 6), &day_format()).unwrap();
    one.merge_range(2, 3, 3, 3, "しおさい病院", &Format::new()).unwrap();
    one.write_formula(2, 4, Formula::new("=1+1").set_result("2")).unwrap();
    rows(one, 3, &[&["森 春子", "もり はるこ", "S41.1.8"]]);
    one.write_number(3, 4, 2.5).unwrap();
    workbook
}

#[test]
fn titles_merged_fields_dates_and_formulas() {
    says(
        Cases,
        &mut small(),
        "book head 2\n3 birth_date=1965-05-06 family_kana=みなみ family_name=南 given_kana=かずお given_name=和夫 hospital=しおさい病院\n\
         4 birth_date=1966-01-08 family_kana=もり family_name=森 given_kana=はるこ given_name=春子 hospital=しおさい病院",
    );
}

#[test]
fn two_rows_of_merged_heads() {
    let mut workbook = Workbook::new();
    let one = sheet(&mut workbook, "Sheet1");
    one.merge_range(0, 0, 0, 1, "氏名", &Format::new()).unwrap();
    one.merge_range(0, 2, 0, 4, "入院", &Format::new()).unwrap();
    one.merge_range(0, 5, 1, 5, "性別", &Format::new()).unwrap();
    rows(
        one,
        1,
        &[&["姓", "名", "病院名", "病棟", "日"], &["南", "和夫", "しおさい病院", "2病棟", "H30.2.1", "男"]],
    );
    says(
        Cases,
        &mut workbook,
        "book head 1\n3 admitted_on=2018-02-01 family_name=南 given_name=和夫 hospital=しおさい病院 sex=male ward=2病棟",
    );
}

#[test]
fn days_are_counted_from_1900_or_from_1904() {
    let fill = |workbook: &mut Workbook| {
        let one = sheet(workbook, "名簿");
        rows(one, 0, &[&["氏名", "入院日"], &["一 一"], &["二 二"], &["三 三"]]);
        one.write_number_with_format(1, 1, 43_132.0, &day_format()).unwrap();
        one.write_number(2, 1, 43_132.0).unwrap();
        one.write_number_with_format(
            3,
            1,
            43_132.75,
            &Format::new().set_num_format("ggge\"年\"m\"月\"d\"日\" h:mm"),
        )
        .unwrap();
    };
    let mut workbook = Workbook::new();
    fill(&mut workbook);
    let wanted = |format: &str, day: &str| {
        format!(
            "{format} head 1\n2 admitted_on={day} family_name=一 given_name=一\n3 admitted_on={day} family_name=二 given_name=二\n\
             4 admitted_on={day} family_name=三 given_name=三"
        )
    };
    says(Cases, &mut workbook, &wanted("book", "2018-02-01"));
    let bytes = workbook.save_to_buffer().unwrap();
    let from_1904 = crate::books::with_1904(&bytes);
    assert_eq!(read_all(Cases, &from_1904), wanted("book1904", "2022-02-02"));
}

/// The same workbook with its days counted from 1904.
pub fn with_1904(bytes: &[u8]) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut file = from.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        if name == "xl/workbook.xml" {
            text = text.replace("<workbookPr ", "<workbookPr date1904=\"1\" ");
        }
        to.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn hidden_and_empty_sheets_are_passed_by_and_others_can_be_chosen() {
    let mut workbook = Workbook::new();
    sheet(&mut workbook, "表紙");
    let secret = sheet(&mut workbook, "作業用");
    rows(secret, 0, &[&["氏名"], &["誰 か"]]);
    secret.set_hidden(true);
    let first = sheet(&mut workbook, "楠沢病院");
    first.set_active(true);
    rows(first, 0, &[&["氏名", "病棟"], &["南 和夫", "2病棟"]]);
    rows(sheet(&mut workbook, "しおさい病院"), 0, &[&["氏名", "病棟"], &["森 春子", "3病棟"]]);
    let book = open(&workbook.save_to_buffer().unwrap()).unwrap();
    let sheets: Vec<(&str, bool)> = book.sheets.iter().map(|s| (s.name.as_str(), s.hidden)).collect();
    assert_eq!(sheets, [("表紙", false), ("作業用", true), ("楠沢病院", false), ("しおさい病院", false)]);
    assert_eq!(book.first_sheet(), 2);
    assert_eq!(of_sheet(Cases, &book, 3, None), "book head 1\n2 family_name=森 given_name=春子 ward=3病棟");
}

#[test]
fn rows_and_columns_that_a_filter_hides_are_read_like_the_others() {
    let mut workbook = Workbook::new();
    let one = sheet(&mut workbook, "名簿");
    rows(one, 0, &[&["氏名", "性別", "病棟"], &["南 和夫", "男", "2病棟"], &["森 春子", "女", "3病棟"]]);
    one.set_row_hidden(1).unwrap();
    one.set_column_hidden(1).unwrap();
    says(
        Cases,
        &mut workbook,
        "book head 1\n2 family_name=南 given_name=和夫 sex=male ward=2病棟\n\
         3 family_name=森 given_name=春子 sex=female ward=3病棟",
    );
}

#[test]
fn empty_rows_and_columns_lie_between() {
    let mut workbook = Workbook::new();
    let one = sheet(&mut workbook, "名簿");
    rows(
        one,
        4,
        &[
            &["", "", "氏名", "", "性別"],
            &[],
            &["", "", "南 和夫", "", "男"],
            &[],
            &["", "", "森 春子", "", "女"],
        ],
    );
    says(
        Cases,
        &mut workbook,
        "book head 5\n7 family_name=南 given_name=和夫 sex=male\n9 family_name=森 given_name=春子 sex=female",
    );
}

#[test]
fn numbers_are_read_as_numbers() {
    let mut workbook = Workbook::new();
    let one = sheet(&mut workbook, "630");
    rows(
        one,
        0,
        &[
            &["年", "病院名", "病床数", "在院患者数", "任意", "措置"],
            &["", "楠沢病院"],
            &["R6", "しおさい病院", "２００"],
        ],
    );
    one.write_number(1, 0, 2024.0).unwrap();
    one.write_number(1, 2, 200.0).unwrap();
    one.write_number_with_format(1, 3, 0.85, &Format::new().set_num_format("0%")).unwrap();
    one.write_formula(1, 4, Formula::new("=10+80").set_result("90")).unwrap();
    one.write_formula(1, 5, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    one.write_number(2, 3, 180.1 - 0.1).unwrap();
    says(
        Survey630,
        &mut workbook,
        "book head 1\n2 beds=200 hospital=楠沢病院 voluntary=90 year=2024 ! 在院患者数 not_whole ! 措置 broken\n\
         3 beds=200 hospital=しおさい病院 inpatients=180 year=2024",
    );
}

#[test]
fn times_of_a_workbook_are_times() {
    let mut workbook = Workbook::new();
    let one = sheet(&mut workbook, "記録");
    rows(
        one,
        0,
        &[&["日付", "氏名", "開始", "終了", "方法", "内容"], &["", "南", "", "", "面接", "長い\n記録"]],
    );
    one.write_datetime_with_format(1, 0, date(2025, 4, 3), &day_format()).unwrap();
    let clock = Format::new().set_num_format("h:mm");
    one.write_number_with_format(1, 2, 0.4375, &clock).unwrap();
    one.write_number_with_format(1, 3, 0.5, &clock).unwrap();
    says(
        Contacts,
        &mut workbook,
        "book head 1\n2 date=2025-04-03 end=12:00 family_name=南 method=interview_hospital minutes=90 start=10:30 text=長い⏎記録",
    );
}

#[test]
fn lengths_of_a_workbook_are_minutes() {
    let mut workbook = Workbook::new();
    let one = sheet(&mut workbook, "活動");
    rows(one, 0, &[&["日付", "区分", "名称", "時間"], &["R7.5.20", "研修", "春の研修"]]);
    one.write_number_with_format(1, 3, 0.0625, &Format::new().set_num_format("[h]:mm")).unwrap();
    says(Activities, &mut workbook, "book head 1\n2 date=2025-05-20 kind=training minutes=90 title=春の研修");
}

#[test]
fn merged_notes_and_sums_are_no_rows() {
    let mut workbook = Workbook::new();
    let one = sheet(&mut workbook, "名簿");
    rows(one, 0, &[&["氏名", "性別", "病棟"], &["南 和夫", "男", "2病棟"]]);
    one.merge_range(2, 0, 2, 2, "退院した方は別の表にあります", &Format::new()).unwrap();
    rows(one, 3, &[&["氏名", "性別", "病棟"], &["森 春子", "女", "3病棟"], &["計", "2名"]]);
    says(
        Cases,
        &mut workbook,
        "book head 1 left out [3, 4, 6]\n2 family_name=南 given_name=和夫 sex=male ward=2病棟\n\
         5 family_name=森 given_name=春子 sex=female ward=3病棟",
    );
}

#[test]
fn organisations_keep_the_zeros_of_their_numbers() {
    let mut workbook = Workbook::new();
    let one = sheet(&mut workbook, "機関");
    rows(
        one,
        0,
        &[
            &["機関名", "種別", "電話", "指定番号"],
            &["相談室 なぎさ", "計画相談", "090-0000-0000", "0123456789"],
        ],
    );
    says(
        Organisations,
        &mut workbook,
        "book head 1\n2 designated_number=0123456789 organisation=相談室 なぎさ phone=090-0000-0000 type=plan_office",
    );
}

/// A list of names in which the workbook keeps readings as pieces: first character, the one behind the last, kana.
fn with_readings(rows_of: &[&[&str]], name: &str, pieces: &[(usize, usize, &str)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    rows(sheet(&mut workbook, "名簿"), 0, rows_of);
    let bytes = workbook.save_to_buffer().unwrap();
    let runs: String = pieces
        .iter()
        .map(|(from, to, kana)| format!("<rPh sb=\"{from}\" eb=\"{to}\"><t>{kana}</t></rPh>"))
        .collect();
    let plain = format!("<t>{name}</t>");
    let phonetic = with_strings(&bytes, |text| {
        text.replace(&plain, &format!("{plain}{runs}<phoneticPr fontId=\"1\"/>"))
    });
    assert_ne!(phonetic, bytes);
    phonetic
}

#[test]
fn furigana_kept_inside_of_cells_is_the_reading_and_not_part_of_the_name() {
    let list: &[&[&str]] = &[&["氏名", "性別"], &["南 和夫", "男"]];
    let full = "book head 1\n2 family_kana=みなみ family_name=南 given_kana=かずお given_name=和夫 sex=male";
    let name = "南 和夫";
    assert_eq!(read_all(Cases, &with_readings(list, name, &[(0, 1, "ミナミ"), (2, 4, "カズオ")])), full);
    // What is only half read is no reading.
    let plain = "book head 1\n2 family_name=南 given_name=和夫 sex=male";
    assert_eq!(read_all(Cases, &with_readings(list, name, &[(0, 1, "ミナミ")])), plain);
    assert_eq!(read_all(Cases, &with_readings(list, name, &[(3, 99, "カズオ")])), plain);
    // Two pieces part a name without a space; a column of its own goes before.
    let close: &[&[&str]] = &[&["姓", "名"], &["高橋", "渚"]];
    assert_eq!(
        read_all(Cases, &with_readings(close, "高橋", &[(0, 2, "タカハシ")])),
        "book head 1\n2 family_kana=たかはし family_name=高橋 given_name=渚"
    );
    // Places are counted as the workbook counts them: a rare character is two.
    let rare: &[&[&str]] = &[&["氏名"], &["𠮷田 みつこ"]];
    assert_eq!(
        read_all(Cases, &with_readings(rare, "𠮷田 みつこ", &[(0, 3, "ヨシダ")])),
        "book head 1\n2 family_kana=よしだ family_name=𠮷田 given_kana=みつこ given_name=みつこ"
    );
    let own: &[&[&str]] = &[&["氏名", "ふりがな"], &["南 和夫", "みなみ わお"]];
    assert_eq!(
        read_all(Cases, &with_readings(own, name, &[(0, 1, "ミナミ"), (2, 4, "カズオ")])),
        "book head 1\n2 family_kana=みなみ family_name=南 given_kana=わお given_name=和夫"
    );
}

fn with_strings(bytes: &[u8], change: impl Fn(String) -> String) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut file = from.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        if name == "xl/sharedStrings.xml" {
            text = change(text);
        }
        to.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn a_hundred_invented_lists_are_read_back_as_they_were_made() {
    for seed in 0..100u32 {
        let mut workbook = Workbook::new();
        let one = sheet(&mut workbook, "名簿");
        let (top, left) = (seed % 5, u16::try_from(seed % 3).unwrap());
        let mut wanted = format!("book head {}", top + 1);
        for (column, head) in (0u16..).zip(["氏名", "生年月日", "性別"]) {
            one.write_string(top, left + column, head).unwrap();
        }
        for n in 0..1 + seed % 4 {
            let row = top + 1 + n * (1 + seed % 2);
            let year = u16::try_from(1940 + (seed * 7 + n * 11) % 60).unwrap();
            let day = u8::try_from(1 + (seed + n) % 28).unwrap();
            let given = ["和夫", "春子", "みぎわ", "正"][(seed + n) as usize % 4];
            one.write_string(row, left, format!("南 {given}")).unwrap();
            match (seed + n) % 3 {
                0 => one
                    .write_datetime_with_format(row, left + 1, date(year, 5, day), &day_format())
                    .map(drop)
                    .unwrap(),
                1 => one.write_string(row, left + 1, format!("{year}.5.{day}")).map(drop).unwrap(),
                _ => one.write_string(row, left + 1, format!("{year}年５月{day}日")).map(drop).unwrap(),
            }
            let male = (seed + n) % 2 == 0;
            one.write_string(row, left + 2, if male { "男" } else { "女性" }).unwrap();
            wanted.push_str(&format!(
                "\n{} birth_date={year}-05-{day:02} family_name=南 given_name={given} sex={}",
                row + 1,
                if male { "male" } else { "female" }
            ));
        }
        says(Cases, &mut workbook, &wanted);
    }
}
