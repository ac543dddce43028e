//! Making a paper: what is asked for, what comes of it, and the log of what left.

use super::style::{file_code, filled};
use super::{course, crisis, diary, handover, month, road, round, schedule};
use crate::{Circumstances, Failure, House};
use chrono::NaiveDate;
use domain::calendar::{PartialDate, long_date, short_date};
use domain::measure::Id;
use report::Fonts;
use report::documents::records::{Paper, Part, lay_out, printable};
use report::page::Document;
use serde::{Deserialize, Serialize};
use store::Reader;

/// Which paper is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "paper", rename_all = "snake_case", deny_unknown_fields)]
pub enum PaperRequest {
    /// 支援経過記録 of one person in a span of days.
    Course {
        /// Whose.
        case_id: Id,
        /// First day.
        #[ts(type = "string")]
        from: NaiveDate,
        /// Last day.
        #[ts(type = "string")]
        to: NaiveDate,
    },
    /// 業務日誌 of a day.
    Diary {
        /// The day.
        #[ts(type = "string")]
        on: NaiveDate,
    },
    /// 引継ぎ書 of one person.
    Handover {
        /// Whose.
        case_id: Id,
    },
    /// 「これからの道のり」 of one person.
    Road {
        /// Whose.
        case_id: Id,
    },
    /// クライシスプラン of one person.
    Crisis {
        /// Whose.
        case_id: Id,
    },
    /// 予定表 of a day, a week, a month or any other stretch of days.
    Schedule {
        /// First day.
        #[ts(type = "string")]
        from: NaiveDate,
        /// Last day.
        #[ts(type = "string")]
        to: NaiveDate,
    },
    /// 予定表 of a month as it hangs on the wall, without the names of those to be seen.
    Month {
        /// A day of it.
        #[ts(type = "string")]
        of: NaiveDate,
    },
    /// 準備表 of a ward visit.
    Round {
        /// The visit.
        plan_id: Id,
        /// With names; else with the codes that a screen turned to others shows.
        names: bool,
    },
}

impl PaperRequest {
    /// Event of the log.
    const fn event(&self) -> &'static str {
        match self {
            Self::Course { .. } => "print_course",
            Self::Diary { .. } => "print_diary",
            Self::Handover { .. } => "print_handover",
            Self::Road { .. } => "print_road",
            Self::Crisis { .. } => "print_crisis",
            Self::Round { .. } => "print_round",
            Self::Schedule { .. } | Self::Month { .. } => "print_schedule",
        }
    }
    /// Whom or what it is about: the case or the day, never a name.
    fn object(&self) -> String {
        match self {
            Self::Course { case_id, .. }
            | Self::Handover { case_id }
            | Self::Road { case_id }
            | Self::Crisis { case_id } => case_id.to_string(),
            Self::Round { plan_id, .. } => plan_id.to_string(),
            Self::Diary { on } | Self::Schedule { from: on, .. } | Self::Month { of: on } => on.to_string(),
        }
    }
}

/// Who makes the papers.
pub(super) struct Office {
    /// Organisation.
    pub organisation: String,
    /// Maker.
    pub author: String,
    /// Day of making.
    pub on: NaiveDate,
}

impl Office {
    fn read(reader: &Reader, on: NaiveDate) -> Result<Self, Failure> {
        let setting = |key: &str| -> Result<String, Failure> { Ok(reader.setting(key)?.unwrap_or_default()) };
        Ok(Self { organisation: setting("organisation")?, author: setting("author")?, on })
    }

    /// Organisation, maker and day for the head of a paper.
    pub(super) fn lines(&self) -> Vec<String> {
        let made = filled("made", &[("day", &long_date(PartialDate::day(self.on)))]);
        let maker = super::style::joined([self.organisation.clone(), self.author.clone()], "\u{3000}");
        vec![maker, made]
    }
}

/// A paper as it would leave.
pub struct Made {
    /// What was asked for.
    pub request: PaperRequest,
    /// The bytes.
    pub pdf: Vec<u8>,
    /// Pages.
    pub pages: usize,
    /// Suggested name of the file; it holds no name of a person.
    pub file_name: String,
    /// Rows of a record or a diary.
    pub rows: usize,
    /// Characters that no font has and that are printed as 〓.
    pub missing: Vec<char>,
    /// True where words were left out of the person's page because they name somebody else.
    pub withheld: bool,
    pub(super) generation: u64,
}

/// Laid out: document, rows, characters that could not be printed, name of the file, something was withheld.
struct Laid {
    document: Document,
    rows: usize,
    missing: Vec<char>,
    file_name: String,
    withheld: bool,
}

/// Makes a paper.
///
/// Errors: `case.unknown`, `record.span`, `crisis.none`, `plan.unknown`, `plan.no-visit`, `plan.span`, `report.failed`.
pub fn prepare(house: &House, around: &Circumstances, request: PaperRequest) -> Result<Made, Failure> {
    let generation = house.generation();
    let laid = house.read(|reader| lay(reader, around, &request))?;
    let pdf = report::ink::pdf::write(&laid.document, Fonts::shared(), around.today())
        .map_err(|_| Failure::new("report.failed"))?;
    Ok(Made {
        request,
        pages: laid.document.pages.len(),
        pdf,
        file_name: laid.file_name,
        rows: laid.rows,
        missing: laid.missing,
        withheld: laid.withheld,
        generation,
    })
}

