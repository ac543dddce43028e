//! Templates of notes: the user's own words with blanks, and a few words that are filled in. No rules, no scripting.
//!
//! Filled in are 〔今日〕〔日付〕〔名前〕〔病院〕〔病棟〕〔前回〕〔前回からの日数〕, or their English names in plain brackets. What is not
//! known becomes a blank. A blank is 「＿＿」; the screen puts the caret on the first.

use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::calendar::{PartialDate, long_date};
use domain::measure::Id;
use domain::vocabulary::{Method, Stage};
use serde::{Deserialize, Serialize};
use store::snippets::Snippet;
use store::{Reader, Writer};

/// Most templates.
const MOST: usize = 30;
/// Longest name and longest text, in characters.
const LONGEST: (usize, usize) = (40, 4_000);
/// What stands where nothing is known.
const BLANK: &str = "＿＿";
/// Brackets around a word that is filled in.
const BRACKETS: [(char, char); 2] = [('〔', '〕'), ('[', ']')];
/// Templates that come with the program, in the catalogue of words.
const DEFAULTS: [(&str, Option<Method>, Option<Stage>); 6] = [
    ("interview", Some(Method::InterviewHospital), None),
    ("phone", Some(Method::Phone), None),
    ("meeting", Some(Method::Meeting), None),
    ("accompany", Some(Method::Accompany), None),
    ("home", Some(Method::HomeVisit), Some(Stage::Settlement)),
    ("soap", None, None),
];

/// Asks for the templates.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Templates {}

/// One template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its name.
    pub name: String,
    /// Its text.
    pub body: String,
    /// The method that it is for; it stands in front there.
    pub method: Option<Method>,
    /// The stage that it is for.
    pub stage: Option<Stage>,
}

fn templates(reader: &Reader) -> Result<Vec<Template>, Failure> {
    let kept = reader.snippets()?;
    if !kept.is_empty() {
        let own = kept.into_iter().map(|s| Template {
            name: s.name,
            body: s.body,
            method: s.method,
            stage: s.stage,
        });
        return Ok(own.collect());
    }
    let language = crate::settings::language(reader);
    let ours = DEFAULTS.into_iter().map(|(key, method, stage)| Template {
        name: words::say(language, &format!("people.template.{key}_name")),
        body: words::say(language, &format!("people.template.{key}_body")),
        method,
        stage,
    });
    Ok(ours.collect())
}

impl Query for Templates {
    type Answer = Vec<Template>;
    const TOPICS: &'static [Topic] = &[Topic::Settings];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<Template>, Failure> {
        templates(reader)
    }
}

/// Keeps all templates in place of those before; none brings those of the program back.
///
/// Errors: `template.empty`, `template.too-long`, `template.too-many`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepTemplates {
    templates: Vec<Template>,
}

impl Command for KeepTemplates {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Settings];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        if self.templates.len() > MOST {
            return Err(Failure::new("template.too-many").with("n", MOST));
        }
        let mut kept = Vec::new();
        for template in self.templates {
            let (name, body) = (template.name.trim().to_owned(), template.body.trim_end().to_owned());
            if name.is_empty() || body.trim().is_empty() {
                return Err(Failure::new("template.empty"));
            }
            if name.chars().count() > LONGEST.0 || body.chars().count() > LONGEST.1 {
                return Err(Failure::new("template.too-long"));
            }
            kept.push(Snippet { name, body, method: template.method, stage: template.stage });
        }
        Ok(writer.keep_snippets(&kept)?)
    }
}

/// Asks for a template filled in for a person and a day. Error: `case.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct FilledTemplate {
    body: String,
    case_id: Option<Id>,
    #[ts(type = "string")]
    on: NaiveDate,
}

impl Query for FilledTemplate {
    type Answer = String;
    const TOPICS: &'static [Topic] = &[Topic::Cases, Topic::Contacts];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<String, Failure> {
        let facts = match &self.case_id {
            Some(id) => {
                crate::cases::known(reader, id)?;
                Some(reader.case_on(id, self.on)?)
            }
            None => None,
        };
        let last = match &self.case_id {
            Some(id) => reader.last_contact(id, self.on)?,
            None => None,
        };
        let day = |day: NaiveDate| long_date(PartialDate::day(day));
        let stay = facts.as_ref().and_then(|f| f.stay_on(self.on));
        let known: [(&[&str], Option<String>); 7] = [
            (&["今日", "today"], Some(day(around.today()))),
            (&["日付", "date"], Some(day(self.on))),
            (&["名前", "name"], facts.as_ref().map(|f| f.name())),
            (&["病院", "hospital"], stay.map(|s| s.hospital.clone())),
            (&["病棟", "ward"], stay.and_then(|s| s.ward.clone())),
            (&["前回", "last"], last.map(day)),
            (&["前回からの日数", "days"], last.map(|l| crate::cases::days(l, self.on).to_string())),
        ];
        let mut text = self.body;
        for (names, value) in known {
            let value = value.as_deref().filter(|value| !value.is_empty()).unwrap_or(BLANK);
            for (name, (open, close)) in names.iter().flat_map(|name| BRACKETS.map(|pair| (name, pair))) {
                text = text.replace(&format!("{open}{name}{close}"), value);
            }
        }
        Ok(text)
    }
}
