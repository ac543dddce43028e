//! クライシスプラン on paper, for the person and for whoever stands by.

use super::make::Office;
use super::road::name;
use super::style::{joined, word};
use crate::Failure;
use crate::settlement::CrisisView;
use chrono::NaiveDate;
use domain::calendar::long_date;
use domain::measure::Id;
use report::Fonts;
use report::documents::records::crisis::{Crisis, lay_out};
use report::documents::records::printable;
use report::page::Document;
use store::Reader;
use words::Language;

/// The page, and the characters it could not print. Error: `crisis.none`.
pub(super) fn document(
    reader: &Reader,
    office: &Office,
    case: &Id,
    today: NaiveDate,
) -> Result<(Document, Vec<char>), Failure> {
    let plan = CrisisView::read(reader, case)?;
    if plan.is_empty() {
        return Err(Failure::new("crisis.none"));
    }
    let facts = reader.case_on(case, today)?;
    let fonts = Fonts::shared();
    let mut missing = Vec::new();
    let mut clean = |text: &str| {
        let (printed, lost) = printable(text, fonts);
        missing.extend(lost);
        printed
    };
    let texts = [
        ("well", &plan.well),
        ("signs", &plan.signs),
        ("own_ways", &plan.own_ways),
        ("wanted", &plan.wanted),
        ("unwanted", &plan.unwanted),
        ("hospital", &plan.hospital),
    ];
    let made = plan.made_on.map(|on| super::style::filled("crisis.made", &[("day", &long_date(on))]));
    let who = joined([office.organisation.clone(), office.author.clone()], " ");
    let page = Crisis {
        title: word("crisis.title"),
        mark: word("mark"),
        name: clean(&name(&facts, Language::Ja)),
        parts: texts.map(|(key, text)| (word(&format!("crisis.{key}")), clean(text))).into(),
        calls_head: word("crisis.calls"),
        calls: plan
            .calls
            .iter()
            .map(|call| [clean(&call.who), clean(&call.hours), clean(&call.phone)])
            .collect(),
        foot: vec![made.unwrap_or_default(), clean(&who)],
    };
    missing.sort_unstable();
    missing.dedup();
    Ok((lay_out(&page, fonts), missing))
}
