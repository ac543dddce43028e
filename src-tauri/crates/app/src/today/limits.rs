//! From when 間があいた方 and 期限 speak: the usual numbers and the user's own.

use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use domain::alerts::{Threshold, Thresholds};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{Reader, Writer};

/// Setting under which numbers of one's own are kept.
const LIMITS: &str = "alert_limits";

/// Asks for every number of the rules.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct AlertLimits {}

/// One number of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct AlertLimit {
    /// Its code.
    pub code: String,
    /// What it counts: days, weeks, months, day_of_month.
    pub unit: String,
    /// The value that holds.
    pub value: u32,
    /// The usual value.
    pub usual: u32,
    /// Smallest value that makes sense.
    pub least: u32,
    /// Largest value that makes sense.
    pub most: u32,
}

impl Query for AlertLimits {
    type Answer = Vec<AlertLimit>;
    const TOPICS: &'static [Topic] = &[Topic::Settings];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<AlertLimit>, Failure> {
        let held = thresholds(reader)?;
        let of = |threshold: &Threshold| AlertLimit {
            code: threshold.code().to_owned(),
            unit: threshold.unit().code().to_owned(),
            value: held.of(*threshold),
            usual: threshold.usual(),
            least: *threshold.range().start(),
            most: *threshold.range().end(),
        };
        Ok(Threshold::ALL.iter().map(of).collect())
    }
}

/// Keeps numbers of one's own, by code; those that are not named are the usual ones again. Error: `alert.limit`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepAlertLimits {
    limits: BTreeMap<String, u32>,
}

impl Command for KeepAlertLimits {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Settings, Topic::Tasks];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        for (code, value) in &self.limits {
            let known = Threshold::ALL.iter().find(|t| t.code() == code);
            if !known.is_some_and(|t| t.range().contains(value)) {
                return Err(Failure::new("alert.limit").at("limits"));
            }
        }
        let own: BTreeMap<&str, u32> = Threshold::ALL
            .iter()
            .filter_map(|t| Some((t.code(), *self.limits.get(t.code()).filter(|n| **n != t.usual())?)))
            .collect();
        let kept = serde_json::to_string(&own).map_err(|_| Failure::new("alert.limit"))?;
        Ok(writer.keep_setting(LIMITS, &kept)?)
    }
}

/// The numbers that hold; the usual ones where the setting cannot be read any more.
pub(crate) fn thresholds(reader: &Reader) -> Result<Thresholds, Failure> {
    let kept = reader.setting(LIMITS)?;
    let own: BTreeMap<String, u32> =
        kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    Ok(Thresholds::own(own.iter().map(|(code, value)| (code.as_str(), *value))))
}
