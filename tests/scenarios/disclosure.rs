//! Stories: disclosure. Small counts stay unknown, and an outsider's attack agrees.

mod exhaustive;
mod mutants;
mod random;

use disclosure::{
    Cell, ColumnType, Headline, Kind, Ladder, Profile, Release, Request, Share, Shown, Table, Why, release,
};
use serde_json::{Value, json};

const YEAR: Headline = Headline { active: 16, new: 10, discharged: 7, closed: 5, distinct: 21 };

fn profile(k: u64) -> Profile {
    let level = if k >= 10 { "public" } else { "municipal" };
    Profile { level: level.into(), k, sensitive_k: k.max(5), share_floor: 10.max(3 * k), exact: false }
}

/// Inner counts with both margins added; `columns` without 計.
fn crossed(id: &str, kind: Kind, rows: &[&str], columns: &[&str], inner: &[&[u64]]) -> Table {
    let mut cells: Vec<Vec<Cell>> = inner
        .iter()
        .map(|row| row.iter().copied().chain([row.iter().sum()]).map(Cell::count).collect())
        .collect();
    let total = |c: usize| cells.iter().filter_map(|row| row[c].value).sum();
    let last = (0..=columns.len()).map(|c| Cell::count(total(c))).collect();
    cells.push(last);
    let unit = if matches!(kind, Kind::Workload | Kind::Facility) { "件" } else { "人" };
    Table {
        id: id.into(),
        title: format!("表{id}（{unit}）"),
        kind,
        additive: true,
        column_types: vec![ColumnType::Count; columns.len() + 1],
        rows: rows.iter().map(|r| (*r).to_owned()).chain(["計".to_owned()]).collect(),
        columns: columns.iter().map(|c| (*c).to_owned()).chain(["計".to_owned()]).collect(),
        total_row: true,
        total_column: true,
        cells,
        labels: Vec::new(),
        shares: Vec::new(),
        notes: Vec::new(),
        scope: None,
    }
}

/// One column with its total.
fn one_way(id: &str, kind: Kind, rows: &[&str], counts: &[u64]) -> Table {
    let inner: Vec<&[u64]> = counts.iter().map(std::slice::from_ref).collect();
    let mut table = crossed(id, kind, rows, &["人数"], &inner);
    table.total_column = false;
    table.columns.pop();
    table.column_types.pop();
    for row in &mut table.cells {
        row.pop();
    }
    table
}

fn ladder(rungs: Vec<Table>) -> Ladder {
    Ladder { rungs, linked: None }
}

fn released(k: u64, headline: Headline, ladders: Vec<Ladder>) -> Release {
    let withheld_sentence = "対象者が少数のため掲載しない。".to_owned();
    let profile = profile(k);
    release(Request {
        fiscal_year: 2025,
        profile,
        headline,
        ladders,
        withheld_sentence,
        ..Request::default()
    })
}

fn printed(release: &Release) -> Value {
    serde_json::to_value(&release.released).expect("a report is JSON")
}

fn attack(published: &Value) -> Vec<audit::Finding> {
    audit::audit(&published.to_string()).expect("a report can be read")
}

fn whys(release: &Release) -> Vec<&Why> {
    release.fates[0].steps.iter().map(|s| &s.why).collect()
}

#[test]
fn the_worked_example_hides_one_cycle_of_four() {
    let inner: [&[u64]; 3] = [&[2, 12, 9], &[15, 8, 11], &[10, 6, 14]];
    let table = crossed("9", Kind::Persons, &["A", "B", "C"], &["1", "2", "3"], &inner);
    let headline = Headline { distinct: 87, ..YEAR };
    let out = released(5, headline, vec![ladder(vec![table])]);
    let shown = out.released.table("9").expect("published").cells();
    let hidden: Vec<(usize, usize)> = (0..4)
        .flat_map(|r| (0..4).map(move |c| (r, c)))
        .filter(|&(r, c)| shown[r][c] == Shown::Hidden)
        .collect();
    assert_eq!(hidden, [(0, 0), (0, 1), (2, 0), (2, 1)]);
    assert!(out.witnesses.iter().all(|w| w.proves(&out.released.tables()[0])));
    let a1 = &audit::intervals(&printed(&out).to_string()).expect("readable")[0];
    assert_eq!((a1.least, a1.most), (1, Some(11)), "the bounds of the worked example");
    assert_eq!(attack(&printed(&out)), []);
}

