//! 設定, and 元に戻す・やり直す.

mod undo;

pub use undo::{Redo, Undo, UndoState, UndoView};

use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use domain::calendar::FiscalYear;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use store::{Reader, Writer};
use words::Language;

/// Setting under which a practice ward says that it is one.
pub const DEMO: &str = "demo";
/// Setting of the language.
const LANGUAGE: &str = "language";
/// Longest time before the house locks itself, in minutes; it is never off.
const LOCK_MINUTES: std::ops::RangeInclusive<u32> = 1..=10;
/// Time without input before the curtain falls, in seconds.
const CURTAIN_SECONDS: std::ops::RangeInclusive<u32> = 15..=300;

/// How long before its begin a plan is told of until somebody chose, and at most, in minutes.
const REMIND: u32 = 10;
const REMIND_MOST: u32 = 120;

/// Asks for the settings.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Settings {}

/// Language of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Tongue {
    /// 日本語.
    Ja,
    /// English.
    En,
}

/// Colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the computer.
    System,
    /// 明.
    Light,
    /// 暗.
    Dark,
    /// くっきり.
    Contrast,
}

/// Size of the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum TextSize {
    /// 標準.
    Normal,
    /// 大.
    Large,
    /// 特大.
    Largest,
}

/// How years are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Eras {
    /// 和暦.
    Wareki,
    /// 西暦.
    Seireki,
    /// 併記.
    Both,
}

/// First day of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum WeekStart {
    /// 月曜.
    Monday,
    /// 日曜.
    Sunday,
}

/// The settings and the user's own words about the work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "Settings")]
pub struct SettingsSheet {
    /// What the user chose.
    #[serde(flatten)]
    pub kept: KeepSettings,
    /// The vault holds a practice ward.
    pub demo: bool,
}

/// Keeps all settings. The ねらい is that of the fiscal year of today. Errors: `settings.lock`, `settings.curtain`,
/// `settings.remind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepSettings {
    language: Tongue,
    theme: Theme,
    text_size: TextSize,
    eras: Eras,
    week_starts: WeekStart,
    lock_minutes: u32,
    curtain_seconds: u32,
    remind_minutes: u32,
    author: String,
    organisation: String,
    receiver: String,
    city: String,
    aim: String,
}

impl Default for KeepSettings {
    fn default() -> Self {
        Self {
            language: Tongue::Ja,
            theme: Theme::System,
            text_size: TextSize::Normal,
            eras: Eras::Wareki,
            week_starts: WeekStart::Monday,
            lock_minutes: 5,
            curtain_seconds: 60,
            remind_minutes: REMIND,
            author: String::new(),
            organisation: String::new(),
            receiver: String::new(),
            city: String::new(),
            aim: String::new(),
        }
    }
}

/// The language of the settings; Japanese until somebody chose.
pub fn language(reader: &Reader) -> Language {
    match reader.setting(LANGUAGE) {
        Ok(Some(code)) if code == "en" => Language::En,
        _ => Language::Ja,
    }
}

/// How long before its begin a plan is told of, in minutes; 0 for never.
pub(crate) fn remind_minutes(reader: &Reader) -> Result<u32, Failure> {
    let kept = reader.setting("remind_minutes")?;
    Ok(kept.and_then(|text| text.parse().ok()).unwrap_or(REMIND))
}

/// The settings as they are, anything that was never kept as it comes.
pub fn current(reader: &Reader, around: &Circumstances) -> Result<SettingsSheet, Failure> {
    let mut fields = Map::new();
    if let Value::Object(defaults) = crate::house::write_answer(KeepSettings::default())? {
        let kept: Map<String, Value> =
            reader.settings()?.into_iter().map(|(k, v)| (k, Value::String(v))).collect();
        for (key, default) in defaults {
            let value = kept.get(&key).and_then(|text| same_kind(text, &default));
            fields.insert(key, value.unwrap_or(default));
        }
    }
    let aim = reader.year_aim(FiscalYear::of(around.today()).year())?.unwrap_or_default();
    fields.insert("aim".to_owned(), Value::String(aim));
    let kept = readable(Value::Object(fields)).unwrap_or_default();
    let demo = reader.setting(DEMO)?.is_some_and(|value| value == "1");
    Ok(SettingsSheet { kept, demo })
}

fn readable<T: DeserializeOwned>(value: Value) -> Option<T> {
    serde_json::from_value(value).ok()
}

/// A kept text as the kind of value that the default is.
fn same_kind(text: &Value, default: &Value) -> Option<Value> {
    match default {
        Value::Number(_) => text.as_str()?.parse::<u32>().ok().map(Value::from),
        _ => Some(text.clone()),
    }
}

impl Query for Settings {
    type Answer = SettingsSheet;
    const TOPICS: &'static [Topic] = &[Topic::Settings];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<SettingsSheet, Failure> {
        current(reader, around)
    }
}

impl Command for KeepSettings {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Settings, Topic::Reports];
    const UNDOABLE: bool = false;

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        if !LOCK_MINUTES.contains(&self.lock_minutes) {
            return Err(Failure::new("settings.lock").at("lock_minutes"));
        }
        if !CURTAIN_SECONDS.contains(&self.curtain_seconds) {
            return Err(Failure::new("settings.curtain").at("curtain_seconds"));
        }
        if self.remind_minutes > REMIND_MOST {
            return Err(Failure::new("settings.remind").at("remind_minutes"));
        }
        writer.keep_year_aim(FiscalYear::of(around.today()).year(), self.aim.trim())?;
        if let Value::Object(fields) = crate::house::write_answer(self)? {
            for (key, value) in fields.iter().filter(|(key, _)| *key != "aim") {
                let text = value.as_str().map_or_else(|| value.to_string(), |text| text.trim().to_owned());
                writer.keep_setting(key, &text)?;
            }
        }
        Ok(())
    }
}
