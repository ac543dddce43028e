//! Stories: disclosure.
