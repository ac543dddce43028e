//! A paper on screen before it leaves: what it would be called, and its pages as pictures.

use super::make::{Made, PaperRequest, prepare};
use crate::house::Study;
use crate::reports::PagePicture;
use crate::{Circumstances, Failure, House, Topic};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};

/// The paper that was made a moment ago, so that turning a page makes nothing anew.
#[derive(Default)]
pub struct Cache(Mutex<Option<(NaiveDate, Arc<Made>)>>);

impl Cache {
    fn get(
        &self,
        house: &House,
        around: &Circumstances,
        request: PaperRequest,
    ) -> Result<Arc<Made>, Failure> {
        let held = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((day, made)) = held().as_ref()
            && *day == around.today()
            && made.request == request
            && made.generation == house.generation()
        {
            return Ok(Arc::clone(made));
        }
        let made = Arc::new(prepare(house, around, request)?);
        *held() = Some((around.today(), Arc::clone(&made)));
        Ok(made)
    }
}

/// A paper as it would leave. Errors: `case.unknown`, `record.span`, `crisis.none`, `report.failed`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RecordPaper {
    paper: PaperRequest,
}

/// What the paper is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RecordPaperView {
    /// Name of the file.
    pub file_name: String,
    /// Pages.
    pub pages: usize,
    /// Bytes.
    pub size: usize,
    /// Rows of a record or a diary.
    pub rows: usize,
    /// Characters that are printed as 〓, by their numbers: U+1F600.
    pub missing: Vec<String>,
    /// Words were left out of the person's page because they name somebody else.
    pub withheld: bool,
}

const TOPICS: &[Topic] = &[
    Topic::Cases,
    Topic::Contacts,
    Topic::Plans,
    Topic::Programmes,
    Topic::Activities,
    Topic::Organisations,
    Topic::Issues,
    Topic::Tasks,
    Topic::Settings,
];

impl Study for RecordPaper {
    type Answer = RecordPaperView;
    const TOPICS: &'static [Topic] = TOPICS;

    fn study(self, around: &Circumstances, house: &House) -> Result<RecordPaperView, Failure> {
        let made = house.papers().get(house, around, self.paper)?;
        Ok(RecordPaperView {
            file_name: made.file_name.clone(),
            pages: made.pages,
            size: made.pdf.len(),
            rows: made.rows,
            missing: made.missing.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect(),
            withheld: made.withheld,
        })
    }
}

/// One page of the finished bytes as a picture. Pages count from 1. Error: `report.no-page`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RecordPaperPage {
    paper: PaperRequest,
    page: u32,
    width: u32,
}

impl Study for RecordPaperPage {
    type Answer = PagePicture;
    const TOPICS: &'static [Topic] = TOPICS;

    fn study(self, around: &Circumstances, house: &House) -> Result<PagePicture, Failure> {
        let made = house.papers().get(house, around, self.paper)?;
        PagePicture::of(&made.pdf, self.page, self.width)
    }
}
