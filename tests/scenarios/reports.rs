//! Stories: reports.
