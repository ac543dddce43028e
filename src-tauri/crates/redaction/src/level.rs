//! Who will read the text.

/// Level of a text that leaves the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// 自治体提出用: year and month stay, ages in bands of ten years.
    Municipal,
    /// 公開用: dates tell only their distance, ages only 65歳未満 or 65歳以上.
    Public,
    /// 事例検討用: dates tell only their distance, ages 六十歳代.
    CaseStudy,
}

impl Level {
    /// Every level.
    pub const ALL: [Self; 3] = [Self::Municipal, Self::Public, Self::CaseStudy];

    /// Identity of the level.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Municipal => "municipal",
            Self::Public => "public",
            Self::CaseStudy => "case_study",
        }
    }

    /// The level with this identity.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}
