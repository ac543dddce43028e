//! Stories: packs.
