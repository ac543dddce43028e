//! A quick sample of the seeded leak corpora; `cargo xtask soak` runs all of them.

#[path = "../../../../tests/src/soak/texts.rs"]
mod texts;

#[test]
fn the_seeded_corpora_hold() {
    let size = std::env::var("SIZE").ok().and_then(|n| n.parse().ok()).unwrap_or(1_200);
    let outcome = texts::seeded(20_250_401, size);
    for line in outcome.lines().iter().chain(&outcome.examples) {
        println!("{line}");
    }
    assert!(outcome.holds(), "{:#?} {:#?}", outcome.lines(), outcome.examples);
}
