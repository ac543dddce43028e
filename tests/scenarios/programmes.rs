//! Stories: programmes.
