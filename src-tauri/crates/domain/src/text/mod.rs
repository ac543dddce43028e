//! Text as people write it: folding for search, order of names, typed filters and dates.

pub mod body;
pub mod filter;
pub mod fold;
pub mod kana;
mod numerals;
pub mod typed_date;
mod variants;
