//! What the report says, as data that another program can set: the same texts, tables and charts.

use super::ask;
use app::House;
use app::reports::Prepared;
use serde_json::{Value, json};

/// Sentences of which the written texts consist. They name nobody.
const SENTENCES: &[&str] = &[
    "長期に入院している方が地域で暮らすという選択肢を持てるよう、病院と地域の間に立って支援を行った。",
    "病棟の職員と月に一度の打合せを重ね、退院後の生活を具体的に思い描ける材料を持ち寄った。",
    "住まいの確保では、保証人の問題と初期費用の工面に時間を要し、関係機関と役割を分けて進めた。",
    "体験宿泊と外出同行を組み合わせることで、本人の不安は少しずつ和らいでいった。",
    "「退院したい」という言葉が聞かれるまでに半年を要した例もあり、急がず関係を築くことを大切にした。",
    "家族の高齢化が進み、相談の窓口となる方がいない例が増えている。",
    "服薬の自己管理については、薬の飾り棚や携帯端末の活用を試み、一定の効果を得た。",
    "災害時の連絡の仕組み、夜間と休日の対応についても話し合い、支援の計画に書き入れた。",
    "次年度は、住居の支援の強化、仲間による支え合いの広がり、記録に基づく振り返りの三点に力を入れる。",
    "会議には医療、福祉、行政の各分野から参加があり、顔の見える関係が育ちつつある。",
];

/// Sentences of one text: with eighteen texts the report has some five thousand characters beside its tables.
const LENGTH: usize = 7;

/// A text for a section.
pub fn text(number: usize) -> String {
    let sentence = |i: usize| SENTENCES[(number * 3 + i) % SENTENCES.len()];
    (0..LENGTH).map(|i| if i == 3 { format!("{}\n", sentence(i)) } else { sentence(i).to_owned() }).collect()
}

/// Keys of the report's texts.
pub fn written_sections(house: &House, year: i32) -> Vec<String> {
    let sections = ask(house, "Sections", json!({"fiscal_year": year, "level": "municipal"}));
    let keys = sections.as_array().into_iter().flatten().filter_map(|s| s["key"].as_str().map(str::to_owned));
    keys.collect()
}

/// Everything that stands in the report: title, texts, tables as printed, and the series of its charts.
pub fn of(house: &House, prepared: &Prepared, year: i32) -> Value {
    let sections = ask(house, "Sections", json!({"fiscal_year": year, "level": "municipal"}));
    let figures: Value = serde_json::from_str(&prepared.figures_json).expect("our own figures can be read");
    let texts: Vec<Value> = sections
        .as_array()
        .into_iter()
        .flatten()
        .map(|s| json!({"title": s["title"], "paragraphs": s["text"].as_str().unwrap_or_default().split('\n').collect::<Vec<_>>()}))
        .collect();
    let tables: Vec<Value> = figures["tables"].as_array().into_iter().flatten().map(table).collect();
    let charts: Vec<Value> =
        CHARTS.iter().filter_map(|(id, lines)| chart(figures["tables"].as_array()?, id, *lines)).collect();
    let rules: Vec<String> = (1..=10).map(|n| words::ja(&format!("report.rule.{n}"))).collect();
    json!({
        "title": words::ja("report.title").replace('\n', " "),
        "sections": texts, "tables": tables, "charts": charts, "rules": rules,
        "withheld": figures["withheld"], "headline": figures["headline"],
    })
}

/// Tables that the report draws, and whether as a line.
const CHARTS: &[(&str, bool)] = &[
    ("1", false),
    ("2", true),
    ("3", false),
    ("9", false),
    ("11", false),
    ("17", false),
    ("20", false),
    ("25", false),
];

/// A table of words: captions, columns of words, figures as printed, notes.
fn table(table: &Value) -> Value {
    let list = |name: &str| table[name].as_array().cloned().unwrap_or_default();
    let labels = list("labels");
    let mut head = vec![json!("")];
    head.extend(labels.iter().map(|_| json!("")));
    head.extend(list("columns"));
    let rows: Vec<Vec<String>> = list("rows")
        .iter()
        .zip(list("cells"))
        .enumerate()
        .map(|(i, (caption, cells))| {
            let words = labels.iter().map(|texts| texts[i].as_str().unwrap_or_default().to_owned());
            let figures = cells.as_array().into_iter().flatten().map(printed);
            std::iter::once(caption.as_str().unwrap_or_default().to_owned())
                .chain(words)
                .chain(figures)
                .collect()
        })
        .collect();
    let title = format!(
        "表{}　{}",
        table["id"].as_str().unwrap_or_default(),
        table["title"].as_str().unwrap_or_default()
    );
    json!({"title": title, "head": head, "rows": rows, "notes": list("notes")})
}

fn printed(cell: &Value) -> String {
    match cell {
        Value::Number(n) => n.to_string(),
        Value::String(_) => "ｘ".to_owned(),
        _ => "－".to_owned(),
    }
}

/// The first column of figures of a table over its rows, its total aside.
fn chart(tables: &[Value], id: &str, line: bool) -> Option<Value> {
    let table = tables.iter().find(|t| t["id"] == id)?;
    let (rows, cells) = (table["rows"].as_array()?, table["cells"].as_array()?);
    let shown = rows.len() - usize::from(table["total_row"] == true);
    let values: Vec<u64> = cells.iter().take(shown).map(|row| row[0].as_u64().unwrap_or(0)).collect();
    Some(json!({"title": table["title"], "line": line, "labels": rows[..shown], "values": values}))
}
