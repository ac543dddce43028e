//! 道のり: what each stage asks, who does not move and why, and everybody's exit side by side.

mod board;
mod checklist;
mod examples;
mod stalled;

pub use board::{ExitBoard, ExitRow};
pub use checklist::{CheckItem, CheckStage, Checklist, KeepCheck};
pub use examples::{Example, ExampleList, ExitExamples};
pub(crate) use stalled::stalled;
pub use stalled::{KeepStallLimits, StallLimit, StallLimits, Stalled, StalledLine};