#[test]
fn age_by_sex_is_coarsened_and_public_keeps_the_sexes() {
    let sexes = ["男", "女"];
    let bands = ["30歳代以下", "40歳代", "50歳代", "60歳代", "70歳代", "80歳以上"];
    let fine: [&[u64]; 6] = [&[0, 3], &[4, 0], &[2, 2], &[1, 3], &[3, 2], &[1, 0]];
    let rungs = vec![
        crossed("6", Kind::Persons, &bands, &sexes, &fine),
        crossed("6", Kind::Persons, &["65歳未満", "65歳以上"], &sexes, &[&[6, 6], &[5, 4]]),
        one_way("6", Kind::Persons, &sexes, &[11, 10]),
        one_way("6", Kind::Persons, &["対象者"], &[21]),
    ];
    let city = released(3, YEAR, vec![ladder(rungs.clone())]);
    assert_eq!(city.fates[0].rung, 1, "coarsened: {:?}", city.fates[0]);
    assert_eq!(city.fates[0].hidden, 0);
    assert!(matches!(whys(&city)[0], Why::GroupDisclosure { .. }));
    let public = released(10, YEAR, vec![ladder(rungs)]);
    assert_eq!(public.fates[0].rung, 2, "sex alone: {:?}", public.fates[0]);
    let total_only = vec![
        one_way("6", Kind::Persons, &["65歳未満", "65歳以上"], &[12, 9]),
        one_way("6", Kind::Persons, &["対象者"], &[21]),
    ];
    assert_eq!(released(10, YEAR, vec![ladder(total_only)]).fates[0].rung, 1, "9 < 10: total only");
}

#[test]
fn everybody_of_one_hospital_in_one_band_drops_the_hospitals() {
    let bands = ["1年未満", "1〜5年", "5〜10年", "10〜20年", "20年以上"];
    let raw: [&[u64]; 4] = [&[0, 2, 2, 2, 3], &[0, 1, 1, 0, 4], &[2, 0, 0, 0, 0], &[0, 0, 2, 1, 1]];
    let rungs = vec![
        crossed("7", Kind::Persons, &["H1", "H2", "H3", "H4"], &bands, &raw),
        one_way("7", Kind::Persons, &bands, &[2, 3, 5, 3, 8]),
        one_way("7", Kind::Persons, &["5年未満", "5〜20年", "20年以上"], &[5, 8, 8]),
    ];
    let out = released(3, YEAR, vec![ladder(rungs)]);
    assert_eq!(out.fates[0].rung, 2);
    assert!(whys(&out).contains(&&Why::TooManyHidden { hidden: 2, of: 5 }));
    assert_eq!(*whys(&out)[0], Why::GroupDisclosure { row: "H3".into() });
    assert_eq!(attack(&printed(&out)), []);
    // The pattern that passes the arithmetic alone is caught by the outsider too.
    let mut leaky = printed(&out);
    leaky["tables"][0]["rows"] = json!(["H1", "H2", "H3", "H4", "計"]);
    leaky["tables"][0]["columns"] = json!(["1年未満", "1〜5年", "5〜10年", "10〜20年", "20年以上", "計"]);
    leaky["tables"][0]["column_types"] = json!(["count", "count", "count", "count", "count", "count"]);
    leaky["tables"][0]["total_column"] = json!(true);
    leaky["tables"][0]["cells"] = json!([
        [0, "x", "x", "x", 3, 9],
        [0, "x", "x", 0, "x", 6],
        ["x", 0, 0, 0, 0, "x"],
        [0, 0, "x", "x", "x", "x"],
        ["x", "x", 5, "x", 8, 21]
    ]);
    let kinds: Vec<_> = attack(&leaky).iter().map(|f| (f.kind, f.row)).collect();
    assert!(kinds.contains(&(audit::FindingKind::GroupDisclosure, Some(2))), "H3: {kinds:?}");
}

#[test]
fn destinations_are_merged_for_the_city_and_withheld_from_the_public() {
    let places = ["GH", "アパート等", "家族同居", "高齢者施設"];
    let raw: [&[u64]; 4] = [&[0, 2], &[3, 0], &[1, 0], &[0, 1]];
    let rungs = vec![
        crossed("11", Kind::Persons, &places, &["65歳未満", "65歳以上"], &raw),
        one_way("11", Kind::Persons, &places, &[2, 3, 1, 1]),
        one_way("11", Kind::Persons, &["アパート・家族同居", "GH・施設"], &[4, 3]),
    ];
    let city = released(3, YEAR, vec![ladder(rungs.clone())]);
    assert_eq!(city.fates[0].rung, 2);
    assert_eq!(*whys(&city)[0], Why::SmallBase { total: 7, needed: 9 });
    let public = released(10, YEAR, vec![ladder(rungs)]);
    assert!(!public.fates[0].published);
    assert_eq!(public.released.withheld()[0].reason, "対象者が少数のため掲載しない。");
    assert_eq!(public.released.headline().discharged, 7, "the total itself stays");
}

