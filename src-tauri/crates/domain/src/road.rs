//! 道のり as stretches of time. A person is in exactly one stage on every day of a case, however its steps were entered.

use crate::vocabulary::Stage;
use chrono::NaiveDate;

/// A stretch of a road: one stage from a day up to the day before the next one begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The stage.
    pub stage: Stage,
    /// Its first day.
    pub from: NaiveDate,
    /// The first day that is no longer of it.
    pub to: NaiveDate,
}

impl Stretch {
    /// Days of it.
    pub fn days(&self) -> i64 {
        self.to.signed_duration_since(self.from).num_days()
    }
}

/// The stretches of a road that begins on `identified_on` and is looked at on the morning of `until`. Steps may be given
/// in any order of their days; of several on one day the last given holds. Steps into the same stage are one stretch,
/// days before the first step are 把握・選定, and a closed case has no stretch after its closure.
pub fn stretches(identified_on: NaiveDate, steps: &[(NaiveDate, Stage)], until: NaiveDate) -> Vec<Stretch> {
    let mut steps: Vec<(NaiveDate, Stage)> =
        steps.iter().map(|(from, stage)| ((*from).max(identified_on), *stage)).collect();
    steps.sort_by_key(|(from, _)| *from);
    let mut walked: Vec<(NaiveDate, Stage)> = vec![(identified_on, Stage::Identified)];
    for (from, stage) in steps {
        if walked.last().is_some_and(|(last, _)| *last == from) {
            walked.pop();
        }
        if walked.last().is_none_or(|(_, last)| *last != stage) {
            walked.push((from, stage));
        }
    }
    let ends = walked.iter().skip(1).map(|(from, _)| *from).chain([until]);
    walked
        .iter()
        .zip(ends)
        .map(|((from, stage), to)| Stretch { stage: *stage, from: *from, to: to.min(until) })
        .filter(|stretch| stretch.from < stretch.to && stretch.stage != Stage::Closed)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;

    fn day(n: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 4, 1).and_then(|d| d.checked_add_days(Days::new(n))).unwrap()
    }

    /// A plain generator, so that every run walks the same roads.
    struct Dice(u64);
    impl Dice {
        fn below(&mut self, most: u64) -> u64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            self.0 % most
        }
    }

    #[test]
    fn any_road_is_without_gap_and_overlap_and_its_days_sum_to_the_case() {
        let mut dice = Dice(0x5eed_0001);
        for _ in 0..4_000 {
            let steps: Vec<(NaiveDate, Stage)> = (0..dice.below(12))
                .map(|_| (day(dice.below(400)), Stage::ALL[dice.below(8) as usize]))
                .collect();
            let until = day(1 + dice.below(500));
            let road = stretches(day(0), &steps, until);
            assert_eq!(road.first().map(|s| s.from), Some(day(0)), "{steps:?}");
            assert_eq!(road.last().map(|s| s.to), Some(until), "{steps:?}");
            for pair in road.windows(2) {
                assert_eq!(pair[0].to, pair[1].from, "{steps:?}");
                assert_ne!(pair[0].stage, pair[1].stage, "{steps:?}");
            }
            assert!(road.iter().all(|s| s.from < s.to), "{steps:?}");
            let sum: i64 = road.iter().map(Stretch::days).sum();
            assert_eq!(sum, until.signed_duration_since(day(0)).num_days(), "{steps:?}");
        }
    }

    #[test]
    fn a_step_typed_late_finds_its_place_and_a_closure_ends_the_road() {
        let steps = [
            (day(100), Stage::Housing),
            (day(30), Stage::Engagement),
            (day(30), Stage::Planning),
            (day(200), Stage::Closed),
        ];
        let road: Vec<(Stage, i64)> =
            stretches(day(0), &steps, day(900)).iter().map(|s| (s.stage, s.days())).collect();
        assert_eq!(road, [(Stage::Identified, 30), (Stage::Planning, 70), (Stage::Housing, 100)]);
    }
}
