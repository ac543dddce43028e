//! What becomes of every table, in words: the form it takes, the finer ones that were left, and why a cell is hidden.

use super::Level;
use disclosure::{Clash, ColumnType, Fate, Reason, ReleasedTable, Shown, Why};
use serde::Serialize;
use words::Language;

/// What became of one table, in words.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct TableFate {
    /// Number in the list of tables.
    pub id: String,
    /// Title as printed.
    pub title: String,
    /// The same for a reader of English; the paper stays Japanese.
    pub title_en: String,
    /// Printed or withheld.
    pub published: bool,
    /// Rung taken: 0 is the finest.
    pub rung: usize,
    /// How many forms there are.
    pub rungs: usize,
    /// Cells printed as ｘ.
    pub hidden: usize,
    /// Cells other than zero.
    pub cells: usize,
    /// The same in one sentence.
    pub sentence: String,
    /// The sentence in English.
    pub sentence_en: String,
    /// Why each hidden cell is hidden. For the screen, never for print.
    pub explanations: Vec<HiddenCell>,
    /// Finer forms that were left, finest first.
    pub steps: Vec<FateStep>,
    /// The table as it is printed; none where it is withheld.
    pub printed: Option<PrintedTable>,
}

/// One hidden cell and why it is hidden.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct HiddenCell {
    /// Row of the printed table.
    pub row: usize,
    /// Column of the printed table.
    pub column: usize,
    /// Why, in one sentence.
    pub sentence: String,
    /// The sentence in English.
    pub sentence_en: String,
}

/// A finer form that was left, and why.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct FateStep {
    /// Which form: 0 is the finest.
    pub rung: usize,
    /// Its title as it would have been printed.
    pub title: String,
    /// Why it was left, in one sentence.
    pub sentence: String,
    /// The sentence in English.
    pub sentence_en: String,
}

/// A table as a reader sees it.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct PrintedTable {
    /// Captions of the rows.
    pub rows: Vec<String>,
    /// Captions of the columns.
    pub columns: Vec<String>,
    /// Columns of words beside the captions.
    pub words: Vec<WordColumn>,
    /// For every column: whether its numbers are minutes.
    pub minutes: Vec<bool>,
    /// Row by row: a number, `x` where it is hidden, nothing where it does not apply.
    #[ts(type = "(number | \"x\" | null)[][]")]
    pub cells: Vec<Vec<Shown>>,
}

/// A column of words.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct WordColumn {
    /// Its head.
    pub head: String,
    /// One text per row.
    pub texts: Vec<String>,
}

fn printed_table(table: &ReleasedTable) -> PrintedTable {
    let column =
        |labels: &disclosure::Labels| WordColumn { head: labels.head.clone(), texts: labels.texts.clone() };
    PrintedTable {
        rows: table.rows().to_vec(),
        columns: table.columns().to_vec(),
        words: table.labels().iter().map(column).collect(),
        minutes: table.column_types().iter().map(|kind| *kind == ColumnType::Minutes).collect(),
        cells: table.cells().to_vec(),
    }
}

fn step(step: &disclosure::Step) -> FateStep {
    let say = |language| match &step.why {
        Why::Earlier(clash) => clash_sentence(language, clash),
        // The words stand in brackets behind the form that was taken.
        other => words::say(language, &format!("report.fate.{}", why(other)))
            .trim_matches(['（', '）', '。', ' ', '(', ')', '.'])
            .to_owned(),
    };
    FateStep {
        rung: step.rung,
        title: step.title.clone(),
        sentence: say(Language::Ja),
        sentence_en: say(Language::En),
    }
}

/// What became of a table, for the screen.
pub(super) fn table_fate(fate: &Fate, printed: Option<&ReleasedTable>, level: Level) -> TableFate {
    let explained = |cell: &disclosure::Explanation| HiddenCell {
        row: cell.row,
        column: cell.column,
        sentence: reason_sentence(Language::Ja, &cell.why, printed),
        sentence_en: reason_sentence(Language::En, &cell.why, printed),
    };
    TableFate {
        id: fate.id.clone(),
        title: fate.title.clone(),
        title_en: title_in_english(&fate.title),
        published: fate.published,
        rung: fate.rung,
        rungs: fate.rungs,
        hidden: fate.hidden,
        cells: fate.cells,
        sentence: fate_sentence(Language::Ja, fate, level),
        sentence_en: fate_sentence(Language::En, fate, level),
        explanations: fate.explanations.iter().map(explained).collect(),
        steps: fate.steps.iter().map(step).collect(),
        printed: printed.map(printed_table),
    }
}

