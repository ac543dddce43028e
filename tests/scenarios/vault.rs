//! Stories: vault.
