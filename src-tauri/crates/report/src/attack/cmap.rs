//! ToUnicode maps: which characters the codes of an embedded font stand for.

use std::collections::BTreeMap;

/// Codes of a font with the characters they stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CMap {
    /// Characters by code.
    pub characters: BTreeMap<u32, String>,
}

/// Largest range that is read, so that a bad file cannot fill the memory.
const LARGEST: u32 = 0xFFFF;

/// Reads the `bfchar` and `bfrange` sections of a map.
pub fn parse(bytes: &[u8]) -> CMap {
    let text = String::from_utf8_lossy(bytes);
    let mut map = CMap::default();
    for (open, close, range) in [("beginbfchar", "endbfchar", false), ("beginbfrange", "endbfrange", true)] {
        for section in text.split(open).skip(1) {
            let section = section.split(close).next().unwrap_or_default();
            if range { ranges(&tokens(section), &mut map) } else { characters(&tokens(section), &mut map) }
        }
    }
    map
}

#[derive(Debug, PartialEq, Eq)]
enum Token<'a> {
    Hex(&'a str),
    Open,
    Close,
}

fn tokens(section: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut rest = section;
    while let Some(at) = rest.find(['<', '[', ']']) {
        let tail = &rest[at + 1..];
        rest = match rest.as_bytes()[at] {
            b'[' => {
                found.push(Token::Open);
                tail
            }
            b']' => {
                found.push(Token::Close);
                tail
            }
            _ => {
                let Some((hex, after)) = tail.split_once('>') else { break };
                found.push(Token::Hex(hex));
                after
            }
        };
    }
    found
}

fn code(hex: &str) -> Option<u32> {
    u32::from_str_radix(hex.trim(), 16).ok()
}

fn units(hex: &str) -> Vec<u16> {
    let digits: Vec<char> = hex.chars().filter(char::is_ascii_hexdigit).collect();
    digits
        .chunks(4)
        .filter_map(|unit| u16::from_str_radix(&unit.iter().collect::<String>(), 16).ok())
        .collect()
}

fn characters(tokens: &[Token<'_>], map: &mut CMap) {
    for pair in tokens.chunks_exact(2) {
        if let [Token::Hex(from), Token::Hex(to)] = pair
            && let Some(from) = code(from)
        {
            map.characters.insert(from, String::from_utf16_lossy(&units(to)));
        }
    }
}

fn ranges(tokens: &[Token<'_>], map: &mut CMap) {
    let mut at = 0;
    while let [Token::Hex(low), Token::Hex(high), rest @ ..] = &tokens[at..] {
        let (Some(low), Some(high)) = (code(low), code(high)) else { return };
        let high = high.min(low.saturating_add(LARGEST));
        at += 2;
        match rest.first() {
            Some(Token::Hex(to)) => {
                let first = units(to);
                for (offset, from) in (low..=high).enumerate() {
                    let mut to = first.clone();
                    if let Some(last) = to.last_mut() {
                        *last = last.wrapping_add(offset as u16);
                    }
                    map.characters.insert(from, String::from_utf16_lossy(&to));
                }
                at += 1;
            }
            Some(Token::Open) => {
                let list: Vec<&str> = rest[1..]
                    .iter()
                    .map_while(|t| if let Token::Hex(hex) = t { Some(*hex) } else { None })
                    .collect();
                at += 2 + list.len();
                for (from, to) in (low..=high).zip(list) {
                    map.characters.insert(from, String::from_utf16_lossy(&units(to)));
                }
            }
            _ => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_sections_are_read() {
        let map = parse(
            b"2 beginbfchar <0001> <3042> <0002> <D842DFB7> endbfchar\n\
              2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0061> <00660069>] endbfrange",
        );
        let text: String = map.characters.values().map(String::as_str).collect();
        assert_eq!(text, "あ𠮷ABCafi");
    }
}
