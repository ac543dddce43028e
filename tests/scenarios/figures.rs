//! Stories: figures.
