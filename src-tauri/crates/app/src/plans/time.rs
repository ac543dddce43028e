//! A time of day as people write it into a plan.

use crate::Failure;
use chrono::NaiveTime;

/// A time of day to the minute, `09:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize, ts_rs::TS)]
#[serde(try_from = "String")]
#[ts(type = "string")]
pub struct ClockTime(NaiveTime);

impl TryFrom<String> for ClockTime {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        NaiveTime::parse_from_str(&text, "%H:%M").map(Self).map_err(|_| "not a time of day")
    }
}
impl std::fmt::Display for ClockTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.format("%H:%M"))
    }
}

/// Begin and end as the store keeps them.
///
/// Error: `plan.ends-early` unless the end, where there is one, comes after a begin.
pub fn in_order(start: Option<ClockTime>, end: Option<ClockTime>) -> Result<[Option<String>; 2], Failure> {
    match (start, end) {
        (None, Some(_)) => Err(Failure::new("plan.ends-early").at("start")),
        (Some(start), Some(end)) if end <= start => Err(Failure::new("plan.ends-early").at("end")),
        _ => Ok([start, end].map(|time| time.map(|t| t.to_string()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_in_one_form_and_ends_after_it_begins() {
        let time = |text: &str| ClockTime::try_from(text.to_owned()).ok();
        assert_eq!(time("9:30").map(|t| t.to_string()), Some("09:30".to_owned()));
        for bad in ["", "25:00", "9時", "09:60"] {
            assert_eq!(time(bad), None, "{bad}");
        }
        assert!(in_order(time("09:30"), time("12:00")).is_ok());
        assert!(in_order(time("09:30"), None).is_ok());
        assert!(in_order(time("09:30"), time("09:30")).is_err());
        assert!(in_order(None, time("09:30")).is_err());
    }
}
