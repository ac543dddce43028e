//! Documents: what is said, in which order. They know figures and words, never a person.

pub mod annual;
mod builder;
mod contents;
mod cover;
mod keys;
pub mod sheet;
