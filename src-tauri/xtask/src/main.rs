//! Sets up, builds, starts and checks everything.

fn main() {}
