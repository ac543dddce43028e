//! CSV by RFC 4180, read strictly: a stray quote, an unclosed one or a lone carriage return is a fault, never
//! a guess. Every record knows the physical line on which it starts.

use super::RECORD_LIMIT;

/// One record.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// Physical line where it starts; the first is 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Why a record cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// A quote was opened and never closed.
    UnclosedQuote,
    /// A quote stands in the middle of an unquoted cell.
    StrayQuote,
    /// Something stands between a closing quote and the next separator.
    AfterQuote,
    /// A carriage return without its line feed.
    LoneReturn,
    /// A NUL character.
    Nul,
    /// The record is too long to be one.
    TooLong,
}

/// The records of a text, blank lines left out. After a broken record reading goes on at the next line,
/// unless the rest cannot be told apart any more.
pub(super) struct Records<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> Records<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// Leaves the rest of the physical line.
    fn skip_line(&mut self) {
        match self.text.as_bytes()[self.at..].iter().position(|b| *b == b'\n') {
            Some(ahead) => {
                self.at += ahead + 1;
                self.line += 1;
            }
            None => self.at = self.text.len(),
        }
    }

    /// Reads one cell from where the record stands; true when another cell follows.
    fn cell(&mut self, cells: &mut Vec<String>, from: usize) -> Result<bool, Broken> {
        let bytes = self.text.as_bytes();
        if bytes.get(self.at) == Some(&b'"') {
            self.at += 1;
            self.quoted(cells, from)?;
        } else {
            let start = self.at;
            while let Some(byte) = bytes.get(self.at) {
                match byte {
                    b',' | b'\n' | b'\r' => break,
                    b'"' => return Err(Broken::StrayQuote),
                    0 => return Err(Broken::Nul),
                    _ if self.at - from > RECORD_LIMIT => return Err(Broken::TooLong),
                    _ => self.at += 1,
                }
            }
            cells.push(self.text[start..self.at].to_owned());
        }
        self.separator()
    }

    fn quoted(&mut self, cells: &mut Vec<String>, from: usize) -> Result<(), Broken> {
        let bytes = self.text.as_bytes();
        let mut cell = String::new();
        let mut start = self.at;
        loop {
            match bytes.get(self.at) {
                None => return Err(Broken::UnclosedQuote),
                Some(0) => return Err(Broken::Nul),
                Some(_) if self.at - from > RECORD_LIMIT => return Err(Broken::TooLong),
                Some(b'"') if bytes.get(self.at + 1) == Some(&b'"') => {
                    cell.push_str(&self.text[start..=self.at]);
                    self.at += 2;
                    start = self.at;
                }
                Some(b'"') => {
                    cell.push_str(&self.text[start..self.at]);
                    self.at += 1;
                    cells.push(cell);
                    return Ok(());
                }
                Some(byte) => {
                    self.line += usize::from(*byte == b'\n');
                    self.at += 1;
                }
            }
        }
    }

    /// Takes what ends a cell; true when another cell follows.
    fn separator(&mut self) -> Result<bool, Broken> {
        let bytes = self.text.as_bytes();
        match bytes.get(self.at) {
            None => Ok(false),
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            Some(b'\n') => {
                self.at += 1;
                self.line += 1;
                Ok(false)
            }
            Some(b'\r') if bytes.get(self.at + 1) == Some(&b'\n') => {
                self.at += 2;
                self.line += 1;
                Ok(false)
            }
            Some(b'\r') => Err(Broken::LoneReturn),
            Some(_) => Err(Broken::AfterQuote),
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Record, (usize, Broken)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.at >= self.text.len() {
                return None;
            }
            let (from, line) = (self.at, self.line);
            let mut cells = Vec::new();
            loop {
                match self.cell(&mut cells, from) {
                    Ok(true) => {}
                    Ok(false) => break,
                    Err(broken) => {
                        match broken {
                            Broken::UnclosedQuote | Broken::TooLong => self.at = self.text.len(),
                            _ => self.skip_line(),
                        }
                        return Some(Err((line, broken)));
                    }
                }
            }
            if cells.len() > 1 || !cells[0].is_empty() {
                return Some(Ok(Record { line, cells }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str) -> Vec<(usize, Result<usize, Broken>)> {
        Records::new(text)
            .map(|r| match r {
                Ok(r) => (r.line, Ok(r.cells.len())),
                Err((line, broken)) => (line, Err(broken)),
            })
            .collect()
    }

    #[test]
    fn every_record_knows_its_physical_line() {
        assert_eq!(lines("a,b\r\n\r\n1,\"x\r\ny\"\r\n2,3"), [(1, Ok(2)), (3, Ok(2)), (5, Ok(2))]);
        assert_eq!(lines("a,b\n1,\"x\n2,y\n"), [(1, Ok(2)), (2, Err(Broken::UnclosedQuote))]);
        assert_eq!(lines("a,b\n1,x\"y\n2,3\n"), [(1, Ok(2)), (2, Err(Broken::StrayQuote)), (3, Ok(2))]);
        assert_eq!(lines("a,b\n\"1\"x,y\n2,3\n"), [(1, Ok(2)), (2, Err(Broken::AfterQuote)), (3, Ok(2))]);
        assert_eq!(lines("a,b\r1,2\n3,4"), [(1, Err(Broken::LoneReturn)), (2, Ok(2))]);
        assert_eq!(lines("a,\0b\n1,2"), [(1, Err(Broken::Nul)), (2, Ok(2))]);
    }

    #[test]
    fn a_line_without_end_is_left_early() {
        let long = "あ".repeat(RECORD_LIMIT);
        assert_eq!(lines(&format!("a,b\n1,{long}\n2,3")), [(1, Ok(2)), (2, Err(Broken::TooLong))]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_a_csv_writer_wrote_is_read_back(rows in prop::collection::vec(prop::collection::vec("[a\",\r\nあ ]{0,6}", 3), 0..8)) {
            let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let read: Vec<Vec<String>> = Records::new(&text).map(|r| r.unwrap().cells).collect();
            prop_assert_eq!(read, rows);
        }

        #[test]
        fn any_text_comes_to_an_end(text in "[a\",\r\n\0あ]{0,60}") {
            prop_assert!(Records::new(&text).count() <= text.len());
        }
    }
}
