//! Tables as a reader sees them, rebuilt from nothing but the places of the characters and the rules between them.

use super::content::{Leaf, Rule};
use super::reading::{Chunk, Line};
use unicode_normalization::UnicodeNormalization;

/// A table as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadTable {
    /// Its number, such as `9` or `2-3`; empty where it has none.
    pub id: String,
    /// The words of its caption behind the number.
    pub title: String,
    /// Heads of the columns, that of the captions first.
    pub heads: Vec<String>,
    /// Rows of as many cells, the caption first.
    pub rows: Vec<Vec<String>>,
    /// Page on which each row stands, counted from 1.
    pub pages: Vec<usize>,
    /// A mark for what is hidden that differs from the others, by row.
    pub odd_marks: Vec<usize>,
    /// Lines under it, where lines are told apart: in a file of tables.
    pub notes: Vec<String>,
}

/// The one mark for what is hidden.
pub const MARK: &str = "ｘ";
/// Breadth from which a rule opens or closes a table.
const HEAVY: f32 = 0.65;

/// A table in the making: its lines with their row, before the columns are known.
#[derive(Default)]
struct Making {
    table: ReadTable,
    head: Vec<Chunk>,
    rows: Vec<(usize, Vec<Chunk>)>,
}

/// All tables of a file: lines and rules of each page.
pub fn tables(leaves: &[(Vec<Line>, &Leaf)]) -> Vec<ReadTable> {
    let mut made: Vec<Making> = Vec::new();
    for (number, (lines, leaf)) in leaves.iter().enumerate() {
        for (at, line) in lines.iter().enumerate() {
            for caption in captions(line) {
                // Where the next table begins in the same column, this one has ended.
                let next = |l: &Line| captions(l).iter().any(|c| (c.left - caption.left).abs() < 3.0);
                let end = lines[at + 1..].iter().position(next).map_or(lines.len(), |n| at + 1 + n);
                let below = &lines[at + 1..end];
                let Some((head, rows)) = ruled(&caption, below, leaf).or_else(|| plain(below)) else {
                    continue;
                };
                add(&mut made, caption, head, rows, number + 1);
            }
        }
    }
    if made.is_empty() {
        for (number, (lines, _)) in leaves.iter().enumerate() {
            made.extend(unnamed(lines, number + 1));
        }
    }
    made.into_iter().map(Making::finish).collect()
}

/// The words above a table.
struct Caption {
    id: String,
    title: String,
    left: f32,
    y: f32,
}

/// Captions on a line; tables may stand beside each other.
fn captions(line: &Line) -> Vec<Caption> {
    let named = |(at, chunk): (usize, &Chunk)| {
        let rest = line.chunks[at..].iter().map(|c| c.text.as_str()).collect::<Vec<_>>().join(" ");
        let (id, title) = caption(&chunk.text).or_else(|| caption(&rest))?;
        Some(Caption { id, title, left: chunk.left, y: line.y })
    };
    line.chunks.iter().enumerate().filter_map(named).collect()
}

/// `表9　段階別人数` as its number and its words.
pub fn caption(line: &str) -> Option<(String, String)> {
    let line: String = line.nfkc().collect();
    let rest = line.trim_start().strip_prefix('表')?.trim_start();
    let id: String =
        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let title = rest[id.len()..].trim_start_matches(['.', ':', ' ']);
    let parted = rest[id.len()..].starts_with([' ', '.', ':']) && !title.is_empty();
    (id.starts_with(|c: char| c.is_ascii_digit()) && parted).then(|| (id, title.trim().to_owned()))
}

/// Adds rows to the table they belong to: one that goes on overleaf has its caption and its heads again.
fn add(made: &mut Vec<Making>, caption: Caption, head: Vec<Chunk>, rows: Vec<Vec<Chunk>>, page: usize) {
    let (title, goes_on) = match caption.title.strip_suffix("(続き)") {
        Some(title) => (title.trim_end().to_owned(), true),
        None => (caption.title, false),
    };
    let known = made.iter().position(|m| goes_on && m.table.id == caption.id && m.table.title == title);
    let at = known.unwrap_or(made.len());
    if known.is_none() {
        let table = ReadTable { id: caption.id, title, ..ReadTable::default() };
        made.push(Making { table, head, ..Making::default() });
    }
    made[at].rows.extend(rows.into_iter().map(|row| (page, row)));
}

type Rows = (Vec<Chunk>, Vec<Vec<Chunk>>);

