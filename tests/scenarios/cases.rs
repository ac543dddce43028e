//! Stories: cases.
