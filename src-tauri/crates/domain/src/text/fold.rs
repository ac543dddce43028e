//! Folding: the form under which text is searched and compared. Stored text is never changed by it.
//!
//! Per cluster (a character with the marks that belong to it): NFKC, lower case, katakana to hiragana, variant
//! kanji to the usual form, dashes to one dash and wave dashes to one; variation selectors, zero-width characters,
//! controls and white space fall away. So 高橋太郎 finds 髙橋　太郎, ぐるーぷ finds ｸﾞﾙｰﾌﾟ and 10~11時 finds 10〜11時. ー, ヶ and 々
//! stay as they are.

use super::variants::usual;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One folded character and the piece of the original it comes from. Several folded characters may share
/// one piece (㈱), and one may come from several characters (ｶﾞ).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    /// The folded character.
    pub ch: char,
    /// Bytes of the original.
    pub bytes: Range<usize>,
    /// Unicode scalars of the original.
    pub scalars: Range<usize>,
}

/// The folded text.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each(text, |ch, _, _| {
        out.push(ch);
        true
    });
    out
}

/// The folded text, each character with its place in the original.
pub fn fold_map(text: &str) -> Vec<Folded> {
    let mut out = Vec::with_capacity(text.len() / 3);
    each(text, |ch, bytes, scalars| {
        out.push(Folded { ch, bytes, scalars });
        true
    });
    out
}

/// Places in a text at which any of the folded words stands, from left to right, those of one word without overlap:
/// all that begin less than `reach` characters after the first begins. What lies beyond is not read.
pub fn first_places(text: &str, words: &[String], reach: usize) -> Vec<Range<usize>> {
    let mut words: Vec<(Vec<char>, usize)> = words
        .iter()
        .map(|word| (word.chars().collect(), 0))
        .filter(|(word, _): &(Vec<char>, _)| !word.is_empty())
        .collect();
    let longest = words.iter().map(|(word, _)| word.len()).max().unwrap_or(0);
    let mut read: Vec<(char, usize)> = Vec::with_capacity(text.len() / 3);
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut first = usize::MAX;
    each(text, |ch, _, scalars| {
        read.push((ch, scalars.start));
        for (word, free) in &mut words {
            if word.last() != Some(&ch) || read.len() < *free + word.len() {
                continue;
            }
            let from = read.len() - word.len();
            if read[from..].iter().map(|(ch, _)| ch).eq(word.iter()) {
                *free = read.len();
                first = first.min(read[from].1);
                places.push(read[from].1..scalars.end);
            }
        }
        // A word that begins before the end of the reach is whole by now.
        first == usize::MAX
            || read.len().checked_sub(longest + 1).is_none_or(|at| read[at].1 < first.saturating_add(reach))
    });
    places.sort_by_key(|place| (place.start, place.end));
    places.retain(|place| place.start < first.saturating_add(reach));
    places
}

/// Places in the original at which a folded word stands, from left to right without overlap.
pub fn find(map: &[Folded], word: &str) -> Vec<Range<usize>> {
    let word: Vec<char> = word.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while !word.is_empty() && at + word.len() <= map.len() {
        let hit = &map[at..at + word.len()];
        if hit.iter().map(|f| f.ch).eq(word.iter().copied()) {
            found.push(hit[0].scalars.start..hit[word.len() - 1].scalars.end);
            at += word.len();
        } else {
            at += 1;
        }
    }
    found
}

/// Terms of the search index: overlapping pairs of folded characters, and the lone last character of each
/// run, separated by spaces. Runs end at 、。「」()!?:;, and quotation marks; no pair spans such a break.
pub fn grams(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    let mut last: Option<char> = None;
    let mut push = |first: char, second: Option<char>| {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push(first);
        out.extend(second);
    };
    each(text, |ch, _, _| {
        if is_break(ch) {
            if let Some(lone) = last.take() {
                push(lone, None);
            }
        } else {
            if let Some(first) = last.replace(ch) {
                push(first, Some(ch));
            }
        }
        true
    });
    if let Some(lone) = last {
        push(lone, None);
    }
    out
}