#[test]
fn workload_is_published_as_it_is_but_not_one_persons_share_of_it() {
    let mut table = one_way("17", Kind::Workload, &["H1", "H2", "H3", "H4"], &[213, 135, 19, 50]);
    let as_is = released(3, YEAR, vec![ladder(vec![table.clone()])]);
    assert_eq!(as_is.fates[0].hidden, 0);
    for (row, (persons, largest)) in [(9, 40), (6, 30), (1, 19), (4, 14)].into_iter().enumerate() {
        table.cells[row][0].persons = Some(persons);
        table.cells[row][0].largest = Some(largest);
    }
    let out = released(3, YEAR, vec![ladder(vec![table])]);
    let cells = out.released.tables()[0].cells();
    assert_eq!(cells[2][0], Shown::Hidden, "19 contacts of one person");
    assert_eq!(cells.iter().filter(|r| r[0] == Shown::Hidden).count(), 2, "and one beside it");
    assert_eq!(attack(&printed(&out)), []);
    let hidden = |persons: u64, largest: u64| {
        let mut table = one_way("17", Kind::Workload, &["H1", "H2", "H3", "H4"], &[213, 135, 19, 50]);
        (table.cells[2][0].persons, table.cells[2][0].largest) = (Some(persons), Some(largest));
        released(3, YEAR, vec![ladder(vec![table])]).fates[0].hidden
    };
    assert_eq!(hidden(4, 15), 2, "four persons, but most of it one of them");
    assert_eq!(hidden(2, 9), 2, "no one dominates, but they are two");
    assert_eq!(hidden(4, 9), 0);
}

#[test]
fn a_zero_in_a_small_sensitive_group_and_a_page_of_marks_are_not_printed() {
    let inner: [&[u64]; 3] = [&[5, 5, 0], &[9, 9, 9], &[9, 9, 9]];
    let table = |kind| crossed("13", kind, &["A", "B", "C"], &["1", "2", "3"], &inner);
    let headline = Headline { distinct: 64, ..YEAR };
    let of = |kind| released(3, headline, vec![ladder(vec![table(kind)])]);
    assert_eq!(*whys(&of(Kind::Sensitive))[0], Why::GroupDisclosure { row: "A".into() });
    assert!(of(Kind::Persons).fates[0].published);
    let ones = one_way("7", Kind::Persons, &["a", "b", "c", "d"], &[1, 1, 9, 1]);
    let out = released(3, YEAR, vec![ladder(vec![ones])]);
    assert_eq!(*whys(&out)[0], Why::TooManyHidden { hidden: 4, of: 4 });
    assert!(!out.fates[0].published);
}

#[test]
fn shares_need_a_large_whole_and_two_shown_numbers() {
    let mut table = one_way("7", Kind::Persons, &["5年未満", "5〜20年", "20年以上"], &[5, 8, 8]);
    let share = |row, whole| Share { label: "構成比".into(), part: (row, 0), whole: (whole, 0) };
    table.shares = vec![share(0, 3), share(1, 3), share(0, 2)];
    let out = released(3, YEAR, vec![ladder(vec![table])]);
    let derived = out.released.tables()[0].derived();
    assert_eq!(derived.iter().map(|d| d.per_mille).collect::<Vec<_>>(), [238, 381]);
    assert_eq!(attack(&printed(&out)), []);
}

#[test]
fn a_margin_hidden_in_one_table_does_not_come_back_in_another() {
    let bands = ["1年未満", "1〜5年", "5〜10年", "10〜20年", "20年以上", "不明", "他", "外"];
    let fine = one_way("7", Kind::Persons, &bands, &[2, 3, 5, 3, 8, 4, 6, 9]);
    let coarse = one_way("8", Kind::Persons, &["5年未満", "5年以上"], &[5, 35]);
    let link = |t: Table| Ladder { rungs: vec![t], linked: Some("stay".into()) };
    let headline = Headline { distinct: 40, ..YEAR };
    let out = released(3, headline, vec![link(fine.clone()), link(coarse)]);
    assert_eq!(out.fates[0].hidden, 2);
    assert_eq!(*out.fates[1].steps.last().map(|s| &s.why).expect("a step"), Why::Linked { with: "7".into() });
    let again = released(
        3,
        headline,
        vec![ladder(vec![fine.clone()]), {
            let mut twin = fine;
            twin.id = "8".into();
            ladder(vec![twin])
        }],
    );
    assert!(again.fates[0].published && !again.fates[1].published, "hidden once is hidden everywhere");
    let six = ["a", "b", "c", "d", "e", "f"];
    let open = one_way("7", Kind::Persons, &six, &[4, 9, 8, 7, 10, 11]);
    let sensitive = one_way("8", Kind::Sensitive, &six, &[4, 9, 8, 7, 10, 11]);
    let out = released(3, headline, vec![ladder(vec![open]), ladder(vec![sensitive.clone()])]);
    assert!(out.fates[0].published && !out.fates[1].published, "a 4 that is shown cannot be hidden again");
    assert_eq!(released(3, headline, vec![ladder(vec![sensitive])]).fates[0].hidden, 2);
}

