//! Variant kanji as data: the form found in a name, and the form under which it is searched.
//!
//! NFKC leaves these apart. 斎 and 斉 stay apart on purpose: 斎藤 and 斉藤 are different names.

/// Variant and its usual form.
const PAIRS: &[(char, char)] = &[
    ('髙', '高'),
    ('﨑', '崎'),
    ('嵜', '崎'),
    ('碕', '崎'),
    ('邉', '辺'),
    ('邊', '辺'),
    ('齋', '斎'),
    ('齊', '斉'),
    ('澤', '沢'),
    ('濱', '浜'),
    ('濵', '浜'),
    ('國', '国'),
    ('圀', '国'),
    ('眞', '真'),
    ('廣', '広'),
    ('瀨', '瀬'),
    ('德', '徳'),
    ('槗', '橋'),
    ('𫞎', '橋'),
    ('冨', '富'),
    ('嶋', '島'),
    ('嶌', '島'),
    ('桒', '桑'),
    ('𠮷', '吉'),
    ('櫻', '桜'),
    ('檜', '桧'),
    ('舘', '館'),
    ('惠', '恵'),
    ('榮', '栄'),
    ('龍', '竜'),
    ('黑', '黒'),
    ('圓', '円'),
    ('壽', '寿'),
    ('靜', '静'),
    ('豐', '豊'),
    ('實', '実'),
    ('萬', '万'),
    ('與', '与'),
    ('學', '学'),
    ('應', '応'),
    ('將', '将'),
    ('淸', '清'),
    ('靑', '青'),
    ('增', '増'),
    ('曾', '曽'),
    ('來', '来'),
    ('條', '条'),
    ('祿', '禄'),
    ('賴', '頼'),
    ('鷗', '鴎'),
    ('鹽', '塩'),
    ('關', '関'),
    ('澁', '渋'),
    ('燒', '焼'),
    ('盬', '塩'),
    ('爲', '為'),
    ('彌', '弥'),
    ('禮', '礼'),
    ('藏', '蔵'),
    ('蘆', '芦'),
    ('邨', '村'),
    ('峯', '峰'),
    ('嶽', '岳'),
    ('巖', '巌'),
    ('亞', '亜'),
    ('佛', '仏'),
    ('假', '仮'),
    ('傳', '伝'),
    ('兒', '児'),
    ('劍', '剣'),
    ('勳', '勲'),
    ('區', '区'),
    ('單', '単'),
    ('嚴', '厳'),
    ('圖', '図'),
    ('團', '団'),
    ('壹', '壱'),
    ('姊', '姉'),
    ('寶', '宝'),
    ('專', '専'),
    ('對', '対'),
    ('當', '当'),
    ('戶', '戸'),
    ('晝', '昼'),
    ('會', '会'),
    ('槇', '槙'),
    ('樂', '楽'),
    ('樣', '様'),
    ('權', '権'),
    ('歸', '帰'),
    ('氣', '気'),
    ('溫', '温'),
    ('瀧', '滝'),
    ('狹', '狭'),
    ('產', '産'),
    ('畫', '画'),
    ('疊', '畳'),
    ('發', '発'),
    ('縣', '県'),
    ('聲', '声'),
    ('臺', '台'),
    ('藝', '芸'),
    ('藥', '薬'),
    ('號', '号'),
    ('螢', '蛍'),
    ('讓', '譲'),
    ('轉', '転'),
    ('醫', '医'),
    ('釋', '釈'),
    ('鐵', '鉄'),
    ('雜', '雑'),
    ('靈', '霊'),
    ('驛', '駅'),
    ('體', '体'),
    ('鷄', '鶏'),
    ('麥', '麦'),
    ('黃', '黄'),
    ('點', '点'),
    ('齒', '歯'),
    ('𣘺', '橋'),
    ('栁', '柳'),
    ('枥', '栃'),
    ('埜', '野'),
    ('穐', '秋'),
    ('龝', '秋'),
    ('籔', '薮'),
    ('藪', '薮'),
    ('籠', '篭'),
    ('莊', '荘'),
    ('裡', '裏'),
    ('讚', '讃'),
    ('郞', '郎'),
    ('髮', '髪'),
];

/// Low twelve bits of every variant: nearly all kanji are seen here to have no other form.
const LOW: [u64; 64] = {
    let mut bits = [0; 64];
    let mut at = 0;
    while at < PAIRS.len() {
        let low = PAIRS[at].0 as usize & 0xFFF;
        bits[low / 64] |= 1 << (low % 64);
        at += 1;
    }
    bits
};

/// The usual form of a kanji; itself where it has no other.
pub(super) fn usual(c: char) -> char {
    use std::collections::HashMap;
    use std::sync::LazyLock;
    static FORMS: LazyLock<HashMap<char, char>> = LazyLock::new(|| PAIRS.iter().copied().collect());
    let low = c as usize & 0xFFF;
    if c < '\u{3400}' || LOW[low / 64] >> (low % 64) & 1 == 0 {
        return c;
    }
    FORMS.get(&c).copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_variant_stands_once_and_leads_to_a_form_that_stays() {
        let mut seen = std::collections::BTreeSet::new();
        for (variant, form) in PAIRS {
            assert!(seen.insert(variant), "{variant} stands twice");
            assert_ne!(variant, form, "{variant} is its own form");
            assert_eq!(usual(*form), *form, "{variant} leads to {form}, which leads on");
        }
        assert_eq!((usual('斎'), usual('斉')), ('斎', '斉'));
    }
}
