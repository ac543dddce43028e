//! What is read, what is refused, and what another implementation finds.

use super::{BadRule, Bound, Pattern, Rule};
use crate::vocabulary::HolidayRule;
use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn two_thousand_rules_fall_where_another_implementation_puts_them() {
    let mut rules = 0;
    for line in include_str!("reference.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        let starts = NaiveDate::parse_from_str(words.next().unwrap(), "%Y%m%d").unwrap();
        let text = words.next().unwrap();
        let rule = Rule::read(text, starts, None).unwrap_or_else(|e| panic!("{text} from {starts}: {e}"));
        let after = |n: &str| starts + Days::new(n.parse().unwrap());
        let (near, far) = line.split_once(" / ").map_or((line, None), |(near, far)| (near, Some(far)));
        let ends = near.ends_with(" .");
        let near: Vec<NaiveDate> = near.split(' ').skip(2).filter(|n| *n != ".").map(after).collect();
        let found: Vec<NaiveDate> = rule.dates(starts).take(near.len() + usize::from(ends)).collect();
        assert_eq!(found, near, "{text} from {starts}");
        if let Some(far) = far {
            assert_eq!(rule.dates(starts).nth(40), Some(after(far)), "{text} from {starts}: the forty-first");
        }
        let again = Rule::read(&rule.text(), starts, None);
        assert_eq!(again.as_ref(), Ok(&rule), "{text} written as {} and read again", rule.text());
        rules += 1;
    }
    assert_eq!(rules, 2_400);
}

#[test]
fn what_is_no_rule_of_an_office_is_refused_by_its_kind() {
    let starts = day("2026-11-02");
    for (text, expected) in [
        ("", BadRule::Unreadable),
        ("毎週火曜", BadRule::Unreadable),
        ("FREQ=WEEKLY;FREQ=DAILY", BadRule::Unreadable),
        ("FREQ=SOMETIMES", BadRule::Unreadable),
        ("FREQ=WEEKLY;BYDAY=XX", BadRule::Unreadable),
        ("FREQ=WEEKLY;BYDAY=火", BadRule::Unreadable),
        ("FREQ=WEEKLY;BYDAY=2TU", BadRule::Unreadable),
        ("FREQ=WEEKLY;INTERVAL=0", BadRule::Unreadable),
        ("FREQ=WEEKLY;INTERVAL=99999999999", BadRule::Unreadable),
        ("FREQ=WEEKLY;COUNT=0", BadRule::Unreadable),
        ("FREQ=WEEKLY;COUNT=2;UNTIL=20270101", BadRule::Unreadable),
        ("FREQ=WEEKLY;UNTIL=tomorrow", BadRule::Unreadable),
        ("FREQ=WEEKLY;COUNT=1000000000", BadRule::Unsupported),
        ("FREQ=SECONDLY", BadRule::Unsupported),
        ("FREQ=HOURLY;INTERVAL=2", BadRule::Unsupported),
        ("FREQ=YEARLY;BYWEEKNO=20", BadRule::Unsupported),
        ("FREQ=MONTHLY;BYDAY=TU", BadRule::Unsupported),
        ("FREQ=MONTHLY;BYDAY=-2TU", BadRule::Unsupported),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", BadRule::Unsupported),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU", BadRule::Unsupported),
        ("FREQ=WEEKLY;UNTIL=20260101", BadRule::Never),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", BadRule::Never),
        ("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", BadRule::Never),
    ] {
        assert_eq!(Rule::read(text, starts, None), Err(expected), "{text}");
    }
}

#[test]
fn the_end_of_a_rule_is_a_day_in_japan() {
    let until = |text: &str, at: Option<(u32, u32)>| {
        let at = at.and_then(|(h, m)| NaiveTime::from_hms_opt(h, m, 0));
        Rule::read(&format!("FREQ=WEEKLY;UNTIL={text}"), day("2026-11-03"), at).unwrap().bound()
    };
    let last = |text: &str| Bound::Until(day(text));
    assert_eq!(until("20261124", None), last("2026-11-24"));
    assert_eq!(
        until("20261124T145959Z", Some((9, 30))),
        last("2026-11-24"),
        "one second to midnight in Japan"
    );
    assert_eq!(until("20261123T150000Z", Some((0, 0))), last("2026-11-24"));
    assert_eq!(until("20261124T003000Z", Some((9, 30))), last("2026-11-24"), "the beginning of the last one");
    assert_eq!(
        until("20261124T000000Z", Some((13, 0))),
        last("2026-11-23"),
        "nine in the morning is before it"
    );
    assert_eq!(until("20261124T235959", Some((13, 0))), last("2026-11-24"));
}