#[test]
fn the_internal_level_shows_everything_in_its_finest_form() {
    let fine = one_way("11", Kind::Sensitive, &["a", "b"], &[1, 6]);
    let coarse = one_way("11", Kind::Sensitive, &["a"], &[7]);
    let exact = Profile { level: "internal".into(), k: 0, sensitive_k: 0, share_floor: 1, exact: true };
    let out = release(Request {
        fiscal_year: 2025,
        profile: exact,
        headline: YEAR,
        ladders: vec![ladder(vec![fine, coarse])],
        ..Request::default()
    });
    assert_eq!((out.fates[0].rung, out.fates[0].hidden), (0, 0));
    assert_eq!(attack(&printed(&out)), []);
}

#[test]
fn a_share_over_few_or_hidden_persons_and_a_wrong_sum_are_caught() {
    let table = one_way("7", Kind::Persons, &["5年未満", "5〜20年", "20年以上"], &[5, 8, 8]);
    let clean = printed(&released(3, YEAR, vec![ladder(vec![table])]));
    let caught = |change: &dyn Fn(&mut Value), kind: audit::FindingKind| {
        let mut leaky = clean.clone();
        change(&mut leaky["tables"][0]);
        assert!(attack(&leaky).iter().any(|f| f.kind == kind), "{kind:?}: {leaky}");
    };
    let share = |whole: usize, per_mille: u64| json!([{"label": "", "part": [0, 0], "whole": [whole, 0], "per_mille": per_mille}]);
    caught(&|t| t["derived"] = share(1, 625), audit::FindingKind::ShareSmallBase);
    caught(&|t| t["derived"] = share(3, 239), audit::FindingKind::CellMismatch);
    caught(&|t| t["cells"][0][0] = json!(6), audit::FindingKind::CellMismatch);
    caught(&|t| t["cells"][0][0] = json!("x"), audit::FindingKind::SingleHidden);
    caught(&|t| t["cells"][0][0] = json!("x"), audit::FindingKind::ExactValue);
    caught(&|t| t["cells"] = json!([[2], [11], [8], [21]]), audit::FindingKind::SmallShown);
    caught(&|t| t["cells"] = json!([["x"], ["x"], [18], [21]]), audit::FindingKind::Narrow);
    let answers = |t: &mut Value, cells: Value| {
        t["additive"] = json!(false);
        t["cells"] = cells;
    };
    caught(&|t| answers(t, json!([["x"], ["x"], [3], [3]])), audit::FindingKind::Narrow);
    caught(&|t| answers(t, json!([["x"], [4], [4], [9]])), audit::FindingKind::SingleHidden);
    caught(&|t| t["cells"] = json!([[7], [0], [0], [7]]), audit::FindingKind::GroupDisclosure);
}

#[test]
fn fewer_persons_than_the_threshold_leave_nothing_but_zeros_and_the_headline() {
    let headline = Headline { active: 6, new: 2, discharged: 1, closed: 2, distinct: 8 };
    let table = one_way("7", Kind::Persons, &["5年未満", "5〜20年", "20年以上"], &[2, 3, 3]);
    let mut answers = table.clone();
    answers.id = "13".into();
    answers.additive = false;
    answers.total_row = false;
    let out = released(10, headline, vec![ladder(vec![table]), ladder(vec![answers])]);
    assert!(out.released.tables().is_empty(), "8 persons cannot hide among 10: {:?}", out.fates);
    assert_eq!(out.released.headline().distinct, 8);
    let mut answers = one_way("13", Kind::Sensitive, &["a", "b", "c", "d"], &[11, 10, 10, 2]);
    answers.additive = false;
    answers.total_row = false;
    answers.rows.pop();
    answers.cells.pop();
    let of = |distinct| released(10, Headline { distinct, ..YEAR }, vec![ladder(vec![answers.clone()])]);
    assert_eq!(of(11).fates[0].hidden, 1, "1 to 11 is open enough");
    let mut tight = answers.clone();
    tight.cells[0][0] = Cell::count(10);
    let out = released(10, Headline { distinct: 10, ..YEAR }, vec![ladder(vec![tight])]);
    assert!(!out.fates[0].published, "nobody answers twice: 1 to 10 is too narrow");
}

