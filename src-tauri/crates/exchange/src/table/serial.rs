//! Days and times as a workbook counts them.

use chrono::{Days, NaiveDate};

/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// A serial number in ISO form: a day, a time of day, or both; `None` where there is no such day.
///
/// Days are counted from 1900 with the 29 February 1900 that never was, or from 1904.
pub(super) fn written(value: f64, from_1904: bool) -> Option<String> {
    if !value.is_finite() || !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    let seconds = (value.fract() * DAY).round();
    let (whole, seconds) = if seconds >= DAY { (value.trunc() + 1.0, 0.0) } else { (value.trunc(), seconds) };
    let time = time(seconds);
    if whole == 0.0 {
        return Some(time);
    }
    let day = day(whole, from_1904)?;
    Some(if seconds == 0.0 { day.to_string() } else { format!("{day} {time}") })
}

/// The day of a whole serial number.
pub(super) fn day(whole: f64, from_1904: bool) -> Option<NaiveDate> {
    let days = whole as u64;
    let (epoch, days) = match from_1904 {
        true => (NaiveDate::from_ymd_opt(1904, 1, 1)?, days),
        false if days == 60 => return None,
        false if days < 60 => (NaiveDate::from_ymd_opt(1899, 12, 31)?, days),
        false => (NaiveDate::from_ymd_opt(1899, 12, 30)?, days),
    };
    epoch.checked_add_days(Days::new(days))
}

/// Hours and minutes of a length of time, which may be longer than a day.
pub(super) fn length(value: f64) -> Option<String> {
    let minutes = (value * 1440.0).round();
    let within = minutes.is_finite() && (0.0..100_000.0).contains(&minutes);
    within.then(|| format!("{}:{:02}", minutes as u32 / 60, minutes as u32 % 60))
}

fn time(seconds: f64) -> String {
    let minutes = seconds as u32 / 60;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_numbers_are_days_and_times() {
        for (value, from_1904, wanted) in [
            (45_678.0, false, Some("2025-01-21")),
            (44_216.0, true, Some("2025-01-21")),
            (1.0, false, Some("1900-01-01")),
            (59.0, false, Some("1900-02-28")),
            (60.0, false, None),
            (61.0, false, Some("1900-03-01")),
            (45_678.5, false, Some("2025-01-21 12:00")),
            (0.395_833_333_3, false, Some("09:30")),
            (0.999_999_99, false, Some("1900-01-01")),
            (-1.0, false, None),
            (f64::NAN, false, None),
            (3e9, false, None),
        ] {
            assert_eq!(written(value, from_1904).as_deref(), wanted, "{value}");
        }
        assert_eq!(length(1.0625).as_deref(), Some("25:30"));
        assert_eq!(length(f64::INFINITY), None);
    }
}
