//! Stories: undo.