#[test]
fn a_total_that_the_headline_shows_is_never_hidden() {
    let one = one_way("11", Kind::Persons, &["GH", "アパート等", "施設"], &[1, 1, 1]);
    let headline = Headline { discharged: 3, ..YEAR };
    let out = released(3, headline, vec![ladder(vec![one.clone()])]);
    assert!(!out.fates[0].published, "1 + 1 + 1 = 3 is known from the headline");
    let mut beside = one_way("8", Kind::Persons, &["H1", "H2", "H3"], &[9, 6, 4]);
    beside.columns.push("退院".into());
    beside.column_types.push(ColumnType::Count);
    for (row, n) in beside.cells.iter_mut().zip([1, 1, 1, 3]) {
        row.push(Cell::count(n));
    }
    let of = |discharged| released(3, Headline { discharged, ..YEAR }, vec![ladder(vec![beside.clone()])]);
    assert!(!of(3).fates[0].published);
    assert_eq!(of(7).fates[0].hidden, 4, "a total that nothing else shows may be hidden with its parts");
    let mut months = one_way("2-2", Kind::Headline, &["6月末", "9月末"], &[3, 17]);
    (months.additive, months.total_row) = (false, false);
    months.rows.pop();
    months.cells.pop();
    let with = released(3, YEAR, vec![ladder(vec![beside.clone()]), ladder(vec![months])]);
    assert!(!with.fates[0].published, "a later table of class B shows the 3 as well");
    // Hiding the total as well would not help: the outsider looks it up.
    let mut leaky = printed(&released(
        3,
        headline,
        vec![ladder(vec![{
            let mut large = one;
            large.cells = [4, 4, 4, 12].map(|n| vec![Cell::count(n)]).to_vec();
            large
        }])],
    ));
    leaky["tables"][0]["cells"] = json!([["x"], ["x"], ["x"], ["x"]]);
    assert!(attack(&leaky).iter().any(|f| f.kind == audit::FindingKind::ExactValue), "{:?}", attack(&leaky));
}

#[test]
fn the_outsider_looks_totals_up_in_the_headline_and_in_plain_tables() {
    let mut months = one_way("2-2", Kind::Headline, &["6月末", "9月末"], &[9, 3]);
    (months.additive, months.total_row) = (false, false);
    months.rows.pop();
    months.cells.pop();
    let stages = one_way("9", Kind::Persons, &["甲", "乙"], &[9, 9]);
    let clean = printed(&released(3, YEAR, vec![ladder(vec![months]), ladder(vec![stages])]));
    let leaky = |column: &str, distinct: u64| {
        let mut json = clean.clone();
        json["headline"]["distinct"] = json!(distinct);
        json["tables"][1]["columns"] = json!([column]);
        json["tables"][1]["cells"] = json!([["x"], ["x"], ["x"]]);
        attack(&json).len()
    };
    assert_eq!(leaky("某日", 21), 0);
    assert!(leaky("9月末", 21) > 0, "3 stood at that day, says the other table");
    assert!(leaky("某日", 3) > 0, "there are only three persons in all");
}

#[test]
fn a_second_report_does_not_uncover_the_first() {
    let bands = ["1年未満", "1〜5年", "5〜10年", "10〜20年", "20年以上", "不明", "他", "外"];
    let table = one_way("7", Kind::Persons, &bands, &[2, 3, 5, 3, 8, 4, 6, 9]);
    let headline = Headline { distinct: 40, ..YEAR };
    let first = printed(&released(3, headline, vec![ladder(vec![table])]));
    let beside = |later: &Value| {
        audit::audit_beside(&later.to_string(), &[first.to_string()]).expect("both can be read")
    };
    assert_eq!(beside(&first), [], "the same report again changes nothing");
    let mut later = first.clone();
    let place = (0..8).find(|&r| later["tables"][0]["cells"][r][0] == json!("x")).expect("a hidden cell");
    later["tables"][0]["cells"][place][0] = json!(2);
    assert!(beside(&later).iter().any(|f| f.kind == audit::FindingKind::ExactValue));
    let mut other_year = later.clone();
    other_year["fiscal_year"] = json!(2026);
    assert_eq!(beside(&other_year), [], "another year counts other persons");
}
