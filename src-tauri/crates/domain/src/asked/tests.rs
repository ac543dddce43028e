//! What is typed is read as it is meant, and what was read is written so that it is read again.

use super::*;
use crate::calendar::{FiscalYear, PartialDate};
use chrono::NaiveDate;
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn read(text: &str) -> Asked {
    Asked::read(text, today())
}

fn one(text: &str) -> Condition {
    let asked = read(text);
    assert!(asked.words.is_empty() && asked.misread.is_empty(), "{text}: {asked:?}");
    assert_eq!(asked.conditions.len(), 1, "{text}: {asked:?}");
    asked.conditions[0].clone()
}

fn day(text: &str) -> PartialDate {
    text.parse().unwrap()
}

#[test]
fn a_condition_is_read_in_every_language_and_width() {
    let hospital = |text: &str| Condition::Hospital(text.to_owned());
    for (typed, condition) in [
        ("病院:楠沢", hospital("楠沢")),
        ("病院：楠沢", hospital("楠沢")),
        ("byouin:kusuzawa", hospital("kusuzawa")),
        ("Hospital:\"St. Mary no ie\"", hospital("St. Mary no ie")),
        ("機関:「みなと　住まいる」", hospital("みなと 住まいる")),
        ("段階:退院調整", Condition::Stage(Stage::DischargeCoordination)),
        ("段階:５", Condition::Stage(Stage::Housing)),
        ("dankai:住居", Condition::Stage(Stage::Housing)),
        ("stage:housing", Condition::Stage(Stage::Housing)),
        ("担当:バックアップ", Condition::Role(CaseRole::Backup)),
        ("tantou:direct", Condition::Role(CaseRole::Direct)),
        ("種別:気づき", Condition::Kind(WrittenKind::Issue)),
        ("種別:電話", Condition::Method(Method::Phone)),
        ("shubetsu:研修会", Condition::Activity(ActivityKind::Training)),
        ("kind:note", Condition::Kind(WrittenKind::Contact)),
        ("方法:同行", Condition::Method(Method::Accompany)),
        ("状態:保留", Condition::Standing(Standing::OnHold)),
        ("仕事:個別支援", Condition::Work(WorkKind::Casework)),
        ("気がかり:間", Condition::Concern(Concern::Gap)),
        ("出口:未定", Condition::Exit(Certainty::Undecided)),
        ("プログラム:あしたの会", Condition::Programme("あしたの会".into())),
        ("タグ:人材", Condition::Tag("人材".into())),
        ("対象者:たかはし", Condition::Person("たかはし".into())),
        ("15日以上未接触", Condition::Quiet(15)),
        ("１５日以上未接触", Condition::Quiet(15)),
        ("未接触:15", Condition::Quiet(15)),
        ("quiet:15", Condition::Quiet(15)),
        ("未接触:15日以上", Condition::Quiet(15)),
        ("30日以上会っていない", Condition::Unmet(30)),
        ("期間:今月", Condition::Period(Span::ThisMonth)),
        ("kikan:last-month", Condition::Period(Span::LastMonth)),
        ("期間:30日以内", Condition::Period(Span::Within(30))),
        ("期間:令和7年度", Condition::Period(Span::Fiscal(FiscalYear::try_from(2025).unwrap()))),
        ("period:FY2025", Condition::Period(Span::Fiscal(FiscalYear::try_from(2025).unwrap()))),
        ("期間:2026-10", Condition::Period(Span::Between(Some(day("2026-10")), Some(day("2026-10"))))),
        (
            "期間:4/1〜9/30",
            Condition::Period(Span::Between(Some(day("2026-04-01")), Some(day("2026-09-30")))),
        ),
        ("期間:R8.4.1〜", Condition::Period(Span::Between(Some(day("2026-04-01")), None))),
        ("期間:..2025-03", Condition::Period(Span::Between(None, Some(day("2025-03"))))),
    ] {
        assert_eq!(one(typed), condition, "{typed}");
    }
    let both = read("段階:退院").conditions;
    assert_eq!(
        both,
        [Condition::Stage(Stage::DischargeCoordination), Condition::Stage(Stage::Transition)],
        "a part of a label means every label that holds it"
    );
}

