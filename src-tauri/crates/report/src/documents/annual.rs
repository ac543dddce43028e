//! The annual activity report.

use super::builder::{self, Builder, Elements};
use super::{contents, cover, keys};
use crate::Fonts;
use crate::page::{Document, Element, Page};
use disclosure::Released;

/// The cover: nothing else stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// 精神障害者地域移行・地域定着支援 活動実績報告書.
    pub title: String,
    /// 令和7年度.
    pub year_line: String,
    /// Whom it is for, such as ○○市 障害福祉課 御中; empty where nobody is named.
    pub receiver: String,
    /// The maker's organisation.
    pub organisation: String,
    /// The maker, such as 地域移行コーディネーター; empty for none.
    pub author_line: String,
    /// 令和8年4月2日.
    pub date_line: String,
    /// 自治体提出用, or 内部用・個人情報を含む 取扱注意.
    pub level_mark: String,
    /// Heads of a field for approvals; empty for none.
    pub approval: Vec<String>,
}

/// The running header of every page but the cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Short title, left.
    pub left: String,
    /// Level, right.
    pub right: String,
}

/// A chart of the report. Each is drawn from one released table; where the table is withheld or has nothing
/// to draw, the chart is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Persons in support over the fiscal years: table 1.
    Years,
    /// Contacts by month: table 2.
    MonthlyContacts,
    /// Persons in support by month: table 2.
    MonthlyPersons,
    /// Contacts by method: table 3.
    Methods,
    /// Contacts by counterpart: table 4.
    Counterparts,
    /// Persons by stage, beginning and end of the year: table 9.
    Stages,
    /// Discharges by destination: table 11.
    Destinations,
    /// Participants of the programme by session: table 16.
    Sessions,
    /// Visit days by hospital: table 17.
    HospitalVisits,
    /// Participants of trainings by profession, stacked: table 20.
    Trainings,
    /// Hours by kind of work: table 25.
    Hours,
}

impl ChartKind {
    /// Number of the table it is drawn from.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Years => "1",
            Self::MonthlyContacts | Self::MonthlyPersons => "2",
            Self::Methods => "3",
            Self::Counterparts => "4",
            Self::Stages => "9",
            Self::Destinations => "11",
            Self::Sessions => "16",
            Self::HospitalVisits => "17",
            Self::Trainings => "20",
            Self::Hours => "25",
        }
    }
}

/// A section of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// `1`.
    pub number: String,
    /// 個別支援.
    pub title: String,
    /// Text written for the report; paragraphs are parted by line breaks.
    pub text: String,
    /// Numbers of the tables shown after the text.
    pub tables: Vec<String>,
    /// Charts shown after the tables.
    pub charts: Vec<ChartKind>,
}

/// A chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// 第1.
    pub number: String,
    /// 事業の概要.
    pub title: String,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// Everything the annual report says.
#[derive(Clone, Debug)]
pub struct Annual<'a> {
    /// The only figures that can be printed.
    pub released: &'a Released,
    /// The cover.
    pub cover: Cover,
    /// The running header.
    pub header: Header,
    /// What is said above those in support among the key figures: 年度末に支援中.
    pub active_label: String,
    /// 人 or 名 beside the key figures.
    pub person_unit: String,
    /// The year's aim, printed above the key figures; empty for none.
    pub aim: String,
    /// 第1 to 第5.
    pub chapters: Vec<Chapter>,
    /// 算出方法, one sentence each.
    pub counting_rules: Vec<String>,
    /// 秘匿の注記; none at the internal level.
    pub suppression_note: Option<String>,
}

