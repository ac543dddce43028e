//! Inks: translations of finished pages.

mod finish;
pub mod pdf;
pub mod text;

/// Why a document cannot be written.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum InkError {
    /// Characters that no font of ours has; nothing was written.
    #[error("no glyph for {0:?}")]
    NoGlyph(Vec<char>),
    /// The document could not be put together.
    #[error("cannot write the document: {0}")]
    Broken(String),
}
