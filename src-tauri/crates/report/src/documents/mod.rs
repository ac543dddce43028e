//! Documents: what is said, in which order. They know figures and words, never a person; only the papers of
//! [`records`] carry names, and no figure of a report.

pub mod annual;
mod builder;
mod contents;
mod cover;
pub mod keys;
pub mod leaflet;
pub mod network;
pub mod records;
pub mod sheet;