/// The lines between the rules below a caption.
fn ruled(caption: &Caption, below: &[Line], leaf: &Leaf) -> Option<Rows> {
    let near = |r: &&Rule| r.y < caption.y && (r.left - caption.left).abs() < 3.0;
    let mut rules: Vec<Rule> = leaf.rules.iter().filter(near).copied().collect();
    rules.sort_by(|a, b| b.y.total_cmp(&a.y));
    let ends = below.last().map_or(f32::MIN, |line| line.y);
    let top = *rules.first().filter(|r| r.width >= HEAVY && caption.y - r.y < 40.0 && r.y > ends)?;
    let same = |r: &Rule| (r.left - top.left).abs() < 1.0 && (r.right - top.right).abs() < 1.0;
    let reach = |line: &Line| {
        let chunks = line.chunks.iter().filter(|c| c.right > top.left - 1.0 && c.left < top.right + 1.0);
        (line.y, chunks.cloned().collect::<Vec<Chunk>>())
    };
    let own: Vec<(f32, Vec<Chunk>)> =
        below.iter().map(reach).filter(|(_, chunks)| !chunks.is_empty()).collect();
    let band = |above: f32, under: f32| {
        let inside = own.iter().filter(|(y, _)| *y < above && *y > under);
        inside.map(|(_, chunks)| chunks.clone()).collect::<Vec<_>>()
    };
    let mut edges = vec![top.y];
    let mut closed = false;
    for rule in rules.iter().skip(1).filter(|r| same(r)) {
        // Overleaf the rule under the heads and the one over the first row are the same.
        if edges[edges.len() - 1] - rule.y < 1.0 && rule.width < HEAVY {
            continue;
        }
        // A table goes on as long as its rules follow each other with rows between them.
        if !(1..=12).contains(&band(edges[edges.len() - 1], rule.y).len()) {
            break;
        }
        edges.push(rule.y);
        if rule.width >= HEAVY {
            closed = true;
            break;
        }
    }
    let mut bands: Vec<Vec<Chunk>> =
        edges.windows(2).map(|pair| band(pair[0], pair[1]).into_iter().flatten().collect()).collect();
    if !closed {
        // The table goes on overleaf: the last row of this page has no rule under it.
        let from = edges[edges.len() - 1];
        let mut last = from;
        let mut row = Vec::new();
        for (y, chunks) in own.iter().filter(|(y, _)| *y < from) {
            let step = chunks.iter().map(|c| c.size).fold(0.0, f32::max) * 1.9;
            if last - y > step {
                break;
            }
            last = *y;
            row.extend(chunks.iter().cloned());
        }
        bands.push(row);
    }
    bands.retain(|band| !band.is_empty());
    if bands.len() < 2 {
        return None;
    }
    let head = bands.remove(0);
    Some((head, bands))
}

/// A figure or a mark, as it stands in a cell.
fn figure(text: &str) -> bool {
    let text: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    let digits = text.chars().any(|c| c.is_ascii_digit());
    let rest =
        text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '%' | '人' | '件' | '名' | '回'));
    (digits && rest) || mask(&text) || ["—", "-", "―", "…", "−"].contains(&text.as_str())
}

/// Something drawn in place of a number.
fn mask(text: &str) -> bool {
    !text.is_empty()
        && text.nfkc().all(|c| matches!(c, 'x' | 'X' | '×' | '✕' | '*' | '※' | '●' | '■' | '█' | '▓' | '?'))
}

/// Rows without rules: lines of several chunks that end in figures.
fn plain(below: &[Line]) -> Option<Rows> {
    let row = |line: &Line| line.chunks.len() > 1 && line.chunks.iter().skip(1).any(|c| figure(&c.text));
    let first = below.iter().take(4).position(row)?;
    let head = below[..first].iter().flat_map(|l| l.chunks.clone()).collect();
    let rows: Vec<Vec<Chunk>> =
        below[first..].iter().take_while(|l| row(l)).map(|l| l.chunks.clone()).collect();
    Some((head, rows))
}

/// Tables of a page without a caption: the line above is their title.
fn unnamed(lines: &[Line], page: usize) -> Vec<Making> {
    let mut made = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let row = |l: &Line| l.chunks.len() > 1 && l.chunks.iter().skip(1).any(|c| figure(&c.text));
        let count = lines[at..].iter().take_while(|l| row(l)).count();
        if count > 1 {
            let above: Vec<&Line> = lines[..at].iter().rev().take(2).collect();
            let head =
                above.first().filter(|l| l.chunks.len() > 1).map(|l| l.chunks.clone()).unwrap_or_default();
            let title = above.iter().find(|l| l.chunks.len() == 1).map(|l| l.text()).unwrap_or_default();
            let rows = lines[at..at + count].iter().map(|l| (page, l.chunks.clone())).collect();
            made.push(Making { table: ReadTable { title, ..ReadTable::default() }, head, rows });
        }
        at += count.max(1);
    }
    made
}

impl Making {
    /// Gives every chunk its column: what lies over or under each other is one.
    fn finish(self) -> ReadTable {
        let Self { mut table, head, rows } = self;
        let all = head.iter().chain(rows.iter().flat_map(|(_, row)| row));
        let mut spans: Vec<(f32, f32)> = all.map(|c| (c.left, c.right)).collect();
        spans.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut columns: Vec<(f32, f32)> = Vec::new();
        for (left, right) in spans {
            match columns.last_mut() {
                Some(last) if left < last.1 - 0.2 => last.1 = last.1.max(right),
                _ => columns.push((left, right)),
            }
        }
        let cells = |chunks: &[Chunk]| {
            let mut cells = vec![String::new(); columns.len()];
            for chunk in chunks {
                let middle = (chunk.left + chunk.right) / 2.0;
                let at = columns.iter().position(|(left, right)| (*left..=*right).contains(&middle));
                if let Some(cell) = at.and_then(|at| cells.get_mut(at)) {
                    cell.push_str(chunk.text.trim());
                }
            }
            cells
        };
        table.heads = cells(&head);
        let mut widths: Vec<(usize, f32)> = Vec::new();
        for (r, (page, row)) in rows.iter().enumerate() {
            for chunk in row.iter().filter(|c| mask(c.text.trim())) {
                widths.push((r, chunk.right - chunk.left));
                if chunk.text.trim() != MARK {
                    table.odd_marks.push(r);
                }
            }
            table.rows.push(cells(row));
            table.pages.push(*page);
        }
        if let Some((_, usual)) = widths.first().copied() {
            let odd = widths.iter().filter(|(_, width)| (width - usual).abs() > 0.1);
            table.odd_marks.extend(odd.map(|(row, _)| *row));
        }
        table
    }
}
