//! Texts in which nobody is: the program's own words. Their examples of dates and the Latin names of programs may
//! be taken for what they look like.

use redaction::{Dictionary, Level, Register, redact};

#[test]
fn the_programs_own_words_name_nobody() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/words/ja");
    let dictionary = Dictionary::new(&Register::default());
    let (mut sentences, mut alarms) = (0, Vec::new());
    for file in std::fs::read_dir(folder).unwrap().flatten() {
        for line in std::fs::read_to_string(file.path()).unwrap().lines() {
            let Some((_, text)) = line.split_once(" = ") else { continue };
            sentences += 1;
            let hits = redact(text, &dictionary, Level::Municipal).hits;
            let example = |code: &str| matches!(code, "date" | "age" | "account");
            let chars: Vec<char> = text.chars().collect();
            let latin = |start: usize, end: usize| chars[start..end].iter().all(char::is_ascii);
            if hits.iter().any(|h| !example(h.code) && !latin(h.start, h.end)) {
                let chars: Vec<char> = text.chars().collect();
                let found: Vec<String> = hits
                    .iter()
                    .map(|h| format!("{} {}", h.code, chars[h.start..h.end].iter().collect::<String>()))
                    .collect();
                alarms.push(format!("{text} {found:?}"));
            }
        }
    }
    println!("{} of {sentences} alarmed: {alarms:#?}", alarms.len());
    assert!(sentences > 500 && alarms.len() * 1_000 <= sentences * 2, "{alarms:#?}");
}