/// The folded words of what somebody searches: white space and breaks part them.
pub fn words(query: &str) -> Vec<String> {
    query
        .split(char::is_whitespace)
        .flat_map(|part| fold(part).split(is_break).map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| !word.is_empty())
        .collect()
}

/// The full-text expression of what somebody searches: all folded words, each as a phrase of quoted pairs, a single
/// character as the beginning of a pair. Empty when there is nothing to search.
pub fn expression(words: &[String]) -> String {
    let mut terms = Vec::new();
    for word in words {
        let chars: Vec<char> = word.chars().collect();
        match chars.as_slice() {
            [one] => terms.push(format!("\"{one}\"*")),
            many => {
                let pairs: Vec<String> = many.windows(2).map(|p| p.iter().collect()).collect();
                terms.push(format!("\"{}\"", pairs.join(" ")));
            }
        }
    }
    terms.join(" AND ")
}

fn is_break(ch: char) -> bool {
    matches!(ch, '、' | '。' | '「' | '」' | '(' | ')' | '!' | '?' | ':' | ';' | ',' | '"')
}

/// Characters that belong to the one before them.
fn joins(c: char) -> bool {
    c >= '\u{300}'
        && !plain(c)
        && (matches!(c, '\u{309B}' | '\u{309C}' | '\u{FF9E}' | '\u{FF9F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
            || is_combining_mark(c))
}

fn falls_away(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{AD}'
            | '\u{180B}'..='\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// True for characters that NFKC and lower-casing leave as they are.
fn plain(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | 'ー' | '々' | '、' | '。' | '「' | '」' | '\u{4E00}'..='\u{9FFF}')
}

/// Hiragana of a katakana; any other character stays.
pub(super) fn to_hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    }
}

/// The plain form of a dash or a wave dash, which keyboards and old lists write in many ways; any other character stays.
fn one_dash(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' => '-',
        '\u{301C}' => '~',
        _ => c,
    }
}

/// Gives each folded character with its bytes and scalars, until `give` has enough.
fn each(text: &str, mut give: impl FnMut(char, Range<usize>, Range<usize>) -> bool) {
    let mut rest = text.char_indices();
    let mut next = rest.next();
    let mut scalar = 0;
    let mut marks = String::new();
    while let Some((byte, first)) = next {
        let mut end = (byte + first.len_utf8(), scalar + 1);
        next = rest.next();
        marks.clear();
        while let Some((at, mark)) = next.filter(|(_, mark)| joins(*mark)) {
            marks.push(match mark {
                '\u{309B}' => '\u{3099}',
                '\u{309C}' => '\u{309A}',
                other => other,
            });
            end = (at + mark.len_utf8(), end.1 + 1);
            next = rest.next();
        }
        let more = if marks.is_empty() && plain(first) {
            give(usual(to_hiragana(first)), byte..end.0, scalar..end.1)
        } else {
            composed(first, &marks, &mut |c| give(c, byte..end.0, scalar..end.1))
        };
        if !more {
            return;
        }
        scalar = end.1;
    }
}