/// The English words of a printed title; the title itself where it is not one of the report's own.
fn title_in_english(title: &str) -> String {
    words::catalogue(Language::Ja)
        .iter()
        .find(|(key, text)| key.starts_with("report.table.") && *text == title)
        .map_or_else(|| title.to_owned(), |(key, _)| words::say(Language::En, key))
}

fn fate_sentence(language: Language, fate: &Fate, level: Level) -> String {
    let say = |key: &str| words::say(language, &format!("report.fate.{key}"));
    if !level.leaves() {
        return say("exact");
    }
    let clash = fate.steps.iter().rev().find_map(|step| match &step.why {
        Why::Earlier(clash) => Some(clash_sentence(language, clash)),
        _ => None,
    });
    let gap = if language == Language::En { " " } else { "" };
    if !fate.published {
        let sentence = words::say(language, "report.withheld");
        let last = fate.steps.last().map_or("why_no_pattern", |step| why(&step.why));
        return match clash {
            Some(clash) => format!("{sentence}{gap}{clash}"),
            None => sentence.trim_end_matches(['。', '.']).to_owned() + &say(last),
        };
    }
    let form = if fate.rung == 0 {
        say("finest")
    } else {
        say("coarser") + &fate.steps.last().map_or(String::new(), |s| say(why(&s.why)))
    };
    let form = clash.map_or_else(|| form.clone(), |clash| format!("{form}{gap}{clash}"));
    if fate.hidden == 0 {
        form
    } else {
        form + gap + &words::fill(&say("hidden"), &[("n", &fate.hidden.to_string())])
    }
}

/// The pair of cells that would disclose together, both by name.
fn clash_sentence(language: Language, clash: &Clash) -> String {
    let values = [
        ("report", clash.report.as_str()),
        ("table", &clash.table),
        ("row", &clash.row),
        ("column", &clash.column),
        ("own_table", &clash.own_table),
        ("own_row", &clash.own_row),
        ("own_column", &clash.own_column),
    ];
    words::fill(&words::say(language, "report.fate.clash"), &values)
}

/// Why a cell is hidden, for those who make the report; the paper never says it.
fn reason_sentence(language: Language, reason: &Reason, printed: Option<&ReleasedTable>) -> String {
    let caption =
        |list: Option<&[String]>, at: usize| list.and_then(|l| l.get(at)).cloned().unwrap_or_default();
    let named = |key: &str, row: usize, column: usize| {
        let row = caption(printed.map(ReleasedTable::rows), row);
        let column = caption(printed.map(ReleasedTable::columns), column);
        words::fill(&words::say(language, key), &[("row", &row), ("column", &column)])
    };
    match reason {
        Reason::Small { count, k } => {
            let (count, k) = (count.to_string(), k.to_string());
            words::fill(&words::say(language, "report.hidden.small"), &[("count", &count), ("k", &k)])
        }
        Reason::Reveals { row, column } => named("report.hidden.reveals", *row, *column),
        Reason::Margin { row, column } => named("report.hidden.margin", *row, *column),
        Reason::Elsewhere { with } if with.is_empty() => words::say(language, "report.hidden.together"),
        Reason::Elsewhere { with } => {
            words::fill(&words::say(language, "report.hidden.elsewhere"), &[("table", with)])
        }
        Reason::Insider => words::say(language, "report.hidden.insider"),
        Reason::Earlier(clash) => clash_sentence(language, clash),
    }
}

fn why(why: &Why) -> &'static str {
    match why {
        Why::TooManyHidden { .. } => "why_too_many_hidden",
        Why::CoarserTellsMore => "why_tells_more",
        Why::GroupDisclosure { .. } => "why_group",
        Why::NoPattern => "why_no_pattern",
        Why::SmallBase { .. } => "why_small_base",
        Why::Linked { .. } => "why_linked",
        Why::Attacked => "why_attacked",
        Why::Insider => "why_insider",
        Why::Earlier(_) => "why_earlier",
        Why::NotAdditive => "why_not_additive",
    }
}

#[cfg(test)]
mod tests {
    use super::title_in_english;

    #[test]
    fn a_printed_title_has_english_words() {
        assert_ne!(title_in_english(&words::ja("report.table.2-3-year")), words::ja("report.table.2-3-year"));
        assert_eq!(title_in_english("事業所の独自の表"), "事業所の独自の表");
    }
}
