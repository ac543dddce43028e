//! How the papers are made and in which order notes are copied.

use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use serde::{Deserialize, Serialize};
use store::{Reader, Writer};

/// Where these settings are kept.
const KEY: &str = "records.settings";
/// Longest list of heads of the boxes for stamps, in characters.
const LONGEST: usize = 40;

/// What of an earlier version a paper shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Earlier {
    /// The day and the reason of the correction, and that there is an earlier version.
    #[default]
    Marked,
    /// The earlier text too, struck through.
    Struck,
}

/// One column of the office's own paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum CopyColumn {
    /// 日付.
    Date,
    /// 時刻.
    Time,
    /// 対象者.
    Person,
    /// 方法.
    Method,
    /// 相手方.
    Counterpart,
    /// 場所.
    Place,
    /// 内容区分.
    Kinds,
    /// 内容.
    Text,
    /// 次の一手.
    NextStep,
    /// 時間.
    Minutes,
    /// 対応者.
    Author,
}

impl CopyColumn {
    /// Key of its word.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Date => "copy.date",
            Self::Time => "copy.time",
            Self::Person => "copy.person",
            Self::Method => "copy.method",
            Self::Counterpart => "copy.counterpart",
            Self::Place => "copy.place",
            Self::Kinds => "copy.kinds",
            Self::Text => "copy.text",
            Self::NextStep => "copy.next_step",
            Self::Minutes => "copy.minutes",
            Self::Author => "copy.author",
        }
    }
}

/// What stands between columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    /// A tab: one note a line, for a spreadsheet.
    #[default]
    Tab,
    /// A line break: one column a line, for a field of text.
    Line,
}

/// How days are copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum CopyDates {
    /// 2026/11/02.
    #[default]
    Western,
    /// R8.11.2.
    Era,
}

/// Asks how papers are made and notes are copied.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct RecordSettings {}

/// Keeps how papers are made and notes are copied. Errors: `record.no-columns`, `record.stamps-too-long`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepRecordSettings {
    /// Boxes for stamps.
    pub(super) approval: bool,
    /// Their heads, separated by 、.
    pub(super) stamps: String,
    /// What of an earlier version is shown.
    pub(super) earlier: Earlier,
    /// Columns of a copied note in their order.
    pub(super) columns: Vec<CopyColumn>,
    /// What stands between them.
    pub(super) separator: Separator,
    /// Every column begins with its name.
    pub(super) labels: bool,
    /// How days are written.
    pub(super) dates: CopyDates,
    /// What was copied is marked at once.
    pub(super) mark_at_once: bool,
}

impl Default for KeepRecordSettings {
    fn default() -> Self {
        use CopyColumn::{Counterpart, Date, Method, Minutes, Person, Text};
        Self {
            approval: false,
            stamps: words::ja("papers.approval"),
            earlier: Earlier::Marked,
            columns: vec![Date, Person, Method, Counterpart, Text, Minutes],
            separator: Separator::Tab,
            labels: false,
            dates: CopyDates::Western,
            mark_at_once: false,
        }
    }
}

impl KeepRecordSettings {
    /// As kept, or as they come.
    pub(super) fn read(reader: &Reader) -> Result<Self, Failure> {
        let kept = reader.setting(KEY)?;
        Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// Heads of the boxes for stamps, none where there are no boxes.
    pub(super) fn heads(&self) -> Vec<String> {
        let heads = self.stamps.split(['、', ',', '，', ';']).map(str::trim).filter(|head| !head.is_empty());
        if self.approval { heads.map(str::to_owned).collect() } else { Vec::new() }
    }
}

impl Query for RecordSettings {
    type Answer = KeepRecordSettings;
    const TOPICS: &'static [Topic] = &[Topic::Settings];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<KeepRecordSettings, Failure> {
        KeepRecordSettings::read(reader)
    }
}

impl Command for KeepRecordSettings {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Settings];
    const UNDOABLE: bool = false;

    fn perform(mut self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        if self.stamps.chars().count() > LONGEST {
            return Err(Failure::new("record.stamps-too-long").at("stamps").with("n", LONGEST));
        }
        let mut once: Vec<CopyColumn> = Vec::new();
        for column in std::mem::take(&mut self.columns) {
            if !once.contains(&column) {
                once.push(column);
            }
        }
        if once.is_empty() {
            return Err(Failure::new("record.no-columns").at("columns"));
        }
        self.columns = once;
        let text = serde_json::to_string(&self).map_err(|_| Failure::new("door.bad-input"))?;
        Ok(writer.keep_setting(KEY, &text)?)
    }
}
