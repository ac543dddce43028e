//! Kana as Latin letters (Hepburn), the way a name stands in a passport or on a letterhead.

/// Syllables of two kana, then of one.
const PAIRS: &[(&str, &str)] = &[
    ("きゃ", "kya"),
    ("きゅ", "kyu"),
    ("きょ", "kyo"),
    ("しゃ", "sha"),
    ("しゅ", "shu"),
    ("しょ", "sho"),
    ("ちゃ", "cha"),
    ("ちゅ", "chu"),
    ("ちょ", "cho"),
    ("にゃ", "nya"),
    ("にゅ", "nyu"),
    ("にょ", "nyo"),
    ("ひゃ", "hya"),
    ("ひゅ", "hyu"),
    ("ひょ", "hyo"),
    ("みゃ", "mya"),
    ("みゅ", "myu"),
    ("みょ", "myo"),
    ("りゃ", "rya"),
    ("りゅ", "ryu"),
    ("りょ", "ryo"),
    ("ぎゃ", "gya"),
    ("ぎゅ", "gyu"),
    ("ぎょ", "gyo"),
    ("じゃ", "ja"),
    ("じゅ", "ju"),
    ("じょ", "jo"),
    ("びゃ", "bya"),
    ("びゅ", "byu"),
    ("びょ", "byo"),
    ("ぴゃ", "pya"),
    ("ぴゅ", "pyu"),
    ("ぴょ", "pyo"),
    ("てぃ", "ti"),
    ("でぃ", "di"),
    ("ふぁ", "fa"),
    ("ふぃ", "fi"),
    ("ふぇ", "fe"),
    ("ふぉ", "fo"),
    ("しぇ", "she"),
    ("じぇ", "je"),
    ("ちぇ", "che"),
    ("うぃ", "wi"),
    ("うぇ", "we"),
    ("うぉ", "wo"),
    ("ゔぁ", "va"),
    ("ゔぃ", "vi"),
    ("ゔぇ", "ve"),
    ("ゔぉ", "vo"),
];
const SINGLES: &[(char, &str)] = &[
    ('あ', "a"),
    ('い', "i"),
    ('う', "u"),
    ('え', "e"),
    ('お', "o"),
    ('か', "ka"),
    ('き', "ki"),
    ('く', "ku"),
    ('け', "ke"),
    ('こ', "ko"),
    ('さ', "sa"),
    ('し', "shi"),
    ('す', "su"),
    ('せ', "se"),
    ('そ', "so"),
    ('た', "ta"),
    ('ち', "chi"),
    ('つ', "tsu"),
    ('て', "te"),
    ('と', "to"),
    ('な', "na"),
    ('に', "ni"),
    ('ぬ', "nu"),
    ('ね', "ne"),
    ('の', "no"),
    ('は', "ha"),
    ('ひ', "hi"),
    ('ふ', "fu"),
    ('へ', "he"),
    ('ほ', "ho"),
    ('ま', "ma"),
    ('み', "mi"),
    ('む', "mu"),
    ('め', "me"),
    ('も', "mo"),
    ('や', "ya"),
    ('ゆ', "yu"),
    ('よ', "yo"),
    ('ら', "ra"),
    ('り', "ri"),
    ('る', "ru"),
    ('れ', "re"),
    ('ろ', "ro"),
    ('わ', "wa"),
    ('を', "o"),
    ('ん', "n"),
    ('が', "ga"),
    ('ぎ', "gi"),
    ('ぐ', "gu"),
    ('げ', "ge"),
    ('ご', "go"),
    ('ざ', "za"),
    ('じ', "ji"),
    ('ず', "zu"),
    ('ぜ', "ze"),
    ('ぞ', "zo"),
    ('だ', "da"),
    ('ぢ', "ji"),
    ('づ', "zu"),
    ('で', "de"),
    ('ど', "do"),
    ('ば', "ba"),
    ('び', "bi"),
    ('ぶ', "bu"),
    ('べ', "be"),
    ('ぼ', "bo"),
    ('ぱ', "pa"),
    ('ぴ', "pi"),
    ('ぷ', "pu"),
    ('ぺ', "pe"),
    ('ぽ', "po"),
    ('ゔ', "vu"),
    ('ぁ', "a"),
    ('ぃ', "i"),
    ('ぅ', "u"),
    ('ぇ', "e"),
    ('ぉ', "o"),
    ('ゃ', "ya"),
    ('ゅ', "yu"),
    ('ょ', "yo"),
];

/// Spellings of a kana name: with long vowels written out (`Satou`, `Ookawa`) and dropped (`Sato`, `Okawa`).
pub(super) fn spellings(kana: &str) -> Vec<String> {
    let full = letters(kana);
    let mut all = vec![full.clone()];
    for short in [
        full.replace("ou", "o").replace("oo", "o").replace("uu", "u"),
        full.replace("ou", "oh").replace("oo", "oh"),
    ] {
        if !all.contains(&short) {
            all.push(short);
        }
    }
    all.retain(|spelling| !spelling.is_empty());
    all
}

/// Katakana as hiragana.
pub(super) fn hiragana(text: &str) -> String {
    text.chars()
        .map(|c| if ('ァ'..='ヴ').contains(&c) { char::from_u32(c as u32 - 0x60).unwrap_or(c) } else { c })
        .collect()
}

/// Hiragana as katakana.
pub(super) fn katakana(text: &str) -> String {
    text.chars()
        .map(|c| if ('ぁ'..='ゔ').contains(&c) { char::from_u32(c as u32 + 0x60).unwrap_or(c) } else { c })
        .collect()
}

fn letters(kana: &str) -> String {
    let kana = hiragana(kana);
    let mut out = String::new();
    let mut rest = kana.as_str();
    let mut doubled = false;
    while let Some(c) = rest.chars().next() {
        let pair = PAIRS.iter().find(|(syllable, _)| rest.starts_with(syllable));
        let (length, latin) = match pair {
            Some((syllable, latin)) => (syllable.len(), *latin),
            None => (c.len_utf8(), SINGLES.iter().find(|(k, _)| *k == c).map_or("", |(_, latin)| *latin)),
        };
        rest = &rest[length..];
        if c == 'っ' {
            doubled = true;
            continue;
        }
        if doubled {
            out.push_str(if latin.starts_with("ch") { "t" } else { latin.get(..1).unwrap_or("") });
            doubled = false;
        }
        if c == 'ー' {
            continue;
        }
        out.push_str(latin);
    }
    // Before b, m and p the syllabic n is written m.
    out.replace("nb", "mb").replace("nm", "mm").replace("np", "mp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spelt_as_on_a_passport() {
        for (kana, spelling) in [
            ("しょういち", "shoichi"),
            ("きむ", "kimu"),
            ("ヨンジャ", "yonja"),
            ("はっとり", "hattori"),
            ("ほんま", "homma"),
            ("いっちょう", "itcho"),
            ("さいとう", "saito"),
            ("おおの", "ohno"),
        ] {
            assert!(spellings(kana).contains(&spelling.to_owned()), "{kana}: {:?}", spellings(kana));
        }
    }
}
