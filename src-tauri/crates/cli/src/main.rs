//! The machine around [`cli::run`]: arguments, streams, clock.

use cli::{Ask, Terminal};
use files::{Clock, KdfCost};
use std::io::IsTerminal;

fn main() {
    let stdin = std::io::stdin();
    let at_terminal = stdin.is_terminal();
    let mut ask = |prompt: &str| rpassword::prompt_password(prompt);
    let mut terminal = Terminal {
        input: &mut stdin.lock(),
        ask: at_terminal.then_some(&mut ask as &mut Ask),
        output: &mut std::io::stdout(),
        talk: &mut std::io::stderr(),
    };
    let code =
        cli::run(std::env::args_os().skip(1).collect(), &mut terminal, Clock::System, KdfCost::STANDARD);
    std::process::exit(code);
}