/// Enters into the log that a paper with names left.
pub fn log_leaving(house: &House, around: &Circumstances, made: &Made) -> Result<(), Failure> {
    house.perform(around, None, |writer| {
        Ok(writer.log_event(made.request.event(), &made.request.object(), "done")?)
    })
}

fn lay(reader: &Reader, around: &Circumstances, request: &PaperRequest) -> Result<Laid, Failure> {
    let today = around.today();
    let office = Office::read(reader, today)?;
    let short = short_date(PartialDate::day(today));
    let of_case = |key: &str, case: &Id| -> Result<String, Failure> {
        let code = file_code(reader.case_on(case, today)?.code.as_deref());
        Ok(filled(key, &[("code", &code), ("on", &short)]))
    };
    match request {
        PaperRequest::Course { case_id, from, to } => {
            crate::cases::known(reader, case_id)?;
            if from > to {
                return Err(Failure::new("record.span").at("to"));
            }
            let (paper, rows) = course::paper(reader, &office, case_id, (*from, *to), today)?;
            let file_name = course::file_name(&reader.case_on(case_id, today)?, *from, *to);
            Ok(set(paper, rows, file_name))
        }
        PaperRequest::Diary { on } => {
            let (paper, rows) = diary::paper(reader, &office, *on)?;
            let day = short_date(PartialDate::day(*on));
            Ok(set(paper, rows, filled("diary.file", &[("on", &day)])))
        }
        PaperRequest::Schedule { from, to } => {
            if !(0..schedule::MOST_DAYS).contains(&(*to - *from).num_days()) {
                return Err(Failure::new("plan.span").at("to"));
            }
            let (paper, rows) = schedule::paper(reader, &office, (*from, *to), today)?;
            let day = short_date(PartialDate::day(*from));
            Ok(set(paper, rows, filled("schedule.file", &[("on", &day)])))
        }
        PaperRequest::Month { of } => {
            let (paper, rows) = month::paper(reader, &office, *of)?;
            let month = short_date(month::month_of(*of));
            Ok(set(paper, rows, filled("month.file", &[("month", &month)])))
        }
        PaperRequest::Round { plan_id, names } => {
            let (paper, rows, on) = round::paper(reader, around, plan_id, *names)?;
            let day = short_date(PartialDate::day(on));
            Ok(set(paper, rows, filled("round.file", &[("on", &day)])))
        }
        PaperRequest::Handover { case_id } => {
            crate::cases::known(reader, case_id)?;
            let file_name = of_case("handover.file", case_id)?;
            // As much of the last notes as one page holds.
            let mut last = None;
            for longest in handover::LENGTHS {
                let paper = handover::paper(reader, &office, case_id, today, longest)?;
                let laid = set(paper, 0, file_name.clone());
                let fits = laid.document.pages.len() == 1;
                last = Some(laid);
                if fits {
                    break;
                }
            }
            last.ok_or_else(|| Failure::new("report.failed"))
        }
        PaperRequest::Road { case_id } => {
            crate::cases::known(reader, case_id)?;
            let file_name = of_case("road.file", case_id)?;
            let (document, missing, withheld) = road::document(reader, &office, case_id, around)?;
            Ok(Laid { document, rows: 0, missing, file_name, withheld })
        }
        PaperRequest::Crisis { case_id } => {
            crate::cases::known(reader, case_id)?;
            let file_name = of_case("crisis.file", case_id)?;
            let (document, missing) = crisis::document(reader, &office, case_id, today)?;
            Ok(Laid { document, rows: 0, missing, file_name, withheld: false })
        }
    }
}

/// Sets a paper, every character printable, with a note about those that were not.
fn set(mut paper: Paper, rows: usize, file_name: String) -> Laid {
    let fonts = Fonts::shared();
    let mut missing: Vec<char> = Vec::new();
    let mut clean = |text: &mut String| {
        let (printed, lost) = printable(text, fonts);
        *text = printed;
        missing.extend(lost);
    };
    clean(&mut paper.head.whose);
    paper.head.facts.iter_mut().for_each(|(_, value)| clean(value));
    paper.head.lines.iter_mut().chain(&mut paper.head.approval).for_each(&mut clean);
    for part in &mut paper.parts {
        match part {
            Part::Heading(text) => clean(text),
            Part::Facts(_, facts) => facts.iter_mut().for_each(|(_, value)| clean(value)),
            Part::Lines(lines) => lines.iter_mut().for_each(&mut clean),
            Part::Ledger(ledger) => {
                for row in &mut ledger.rows {
                    row.cells.iter_mut().for_each(&mut clean);
                    row.body.iter_mut().for_each(|block| clean(&mut block.text));
                }
            }
            Part::Month(month) => {
                for plan in month.weeks.iter_mut().flatten().flat_map(|day| &mut day.plans) {
                    clean(&mut plan.what);
                    plan.cancelled.iter_mut().for_each(&mut clean);
                }
            }
        }
    }
    missing.sort_unstable();
    missing.dedup();
    paper.notes.extend(missing_note(&missing));
    Laid { document: lay_out(&paper, fonts), rows, missing, file_name, withheld: false }
}

/// Which characters 〓 stands for; they cannot be shown, so their numbers are.
fn missing_note(missing: &[char]) -> Option<String> {
    let codes = missing.iter().map(|c| format!("U+{:04X}", u32::from(*c)));
    let characters = super::style::joined(codes, &super::style::word("and"));
    (!missing.is_empty()).then(|| filled("missing", &[("characters", &characters)]))
}
