//! Whole numbers and lengths of time as people write them into a list.

use super::clock;
use unicode_normalization::UnicodeNormalization;

/// Largest number.
const LARGEST: f64 = 99_999_999.0;
/// Longest length of time: a day.
const LONGEST: u32 = 24 * 60;

/// What people write behind a number.
const UNITS: &[&str] = &["名", "人", "床", "件", "回", "日", "か所", "ヶ所", "分", "室"];

/// A whole number. Error: key of the sentence that says why not.
pub(super) fn whole(text: &str) -> Result<u32, &'static str> {
    let text: String = text.nfkc().filter(|c| !c.is_whitespace() && *c != ',').collect();
    if text.ends_with('%') {
        return Err("percentage");
    }
    let text = text.strip_prefix("約").unwrap_or(&text);
    let text = UNITS.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text);
    let number = decimal(text).ok_or("not_number")?;
    if number.fract() != 0.0 {
        return Err("not_whole");
    }
    Ok(number as u32)
}

/// Minutes: 30, 30分, 1時間半, 1時間30分, 1.5時間, 1:30. Error: key of the sentence that says why not.
pub(super) fn minutes(text: &str) -> Result<u32, &'static str> {
    let text: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    let lower = text.to_lowercase();
    let found = if let Some((hours, rest)) = lower.split_once("時間") {
        let rest = match rest {
            "" => Some(0.0),
            "半" => Some(30.0),
            _ => decimal(rest.trim_end_matches('分')),
        };
        decimal(hours).zip(rest).map(|(h, m)| h * 60.0 + m)
    } else if let Some(hours) = lower.strip_suffix('h') {
        decimal(hours).map(|h| h * 60.0)
    } else if lower.contains(':') {
        clock::clock(&lower).map(f64::from)
    } else {
        decimal(lower.trim_end_matches("min").trim_end_matches('分'))
    };
    let minutes = found.ok_or("not_minutes")?.round() as u32;
    if minutes <= LONGEST { Ok(minutes) } else { Err("not_minutes") }
}

/// A number with or without a point, no sign, no exponent.
fn decimal(text: &str) -> Option<f64> {
    let plain = !text.is_empty() && text.len() <= 20 && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let number: f64 = plain.then(|| text.parse().ok()).flatten()?;
    (0.0..=LARGEST).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_lengths_are_read_as_they_are_written() {
        for (text, wanted) in [
            ("１２", Ok(12)),
            ("1,234", Ok(1_234)),
            ("12.0", Ok(12)),
            ("約20名", Ok(20)),
            ("85%", Err("percentage")),
            ("8.5", Err("not_whole")),
            ("-3", Err("not_number")),
            ("1e9", Err("not_number")),
            ("多数", Err("not_number")),
        ] {
            assert_eq!(whole(text), wanted, "{text}");
        }
        for (text, wanted) in [
            ("30", Ok(30)),
            ("３０分", Ok(30)),
            ("1時間半", Ok(90)),
            ("1時間30分", Ok(90)),
            ("1.5時間", Ok(90)),
            ("1.5h", Ok(90)),
            ("1:30", Ok(90)),
            ("半日", Err("not_minutes")),
            ("9999", Err("not_minutes")),
        ] {
            assert_eq!(minutes(text), wanted, "{text}");
        }
    }
}
