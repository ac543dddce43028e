//! Customs. Foreign bytes become plain rows, and rows become files.
//!
//! Every parser of something that came from outside lives here; none of them may trust a byte. What the rows
//! mean is known to [`domain::open_format`]; what is done with them is decided one floor above.

mod folding;
pub mod ics;
pub mod pack;
pub mod paste;
pub mod table;
