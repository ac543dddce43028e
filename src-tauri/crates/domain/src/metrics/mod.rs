//! Figures: what is counted, and how.