/// Gives the folded characters of a character with its marks, until `give` has enough; false when it has.
fn composed(first: char, marks: &str, give: &mut dyn FnMut(char) -> bool) -> bool {
    let mut one = |c: char| falls_away(c) || give(usual(to_hiragana(one_dash(c))));
    if marks.is_empty() && first.is_ascii() {
        return one(first.to_ascii_lowercase());
    }
    std::iter::once(first).chain(marks.chars()).nfkc().flat_map(char::to_lowercase).all(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, word: &str) -> Vec<String> {
        let scalars: Vec<char> = text.chars().collect();
        find(&fold_map(text), &fold(word)).into_iter().map(|r| scalars[r].iter().collect()).collect()
    }

    #[test]
    fn what_means_the_same_folds_alike() {
        for (written, folded) in [
            ("髙橋　太郎", "高橋太郎"),
            ("ｸﾞﾙｰﾌﾟﾎｰﾑ", "ぐるーぷほーむ"),
            ("グループホーム", "ぐるーぷほーむ"),
            ("Ｒ６年度", "r6年度"),
            ("㈱あさがお", "(株)あさがお"),
            ("①", "1"),
            ("渡邉・渡邊", "渡辺・渡辺"),
            ("𠮷川", "吉川"),
            ("齋藤と斉藤", "斎藤と斉藤"),
            ("葛\u{E0100}城", "葛城"),
            ("か\u{3099}く", "がく"),
            ("カ゛ク", "がく"),
            ("ヴ", "ゔ"),
            ("ケ谷ヶ谷", "け谷ゖ谷"),
            ("佐々木", "佐々木"),
            ("MHSW Ｄｒ．", "mhswdr."),
            ("03−1234‐5678―9", "03-1234-5678-9"),
            ("10時〜11時、12時～", "10時~11時、12時~"),
            ("a\u{0}b\r\nc", "abc"),
            ("", ""),
        ] {
            assert_eq!(fold(written), folded, "{written}");
            assert_eq!(fold(folded), folded, "folding {folded} again must change nothing");
        }
    }

    #[test]
    fn a_hit_leads_back_to_what_was_written() {
        for (text, word, hit) in [
            ("今日はｸﾞﾙｰﾌﾟで", "ぐるーぷ", "ｸﾞﾙｰﾌﾟ"),
            ("髙橋　太郎さん", "高橋太郎", "髙橋　太郎"),
            ("㈱あさがお", "株", "㈱"),
            ("𠮷川さん", "吉川", "𠮷川"),
            ("血圧１２０／８０", "120/80", "１２０／８０"),
        ] {
            assert_eq!(place(text, word), [hit], "{word} in {text}");
        }
        assert_eq!(place("退院、退院退院", "退院"), ["退院", "退院", "退院"]);
        assert!(place("退院", "").is_empty());
        let map = fold_map("aｶﾞb");
        assert_eq!(map[1], Folded { ch: 'が', bytes: 1..7, scalars: 1..3 });
    }

    #[test]
    fn the_first_places_are_those_of_the_whole_text_as_far_as_they_reach() {
        let text = "あ退院。い㈱退院退院、うｶﾞ退院えがおの髙橋さん退院退院支援";
        let map = fold_map(text);
        for query in [
            "退院",
            "院退 退院",
            "退院退院 が",
            "が 高橋",
            "株退院 い(株",
            "退院支援 退",
            "宇宙",
            "",
            "え おの高橋さん退院退院支援 の",
        ] {
            let words = words(query);
            let mut all: Vec<Range<usize>> = words.iter().flat_map(|word| find(&map, word)).collect();
            all.sort_by_key(|place| (place.start, place.end));
            for reach in [1, 2, 5, 12, 100] {
                let end = all.first().map_or(0, |place| place.start + reach);
                let expected: Vec<_> = all.iter().filter(|place| place.start < end).cloned().collect();
                assert_eq!(first_places(text, &words, reach), expected, "{query}, {reach}");
            }
        }
    }

    #[test]
    fn pairs_overlap_and_stop_at_breaks() {
        assert_eq!(grams("退院支援"), "退院 院支 支援 援");
        assert_eq!(grams("面談。「はい」"), "面談 談 はい い");
        assert_eq!(grams("退 院\nへ"), "退院 院へ へ");
        assert_eq!(grams("（株）52.3kg"), "株 52 2. .3 3k kg g");
        assert_eq!(grams("。、"), "");
    }

    #[test]
    fn a_query_is_made_of_quoted_pairs_only() {
        for (typed, wanted) in [
            ("退院支援", "\"退院 院支 支援\""),
            ("退", "\"退\"*"),
            ("退院　訪問", "\"退院\" AND \"訪問\""),
            ("\"a* OR b\"", "\"a*\" AND \"or\" AND \"b\"*"),
            ("NEAR(x", "\"ne ea ar\" AND \"x\"*"),
            ("", ""),
            ("。！　", ""),
        ] {
            assert_eq!(expression(&words(typed)), wanted, "{typed}");
        }
    }
}
