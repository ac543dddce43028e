//! Stories: search.
