//! Every line that differs between systems.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
pub use linux::{prepare, tell};

#[cfg(not(target_os = "linux"))]
mod others;
#[cfg(not(target_os = "linux"))]
pub use others::{prepare, tell};
