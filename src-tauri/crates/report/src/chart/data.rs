//! What a chart shows: labels and series taken from one released table.

use crate::documents::annual::ChartKind;
use crate::documents::sheet::{figure, hidden_mark, not_applicable_mark};
use disclosure::{ColumnType, Released, ReleasedTable, Shown};

/// The form of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Upright columns over a row of labels.
    Columns,
    /// A line over the months.
    Line,
    /// Lying bars, grouped where there are several series.
    Bars,
    /// Lying bars cut into parts.
    Stacked,
}

/// One series of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its name; empty where there is only one.
    pub name: String,
    /// One value per label.
    pub values: Vec<Shown>,
}

/// A chart before it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data {
    /// Caption with unit.
    pub title: String,
    /// Form.
    pub form: Form,
    /// What the values are.
    pub unit: ColumnType,
    /// Labels in order.
    pub labels: Vec<String>,
    /// The series.
    pub series: Vec<Series>,
}

impl Data {
    /// The greatest value shown, at least 1.
    pub fn top(&self) -> f32 {
        let shown = self.series.iter().flat_map(|s| &s.values).map(|v| amount(*v).unwrap_or(0.0));
        shown.fold(1.0, f32::max)
    }
    /// The value as printed.
    pub fn printed(&self, value: Shown) -> String {
        figure(value, self.unit)
    }
}

/// A shown number as a length.
pub fn amount(value: Shown) -> Option<f32> {
    match value {
        Shown::Number(n) => Some(n as f32),
        Shown::Hidden | Shown::NotApplicable => None,
    }
}

/// Mark in the gap of a value that is not shown.
pub fn gap_mark(value: Shown) -> String {
    if value == Shown::Hidden { hidden_mark() } else { not_applicable_mark() }
}

/// Takes the data of a chart, or nothing where there is too little to see.
pub fn of(kind: ChartKind, released: &Released) -> Option<Data> {
    let title = words::ja(&format!("report.paper.chart.{}", key(kind)));
    let table = released.table(kind.table())?;
    let data = match kind {
        ChartKind::Years => by_column(table, title),
        ChartKind::MonthlyContacts => one(table, title, Form::Columns, &["延べ"]),
        ChartKind::MonthlyPersons => one(table, title, Form::Line, &["支援中", "実人数"]),
        ChartKind::Methods => one(table, title, Form::Bars, &["計", "件数"]).map(ranked),
        ChartKind::Counterparts => one(table, title, Form::Bars, &["件数", "計"]).map(ranked),
        ChartKind::Stages => ends(table),
        ChartKind::Destinations => one(table, title, Form::Bars, &["人数", "計"]).map(ranked),
        ChartKind::Sessions => one(table, title, Form::Columns, &["参加者", "参加"]),
        ChartKind::HospitalVisits => one(table, title, Form::Bars, &["日数"]).map(ranked),
        ChartKind::Trainings => parts(table, title),
        ChartKind::Hours => one(table, title, Form::Bars, &["時間"]).map(ranked),
    }?;
    let shown =
        data.series.iter().flat_map(|s| &s.values).filter(|v| amount(**v).is_some_and(|n| n > 0.0)).count();
    (shown >= 2 && data.labels.len() >= 2).then_some(data)
}

const fn key(kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::Years => "years",
        ChartKind::MonthlyContacts => "monthly_contacts",
        ChartKind::MonthlyPersons => "monthly_persons",
        ChartKind::Methods => "methods",
        ChartKind::Counterparts => "counterparts",
        ChartKind::Stages => "stages",
        ChartKind::Destinations => "destinations",
        ChartKind::Sessions => "sessions",
        ChartKind::HospitalVisits => "hospital_visits",
        ChartKind::Trainings => "trainings",
        ChartKind::Hours => "hours",
    }
}

/// Rows without the total.
fn inner_rows(table: &ReleasedTable) -> usize {
    table.rows().len() - usize::from(*table.total_row())
}

/// The first column whose caption is one of the words, else the first that contains one.
fn column(table: &ReleasedTable, names: &[&str]) -> Option<usize> {
    let find = |fits: &dyn Fn(&str, &str) -> bool| {
        names.iter().find_map(|name| table.columns().iter().position(|c| fits(c, name)))
    };
    find(&|caption, name| caption == name).or_else(|| find(&|caption, name| caption.contains(name)))
}

fn values(table: &ReleasedTable, column: usize) -> Vec<Shown> {
    table.cells().iter().take(inner_rows(table)).map(|row| row[column]).collect()
}

fn labels(table: &ReleasedTable) -> Vec<String> {
    table.rows()[..inner_rows(table)].to_vec()
}

fn one(table: &ReleasedTable, title: String, form: Form, names: &[&str]) -> Option<Data> {
    let at = column(table, names)?;
    let series = vec![Series { name: String::new(), values: values(table, at) }];
    Some(Data { title, form, unit: table.column_types()[at], labels: labels(table), series })
}

fn several(table: &ReleasedTable, title: String, form: Form, names: &[&str]) -> Option<Data> {
    let mut at: Vec<usize> = names.iter().filter_map(|name| column(table, &[name])).collect();
    at.dedup();
    let series =
        at.iter().map(|c| Series { name: table.columns()[*c].clone(), values: values(table, *c) }).collect();
    (!at.is_empty()).then(|| Data { title, form, unit: ColumnType::Count, labels: labels(table), series })
}

/// Rows as labels, the first and the last day as series; the caption names the days.
fn ends(table: &ReleasedTable) -> Option<Data> {
    let [first, .., last] = table.columns() else { return None };
    let title = words::fill(&words::ja("report.paper.chart.stages"), &[("first", first), ("last", last)]);
    several(table, title, Form::Bars, &[first, last])
}

/// Rows as labels, every inner column a part of a bar.
fn parts(table: &ReleasedTable, title: String) -> Option<Data> {
    let inner = table.columns().len() - usize::from(*table.total_column());
    let names: Vec<&str> = table.columns()[..inner].iter().map(String::as_str).collect();
    several(table, title, Form::Stacked, &names)
}

/// Rows as labels, the years as series; a single year is no development.
fn by_column(table: &ReleasedTable, title: String) -> Option<Data> {
    let names: Vec<&str> = table.columns().iter().map(String::as_str).collect();
    if names.len() < 2 { None } else { several(table, title, Form::Bars, &names) }
}

/// Longest bar first, hidden ones last.
fn ranked(mut data: Data) -> Data {
    let mut order: Vec<usize> = (0..data.labels.len()).collect();
    let value = |i: &usize| match data.series[0].values[*i] {
        Shown::Number(n) => n + 1,
        Shown::Hidden | Shown::NotApplicable => 0,
    };
    order.sort_by_key(|i| std::cmp::Reverse(value(i)));
    data.labels = order.iter().map(|i| data.labels[*i].clone()).collect();
    for series in &mut data.series {
        series.values = order.iter().map(|i| series.values[*i]).collect();
    }
    data
}
