//! Names beside an honorific or a role, and the words of the report inside which a name is no name.

use super::haystack::Text;
use std::sync::LazyLock;

/// Words in the folded form of the text they are compared with.
type Words = LazyLock<Vec<Text>>;

/// What follows a name of a person.
static AFTER: Words = LazyLock::new(|| {
    folded(&[
        "さん",
        "さま",
        "様",
        "氏",
        "君",
        "くん",
        "ちゃん",
        "殿",
        "先生",
        "せんせい",
        "医師",
        "看護師",
        "看護部長",
        "師長",
        "保健師",
        "主任",
        "院長",
        "部長",
        "課長",
        "係長",
        "所長",
        "施設長",
        "相談員",
        "支援員",
        "世話人",
        "精神保健福祉士",
        "社会福祉士",
        "作業療法士",
        "公認心理師",
        "心理師",
        "薬剤師",
        "ピアサポーター",
        "ワーカー",
        "ケースワーカー",
        "dr",
        "ns",
        "psw",
        "cw",
    ])
});
/// What goes on after an honorific and makes it another word.
static OTHER_WORDS: Words = LazyLock::new(|| {
    folded(&[
        "さまざま",
        "様々",
        "様式",
        "様子",
        "様相",
        "様態",
        "様な",
        "様に",
        "氏名",
        "さんか",
        "君臨",
        "部長期",
        "主任者",
    ])
});
/// Whole words that end like a name with an honorific.
static NOBODY: Words =
    LazyLock::new(|| folded(&["みなさん", "みなさま", "たくさん", "皆さん", "皆様", "お客様", "お子さん"]));
/// What stands before a name of a person.
static BEFORE: Words = LazyLock::new(|| {
    folded(&[
        "主治医",
        "担当",
        "担当者",
        "利用者",
        "対象者",
        "患者",
        "本人",
        "医師",
        "看護師",
        "師長",
        "保健師",
        "精神保健福祉士",
        "相談員",
        "支援員",
        "世話人",
        "ケースワーカー",
        "ピアサポーター",
        "氏名",
        "名前",
        "母",
        "父",
        "兄",
        "弟",
        "姉",
        "妹",
        "妻",
        "夫",
        "息子",
        "娘",
        "dr",
        "ns",
        "psw",
    ])
});
/// What may stand between a role and a name.
const BETWEEN: &[char] = &['の', ':', '・', '(', '/', '.', '、'];
fn folded(words: &[&str]) -> Vec<Text> {
    words.iter().map(|word| Text::folded(word)).collect()
}

/// A place with the words inside which nothing counts.
pub struct Mask<'a> {
    /// The text.
    pub hay: &'a Text,
    /// The report's own words.
    pub fixed: &'a [Text],
}

impl Mask<'_> {
    /// True when the stretch lies inside a longer word of the report's own.
    fn covers(&self, at: usize, length: usize) -> bool {
        self.fixed.iter().filter(|word| word.len() > length).any(|word| {
            let from = (at + length).saturating_sub(word.len());
            (from..=at).any(|start| self.hay.chars[start..].starts_with(&word.chars))
        })
    }
    fn hits(&self, word: &Text) -> Vec<usize> {
        let mut at = self.hay.places(word);
        at.retain(|at| !self.covers(*at, word.len()));
        at
    }
    /// True when a word stands outside the report's own.
    pub fn finds(&self, word: &Text) -> bool {
        word.len() > 1 && !self.hits(word).is_empty()
    }
}

/// Hiragana or katakana.
pub fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー')
}

fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// A surname or given name beside an honorific or a role.
pub fn lone(name: &Text, mask: &Mask<'_>) -> bool {
    let kana = name.chars.iter().all(|c| is_kana(*c));
    if name.len() == 0 || (kana && name.len() < 2) {
        return false;
    }
    mask.hits(name).into_iter().any(|at| {
        let (before, behind) = (&mask.hay.chars[..at], &mask.hay.chars[at + name.len()..]);
        let role = ends_with_role(before);
        let inside = before.last().is_some_and(|c| is_kanji(*c)) && !role;
        let addressed = addressed(behind) && !(name.len() == 1 && inside) && !nobody(before, name, behind);
        let called = role && !kana && !behind.first().is_some_and(|c| is_kanji(*c));
        addressed || called
    })
}

fn starts(hay: &[char], words: &[Text]) -> bool {
    words.iter().any(|word| hay.starts_with(&word.chars))
}

/// An honorific or role follows, perhaps in brackets.
fn addressed(behind: &[char]) -> bool {
    let inner = behind.strip_prefix(&['(']).unwrap_or(behind);
    starts(inner, &AFTER) && !starts(behind, &OTHER_WORDS)
}

fn ends_with_role(before: &[char]) -> bool {
    let trimmed = match before {
        [rest @ .., last] if BETWEEN.contains(last) => rest,
        _ => before,
    };
    BEFORE.iter().any(|role| before.ends_with(&role.chars) || trimmed.ends_with(&role.chars))
}

fn nobody(before: &[char], name: &Text, behind: &[char]) -> bool {
    let before = &before[before.len().saturating_sub(2)..];
    let around: String = before.iter().chain(&name.chars).chain(behind.iter().take(2)).collect();
    let around = Text::new(around);
    NOBODY.iter().any(|word| !around.places(word).is_empty())
}
