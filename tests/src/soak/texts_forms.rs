//! Disguises of a text.

use super::words::CORPORA;
use std::collections::BTreeMap;

/// Hiragana as katakana.
pub fn katakana(text: &str) -> String {
    text.chars()
        .map(|c| if ('ぁ'..='ゖ').contains(&c) { char::from_u32(c as u32 + 0x60).unwrap_or(c) } else { c })
        .collect()
}

/// Kana in half width.
pub fn half(text: &str) -> String {
    const FULL: &str = "ァアィイゥウェエォオカキクケコサシスセソタチッツテトナニヌネノハヒフヘホマミムメモャヤュユョヨラリルレロワヲンー";
    const HALF: &str = "ｧｱｨｲｩｳｪｴｫｵｶｷｸｹｺｻｼｽｾｿﾀﾁｯﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓｬﾔｭﾕｮﾖﾗﾘﾙﾚﾛﾜｦﾝｰ";
    let voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボ"
        .chars()
        .zip("カキクケコサシスセソタチツテトハヒフヘホ".chars());
    let voiced: BTreeMap<char, char> = voiced.collect();
    let halved: BTreeMap<char, char> = FULL.chars().zip(HALF.chars()).collect();
    let mut out = String::new();
    for c in katakana(text).chars() {
        match (voiced.get(&c), "パピプペポ".chars().position(|p| p == c)) {
            (Some(base), _) => out.extend([halved[base], 'ﾞ']),
            (_, Some(n)) => out.extend([halved[&"ハヒフヘホ".chars().nth(n).unwrap_or('ハ')], 'ﾟ']),
            _ => out.push(halved.get(&c).copied().unwrap_or(c)),
        }
    }
    out
}

/// Latin letters and digits in full width.
pub fn wide(text: &str) -> String {
    let widen = |c: char| match c {
        '!'..='~' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(widen).collect()
}

/// Digits as kanji.
pub fn kanji_digits(text: &str) -> String {
    text.chars()
        .map(|c| c.to_digit(10).and_then(|d| "〇一二三四五六七八九".chars().nth(d as usize)).unwrap_or(c))
        .collect()
}

/// A sign between all characters.
pub fn between(text: &str, sign: &str) -> String {
    text.chars().map(String::from).collect::<Vec<_>>().join(sign)
}

/// NFD of voiced kana.
pub fn apart(text: &str) -> String {
    let voiced = "がぎぐげござじずぜぞだぢづでどばびぶべぼ"
        .chars()
        .zip("かきくけこさしすせそたちつてとはひふへほ".chars());
    let bases: BTreeMap<char, char> = voiced.collect();
    text.chars().map(|c| bases.get(&c).map_or_else(|| c.to_string(), |b| format!("{b}\u{3099}"))).collect()
}

/// Old and variant forms of kanji.
pub fn old_kanji(text: &str) -> String {
    const OLD: &[(char, char)] = &[
        ('高', '髙'),
        ('崎', '﨑'),
        ('辺', '邊'),
        ('斎', '齋'),
        ('沢', '澤'),
        ('浜', '濵'),
        ('島', '嶋'),
        ('広', '廣'),
        ('国', '國'),
        ('真', '眞'),
        ('徳', '德'),
        ('桜', '櫻'),
        ('関', '關'),
        ('瀬', '瀨'),
        ('吉', '𠮷'),
    ];
    text.chars().map(|c| OLD.iter().find(|(new, _)| *new == c).map_or(c, |(_, old)| *old)).collect()
}

/// Latin letters of a kana name, one spelling.
pub fn latin(kana: &str, kunrei: bool) -> String {
    let rows = &CORPORA.syllables;
    let mut out = String::new();
    let mut rest = kana;
    while let Some(c) = rest.chars().next() {
        let row = rows.iter().find(|(syllable, ..)| rest.starts_with(syllable));
        let (length, text) = row.map_or((c.len_utf8(), ""), |(s, hepburn, other)| {
            (s.len(), if kunrei { other } else { hepburn })
        });
        out.push_str(text);
        rest = &rest[length..];
    }
    out
}

/// A capital at the beginning.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
