//! Stories: contacts.
