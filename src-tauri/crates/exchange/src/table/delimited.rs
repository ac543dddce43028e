//! Lines of a text file: comma, tab or semicolon, whichever its first lines use; cells may be quoted, with line
//! breaks inside. A quote in the middle of an unquoted cell is an ordinary character, as spreadsheets read it.

use super::rest::without_guard;
use super::{Book, COLUMN_LIMIT, Cell, Encoding, Format, Line, Measure, Sheet, TableError};

/// Lines of the beginning that choose the separator.
const LOOKED_AT: usize = 30;

pub(super) fn read(text: &str, encoding: Encoding) -> Result<Book, TableError> {
    let (text, named) = without_sep_line(text);
    let separator = named.unwrap_or_else(|| separator(text));
    let first = if named.is_some() { 2 } else { 1 };
    let lines = lines(text, separator, first)?;
    if lines.is_empty() {
        return Err(TableError::Empty);
    }
    let sheet = Sheet { lines, ..Sheet::default() };
    Ok(Book { format: Format::Text(encoding, separator), sheets: vec![sheet] })
}

/// `sep=;` on the first line is a hint for a spreadsheet, not a line of the list.
fn without_sep_line(text: &str) -> (&str, Option<char>) {
    let (head, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mut named = head.trim().strip_prefix("sep=").unwrap_or_default().chars();
    match (named.next(), named.next()) {
        (Some(c @ (',' | ';' | '\t')), None) => (rest, Some(c)),
        _ => (text, None),
    }
}

/// The separator that stands most often outside of quotes in the first lines; a comma where there is none.
fn separator(text: &str) -> char {
    let mut counts = [('\t', 0u32), (',', 0), (';', 0)];
    let (mut quoted, mut seen) = (false, 0);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => {
                seen += 1;
                if seen == LOOKED_AT {
                    break;
                }
            }
            _ if !quoted => {
                if let Some((_, n)) = counts.iter_mut().find(|(s, _)| *s == c) {
                    *n += 1;
                }
            }
            _ => {}
        }
    }
    let most = counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
    counts.iter().find(|(_, n)| *n == most && most > 0).map_or(',', |(c, _)| *c)
}

fn lines(text: &str, separator: char, first: usize) -> Result<Vec<Line>, TableError> {
    let mut found = Vec::new();
    let mut measure = Measure::default();
    let mut reader = Reader { rest: text, separator, line: first };
    while let Some(line) = reader.line()? {
        if line.cells.iter().all(|c| c.text.is_empty()) {
            continue;
        }
        let bytes = line.cells.iter().map(|c| c.text.len()).sum();
        measure.take(found.len() + 1, line.cells.len(), bytes)?;
        found.push(line);
    }
    Ok(found)
}

struct Reader<'a> {
    rest: &'a str,
    separator: char,
    /// Physical line at which the rest begins.
    line: usize,
}

/// What ends a cell.
enum End {
    Cell,
    Line,
}

impl Reader<'_> {
    fn line(&mut self) -> Result<Option<Line>, TableError> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let mut line = Line { at: self.line, cells: Vec::new() };
        loop {
            let (text, end) = self.cell()?;
            if line.cells.len() < COLUMN_LIMIT {
                line.cells.push(Cell::text(without_guard(text.trim())));
            } else if !text.trim().is_empty() {
                return Err(TableError::TooLarge);
            }
            if matches!(end, End::Line) {
                while line.cells.last().is_some_and(|c| c.text.is_empty()) {
                    line.cells.pop();
                }
                return Ok(Some(line));
            }
        }
    }

    fn cell(&mut self) -> Result<(String, End), TableError> {
        let mut text = String::new();
        if self.rest.starts_with('"') {
            let opened = self.line;
            self.rest = &self.rest[1..];
            loop {
                let Some(at) = self.rest.find('"') else { return Err(TableError::UnclosedQuote(opened)) };
                self.line += breaks(&self.rest[..at]);
                text.push_str(&self.rest[..at]);
                self.rest = &self.rest[at + 1..];
                match self.rest.strip_prefix('"') {
                    Some(rest) => {
                        text.push('"');
                        self.rest = rest;
                    }
                    None => break,
                }
            }
        }
        let ends = |c: char| c == self.separator || c == '\n' || c == '\r';
        let at = self.rest.find(ends).unwrap_or(self.rest.len());
        text.push_str(&self.rest[..at]);
        let ended = self.rest[at..].chars().next();
        self.rest = &self.rest[at + ended.map_or(0, char::len_utf8)..];
        let end = match ended {
            Some('\r') => {
                self.rest = self.rest.strip_prefix('\n').unwrap_or(self.rest);
                self.line += 1;
                End::Line
            }
            Some('\n') => {
                self.line += 1;
                End::Line
            }
            Some(_) => End::Cell,
            None => End::Line,
        };
        Ok((text.replace("\r\n", "\n").replace('\r', "\n"), end))
    }
}

/// Physical line ends in a text: CR LF, LF or CR alone.
fn breaks(text: &str) -> usize {
    let bytes = text.as_bytes();
    let lone = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    (0..bytes.len()).filter(|at| bytes[*at] == b'\n' || lone(*at)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Vec<(usize, Vec<String>)> {
        let book = read(text, Encoding::Utf8).unwrap();
        let cells = |l: &Line| l.cells.iter().map(|c| c.text.clone()).collect();
        book.sheets[0].lines.iter().map(|l| (l.at, cells(l))).collect()
    }

    #[test]
    fn lines_keep_their_place_and_cells_their_breaks() {
        let found = table("a,b\r\n\r\n1,\"x\r\ny \"\"z\"\"\"\r\n,,\r\n 2 ,3,,\r\n");
        let own = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
        assert_eq!(found, [(1, own(&["a", "b"])), (3, own(&["1", "x\ny \"z\""])), (6, own(&["2", "3"]))]);
        assert_eq!(table("sep=;\na;b,c")[0], (2, own(&["a", "b,c"])));
        assert_eq!(table("a\tb,c\td")[0].1.len(), 3);
        assert_eq!(table("a;b;c\r1;2;3").len(), 2);
        assert_eq!(table("5\" pipe,b")[0].1, own(&["5\" pipe", "b"]));
        assert_eq!(read("a,b\n1,\"x\n2,3", Encoding::Utf8), Err(TableError::UnclosedQuote(2)));
        assert_eq!(read(" \r\n,,\n", Encoding::Utf8), Err(TableError::Empty));
        assert_eq!(read(&"x,".repeat(300), Encoding::Utf8), Err(TableError::TooLarge));
    }
}
