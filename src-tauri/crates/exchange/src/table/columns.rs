//! What heads and words mean, from `assets/exchange/columns.toml`.

use super::field::{Field, ListKind, fields};
use crate::folding::folded;
use domain::vocabulary::List;
use std::collections::HashMap;
use std::sync::LazyLock;

const FILE: &str = include_str!("../../../../../assets/exchange/columns.toml");

/// Heads of every kind of list, and words of every code list, as they are compared.
struct Names {
    heads: HashMap<(ListKind, String), &'static Field>,
    words: HashMap<(String, String), String>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names { heads: HashMap::new(), words: HashMap::new() };
    let Ok(file) = FILE.parse::<toml::Table>() else { return names };
    for kind in ListKind::ALL {
        let Some(table) = file.get(kind.name()).and_then(toml::Value::as_table) else { continue };
        for field in fields(*kind) {
            for head in texts(table.get(field.id)) {
                names.heads.entry((*kind, folded(head))).or_insert(field);
            }
        }
    }
    let lists = file.get("words").and_then(toml::Value::as_table);
    for (list, table) in lists.into_iter().flatten() {
        for (code, words) in table.as_table().into_iter().flatten() {
            for word in texts(Some(words)) {
                names.words.insert((list.clone(), folded(word)), code.clone());
            }
        }
    }
    names
});

fn texts(value: Option<&toml::Value>) -> impl Iterator<Item = &str> {
    value.and_then(toml::Value::as_array).into_iter().flatten().filter_map(toml::Value::as_str)
}

/// The field of a head: as it stands, or without what stands in brackets behind it.
pub(super) fn by_head(kind: ListKind, head: &str) -> Option<&'static Field> {
    let mut wanted = bare(head);
    loop {
        if wanted.is_empty() {
            return None;
        }
        if let Some(field) = NAMES.heads.get(&(kind, wanted.clone())) {
            return Some(field);
        }
        wanted = without_bracket(&wanted)?;
    }
}

/// A head as it is compared: marks of a form around it fall away.
fn bare(head: &str) -> String {
    let marks = |c: char| matches!(c, '※' | '*' | ':' | '●' | '○' | '◎' | '■' | '□' | '★' | '☆' | '.' | '。');
    folded(head).trim_matches(marks).to_owned()
}

fn without_bracket(head: &str) -> Option<String> {
    let open = head.find(['(', '[', '【', '<', '「'])?;
    let (before, rest) = head.split_at(open);
    let close = rest.find([')', ']', '】', '>', '」'])?;
    let after = &rest[close + rest[close..].chars().next().map_or(0, char::len_utf8)..];
    Some(format!("{before}{after}"))
}

/// The code for a word of a list: the code, its label in either language, or another word for it.
pub(super) fn code(list: &'static List, word: &str) -> Option<&'static str> {
    let mut wanted = folded(word);
    loop {
        let own = |e: &&domain::vocabulary::Entry| {
            e.code.eq_ignore_ascii_case(&wanted) || folded(e.ja) == wanted || folded(e.en) == wanted
        };
        let other = NAMES.words.get(&(list.name.to_owned(), wanted.clone()));
        let found = list.entries.iter().find(own).or_else(|| {
            let code = other?;
            list.entries.iter().find(|e| e.code == code)
        });
        if let Some(entry) = found {
            return Some(entry.code);
        }
        wanted = without_bracket(&wanted).filter(|w| !w.is_empty())?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::by_id;
    use domain::vocabulary::{LISTS, Method};

    #[test]
    fn the_file_names_only_fields_and_codes_that_there_are() {
        let file: toml::Table = FILE.parse().unwrap();
        for (table, content) in &file {
            let content = content.as_table().unwrap();
            match ListKind::named(table) {
                Some(kind) => {
                    let mut seen = HashMap::new();
                    for (id, heads) in content {
                        assert!(by_id(kind, id).is_some(), "{table}.{id}");
                        for head in texts(Some(heads)) {
                            let before = seen.insert(folded(head), id);
                            assert!(before.is_none(), "{table}: {head} stands for {id} and {before:?}");
                        }
                    }
                    for field in fields(kind) {
                        assert!(content.contains_key(field.id), "{table} has no head for {}", field.id);
                    }
                }
                None => {
                    assert_eq!(table, "words");
                    for (list, codes) in content {
                        let list = LISTS.iter().find(|l| l.name == list).expect(list);
                        for code in codes.as_table().unwrap().keys() {
                            assert!(list.entries.iter().any(|e| e.code == code), "{}.{code}", list.name);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn heads_and_words_are_found_as_people_write_them() {
        let head = |text| by_head(ListKind::Cases, text).map(|f| f.id);
        assert_eq!(head("※ 氏 名"), Some("name"));
        assert_eq!(head("生年月日（和暦）"), Some("birth_date"));
        assert_eq!(head("ﾌﾘｶﾞﾅ"), Some("kana"));
        assert_eq!(head("（年齢）"), None);
        assert_eq!(head("(("), None);
        assert_eq!(code(&Method::LIST, "ＴＥＬ"), Some("phone"));
        assert_eq!(code(&Method::LIST, "面接(院内)"), Some("interview_hospital"));
        assert_eq!(code(&Method::LIST, "電話（夜間）"), Some("phone"));
        assert_eq!(code(&Method::LIST, "テレパシー"), None);
    }
}
