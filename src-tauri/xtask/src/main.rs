//! The two commands of the README and what a developer needs beside them. Standard library only, so that it
//! builds on a machine that has nothing yet.

mod check;
mod run;
mod setup;
mod shell;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run [--demo]   install what is missing, build, and open the window
cargo xtask test           the same set-up, then every test, the real window included
cargo xtask contract       write the generated files anew (contract, words, schema)
cargo xtask soak [PART] [NUMBER]  prove more than the tests have time for: thousands of caseloads and sentences
cargo xtask bench          print the speed ratios against named references
cargo xtask dist           build the installer of this system";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["run", rest @ ..] => run::run(rest),
        ["test"] => check::everything(),
        ["contract"] => run::contract(),
        ["soak", rest @ ..] => run::soak(rest),
        ["bench", rest @ ..] => run::bench(rest),
        ["dist"] => run::dist(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}
