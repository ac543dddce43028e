//! Paper. Figures in, pages out.
