//! What a column is, by its head or by what stands in it.

use super::Column;
use super::cell::{is_kana, read_sex};
use crate::folding::folded;
use chrono::{Datelike, NaiveDate};
use domain::text::typed_date;

const HEADS: &[(&[&str], Column)] = &[
    (
        &[
            "かな",
            "カナ",
            "ふりがな",
            "フリガナ",
            "よみ",
            "読み",
            "氏名かな",
            "氏名カナ",
            "氏名(かな)",
            "氏名(カナ)",
            "せい",
            "めい",
            "セイ",
            "メイ",
        ],
        Column::Kana,
    ),
    (
        &[
            "氏名",
            "名前",
            "お名前",
            "患者名",
            "患者氏名",
            "対象者",
            "対象者名",
            "利用者",
            "利用者名",
            "利用者氏名",
            "本人氏名",
            "姓",
            "名",
        ],
        Column::Name,
    ),
    (&["病院", "病院名", "入院先", "入院先病院", "医療機関", "医療機関名"], Column::Hospital),
    (&["病棟", "病棟名"], Column::Ward),
    (&["生年月日", "誕生日"], Column::BirthDate),
    (&["入院日", "入院年月日", "入院", "入院した日"], Column::AdmittedOn),
    (&["把握日", "把握年月日", "受付日", "相談受付日", "紹介日", "把握した日"], Column::IdentifiedOn),
    (&["性別", "性"], Column::Sex),
];

/// The column of a head, or `None` for a text that is no head of ours.
pub(super) fn by_head(text: &str) -> Option<Column> {
    let head = folded(text);
    HEADS.iter().find(|(names, _)| names.iter().any(|n| folded(n) == head)).map(|(_, column)| *column)
}

/// Columns by their heads; what has no head of ours is left out.
pub(super) fn complete(named: &[Option<Column>], width: usize) -> Vec<Column> {
    (0..width).map(|at| named.get(at).copied().flatten().unwrap_or(Column::Skip)).collect()
}

/// Columns by what stands in their first rows; a kind that only one column can be is given once, from the left.
pub(super) fn by_content(rows: &[Vec<String>], width: usize, today: NaiveDate) -> Vec<Column> {
    let mut found: Vec<Column> = Vec::with_capacity(width);
    let mut dates: Vec<(usize, i32)> = Vec::new();
    for at in 0..width {
        let cells: Vec<&str> = rows
            .iter()
            .take(50)
            .filter_map(|r| r.get(at))
            .map(String::as_str)
            .filter(|c| !c.is_empty())
            .collect();
        let guess = guess(&cells, today);
        if let Guess::Date(year) = guess {
            dates.push((at, year));
        }
        let column = match guess {
            Guess::Column(column) if !found.contains(&column) => column,
            _ => Column::Skip,
        };
        found.push(column);
    }
    name_dates(&mut found, &dates, today);
    found
}

enum Guess {
    Column(Column),
    /// Dates, with their middle year.
    Date(i32),
}

fn guess(cells: &[&str], today: NaiveDate) -> Guess {
    let most = |fits: &dyn Fn(&str) -> bool| {
        let n = cells.iter().filter(|c| fits(c)).count();
        n > 0 && n * 10 >= cells.len() * 7
    };
    if most(&|c| read_sex(c).is_some()) {
        return Guess::Column(Column::Sex);
    }
    let mut years: Vec<i32> = cells
        .iter()
        .filter_map(|c| typed_date::read(c, today).ok())
        .map(|d| d.date.first_day().year())
        .collect();
    if !years.is_empty() && years.len() * 10 >= cells.len() * 7 {
        years.sort_unstable();
        return Guess::Date(years[years.len() / 2]);
    }
    let ends = |endings: &'static [&'static str]| move |c: &str| endings.iter().any(|e| c.ends_with(e));
    if most(&ends(&["病院", "医療センター", "クリニック", "診療所", "医院", "療養センター"]))
    {
        Guess::Column(Column::Hospital)
    } else if most(&ends(&["病棟", "階", "号棟", "ユニット"])) {
        Guess::Column(Column::Ward)
    } else if most(&|c| is_kana(c)) {
        Guess::Column(Column::Kana)
    } else if most(&|c| looks_like_a_name(c)) {
        Guess::Column(Column::Name)
    } else {
        Guess::Column(Column::Skip)
    }
}

fn looks_like_a_name(cell: &str) -> bool {
    let letters = cell.chars().filter(|c| !c.is_whitespace()).count();
    (2..=20).contains(&letters)
        && !cell.chars().any(|c| c.is_numeric() || matches!(c, '。' | '、' | '/' | '('))
}

/// Of several columns of dates the oldest is the birth date, then come admission and 把握; a single one is
/// the birth date only where it lies a generation back.
fn name_dates(found: &mut [Column], dates: &[(usize, i32)], today: NaiveDate) {
    let mut by_age = dates.to_vec();
    by_age.sort_by_key(|(at, year)| (*year, *at));
    let born = by_age.first().is_some_and(|(_, year)| *year + 18 <= today.year());
    let names = [Column::BirthDate, Column::AdmittedOn, Column::IdentifiedOn];
    for ((at, _), name) in by_age.iter().zip(&names[usize::from(!born)..]) {
        found[*at] = *name;
    }
}
