//! Keys of conditions, in every spelling that is understood.

use crate::text::fold::fold;

/// How a condition is written back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// 段階:退院調整.
    Japanese,
    /// stage:discharge_coordination.
    Latin,
}

/// What a condition is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// 対象者.
    Person,
    /// 病院.
    Hospital,
    /// 段階.
    Stage,
    /// 担当.
    Role,
    /// 状態.
    Standing,
    /// 種別.
    Kind,
    /// 活動の区分.
    Activity,
    /// 方法.
    Method,
    /// 仕事.
    Work,
    /// 期間.
    Period,
    /// 〜日以上未接触.
    Quiet,
    /// 〜日以上対面なし.
    Unmet,
    /// 気がかり.
    Concern,
    /// 出口.
    Exit,
    /// プログラム.
    Programme,
    /// 分類.
    Tag,
}

/// Each key, with its spellings: the Japanese one, the English one, and others that are understood.
const SPELLINGS: &[(Key, &str, &str, &[&str])] = &[
    (Key::Person, "対象者", "person", &["人", "名前", "氏名", "name", "taishousha", "hito", "namae"]),
    (Key::Hospital, "病院", "hospital", &["機関", "organisation", "organization", "byouin", "byoin"]),
    (Key::Stage, "段階", "stage", &["dankai"]),
    (Key::Role, "担当", "role", &["担当の形", "tantou", "tanto"]),
    (Key::Standing, "状態", "state", &["status", "joutai", "jotai"]),
    (Key::Kind, "種別", "kind", &["種類", "type", "shubetsu", "syubetu"]),
    (Key::Activity, "区分", "activity", &["活動", "kubun", "katsudou"]),
    (Key::Method, "方法", "method", &["houhou", "hoho"]),
    (Key::Work, "仕事", "work", &["shigoto"]),
    (Key::Period, "期間", "period", &["日付", "いつ", "date", "when", "kikan", "hizuke"]),
    (Key::Quiet, "未接触", "quiet", &["misesshoku"]),
    (Key::Unmet, "対面なし", "unmet", &["会っていない", "taimennashi"]),
    (Key::Concern, "気がかり", "concern", &["知らせ", "kigakari"]),
    (Key::Exit, "出口", "exit", &["deguchi"]),
    (Key::Programme, "プログラム", "programme", &["program", "puroguramu"]),
    (Key::Tag, "分類", "tag", &["タグ", "tagu", "bunrui"]),
];

impl Key {
    /// Every key, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        SPELLINGS.iter().map(|(key, ..)| *key)
    }

    /// As it is written back.
    pub fn spelled(self, spelling: Spelling) -> &'static str {
        let found = SPELLINGS.iter().find(|(key, ..)| *key == self);
        found.map_or("", |(_, japanese, latin, _)| match spelling {
            Spelling::Japanese => japanese,
            Spelling::Latin => latin,
        })
    }

    /// Stable code, for the words of screens.
    pub fn code(self) -> &'static str {
        self.spelled(Spelling::Latin)
    }

    /// The key of a text in any spelling, width and case.
    pub fn read(text: &str) -> Option<Self> {
        let wanted = fold(text);
        spellings().find(|(_, spelling)| fold(spelling) == wanted).map(|(key, _)| key)
    }

    /// The key that somebody probably meant: one letter in three may be wrong, missing or too many.
    pub fn near(text: &str) -> Option<Self> {
        let wanted: Vec<char> = fold(text).chars().collect();
        let close = |spelling: &str| {
            let known: Vec<char> = fold(spelling).chars().collect();
            let most = (known.len().max(wanted.len()) / 3).max(usize::from(known.len() > 1));
            let apart = distance(&wanted, &known);
            (apart <= most && apart < known.len()).then_some(apart)
        };
        let known = spellings().filter_map(|(key, spelling)| Some((close(spelling)?, key)));
        known.min_by_key(|(apart, _)| *apart).map(|(_, key)| key)
    }

    /// Whether it can be asked of a person in a list of people.
    pub const fn is_of_person(self) -> bool {
        !matches!(
            self,
            Self::Kind
                | Self::Activity
                | Self::Method
                | Self::Work
                | Self::Period
                | Self::Programme
                | Self::Tag
        )
    }
}

fn spellings() -> impl Iterator<Item = (Key, &'static str)> {
    SPELLINGS.iter().flat_map(|(key, japanese, latin, others)| {
        [*japanese, *latin].into_iter().chain(others.iter().copied()).map(move |spelling| (*key, spelling))
    })
}

/// Letters that must be changed, added or taken away to make one text of another.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let change = corner + usize::from(a != b);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[other.len()]
}
