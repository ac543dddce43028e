//! Documents: what is said, in which order. They know figures and words, never a person.

pub mod annual;
mod builder;
mod contents;
mod cover;
pub mod keys;
pub mod leaflet;
pub mod network;
pub mod sheet;