#[test]
fn words_stay_words_and_may_stand_anywhere() {
    let asked = read("住まい 病院:楠沢 10:30 「病院:楠沢」 http://a.b 未接触");
    assert_eq!(asked.text(), "住まい 10:30 病院:楠沢 http://a.b 未接触");
    assert_eq!((asked.conditions.len(), asked.misread.len()), (1, 0));
    let asked = read(&literally("病院:楠沢 \"段階:x"));
    assert_eq!((asked.conditions.len(), asked.misread.len(), asked.words.len()), (0, 0, 1));
}

#[test]
fn what_cannot_be_read_is_told_and_never_passed_over() {
    for (typed, key, fault, near, unclear) in [
        ("病因:楠沢", None, Fault::UnknownKey, Some(Key::Hospital), false),
        ("hospitl:x", None, Fault::UnknownKey, Some(Key::Hospital), false),
        ("Ｓ:元気", None, Fault::UnknownKey, None, false),
        ("段階:", Some(Key::Stage), Fault::NoValue, None, true),
        ("段階:たいいん", Some(Key::Stage), Fault::UnknownValue, None, true),
        ("期間:いつか", Some(Key::Period), Fault::NoSpan, None, true),
        ("期間:2/30", Some(Key::Period), Fault::NoSpan, None, true),
        ("未接触:たくさん", Some(Key::Quiet), Fault::NoNumber, None, true),
        ("日以上未接触", Some(Key::Quiet), Fault::NoNumber, None, true),
        ("0日以上未接触", Some(Key::Quiet), Fault::NoNumber, None, true),
    ] {
        let asked = read(typed);
        let told = Misread { typed: typed.to_owned(), key, fault, near };
        assert_eq!((&asked.misread[..], asked.is_unclear()), (&[told][..], unclear), "{typed}");
        assert_eq!(asked.words.is_empty(), fault != Fault::UnknownKey, "{typed}");
    }
}

#[test]
fn one_key_widens_and_two_keys_narrow() {
    let asked = read("段階:住居 段階:退院調整 担当:直接");
    let fits = |stage, role| asked.fits(|c| *c == Condition::Stage(stage) || *c == Condition::Role(role));
    assert!(fits(Stage::Housing, CaseRole::Direct) && fits(Stage::DischargeCoordination, CaseRole::Direct));
    assert!(!fits(Stage::Planning, CaseRole::Direct) && !fits(Stage::Housing, CaseRole::Backup));
    assert!(read("退院").fits(|_| false), "no condition, nothing to hold");
}

#[test]
fn spans_are_days() {
    let days = |typed: &str| match one(&format!("期間:{typed}")) {
        Condition::Period(span) => {
            let side = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
            let (from, to) = span.days(today());
            format!("{} {}", side(from), side(to))
        }
        other => panic!("{other:?}"),
    };
    for (typed, expected) in [
        ("今日", "2026-11-24 2026-11-24"),
        ("今週", "2026-11-23 2026-11-29"),
        ("先週", "2026-11-16 2026-11-22"),
        ("今月", "2026-11-01 2026-11-30"),
        ("先月", "2026-10-01 2026-10-31"),
        ("今年度", "2026-04-01 2027-03-31"),
        ("昨年度", "2025-04-01 2026-03-31"),
        ("7日以内", "2026-11-18 2026-11-24"),
        ("2024-02", "2024-02-01 2024-02-29"),
        ("2026-04..2026-09", "2026-04-01 2026-09-30"),
        ("2026-04..", "2026-04-01 "),
    ] {
        assert_eq!(days(typed), expected, "{typed}");
    }
}

