//! A part of a workbook as tags and texts. Nothing is understood that a writer of tables does not write; whatever else
//! stands in a part keeps its place in a name, a rest or a text that nobody knows.

/// A tag, with its stroke where it ends an element, and the text behind it.
pub(super) struct Tag<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its attributes with their values as they are written.
    pub attributes: Vec<(&'a str, &'a str)>,
    /// What is left of it without them.
    pub rest: &'a str,
    /// The text behind it.
    pub text: &'a str,
}

impl Tag<'_> {
    /// The value of an attribute.
    pub fn says(&self, attribute: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| *name == attribute).map(|(_, value)| *value)
    }
}

/// The tags of a part. What is no tag at all ends up in a name that nobody knows.
pub(super) fn tags(part: &str) -> impl Iterator<Item = Tag<'_>> {
    part.split('<').skip(1).map(|piece| {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let (name, mut rest) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
        let mut attributes = Vec::new();
        while let Some((attribute, behind)) = rest.split_once("=\"") {
            let (value, behind) = behind.split_once('"').unwrap_or((behind, ""));
            attributes.push((attribute.trim(), value));
            rest = behind;
        }
        Tag { name: name.trim_end_matches('/'), attributes, rest: rest.trim_matches(['/', '?', ' ']), text }
    })
}

/// Attributes that say only where a cell lies, in words that look like the code of a case.
const PLACES: &[&str] = &[" r=", " ref=", " sqref=", " activeCell=", " topLeftCell="];

/// The words of a part: the values of its tags and what stands between them.
pub(super) fn words_of(part: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for piece in part.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        let quoted: Vec<&str> = tag.split('"').collect();
        for pair in quoted.chunks(2) {
            let known = PLACES.iter().any(|place| pair[0].ends_with(place));
            lines.extend(
                pair.iter().skip(usize::from(pair.len() > 1)).filter(|_| !known).map(|v| unescaped(v)),
            );
        }
        lines.push(unescaped(text));
    }
    lines.retain(|line| !line.trim().is_empty());
    // Nothing runs on from one into the next.
    lines.join("\n|\n")
}

/// A text with its references resolved.
pub(super) fn unescaped(text: &str) -> String {
    let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    let resolved = |piece: &str| -> Option<String> {
        let (reference, rest) = piece.split_once(';')?;
        let character = match reference {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => {
                let digits = reference.strip_prefix('#')?;
                digits.strip_prefix(['x', 'X']).map_or_else(|| number(digits, 10), |hex| number(hex, 16))?
            }
        };
        Some(format!("{character}{rest}"))
    };
    let mut pieces = text.split('&');
    let first = pieces.next().unwrap_or_default().to_owned();
    let others = pieces.map(|piece| resolved(piece).unwrap_or_else(|| format!("&{piece}")));
    std::iter::once(first).chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_part_are_its_texts_and_values_without_the_places_of_cells() {
        let part = r#"<!-- 林 --><c r="C01" t="&#x6797;"><v>&#x6797;&#26690; &amp; &co</v></c>"#;
        assert_eq!(words_of(part).replace('\n', ""), "!-- 林 --|林|v|林桂 & &co|/v|/c");
    }
}
