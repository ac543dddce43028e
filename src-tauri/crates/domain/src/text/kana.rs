//! Order of names as in a dictionary, and the index letters あ か さ た な は ま や ら わ.

use super::fold::to_hiragana;
use unicode_normalization::UnicodeNormalization;

/// The index letters, in order; what begins with no kana stands under 他.
const INDEX: [char; 11] = ['あ', 'か', 'さ', 'た', 'な', 'は', 'ま', 'や', 'ら', 'わ', '他'];

/// One kana in dictionary order: its base, how it is voiced (0 clear, 1 voiced, 2 half-voiced), small or not.
struct Kana {
    base: char,
    voice: u8,
    size: u8,
}

const BASES: &str =
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん";
const VOICED: &str = "がぎぐげござじずぜぞだぢづでどばびぶべぼゔ";
const UNVOICED: &str = "かきくけこさしすせそたちつてとはひふへほう";
const HALF: &str = "ぱぴぷぺぽ";
const SMALL: &str = "ぁぃぅぇぉっゃゅょゎゕゖ";
const LARGE: &str = "あいうえおつやゆよわかけ";

fn same_place(from: &str, to: &str, c: char) -> Option<char> {
    from.chars().position(|x| x == c).and_then(|i| to.chars().nth(i))
}

fn kana(c: char) -> Option<Kana> {
    if BASES.contains(c) {
        return Some(Kana { base: c, voice: 0, size: 2 });
    }
    if let Some(base) = same_place(VOICED, UNVOICED, c) {
        return Some(Kana { base, voice: 1, size: 2 });
    }
    if let Some(base) = same_place(HALF, "はひふへほ", c) {
        return Some(Kana { base, voice: 2, size: 2 });
    }
    same_place(SMALL, LARGE, c).map(|base| Kana { base, voice: 0, size: 1 })
}

/// The vowel with which a kana ends, as ー reads after it.
fn vowel(base: char) -> char {
    const ROWS: [(&str, char); 5] = [
        ("あかさたなはまやらわ", 'あ'),
        ("いきしちにひみりゐ", 'い'),
        ("うくすつぬふむゆる", 'う'),
        ("えけせてねへめれゑ", 'え'),
        ("おこそとのほもよろを", 'お'),
    ];
    ROWS.iter().find(|(row, _)| row.contains(base)).map_or(base, |(_, v)| *v)
}

/// A text whose plain byte order is the order あいうえお of dictionaries: first by bases, then clear before
/// voiced before half-voiced, then ー before small before large. A space between family and given name sorts
/// before every kana; what does not begin with kana sorts after わ.
pub fn sort_key(reading: &str) -> String {
    let mut bases = String::new();
    let mut voices = String::new();
    let mut sizes = String::new();
    let text: Vec<char> = reading
        .trim()
        .nfkc()
        .flat_map(char::to_lowercase)
        .map(to_hiragana)
        .filter(|c| !c.is_control())
        .collect();
    let mut before: Option<Kana> = None;
    for c in text {
        let one = match (c, &before) {
            ('ー', Some(k)) => Some(Kana { base: vowel(k.base), voice: 0, size: 0 }),
            ('ゝ', Some(k)) => Some(Kana { base: k.base, voice: 0, size: 1 }),
            ('ゞ', Some(k)) => Some(Kana { base: k.base, voice: 1, size: 1 }),
            _ => kana(c),
        };
        match one {
            Some(k) => {
                bases.push(k.base);
                voices.push(char::from(b'0' + k.voice));
                sizes.push(char::from(b'0' + k.size));
                before = Some(k);
            }
            None => {
                bases.push(if c.is_whitespace() { ' ' } else { c });
                before = None;
            }
        }
    }
    let other = if index_letter(reading) == '他' { "\u{E000}" } else { "" };
    format!("{other}{bases}\t{voices}\t{sizes}")
}

/// The index letter of a reading: あ か さ た な は ま や ら わ, or 他.
pub fn index_letter(reading: &str) -> char {
    let Some(first) = reading.trim().nfkc().map(to_hiragana).next().and_then(kana) else { return '他' };
    match first.base {
        'わ' | 'ゐ' | 'ゑ' | 'を' | 'ん' => 'わ',
        base => INDEX[..9].iter().rev().copied().find(|letter| *letter <= base).unwrap_or('他'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_as_in_a_dictionary() {
        let order = [
            "あい",
            "あべ",
            "あべ さん",
            "アンドウ",
            "かあど",
            "カード",
            "かき",
            "かぎ",
            "がき",
            "さとう",
            "はは",
            "はば",
            "ばば",
            "ぱぱ",
            "はら あい",
            "ハラダ",
            "ひょう",
            "ひよう",
            "まつた",
            "まった",
            "やまだ",
            "わたなべ",
            "ABC",
            "渡辺",
        ];
        let mut sorted = order;
        sorted.sort_by_key(|name| sort_key(name));
        let expected: Vec<&str> = {
            let mut v = order.to_vec();
            let at = |v: &[&str], n: &str| v.iter().position(|x| *x == n).unwrap();
            let (a, b) = (at(&v, "かあど"), at(&v, "カード"));
            v.swap(a, b);
            let (a, b) = (at(&v, "まつた"), at(&v, "まった"));
            v.swap(a, b);
            v
        };
        assert_eq!(sorted.to_vec(), expected);
        assert!(sort_key("かき") < sort_key("かぎ") && sort_key("かぎ") < sort_key("がき"));
        assert_eq!(sort_key("ﾔﾏﾀﾞ"), sort_key("やまだ"));
    }

    #[test]
    fn every_name_has_its_index_letter() {
        for (reading, letter) in [
            ("いとう", 'あ'),
            ("ガトウ", 'か'),
            ("ｻﾄｳ", 'さ'),
            ("づか", 'た'),
            ("の", 'な'),
            ("ぱ", 'は'),
            ("も", 'ま'),
            ("ゃ", 'や'),
            ("ろ", 'ら'),
            ("をの", 'わ'),
            ("んだ", 'わ'),
            ("ヴァン", 'あ'),
            ("林", '他'),
            ("Smith", '他'),
            ("", '他'),
        ] {
            assert_eq!(index_letter(reading), letter, "{reading}");
        }
    }
}