/// Lays the report out on pages: cover, 目次, 主な数字, the chapters, 資料. Tables that no section names are
/// printed in 資料; a table that is withheld leaves its sentence.
pub fn lay_out(annual: &Annual<'_>, fonts: &Fonts) -> Document {
    let mut builder = Builder::new(fonts);
    let cover = cover::page(&annual.cover, &mut builder);
    let before = builder.elements.0.len();
    opening(annual, &mut builder);
    for chapter in &annual.chapters {
        builder.chapter(&chapter.number, &chapter.title);
        for section in &chapter.sections {
            builder.section(&section.number, &section.title);
            match section.tables.is_empty() {
                true => builder.text(&section.text),
                false => builder.leading(&section.text),
            }
            builder.tables(annual.released, &section.tables, &section.charts);
        }
    }
    material(annual, &mut builder);

    // The table of contents stands before what it lists: its length is known once it has been laid out.
    let Builder { flow, mut elements, .. } = builder;
    let (body, mut outline) = flow.pages(0);
    let length = contents::pages(&outline, &mut Elements(elements.0.clone()), fonts).len();
    outline.iter_mut().for_each(|entry| entry.page += 1 + length);
    let after = elements.0.split_off(before);
    let shift = elements.0.len();
    let listed = contents::pages(&outline, &mut elements, fonts);
    let added = elements.0.len() - shift;
    elements.0.extend(after.into_iter().map(|element| moved(element, before, added)));
    let mut pages = vec![cover];
    pages.extend(listed);
    pages.extend(body.into_iter().map(|page| renumbered(page, before, added)));
    builder::running(&mut pages, &annual.header, 1, fonts);
    let title = [annual.cover.year_line.as_str(), annual.cover.title.as_str()].join(" ").replace('\n', " ");
    Document { pages, elements: elements.0, outline, title: title.trim().to_owned(), language: "ja" }
}

/// The parent of an element of the body, once the elements of 目次 stand before it.
fn moved(mut element: Element, before: usize, added: usize) -> Element {
    element.parent = element.parent.map(|p| if p >= before { p + added } else { p });
    element
}

fn renumbered(mut page: Page, before: usize, added: usize) -> Page {
    for mark in &mut page.marks {
        mark.element = mark.element.map(|e| if e >= before { e + added } else { e });
    }
    page
}

/// The key figures and the aim, where there are any.
fn opening(annual: &Annual<'_>, builder: &mut Builder<'_>) {
    let figures = keys::of_released(annual.released, &annual.active_label, &annual.person_unit);
    let aim = !annual.aim.trim().is_empty();
    if figures.is_empty() && !aim {
        return;
    }
    builder.chapter("", &words::ja("report.paper.key_figures"));
    keys::row(builder, &figures);
    if aim {
        builder.section("", &words::ja("report.paper.aim"));
        builder.text(&annual.aim);
    }
}

/// Further tables, the note on hidden figures, the counting rules.
fn material(annual: &Annual<'_>, builder: &mut Builder<'_>) {
    let named: Vec<&String> =
        annual.chapters.iter().flat_map(|c| &c.sections).flat_map(|s| &s.tables).collect();
    let released = annual.released;
    let ids =
        released.tables().iter().map(|t| t.id()).chain(released.withheld().iter().map(|w| w.id.as_str()));
    let mut further: Vec<&str> = ids.filter(|id| !named.iter().any(|n| n == id)).collect();
    further.sort_by_key(|id| (id.parse::<u32>().unwrap_or(u32::MAX), *id));
    let note = annual.suppression_note.as_deref().unwrap_or_default();
    if further.is_empty() && note.is_empty() && annual.counting_rules.is_empty() {
        return;
    }
    let begun = builder.flow.count();
    builder.chapter("", &words::ja("report.paper.material"));
    let mut number = 0;
    let mut next = |builder: &mut Builder<'_>, key: &str| {
        number += 1;
        builder.section(&number.to_string(), &words::ja(&format!("report.paper.{key}")));
    };
    if !further.is_empty() {
        next(builder, "further_tables");
        let further: Vec<String> = further.iter().map(|id| (*id).to_owned()).collect();
        builder.tables(released, &further, &[]);
    }
    let before = if further.is_empty() { begun } else { builder.flow.count() };
    if !note.is_empty() {
        next(builder, "suppression");
        builder.text(note);
    }
    if !annual.counting_rules.is_empty() {
        next(builder, "counting");
        let wide = annual.counting_rules.len() > 9;
        for (i, rule) in annual.counting_rules.iter().enumerate() {
            let lead = if wide { format!("{:>2}. ", i + 1) } else { format!("{}. ", i + 1) };
            builder.paragraph(rule, Some(&lead));
        }
    }
    // Notes and rules are looked up: they stand on one page, never a few lines of them on a last one.
    builder.flow.hold_from(before);
}