/// Anything that can be asked under a key with a list.
fn any_condition() -> impl Strategy<Value = Condition> {
    let text = "[ぁ-ん一-龠a-zA-Z0-9]{1,6}( [ぁ-ん]{1,3})?";
    let date = (1990..2100_i32, 1..=12_u32, 1..=28_u32, 0..3_u8).prop_map(|(y, m, d, known)| {
        let text = match known {
            0 => format!("{y:04}"),
            1 => format!("{y:04}-{m:02}"),
            _ => format!("{y:04}-{m:02}-{d:02}"),
        };
        text.parse::<PartialDate>().unwrap()
    });
    let span = prop_oneof![
        proptest::sample::select(Span::named().collect::<Vec<_>>()),
        (1..36_600_u32).prop_map(Span::Within),
        (1950..2150_i32).prop_map(|y| Span::Fiscal(FiscalYear::try_from(y).unwrap())),
        (proptest::option::of(date.clone()), date.clone())
            .prop_map(|(from, to)| Span::Between(from, Some(to))),
        date.prop_map(|from| Span::Between(Some(from), None)),
    ];
    prop_oneof![
        text.prop_map(Condition::Person),
        text.prop_map(Condition::Hospital),
        text.prop_map(Condition::Programme),
        text.prop_map(Condition::Tag),
        proptest::sample::select(Stage::ALL).prop_map(Condition::Stage),
        proptest::sample::select(CaseRole::ALL).prop_map(Condition::Role),
        proptest::sample::select(WrittenKind::ALL).prop_map(Condition::Kind),
        proptest::sample::select(ActivityKind::ALL).prop_map(Condition::Activity),
        proptest::sample::select(Method::ALL).prop_map(Condition::Method),
        proptest::sample::select(WorkKind::ALL).prop_map(Condition::Work),
        proptest::sample::select(Standing::ALL).prop_map(Condition::Standing),
        proptest::sample::select(Concern::ALL).prop_map(Condition::Concern),
        proptest::sample::select(Certainty::ALL).prop_map(Condition::Exit),
        span.prop_map(Condition::Period),
        (1..36_600_u32).prop_map(Condition::Quiet),
        (1..36_600_u32).prop_map(Condition::Unmet),
    ]
}

/// Text that is likely to look like conditions.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[\"「」“”:：〜. 　]{1,4}",
        "(病院|段階|期間|未接触|kikan|Stage|担当|x)[:：]?",
        "[0-9０-９]{0,4}日(以上)?(未接触|対面なし)",
        "(今月|R7|2026-10|fy|last|退院|\\.\\.|年度)",
        "[ぁ-んァ-ン一-龠]{1,5}",
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_chosen_is_read_again_as_it_was_chosen(
        conditions in proptest::collection::vec(any_condition(), 0..5),
        words in proptest::collection::vec("[ぁ-ん一-龠a-z0-9:：]{1,8}", 0..3),
    ) {
        let mut asked = Asked { words, ..Asked::default() };
        for condition in conditions {
            if !asked.conditions.contains(&condition) {
                asked.conditions.push(condition);
            }
        }
        for spelling in [Spelling::Japanese, Spelling::Latin] {
            let typed = asked.typed(spelling);
            prop_assert_eq!(&read(&typed), &asked, "{}", typed);
        }
    }

    #[test]
    fn whatever_is_typed_is_read_and_what_was_understood_is_read_again(text in any_text()) {
        let asked = read(&text);
        for spelling in [Spelling::Japanese, Spelling::Latin] {
            let mut again = read(&asked.typed(spelling));
            let mut kept = asked.clone();
            again.misread.retain(|one| one.fault != Fault::UnknownKey);
            kept.misread.retain(|one| one.fault != Fault::UnknownKey);
            prop_assert_eq!(again, kept, "{:?} typed {}", text, asked.typed(spelling));
        }
    }

    #[test]
    fn words_alone_are_the_words_that_a_search_always_knew(text in any_text()) {
        let literal = read(&literally(&text));
        prop_assert_eq!(literal.conditions.len() + literal.misread.len(), 0);
        prop_assert_eq!(crate::text::fold::words(&literal.text()), crate::text::fold::words(&text));
        let asked = read(&text);
        if asked.conditions.is_empty() && asked.misread.is_empty() {
            prop_assert_eq!(crate::text::fold::words(&asked.text()), crate::text::fold::words(&text));
        }
    }
}
