//! A report that has left, and how its figures read beside those of another: hospitals stand under letters that every
//! report shuffles anew, but whoever holds two of them finds the same hospital by numbers that did not change. So the
//! judges read every earlier report under the codes of the present one.

use super::Level;
use serde_json::Value;
use std::collections::BTreeMap;

/// Hospitals by the code under which a report tells them: A病院 or a name → the key of the hospital.
pub type Places = BTreeMap<String, String>;

/// A report that has left.
#[derive(Clone, Debug)]
pub struct Left {
    /// Its name in the ledger: `annual`, `monthly 2025-06`.
    pub report: String,
    /// What it is called on screen, with its day: 令和7年度 活動中間報告（自治体提出用、令和7年10月3日）.
    pub title: String,
    /// Fiscal year of its period.
    pub fiscal_year: i32,
    /// Who read it.
    pub level: Level,
    /// The hospital that read it, at the level of a hospital: each is a reader of its own.
    pub hospital: Option<String>,
    /// The published figures.
    pub figures: String,
    /// Its hospitals; never printed.
    pub places: Places,
}

impl Left {
    /// The same with every hospital under the code that it has in another report. A letter of a hospital that is not told
    /// there, or that nobody remembers, is no code of the other report.
    #[must_use]
    pub fn in_codes_of(&self, there: &Places) -> Self {
        let Ok(mut figures) = serde_json::from_str::<Value>(&self.figures) else { return self.clone() };
        let codes: BTreeMap<&String, &String> = there.iter().map(|(code, key)| (key, code)).collect();
        let mut changed = false;
        let mut renamed = |set: &mut Value| {
            for hospital in set.get_mut("hospital").and_then(Value::as_array_mut).into_iter().flatten() {
                let Some(code) = hospital.as_str() else { continue };
                let other = self.code_in(code, &codes, there);
                changed |= other != code;
                *hospital = Value::from(other);
            }
        };
        figures.get_mut("own").into_iter().for_each(&mut renamed);
        let tables = figures["tables"].as_array_mut().into_iter().flatten();
        for table in tables.filter(|table| table["scope"].is_object()) {
            for list in ["rows", "columns"] {
                table["scope"][list].as_array_mut().into_iter().flatten().for_each(&mut renamed);
            }
        }
        let figures = if changed { figures.to_string() } else { self.figures.clone() };
        Self { figures, ..self.clone() }
    }

    fn code_in(&self, code: &str, codes: &BTreeMap<&String, &String>, there: &Places) -> String {
        let own = || format!("{}：{code}", self.title);
        match self.places.get(code) {
            Some(key) => match codes.get(key) {
                Some(other) => (*other).clone(),
                None if self.level.is_wide() => own(),
                None => code.to_owned(),
            },
            // A code that means no hospital (none, another one), unless it is a letter of the other report.
            None if there.contains_key(code) && self.level.is_wide() => own(),
            None => code.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(places: &[(&str, &str)], codes: &[&str]) -> Left {
        let rows: Vec<Value> = codes.iter().map(|code| serde_json::json!({"hospital": [code]})).collect();
        Left {
            report: "annual".to_owned(),
            title: "前の報告".to_owned(),
            fiscal_year: 2025,
            level: Level::Public,
            hospital: None,
            figures: serde_json::json!({"tables": [{"scope": {"rows": rows, "columns": [{}]}}]}).to_string(),
            places: map(places),
        }
    }

    fn map(places: &[(&str, &str)]) -> Places {
        places.iter().map(|(code, key)| ((*code).to_owned(), (*key).to_owned())).collect()
    }

    fn codes(left: &Left) -> Vec<String> {
        let figures: Value = serde_json::from_str(&left.figures).expect("figures");
        let rows = figures["tables"][0]["scope"]["rows"].as_array().expect("rows").clone();
        rows.iter().map(|row| row["hospital"][0].as_str().expect("a code").to_owned()).collect()
    }

    #[test]
    fn a_hospital_is_itself_under_whatever_letter() {
        let before =
            left(&[("A病院", "1"), ("B病院", "2"), ("C病院", "3")], &["A病院", "B病院", "C病院", "none"]);
        let now = map(&[("A病院", "2"), ("B病院", "1")]);
        assert_eq!(codes(&before.in_codes_of(&now)), ["B病院", "A病院", "前の報告：C病院", "none"]);
        assert_eq!(
            before.in_codes_of(&before.places).figures,
            before.figures,
            "the same letters, the same text"
        );
        let unknown = left(&[], &["A病院", "none"]);
        assert_eq!(
            codes(&unknown.in_codes_of(&now)),
            ["前の報告：A病院", "none"],
            "no letter is taken for another"
        );
    }
}
