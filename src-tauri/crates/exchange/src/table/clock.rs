//! Times of day and what lies between two of them: 9:30, ９時半, 午後1時, 10:00～11:30.

use unicode_normalization::UnicodeNormalization;

/// Minutes since midnight.
pub(super) fn clock(text: &str) -> Option<u32> {
    let text: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    let (afternoon, text) =
        match text.strip_prefix("午後").or_else(|| text.to_lowercase().starts_with("pm").then(|| &text[2..]))
        {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix("午前").unwrap_or(&text)),
        };
    let (hour, rest) = number(text)?;
    let minute = match rest {
        "時" => 0,
        "時半" => 30,
        _ => {
            let (minute, rest) = number(rest.strip_prefix([':', '時', '.'])?)?;
            let seconds =
                rest.strip_prefix(':').is_some_and(|s| number(s).is_some_and(|(_, end)| end.is_empty()));
            if !matches!(rest, "" | "分") && !seconds {
                return None;
            }
            minute
        }
    };
    let hour = if afternoon && hour < 12 { hour + 12 } else { hour };
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// Two times of day; the second is not before the first.
pub(super) fn span(text: &str) -> Option<(u32, u32)> {
    let text: String = text.nfkc().collect();
    let text = text.replace("から", "~").trim_end_matches("まで").to_owned();
    let (from, to) = text.split_once(['~', '〜', '-', '−', '–', '—', 'ー', '―'])?;
    let (from, to) = (clock(from)?, clock(to)?);
    (from <= to).then_some((from, to))
}

/// `09:30`.
pub(super) fn written(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// One or two digits and what follows.
fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (1..=2).contains(&end).then(|| Some((text[..end].parse().ok()?, &text[end..])))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_written() {
        for (text, wanted) in [
            ("9:30", Some("09:30")),
            ("０９：３０", Some("09:30")),
            ("9時半", Some("09:30")),
            ("9時5分", Some("09:05")),
            ("13時", Some("13:00")),
            ("午後1時15分", Some("13:15")),
            ("PM1:15", Some("13:15")),
            ("10:00:00", Some("10:00")),
            ("24:00", None),
            ("9:60", None),
            ("30", None),
            ("昼", None),
            ("", None),
        ] {
            assert_eq!(clock(text).map(written).as_deref(), wanted, "{text}");
        }
        assert_eq!(span("10:00～11:30"), Some((600, 690)));
        assert_eq!(span("10時から11時まで"), Some((600, 660)));
        assert_eq!(span("13:00-12:00"), None);
        assert_eq!(span("10:00"), None);
    }
}
