//! Every word shown or printed, in Japanese and English.
//!
//! The catalogue is `assets/words/<language>/<room>.toml`: `key = "sentence with {placeholder}"`; the key of a
//! sentence is `<room>.<key>`. The screens get the same catalogue as generated TypeScript.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The language of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Japanese, the first language.
    Ja,
    /// English.
    En,
}

type Catalogue = BTreeMap<String, String>;

macro_rules! rooms {
    ($($room:literal)*) => {
        /// Rooms of the catalogue with their texts, Japanese and English.
        const ROOMS: &[(&str, &str, &str)] = &[$((
            $room,
            include_str!(concat!("../../../../assets/words/ja/", $room, ".toml")),
            include_str!(concat!("../../../../assets/words/en/", $room, ".toml")),
        )),*];
    };
}
rooms! { "failure" "act" "report" "pack" "cli" "shell" "people" "work" "release" "attack" "redaction" "papers" "records" "road" "exit" "find" "programmes" }

/// Rooms whose words appear on paper and in the terminal only, never on a screen.
const OFF_SCREEN: &[&str] = &["report", "cli", "attack", "papers"];

/// What the lock says: all that its page has to read before anything else.
const LOCK: &[&str] = &["failure.vault.", "shell.failure.", "shell.product", "shell.unlock."];

static JA: LazyLock<Catalogue> = LazyLock::new(|| read(|room| room.1));
static EN: LazyLock<Catalogue> = LazyLock::new(|| read(|room| room.2));

fn read(text: impl Fn(&(&'static str, &'static str, &'static str)) -> &'static str) -> Catalogue {
    let mut catalogue = Catalogue::new();
    for room in ROOMS {
        if let Ok(table) = text(room).parse::<toml::Table>() {
            flatten(room.0, &table, &mut catalogue);
        }
    }
    catalogue
}

fn flatten(prefix: &str, table: &toml::Table, into: &mut Catalogue) {
    for (key, value) in table {
        let name = format!("{prefix}.{key}");
        match value {
            toml::Value::Table(inner) => flatten(&name, inner, into),
            toml::Value::String(text) => {
                into.insert(name, text.clone());
            }
            _ => {}
        }
    }
}

/// The whole catalogue of a language.
pub fn catalogue(language: Language) -> &'static BTreeMap<String, String> {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// The sentence of a key; the key itself where the catalogue has none, so that nothing is ever blank.
pub fn say(language: Language, key: &str) -> String {
    catalogue(language).get(key).cloned().unwrap_or_else(|| key.to_owned())
}

/// The Japanese sentence of a key.
pub fn ja(key: &str) -> String {
    say(Language::Ja, key)
}

/// A sentence with its placeholders filled in: `fill("{n}件", &[("n", "3")])` is 3件.
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(sentence.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// The catalogue of the screens as TypeScript, both languages.
pub fn typescript() -> String {
    let on_screen = |key: &str| !OFF_SCREEN.iter().any(|room| key.starts_with(&format!("{room}.")));
    let mut out = as_typescript(on_screen);
    out.push_str("export type Key = keyof typeof ja;\n");
    out
}

/// The few words of the lock as TypeScript, both languages.
pub fn lock_typescript() -> String {
    let mut out = as_typescript(|key| LOCK.iter().any(|start| key.starts_with(start)));
    out.pop();
    out
}

fn as_typescript(wanted: impl Fn(&str) -> bool) -> String {
    let mut out = String::from(
        "// Generated from assets/words. Do not edit: `cargo xtask contract` writes it anew.\n\n",
    );
    for (name, catalogue) in [("ja", &*JA), ("en", &*EN)] {
        out.push_str(&format!("export const {name} = {{\n"));
        for (key, text) in catalogue.iter().filter(|(key, _)| wanted(key)) {
            out.push_str(&format!("  {}: {},\n", quoted(key), quoted(text)));
        }
        out.push_str("} as const;\n\n");
    }
    out
}

fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_room_is_toml_in_both_languages_and_says_the_same_things() {
        for (room, ja, en) in ROOMS {
            for text in [ja, en] {
                if let Err(error) = text.parse::<toml::Table>() {
                    panic!("assets/words/{room}: {error}");
                }
            }
        }
        let holes = |text: &str| -> Vec<String> {
            let mut names: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|p| p.split_once('}'))
                .map(|(n, _)| n.to_owned())
                .collect();
            names.sort();
            names.dedup();
            names
        };
        for (key, text) in &*JA {
            let other = EN.get(key).unwrap_or_else(|| panic!("{key} has no English"));
            assert_eq!(holes(text), holes(other), "placeholders of {key}");
        }
        assert_eq!(JA.len(), EN.len(), "English has words that Japanese lacks");
    }

    #[test]
    fn words_of_the_ward_are_not_loanwords() {
        for (key, text) in &*JA {
            for word in ["患者様", "症例", "ダッシュボード", "エクスポート", "アーカイブ", "インポート"]
            {
                assert!(!text.contains(word), "{key} says {word}");
            }
        }
    }
}
