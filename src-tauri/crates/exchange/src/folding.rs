//! One way to compare labels and heads that people typed: NFKC, no spaces, small letters.

use unicode_normalization::UnicodeNormalization;

/// A label as it is compared: `面接(院内)` and `面接（院内）` are one.
pub(crate) fn folded(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
