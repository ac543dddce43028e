//! 姓 and 名 out of one cell: at the space, or behind a family name that is known.

use crate::paste::cell::single_spaced;
use std::collections::HashSet;
use std::sync::LazyLock;

const NAMES: &str = include_str!("../../../../../assets/redaction/names.toml");

/// Family names that many people have.
static SURNAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let file = NAMES.parse::<toml::Table>().unwrap_or_default();
    let listed = file.get("surnames").and_then(toml::Value::as_str).unwrap_or_default();
    listed.split_whitespace().map(str::to_owned).collect()
});

/// Longest family name that is looked for, and longest given name behind it, in characters.
const LONGEST: usize = 4;

/// 姓 and 名; the whole as 姓 where nothing divides it. `known` knows family names beside those that are common.
pub(super) fn split(name: &str, known: &dyn Fn(&str) -> bool) -> (String, String) {
    let name = without_honorific(&single_spaced(name));
    if let Some((family, given)) = name.split_once(' ') {
        return (family.to_owned(), given.to_owned());
    }
    let chars: Vec<char> = name.chars().collect();
    let is_surname = |text: &str| SURNAMES.contains(text) || known(text);
    if is_surname(&name) {
        return (name, String::new());
    }
    for length in (1..=LONGEST.min(chars.len().saturating_sub(1))).rev() {
        let (family, given) = chars.split_at(length);
        let family: String = family.iter().collect();
        if given.len() <= LONGEST && is_surname(&family) {
            return (family, given.iter().collect());
        }
    }
    (name, String::new())
}

/// さん, 様 and 氏 behind a name are no part of it.
fn without_honorific(name: &str) -> String {
    ["さん", " 様", " 殿", " 氏"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(name)
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_at_a_space_or_behind_a_known_family_name() {
        let known = |name: &str| name == "磯野目";
        for (name, family, given) in [
            ("南　和夫", "南", "和夫"),
            ("  南  和夫 ", "南", "和夫"),
            ("佐々木花子", "佐々木", "花子"),
            ("磯野目潮", "磯野目", "潮"),
            ("小林", "小林", ""),
            ("帆足川みぎわ", "帆足川みぎわ", ""),
            ("山田 太郎 様", "山田", "太郎"),
            ("マリア・サントス", "マリア・サントス", ""),
        ] {
            assert_eq!(split(name, &known), (family.to_owned(), given.to_owned()), "{name}");
        }
    }
}
