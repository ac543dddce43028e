//! Stories: crash.
