//! Prints the fictional year: `cargo run -p report --example annual -- OUT.pdf [internal|municipal|public]`.

#[path = "../tests/paper/sample.rs"]
mod sample;
#[path = "../tests/paper/tables.rs"]
mod tables;

use report::{Fonts, ink, lay_out};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("OUT.pdf?")?;
    let level = arguments.next().unwrap_or_else(|| "internal".into());
    let released = sample::released(&level);
    let document = lay_out(&sample::annual(&released), Fonts::shared());
    let created = chrono::NaiveDate::from_ymd_opt(2026, 4, 2).ok_or("date")?;
    std::fs::write(&path, ink::pdf::write(&document, Fonts::shared(), created)?)?;
    std::fs::write(format!("{path}.txt"), ink::text::write(&document))?;
    Ok(())
}
