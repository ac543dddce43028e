//! The speed numbers.
fn main() {}
