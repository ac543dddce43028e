//! What stands on the pages.

use crate::sample::{STORY, annual, released};
use crate::{bytes, day, tight};
use report::page::{Document, Mark, Shape};
use report::typeset::table::{Sheet, Structure, strips};
use report::{Fonts, attack, ink, lay_out, raster};

fn printed(document: &Document) -> Vec<String> {
    let text = |mark: &Mark| match &mark.shape {
        Shape::Text(text) => text.string(),
        _ => String::new(),
    };
    document.pages.iter().map(|page| tight(&page.marks.iter().map(text).collect::<String>())).collect()
}

#[test]
fn every_character_comes_back_from_the_finished_bytes() {
    for level in ["internal", "municipal", "public"] {
        let released = released(level);
        let annual = annual(&released);
        let read = attack::read(&bytes(&annual)).unwrap();
        let pages: Vec<String> = read.pages.iter().map(|p| tight(p)).collect();
        assert_eq!(pages, printed(&lay_out(&annual, Fonts::shared())), "{level}");
        for paragraph in STORY.lines() {
            assert!(pages.concat().contains(&tight(paragraph)), "{level}: a paragraph is torn");
        }
        assert!(read.unprinted.is_empty(), "the fonts hold more than what is printed");
        assert!(read.odd.is_empty(), "{:?}", read.odd);
    }
}

#[test]
fn the_same_report_is_the_same_bytes_and_small() {
    let released = released("internal");
    let annual = annual(&released);
    let (first, second) = (bytes(&annual), bytes(&annual));
    assert!(first == second, "two exports of the same data differ");
    assert!(first.len() <= 300 * 1024, "{} bytes", first.len());
    let next =
        ink::pdf::write(&lay_out(&annual, Fonts::shared()), Fonts::shared(), day().succ_opt().unwrap())
            .unwrap();
    assert!(next != first, "the day of issue belongs to the file");
}

#[test]
fn names_with_rare_kanji_are_printed_and_a_missing_character_stops_everything() {
    let released = released("internal");
    let mut annual = annual(&released);
    annual.aim = "𠮷川・槗本・髙﨑の各町会と、①〜③の順で進める。".into();
    let read = attack::read(&bytes(&annual)).unwrap();
    assert!(tight(&read.pages.concat()).contains("𠮷川・槗本・髙﨑の各町会と、①〜③の順で進める。"));

    annual.aim = "済みの印✔と、☐の印、もう一度✔。".into();
    let refused = ink::pdf::write(&lay_out(&annual, Fonts::shared()), Fonts::shared(), day());
    assert_eq!(refused, Err(ink::InkError::NoGlyph(vec!['☐', '✔'])));
}

#[test]
fn no_line_of_a_long_report_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
    let released = released("internal");
    let mut annual = annual(&released);
    for chapter in &mut annual.chapters {
        for section in &mut chapter.sections {
            section.text = format!("{}\n{}", section.text, STORY.repeat(3));
        }
    }
    let document = lay_out(&annual, Fonts::shared());
    let mut lines = 0;
    for text in document.texts().filter(|t| (t.size - 10.5).abs() < 0.01) {
        let line = text.string();
        let (head, tail) = (line.chars().next().unwrap(), line.chars().last().unwrap());
        assert!(!"、。」』）】ーっゃゅょッャュョ々？！％".contains(head), "{line}");
        assert!(!"（「『【".contains(tail), "{line}");
        lines += 1;
    }
    assert!(lines > 100, "{lines} lines");
}

#[test]
fn headings_are_followed_by_text_and_nothing_runs_into_the_footer() {
    let released = released("internal");
    let mut annual = annual(&released);
    for extra in 0..12 {
        annual.chapters[0].sections[0].text.push_str(if extra % 2 == 0 {
            "\nもう一行。"
        } else {
            "\n・もう一点。"
        });
        let document = lay_out(&annual, Fonts::shared());
        for entry in document.outline.iter().filter(|e| e.level <= 2) {
            let below = document.pages[entry.page].marks.iter().any(|mark| match &mark.shape {
                Shape::Text(text) => mark.element.is_some() && text.y > entry.y + 45.0,
                _ => false,
            });
            assert!(below, "{} stands alone at the foot of page {}", entry.title, entry.page + 1);
        }
        for text in document.texts() {
            assert!(
                text.y < 279.0 * report::page::MM || text.size < 9.0,
                "{} runs into the footer",
                text.string()
            );
        }
    }
}

