//! Kana in Latin letters: Hepburn, Kunrei and the spellings of passports.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Syllables of a row: kana, Hepburn, Kunrei.
const SYLLABLES: &str = "\
きゃ kya kya|きゅ kyu kyu|きょ kyo kyo|しゃ sha sya|しゅ shu syu|しょ sho syo|ちゃ cha tya|ちゅ chu tyu|ちょ cho tyo|\
にゃ nya nya|にゅ nyu nyu|にょ nyo nyo|ひゃ hya hya|ひゅ hyu hyu|ひょ hyo hyo|みゃ mya mya|みゅ myu myu|みょ myo myo|\
りゃ rya rya|りゅ ryu ryu|りょ ryo ryo|ぎゃ gya gya|ぎゅ gyu gyu|ぎょ gyo gyo|じゃ ja zya|じゅ ju zyu|じょ jo zyo|\
びゃ bya bya|びゅ byu byu|びょ byo byo|ぴゃ pya pya|ぴゅ pyu pyu|ぴょ pyo pyo|てぃ ti ti|でぃ di di|とぅ tu tu|どぅ du du|\
ふぁ fa fa|ふぃ fi fi|ふぇ fe fe|ふぉ fo fo|しぇ she sye|じぇ je zye|ちぇ che tye|うぃ wi wi|うぇ we we|うぉ wo wo|\
ゔぁ va va|ゔぃ vi vi|ゔぇ ve ve|ゔぉ vo vo|ゔ vu vu|\
あ a a|い i i|う u u|え e e|お o o|か ka ka|き ki ki|く ku ku|け ke ke|こ ko ko|さ sa sa|し shi si|す su su|せ se se|そ so so|\
た ta ta|ち chi ti|つ tsu tu|て te te|と to to|な na na|に ni ni|ぬ nu nu|ね ne ne|の no no|は ha ha|ひ hi hi|ふ fu hu|へ he he|ほ ho ho|\
ま ma ma|み mi mi|む mu mu|め me me|も mo mo|や ya ya|ゆ yu yu|よ yo yo|ら ra ra|り ri ri|る ru ru|れ re re|ろ ro ro|わ wa wa|を o o|ん n n|\
が ga ga|ぎ gi gi|ぐ gu gu|げ ge ge|ご go go|ざ za za|じ ji zi|ず zu zu|ぜ ze ze|ぞ zo zo|だ da da|ぢ ji zi|づ zu zu|で de de|ど do do|\
ば ba ba|び bi bi|ぶ bu bu|べ be be|ぼ bo bo|ぱ pa pa|ぴ pi pi|ぷ pu pu|ぺ pe pe|ぽ po po|ぁ a a|ぃ i i|ぅ u u|ぇ e e|ぉ o o|ゃ ya ya|ゅ yu yu|ょ yo yo|ゐ i i|ゑ e e";

/// Every spelling of a folded kana name, without spaces, in lower case.
pub(crate) fn spellings(kana: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for kunrei in [false, true] {
        let full = letters(kana, kunrei);
        let hepburn = full.replace("nb", "mb").replace("nm", "mm").replace("np", "mp");
        for form in [full, hepburn] {
            let short = form.replace("ou", "o").replace("oo", "o").replace("uu", "u");
            let open = form.replace("ou", "oh").replace("oo", "oh");
            all.extend([short, open, form]);
        }
    }
    all.retain(|spelling| !spelling.is_empty());
    all.sort();
    all.dedup();
    all
}

/// The rows by their kana: Hepburn, Kunrei.
static ROWS: LazyLock<HashMap<&str, (&str, &str)>> = LazyLock::new(|| {
    let rows = SYLLABLES.split('|').filter_map(|row| {
        let (kana, latin) = row.split_once(' ')?;
        Some((kana, latin.split_once(' ')?))
    });
    rows.collect()
});

fn letters(kana: &str, kunrei: bool) -> String {
    let mut out = String::new();
    let mut rest = kana;
    let mut doubled = false;
    while let Some(c) = rest.chars().next() {
        let one = c.len_utf8();
        let two = rest[one..].chars().next().map_or(one, |next| one + next.len_utf8());
        let found = [two, one].into_iter().find_map(|length| Some((length, ROWS.get(&rest[..length])?)));
        let (length, latin) = found
            .map_or((one, ""), |(length, (hepburn, other))| (length, if kunrei { *other } else { *hepburn }));
        rest = &rest[length..];
        if c == 'っ' {
            doubled = true;
            continue;
        }
        if std::mem::take(&mut doubled) {
            out.push_str(if latin.starts_with("ch") { "t" } else { latin.get(..1).unwrap_or("") });
        }
        out.push_str(latin);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::spellings;

    #[test]
    fn a_name_is_spelt_in_every_system() {
        for (kana, spelling) in [
            ("しょういち", "shoichi"),
            ("しょういち", "syouiti"),
            ("おおの", "ohno"),
            ("ほんま", "homma"),
            ("ほんま", "honma"),
            ("つちや", "tutiya"),
            ("はっとり", "hattori"),
            ("いっちょう", "itcho"),
            ("きむ", "kimu"),
        ] {
            assert!(spellings(kana).contains(&spelling.to_owned()), "{kana}: {:?}", spellings(kana));
        }
    }
}
