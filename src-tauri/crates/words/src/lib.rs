//! Every word shown or printed, in Japanese and English.