struct Ids(usize);
impl Structure for Ids {
    fn element(&mut self, _: report::page::Role, _: usize) -> usize {
        self.0 += 1;
        self.0
    }
}

#[test]
fn a_long_table_repeats_its_head_and_never_leaves_fewer_than_three_rows() {
    for rows in [10, 33, 34, 35, 36, 37, 38, 70, 110] {
        let sheet = Sheet {
            caption: "表99　長い表（人）".into(),
            continued: "（続き）".into(),
            heads: vec![("行".into(), false), ("人数".into(), true)],
            rows: (1..=rows).map(|n| vec![format!("行{n}"), n.to_string()]).collect(),
            total: true,
            notes: vec![],
        };
        let mut flow = report::typeset::flow::Flow::default();
        let (set, head) = strips(&sheet, 0, 0, &mut Ids(0), Fonts::shared());
        flow.head(head);
        // Push the table down so that the break falls elsewhere each time.
        flow.push(report::typeset::flow::Strip { height: 200.0, ..Default::default() });
        set.into_iter().for_each(|strip| flow.push(strip));
        let (pages, _) = flow.pages(0);
        let document = Document { pages, ..Document::default() };
        for page in document.pages.iter().map(|p| p.marks.as_slice()) {
            let texts: Vec<String> = page
                .iter()
                .filter_map(|m| if let Shape::Text(t) = &m.shape { Some(t.string()) } else { None })
                .collect();
            let count = texts.iter().filter(|t| t.starts_with('行') && t.chars().count() > 1).count();
            assert!(count == 0 || count >= 3, "{rows} rows: {count} on a page");
            assert_eq!(count > 0, texts.iter().any(|t| t == "人数"), "{rows} rows: a head is missing");
        }
    }
}

#[test]
fn hidden_cells_are_marks_in_tables_and_gaps_in_charts() {
    let mut destinations = crate::tables::all().into_iter().find(|t| t.id == "11").unwrap();
    destinations.rows.pop();
    destinations.total_row = false;
    destinations.cells = [12, 30, 1, 2].map(|n| vec![disclosure::Cell::count(n)]).to_vec();
    let released = crate::sample::checked("municipal", vec![destinations]);
    let hidden =
        released.tables()[0].cells().iter().flatten().filter(|c| **c == disclosure::Shown::Hidden).count();
    assert!(hidden >= 2);
    let document = lay_out(&annual(&released), Fonts::shared());
    let alternative = document.elements.iter().find_map(|e| e.alternative.as_deref()).unwrap();
    assert_eq!(alternative, "退院先（人）。グループホーム 30、一人暮らし 12、家族と同居 ｘ、高齢者施設 ｘ。");
    // Once in the table and once in the gap of the chart.
    assert_eq!(document.texts().filter(|t| t.string() == "ｘ").count(), 2 * hidden);
    assert!(ink::text::write(&document).contains("家族と同居  ｘ"));
}

#[test]
fn a_withheld_table_leaves_its_sentence() {
    let released = released("municipal");
    assert!(released.table("11").is_none());
    let text = ink::text::write(&lay_out(&annual(&released), Fonts::shared()));
    assert!(text.contains("表11　退院者と退院先（人）") && text.contains("掲載していません"));
    assert!(text.contains("秘匿の注記"));
}

#[test]
fn pages_become_pictures() {
    let released = released("internal");
    let bytes = bytes(&annual(&released));
    let pages = raster::pages(&bytes);
    assert!(pages > 8);
    let cover = raster::page(&bytes, 0, 400).unwrap();
    let second = raster::page(&bytes, 1, 400).unwrap();
    assert_eq!(&cover[1..4], b"PNG");
    assert_eq!(u32::from_be_bytes(cover[16..20].try_into().unwrap()), 400);
    assert!(cover != second && cover.len() > 3000 && second.len() > 3000);
    assert_eq!(raster::page(&bytes, pages, 400), Err(raster::RasterError(pages)));
}
