//! A filter as somebody types it: kanji, kana in any width, or Latin letters as they would be typed to write the kana.

use super::fold::fold;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use wana_kana::ConvertJapanese;

/// A typed filter, ready to be held against texts.
#[derive(Clone, Debug)]
pub struct Filter {
    folded: String,
    reading: Option<String>,
}

impl Filter {
    /// Reads what was typed: `髙橋`, `ﾀｶﾊｼ`, `takahashi`, `Ōno`, `kusuzawa b2`.
    pub fn new(typed: &str) -> Self {
        Self { folded: fold(typed), reading: reading(typed) }
    }

    /// Nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// Whether a text holds what was typed. Latin letters also find the kana that they write, long vowels or not; a
    /// single syllable only where a word begins with it.
    pub fn finds(&self, text: &str) -> bool {
        let folded = fold(text);
        let sounds = |reading: &String| {
            let one = reading.chars().count() == 1;
            let words = text.split_whitespace().map(|word| short(&fold(word)));
            let mut words = words.chain((!one).then(|| short(&folded)));
            words.any(|word| if one { word.starts_with(reading) } else { word.contains(reading) })
        };
        folded.contains(&self.folded) || self.reading.as_ref().is_some_and(sounds)
    }
}

/// The kana that Latin letters write, with short vowels, as far as they are typed; `None` for anything else.
fn reading(typed: &str) -> Option<String> {
    let letters: String =
        typed.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    let mut letters: String = letters.split_whitespace().collect();
    if letters.is_empty() || !letters.chars().all(|c| c.is_ascii_lowercase() || "'-".contains(c)) {
        return None;
    }
    for (passport, typed) in [("mb", "nb"), ("mm", "nm"), ("mp", "np"), ("tch", "cch"), ("-", "")] {
        letters = letters.replace(passport, typed);
    }
    // `Satoh`, `Ohno`: the h of a passport lengthens the o before it.
    let mut plain = String::new();
    for (i, c) in letters.char_indices() {
        let lengthens = c == 'h' && plain.ends_with('o') && !letters[i + 1..].starts_with(VOWELS);
        if !lengthens {
            plain.push(c);
        }
    }
    // The last syllable may not be finished yet; a final n is one.
    let finished = plain.trim_end_matches(|c: char| !VOWELS.contains(&c) && c != 'n' && c != '\'');
    let kana = short(&fold(&finished.to_hiragana()));
    (!kana.is_empty() && kana.chars().all(|c| !c.is_ascii())).then_some(kana)
}

const VOWELS: [char; 5] = ['a', 'i', 'u', 'e', 'o'];
const O_ROW: &str = "おこそとのほもよろごぞどぼぽょを";
const U_ROW: &str = "うくすつぬふむゆるぐずづぶぷゅ";

/// Kana without what only lengthens a vowel: さとう, さとー and さと sound alike to whoever types Latin letters.
fn short(kana: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for c in kana.chars() {
        let lengthens = c == 'ー'
            || (matches!(c, 'う' | 'お') && O_ROW.contains(before))
            || (c == 'う' && U_ROW.contains(before));
        if !lengthens {
            out.push(c);
            before = c;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Filter;
    use proptest::prelude::*;
    use wana_kana::ConvertJapanese;

    #[test]
    fn a_name_is_found_by_every_way_of_typing_it() {
        for (typed, text) in [
            ("髙橋", "高橋 正一"),
            ("ﾀｶﾊｼ", "たかはし しょういち"),
            ("takahashi", "たかはし しょういち"),
            ("takahasi", "たかはし しょういち"),
            ("Takah", "たかはし しょういち"),
            ("shoichi", "たかはし しょういち"),
            ("syouiti", "たかはし しょういち"),
            ("Shōichi", "たかはし しょういち"),
            ("sato", "さとう けんじ"),
            ("satou", "さとう けんじ"),
            ("satoh", "さとう けんじ"),
            ("ohno", "おおの みち"),
            ("ono", "おおの みち"),
            ("kobayashi kengo", "こばやし けんご"),
            ("honma", "ほんま いく"),
            ("homma", "ほんま いく"),
            ("hattori", "はっとり じゅん"),
            ("jun", "はっとり じゅん"),
            ("zyun", "はっとり じゅん"),
            ("gurupu", "グループホームこもれび"),
            ("s", "佐藤 S棟"),
            ("b2", "楠沢病院 B2病棟"),
            ("yu", "たなか ゆうこ"),
        ] {
            assert!(Filter::new(typed).finds(text), "{typed} finds {text}");
        }
        for (typed, text) in [
            ("sato", "さいとう けんじ"),
            ("ka", "おかだ みち"),
            ("tanaka", "たかはし しょういち"),
            ("ono", "おかだ みち"),
            ("xyz", "たかはし しょういち"),
            ("病院", "たかはし しょういち"),
        ] {
            assert!(!Filter::new(typed).finds(text), "{typed} does not find {text}");
        }
        assert!(Filter::new("　 ").is_empty());
    }

    proptest! {
        #[test]
        fn what_a_library_makes_of_a_reading_finds_it(reading in "[かきくけこさしすせそたちつてとなにぬねのまみむめもらりるれろがじずべ]{1,6}ん?[うか]?") {
            prop_assert!(Filter::new(&reading.to_romaji()).finds(&reading), "{}", reading.to_romaji());
        }
    }
}
