//! Customs. Foreign bytes become plain rows, and rows become files.
