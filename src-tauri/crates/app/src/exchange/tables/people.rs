//! People as a list names them, against those who are known.

use ::exchange::table::Row;
use domain::calendar::PartialDate;
use domain::text::fold::fold;
use std::collections::{HashMap, HashSet};
use store::cases::{CaseFacts, full_name};

/// Everybody who is known, by name.
pub(super) struct People {
    cases: Vec<CaseFacts>,
    by_name: HashMap<String, Vec<usize>>,
    by_code: HashMap<String, usize>,
    surnames: HashSet<String>,
}

/// Why a row names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unmet {
    /// Nobody of this name is known.
    Nobody,
    /// Several are.
    Several,
}

impl People {
    pub(super) fn of(cases: Vec<CaseFacts>) -> Self {
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_code = HashMap::new();
        for (at, case) in cases.iter().enumerate() {
            by_name.entry(fold(&case.name())).or_default().push(at);
            // 「南さん」 is enough where there is only one.
            if !case.given_name.is_empty() {
                by_name.entry(fold(&case.family_name)).or_default().push(at);
            }
            if let Some(code) = &case.code {
                by_code.insert(fold(code), at);
            }
        }
        let surnames = cases.iter().map(|case| case.family_name.clone()).collect();
        Self { cases, by_name, by_code, surnames }
    }

    /// True for a family name that somebody has.
    pub(super) fn knows_surname(&self, name: &str) -> bool {
        self.surnames.contains(name)
    }

    /// The case that a row of notes is about: the person by number or by name and birth date, and of several episodes
    /// the one that had begun by the day of the note.
    pub(super) fn meant(&self, row: &Row) -> Result<&CaseFacts, Unmet> {
        let code = row.value("case_code");
        if !code.is_empty() {
            return self.by_code.get(&fold(code)).map(|at| &self.cases[*at]).ok_or(Unmet::Nobody);
        }
        let birth: Option<PartialDate> = row.value("birth_date").parse().ok();
        let on = row.value("date");
        let named = self.by_name.get(&fold(&row_name(row))).ok_or(Unmet::Nobody)?;
        let mut found: Vec<&CaseFacts> = named
            .iter()
            .map(|at| &self.cases[*at])
            .filter(|case| birth.is_none() || case.birth.is_none() || case.birth == birth)
            .collect();
        found.sort_by_key(|case| (case.identified_on.to_string().as_str() <= on, case.identified_on));
        let last = found.last().copied().ok_or(Unmet::Nobody)?;
        if found.iter().any(|case| case.client_id != last.client_id) { Err(Unmet::Several) } else { Ok(last) }
    }

    /// Somebody who may be the person of a row: the same name, no other birth date, and where no birth date is known
    /// on both sides, no other hospital.
    pub(super) fn like(&self, row: &Row) -> Option<String> {
        let birth: Option<PartialDate> = row.value("birth_date").parse().ok();
        let hospital = fold(row.value("hospital"));
        let named = self.by_name.get(&fold(&row_name(row)))?;
        named.iter().map(|at| &self.cases[*at]).find_map(|case| {
            let whole = !row.value("given_name").is_empty() || case.given_name.is_empty();
            let same = match (case.birth, birth) {
                (Some(one), Some(other)) => one == other,
                _ => {
                    let known = case.stay.as_ref().map(|stay| fold(&stay.hospital)).unwrap_or_default();
                    known.is_empty() || hospital.is_empty() || known == hospital
                }
            };
            (whole && same).then(|| case.name())
        })
    }
}

/// 姓 and 名 of a row.
pub(super) fn row_name(row: &Row) -> String {
    full_name(row.value("family_name"), row.value("given_name"))
}
