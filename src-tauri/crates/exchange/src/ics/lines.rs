//! Content lines: folded lines are joined byte by byte, before anything is taken for a letter, and then taken apart.

/// One content line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it begins in the file, 1 for the first line.
    pub(super) number: usize,
    /// Name in capitals; empty for a line that cannot be taken apart.
    pub(super) name: String,
    params: Vec<(String, String)>,
    /// Value as written.
    pub(super) value: String,
}

impl Line {
    /// True for this name and value.
    pub(super) fn is(&self, name: &str, value: &str) -> bool {
        self.name == name && self.value.trim().eq_ignore_ascii_case(value)
    }
    /// A parameter.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
    /// The value as text: escaped commas, semicolons, line ends and backslashes are themselves again.
    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(self.value.len());
        let mut letters = self.value.chars();
        while let Some(letter) = letters.next() {
            match (letter, letter == '\\') {
                (_, true) => match letters.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(other) => text.push(other),
                    None => {}
                },
                (other, false) => text.push(other),
            }
        }
        text.trim().to_owned()
    }
}

/// The content lines of a file, whatever ends its lines. `decode` makes text of the joined bytes.
pub(super) fn unfold<E>(bytes: &[u8], decode: impl Fn(&[u8]) -> Result<String, E>) -> Result<Vec<Line>, E> {
    // Files in UTF-16 are text first: their line ends are not single bytes.
    let wide = matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
    let first = if wide { decode(bytes)?.into_bytes() } else { bytes.to_vec() };
    let mut joined = Vec::with_capacity(first.len());
    let mut numbers = Vec::new();
    for (number, line) in first.split(|byte| *byte == b'\n').enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match line {
            [b' ' | b'\t', rest @ ..] if !numbers.is_empty() => joined.extend_from_slice(rest),
            [] => {}
            _ => {
                if !numbers.is_empty() {
                    joined.push(b'\n');
                }
                joined.extend_from_slice(line);
                numbers.push(number + 1);
            }
        }
    }
    let text = decode(&joined)?;
    Ok(text.split('\n').zip(numbers).map(|(line, number)| parse(number, line)).collect())
}

fn parse(number: usize, line: &str) -> Line {
    let mut quoted = false;
    let cut = line.char_indices().find(|(_, letter)| {
        quoted ^= *letter == '"';
        *letter == ':' && !quoted
    });
    let Some((cut, _)) = cut else {
        return Line { number, name: String::new(), params: Vec::new(), value: line.to_owned() };
    };
    let (head, value) = (&line[..cut], line[cut + 1..].to_owned());
    let mut quoted = false;
    let mut parts = head.split(|letter| {
        quoted ^= letter == '"';
        letter == ';' && !quoted
    });
    let name = parts.next().unwrap_or_default().trim_start_matches('\u{feff}').trim().to_ascii_uppercase();
    let params = parts
        .filter_map(|part| part.split_once('='))
        .map(|(name, value)| (name.trim().to_ascii_uppercase(), value.trim_matches('"').to_owned()))
        .collect();
    Line { number, name, params, value }
}
