//! Figures as they were read back, held against the tables that may be printed: what a figure says in words must stand
//! in a table, and what is written inside of it must be what it says.

use super::printed::{Printed, read_cell, tight, worded};
use report::attack::{MARK, ReadFigure};
use serde_json::Value;

/// One value of a figure: its label, the name of its series, and the value as said.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    label: String,
    series: String,
    value: String,
}

/// The values of a figure in words: `Title。label 3、label 5。` or `Title。label name 3・name 5、…。`
fn spoken(words: &str) -> Option<Vec<Said>> {
    let (_, rest) = words.trim_end_matches('。').split_once('。')?;
    let mut all: Vec<Said> = Vec::new();
    let mut from = 0;
    let mut goes_on = false;
    let ends = rest.char_indices().filter(|(_, c)| matches!(c, '、' | '・')).map(|(at, c)| (at, Some(c)));
    for (at, sign) in ends.chain([(rest.len(), None)]) {
        let Some((words, value)) = rest[from..at].rsplit_once(' ').filter(|(_, value)| is_value(value))
        else {
            // The sign is part of a label.
            continue;
        };
        let label = if goes_on { all.last()?.label.clone() } else { words.to_owned() };
        let series = if goes_on { words.to_owned() } else { String::new() };
        all.push(Said { label, series, value: value.to_owned() });
        goes_on = sign == Some('・');
        from = at + sign.map_or(0, char::len_utf8);
    }
    (from == rest.len()).then_some(all)
}

fn is_value(text: &str) -> bool {
    text == MARK || text == "—" || text.starts_with(|c: char| c.is_ascii_digit()) && number(text).is_some()
}

fn number(text: &str) -> Option<Value> {
    read_cell(text, text.contains('.'))
}

fn list<'a>(table: &'a Value, key: &str) -> &'a [Value] {
    table[key].as_array().map_or(&[], Vec::as_slice)
}

/// The cells of which a value may speak: those of the row of its label, in the column of its series.
fn cells<'a>(said: &Said, figures: &'a Value) -> Vec<(&'a Value, bool)> {
    let words = tight(&said.label);
    let mut found = Vec::new();
    for table in list(figures, "tables") {
        for (row, cells) in list(table, "rows").iter().zip(list(table, "cells")) {
            let caption = tight(row.as_str().unwrap_or_default());
            // The first series stands behind the label itself.
            let Some(behind) = words.strip_prefix(&caption) else { continue };
            let columns: Vec<String> =
                list(table, "columns").iter().map(|c| tight(c.as_str().unwrap_or_default())).collect();
            if !behind.is_empty() && !columns.iter().any(|column| column == behind) {
                continue;
            }
            let series = if said.series.is_empty() { behind.to_owned() } else { tight(&said.series) };
            for (c, column) in columns.iter().enumerate() {
                let named = series.is_empty() || *column == series;
                if let Some(cell) = cells.get(c).filter(|_| named) {
                    found.push((cell, table["column_types"][c] == "minutes"));
                }
            }
        }
    }
    found
}

impl Printed {
    /// A figure says nothing that no table says, and nothing else is written in it.
    pub(super) fn figure(&mut self, figure: &ReadFigure, figures: &Value) {
        let page = Some(figure.page);
        let at = figure.page.to_string();
        let values = [("page", at.as_str())];
        let Some(all) = spoken(&figure.spoken) else {
            return self.found("cell", page, "chart_word", &values);
        };
        let mut numbers = Vec::new();
        for said in &all {
            let cells = cells(said, figures);
            if !cells.iter().any(|(cell, minutes)| worded(cell, *minutes) == said.value) {
                let hidden = cells.iter().any(|(cell, _)| *cell == "x");
                let (kind, key) = match (cells.is_empty(), hidden) {
                    (true, _) => ("cell", "chart_word"),
                    (false, true) => ("unhidden", "chart_hidden"),
                    (false, false) => ("cell", "chart"),
                };
                self.found(kind, page, key, &values);
            }
            numbers.extend(number(&said.value).filter(Value::is_number));
        }
        for word in &figure.written {
            let Some(number) = Some(word.trim()).filter(|word| is_value(word)).and_then(number) else {
                continue;
            };
            match numbers.iter().position(|known| *known == number) {
                Some(known) => drop(numbers.swap_remove(known)),
                None if number.is_number() => {
                    let hidden = all.iter().any(|said| said.value == MARK);
                    let (kind, key) = if hidden { ("unhidden", "chart_hidden") } else { ("cell", "chart") };
                    self.found(kind, page, key, &values);
                }
                None => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(label: &str, series: &str, value: &str) -> Said {
        Said { label: label.into(), series: series.into(), value: value.into() }
    }

    #[test]
    fn the_words_of_a_figure_are_taken_apart() {
        let one = spoken("退院先（人）。一人暮らし 3、家主・不動産 ｘ、計画、準備 1,204。").expect("values");
        assert_eq!(
            one,
            [said("一人暮らし", "", "3"), said("家主・不動産", "", "ｘ"), said("計画、準備", "", "1,204")]
        );
        let two = spoken("段階（人）。1 把握 年度当初 1・年度末 —、2 関係 年度当初 0.5・年度末 2。")
            .expect("values");
        assert_eq!(two[1], said("1 把握 年度当初", "年度末", "—"));
        assert_eq!(two[2], said("2 関係 年度当初", "", "0.5"));
        assert_eq!(spoken("退院先。一人暮らし 3、とても大切な話。"), None, "nothing but values is said");
    }
}
