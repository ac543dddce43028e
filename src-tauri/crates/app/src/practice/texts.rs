//! Texts of the practice ward, written by rule from `assets/demo/phrases.toml`: the same record always gets
//! the same text, and neighbours differ.

use domain::vocabulary::{Counterpart, Method, Phase};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Sentences of one kind of contact; a record takes one of each list.
#[derive(Deserialize)]
struct Sentences {
    opening: Vec<String>,
    middle: Vec<String>,
    words: Vec<String>,
    closing: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Kind {
    Always(Sentences),
    ByPhase(BTreeMap<String, Sentences>),
}

/// All phrases of the practice ward.
#[derive(Deserialize)]
#[serde(transparent)]
pub struct Phrases(BTreeMap<String, Kind>);

impl Phrases {
    /// The phrases that come with the program. Error: the file is not of its form.
    pub fn read() -> Result<Self, toml::de::Error> {
        toml::from_str(include_str!("../../../../../assets/demo/phrases.toml"))
    }

    /// The text of one record: two to four sentences without a name. `None` where no phrases fit.
    pub fn text(&self, key: &str, method: Method, counterpart: Counterpart, phase: Phase) -> Option<String> {
        let kind = match (method, counterpart) {
            (Method::InterviewHospital, _) => "interview",
            (Method::HomeVisit | Method::VisitFacility, _) => "visit",
            (Method::Accompany, _) => "accompany",
            (Method::Meeting | Method::Online, _) => "meeting",
            (Method::Mail | Method::Letter, _) => "mail",
            (Method::Office, _) => "office",
            (Method::Phone, Counterpart::Person) => "phone_person",
            (Method::Phone, Counterpart::Family) => "phone_family",
            (Method::Phone, Counterpart::Hospital) => "phone_hospital",
            (Method::Phone, Counterpart::Municipality) => "phone_municipality",
            (Method::Phone, Counterpart::Housing) => "phone_housing",
            (Method::Phone, _) => "phone_support",
            _ => return None,
        };
        let sentences = match self.0.get(kind)? {
            Kind::Always(sentences) => sentences,
            Kind::ByPhase(phases) => phases.get(phase.code())?,
        };
        let dice = Sha256::digest(key);
        let pick = |list: &[String], die: usize| {
            list.get(usize::from(dice[die]) % list.len().max(1)).cloned().unwrap_or_default()
        };
        let mut text = pick(&sentences.opening, 0) + &pick(&sentences.middle, 1);
        if dice[4] % 4 == 0 {
            let second = pick(&sentences.middle, 5);
            if !text.contains(&second) {
                text.push_str(&second);
            }
        }
        Some(text + &pick(&sentences.words, 2) + &pick(&sentences.closing, 3))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_vary_and_repeat_themselves_for_the_same_record() {
        let phrases = Phrases::read().unwrap();
        let text = |n: u32| {
            phrases
                .text(&format!("K{n:04}"), Method::InterviewHospital, Counterpart::Person, Phase::Moving)
                .unwrap()
        };
        assert_eq!(text(1), text(1));
        let different: std::collections::BTreeSet<String> = (0..300).map(text).collect();
        assert!(different.len() > 250, "{} of 300 texts differ", different.len());
    }
}