#[test]
fn english_has_words_for_each_kind_of_rule() {
    for (text, words) in [
        ("FREQ=WEEKLY;BYDAY=TU", "Every Tuesday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "Every other Monday and Thursday"),
        ("FREQ=MONTHLY;BYDAY=1TU,3TU", "The first Tuesday and third Tuesday of every month"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "The last Friday of every month"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "The last day of every 3 months"),
        ("FREQ=MONTHLY;BYMONTHDAY=25", "Day 25 of every month"),
        ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1", "Every year on 1 April"),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331", "Every Tuesday, until 31 March 2027"),
        ("FREQ=DAILY;INTERVAL=2;COUNT=5", "Every 2 days, 5 times"),
    ] {
        assert_eq!(Rule::read(text, day("2026-11-02"), None).unwrap().en(), words, "{text}");
    }
}

#[test]
fn a_rule_is_put_in_order_and_kept_within_bounds() {
    let rule = Rule::new(Pattern::Weekly(vec![Weekday::Thu, Weekday::Mon, Weekday::Thu]), 1, Bound::Endless)
        .unwrap();
    assert_eq!(rule.text(), "FREQ=WEEKLY;BYDAY=MO,TH");
    assert_eq!(Rule::new(Pattern::Weekly(Vec::new()), 1, Bound::Endless), Err(BadRule::Unreadable));
    assert_eq!(Rule::new(Pattern::MonthlyDay(32), 1, Bound::Endless), Err(BadRule::Unreadable));
    assert_eq!(Rule::new(Pattern::Daily, 1, Bound::Count(401)), Err(BadRule::Unreadable));
    assert_eq!(Rule::weekly(day("2026-11-03")).text(), "FREQ=WEEKLY;BYDAY=TU");
    assert_eq!(rule.ending(Bound::Count(4)).text(), "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4");
}

#[test]
fn a_rule_goes_along_when_one_of_its_days_is_moved() {
    for (text, from, to, moved) in [
        ("FREQ=WEEKLY;BYDAY=TU", "2026-11-10", "2026-11-12", "FREQ=WEEKLY;BYDAY=TH"),
        ("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=8", "2026-11-12", "2026-11-13", "FREQ=WEEKLY;BYDAY=MO,FR;COUNT=8"),
        ("FREQ=MONTHLY;BYDAY=2TU", "2026-11-10", "2026-11-18", "FREQ=MONTHLY;BYDAY=3WE"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27", "2026-11-26", "FREQ=MONTHLY;BYDAY=-1TH"),
        ("FREQ=MONTHLY;BYDAY=1TU,3TU", "2026-11-03", "2026-11-04", "FREQ=MONTHLY;BYDAY=1WE,3TU"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30", "2026-11-25", "FREQ=MONTHLY;BYMONTHDAY=25"),
        (
            "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1",
            "2027-04-01",
            "2027-04-02",
            "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=2",
        ),
        ("FREQ=DAILY;INTERVAL=3", "2026-11-10", "2026-11-12", "FREQ=DAILY;INTERVAL=3"),
    ] {
        let rule = Rule::read(text, day("2026-11-01"), None).unwrap();
        assert_eq!(rule.moved(day(from), day(to)).text(), moved, "{text} from {from} to {to}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_reading_panic(text in "(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY))?[;=A-Z0-9,\\-火]{0,40}") {
        let _ = Rule::read(&text, day("2026-11-02"), None);
    }

    #[test]
    fn nothing_takes_place_twice_or_on_a_day_off(
        days in prop::collection::vec(0u8..7, 1..4), every in 1u32..4, holidays in 1usize..4,
        off in prop::collection::btree_set(0u64..60, 0..30), from in 0u64..40,
    ) {
        let days = days.into_iter().map(|n| Weekday::try_from(n).unwrap()).collect();
        let rule = Rule::new(Pattern::Weekly(days), every, Bound::Endless).unwrap();
        let starts = day("2026-11-02");
        let closed = |day: NaiveDate| off.contains(&(day - starts).num_days().unsigned_abs());
        let window = (starts + Days::new(from), starts + Days::new(from + 30));
        let found = rule.occurrences(starts, window, HolidayRule::ALL[holidays], closed);
        prop_assert!(found.windows(2).all(|pair| pair[0].due < pair[1].due));
        let mut on: Vec<NaiveDate> = found.iter().map(|one| one.on).collect();
        prop_assert!(on.iter().all(|day| !closed(*day)));
        on.sort();
        on.dedup();
        prop_assert_eq!(on.len(), found.len());
        // A narrower window shows the same occurrences.
        let narrow = rule.occurrences(starts, (window.0, window.0), HolidayRule::ALL[holidays], closed);
        prop_assert!(narrow.iter().all(|one| found.contains(one)));
    }
}
