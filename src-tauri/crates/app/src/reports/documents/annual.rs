//! 年度事業実績報告 and 中間報告: cover, contents, chapters, material.

use super::Made;
use crate::reports::ReportKind;
use report::{Annual, Cover, Header};

/// Sentences of 算出方法 that always stand.
const RULES: usize = 10;

impl<'a> Made<'a> {
    /// The report of a year or of its first half.
    pub(super) fn year(&self) -> Annual<'a> {
        let head = &self.snapshot.settings;
        let period = self.request.period(head.style);
        let kind = self.request.kind;
        let short = words::ja(&format!("report.kind.{}.short", kind.code()));
        let mark = self.request.level.mark();
        let heads = words::ja("report.approval");
        let approval =
            if head.approval { heads.split('、').map(str::to_owned).collect() } else { Vec::new() };
        Annual {
            released: self.released,
            cover: Cover {
                title: kind.title(),
                year_line: period.clone(),
                receiver: self.receiver(),
                organisation: head.organisation.clone(),
                author_line: self.author(),
                date_line: self.day(),
                level_mark: mark.clone(),
                approval,
            },
            header: Header { left: format!("{period} {short}"), right: mark },
            aim: self.snapshot.aim.clone(),
            active_label: self.active_label(),
            person_unit: head.style.beside_figure(),
            chapters: self.chapters(&self.end()),
            counting_rules: self.counting_rules(),
            suppression_note: self.suppression_note(),
        }
    }

    /// 年度末現在, 9月末現在, or the day of a report whose period still runs.
    fn end(&self) -> String {
        match self.request.kind {
            _ if self.is_running() => self.day(),
            ReportKind::Half => words::ja("report.half_end"),
            _ => words::ja("report.year_end"),
        }
    }

    /// How figures are counted, sentence by sentence.
    fn counting_rules(&self) -> Vec<String> {
        let mut rules: Vec<String> = (1..=RULES).map(|n| words::ja(&format!("report.rule.{n}"))).collect();
        if self.snapshot.estimated > 0 {
            let minutes = self.snapshot.estimated.to_string();
            rules.push(words::fill(&words::ja("report.rule.estimated"), &[("minutes", &minutes)]));
        }
        if self.request.kind == ReportKind::Half {
            rules.push(words::ja("report.rule.half"));
        }
        let clause = &self.snapshot.settings.clause;
        if !clause.is_empty() {
            rules.push(words::fill(&words::ja("report.rule.clause"), &[("clause", clause)]));
        }
        if self.is_running() {
            rules.push(words::fill(&words::ja("report.rule.running"), &[("day", &self.day())]));
        }
        rules
    }
}
