//! From when the rules speak. Every number stands here once, with its usual value; the user may set her own.

/// What a threshold counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// A day of the month.
    DayOfMonth,
    /// Times in a row.
    Times,
}

impl Unit {
    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::DayOfMonth => "day_of_month",
            Self::Times => "times",
        }
    }
}

macro_rules! thresholds {
    ($($(#[$doc:meta])* $name:ident $code:literal $unit:ident $usual:literal $least:literal..=$most:literal),* $(,)?) => {
        /// One number of the rules. Where it comes from stands in the words (`exit.limit_source.<code>`).
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Threshold { $($(#[$doc])* $name),* }

        impl Threshold {
            /// All, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
            /// Stable code.
            pub const fn code(self) -> &'static str { match self { $(Self::$name => $code),* } }
            /// What it counts.
            pub const fn unit(self) -> Unit { match self { $(Self::$name => Unit::$unit),* } }
            /// The usual value.
            pub const fn usual(self) -> u32 { match self { $(Self::$name => $usual),* } }
            /// The values that make sense.
            pub const fn range(self) -> std::ops::RangeInclusive<u32> { match self { $(Self::$name => $least..=$most),* } }
        }
    };
}

thresholds! {
    /// Without a face-to-face contact, while community transition support is decided: the person is named.
    FaceYellow "face_yellow" Days 7 1..=90,
    /// The same: the gap counts as long.
    FaceRed "face_red" Days 14 1..=180,
    /// Day of the month from which two face-to-face days are asked for.
    MonthlyFrom "monthly_from" DayOfMonth 20 1..=28,
    /// Without a word with the main supporter of a back-up case.
    Supporter "supporter" Days 30 1..=365,
    /// Before the end of a benefit decision.
    Decision "decision" Days 60 1..=365,
    /// Before the end of a second or later period of one service.
    SecondPeriod "second_period" Days 90 1..=365,
    /// Before the end of a certificate.
    Certificate "certificate" Days 90 1..=365,
    /// Before a planned discharge.
    PlannedDischarge "planned_discharge" Days 60 1..=365,
    /// After a discharge: the first contact.
    After1 "after_1" Days 3 1..=365,
    /// The second.
    After2 "after_2" Days 7 1..=365,
    /// The third.
    After3 "after_3" Days 14 1..=365,
    /// The fourth.
    After4 "after_4" Days 30 1..=365,
    /// The fifth.
    After5 "after_5" Days 90 1..=365,
    /// Before the review of a hold, and before a contact after a discharge.
    ReviewAhead "review_ahead" Days 7 1..=60,
    /// After a plan until it is looked at again.
    PlanReview "plan_review" Months 6 1..=36,
    /// Before the 65th birthday.
    CareInsurance "care_insurance" Months 6 1..=24,
    /// Without any contact with a hospital.
    Hospital "hospital" Weeks 8 1..=52,
    /// Absences in a row from one programme.
    Absences "absences" Times 2 1..=20,
}

/// The thresholds that hold: the user's own, else the usual ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thresholds(Vec<(Threshold, u32)>);

impl Thresholds {
    /// Thresholds of one's own by code; what is unknown or makes no sense is left out.
    pub fn own<'a>(values: impl IntoIterator<Item = (&'a str, u32)>) -> Self {
        let known = |(code, value): (&str, u32)| {
            let threshold = Threshold::ALL.iter().copied().find(|t| t.code() == code)?;
            threshold.range().contains(&value).then_some((threshold, value))
        };
        Self(values.into_iter().filter_map(known).collect())
    }

    /// The value of a threshold.
    pub fn of(&self, threshold: Threshold) -> u32 {
        self.0.iter().find(|(t, _)| *t == threshold).map_or(threshold.usual(), |(_, value)| *value)
    }

    /// The same as a number of days to count with.
    pub(super) fn days(&self, threshold: Threshold) -> i64 {
        i64::from(self.of(threshold))
    }

    /// Days after a discharge on which the person is asked for, in order, each once.
    pub fn after_discharge(&self) -> Vec<u32> {
        use Threshold::{After1, After2, After3, After4, After5};
        let mut days: Vec<u32> = [After1, After2, After3, After4, After5].map(|t| self.of(t)).into();
        days.sort_unstable();
        days.dedup();
        days
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_holds_until_somebody_sets_what_makes_sense() {
        let own =
            Thresholds::own([("face_yellow", 10), ("hospital", 0), ("certificate", 9_999), ("moon", 3)]);
        assert_eq!(own.of(Threshold::FaceYellow), 10);
        assert_eq!((own.of(Threshold::Hospital), own.of(Threshold::Certificate)), (8, 90));
        for threshold in Threshold::ALL {
            assert!(threshold.range().contains(&threshold.usual()), "{}", threshold.code());
        }
        assert_eq!(Thresholds::default().after_discharge(), [3, 7, 14, 30, 90]);
        assert_eq!(Thresholds::own([("after_1", 30), ("after_4", 2)]).after_discharge(), [2, 7, 14, 30, 90]);
    }
}
