//! Writes what is generated and committed: the contract and the words of the screens as TypeScript, and the schema
//! as the golden file. `--check` writes nothing, says what differs and ends with 1 if anything does.

use std::process::ExitCode;
use susono_tests::{empty, project};

fn main() -> ExitCode {
    let check = std::env::args().any(|argument| argument == "--check");
    let schema = empty().house().with_store(store::schema_text).expect("the schema can be read");
    let files = [
        ("ui/src/house/contract.gen.ts", app::contract::typescript()),
        ("ui/src/words/words.gen.ts", words::typescript()),
        ("ui/src/words/lock.gen.ts", words::lock_typescript()),
        ("tests/golden/schema.sql", schema),
    ];
    let mut differs = false;
    for (path, text) in files {
        let file = project().join(path);
        let found = std::fs::read_to_string(&file).unwrap_or_default();
        match first_difference(&found, &text) {
            None => {}
            Some((line, was, is)) if check => {
                differs = true;
                println!("{path}:{line}\n  in the tree: {was}\n  generated:   {is}");
            }
            Some(_) => {
                std::fs::create_dir_all(file.parent().expect("a file lies in a folder"))
                    .expect("the folder can be made");
                std::fs::write(&file, text).expect("the file can be written");
                println!("{path} written");
            }
        }
    }
    if differs { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Line number and both texts where two files part.
fn first_difference<'a>(found: &'a str, wanted: &'a str) -> Option<(usize, &'a str, &'a str)> {
    if found == wanted {
        return None;
    }
    let mut lines = (found.lines(), wanted.lines());
    for number in 1.. {
        match (lines.0.next(), lines.1.next()) {
            (None, None) => return Some((number, "(end of file)", "(end of file)")),
            (was, is) if was != is => {
                return Some((number, was.unwrap_or("(end of file)"), is.unwrap_or("(end of file)")));
            }
            _ => {}
        }
    }
    None
}
