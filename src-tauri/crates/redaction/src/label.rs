//! Placeholders: a role and, where several play it, a letter or number of its own in this document.

use crate::dictionary::Subject;
use crate::register::{Job, OrganisationKind};
use crate::scan::{Found, What};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Roles as placeholders begin with them.
const ROLES: &[&str] = &[
    "利用者",
    "医師",
    "看護師",
    "職員",
    "ピアサポーター",
    "家族",
    "大家",
    "関係者",
    "電話番号",
    "メールアドレス",
    "URL",
    "アカウント",
    "番号",
    "マイナンバー",
    "保険者番号",
    "生年月日",
    "日付",
    "住所",
    "会社",
    "学校",
    "金融機関",
    "機関",
    "病棟",
    "GH",
    "母",
    "父",
    "兄",
    "弟",
    "姉",
    "妹",
    "妻",
    "夫",
    "息子",
    "娘",
    "長男",
    "次男",
    "三男",
    "四男",
    "長女",
    "次女",
    "三女",
    "四女",
    "祖父",
    "祖母",
    "孫",
    "叔父",
    "叔母",
    "伯父",
    "伯母",
    "甥",
    "姪",
    "義母",
    "義父",
    "義兄",
    "義姉",
    "義弟",
    "義妹",
    "従兄",
    "従弟",
    "従姉",
    "従妹",
    "いとこ",
    "元妻",
    "元夫",
    "内縁の妻",
    "内縁の夫",
    "婚約者",
    "恋人",
    "彼女",
    "彼氏",
    "実母",
    "実父",
    "養父",
    "養母",
];
/// Letters that GHs are counted with.
const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/// Where placeholders of ours stand in a text.
pub(crate) fn placeholders(text: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].iter().position(|c| *c == '【').map(|n| at + n) {
        let close = text[open..].iter().take(16).position(|c| *c == '】').map(|n| open + n);
        if let Some(close) = close.filter(|close| ours(&text[open + 1..*close].iter().collect::<String>())) {
            found.push(open..close + 1);
        }
        at = open + 1;
    }
    found.extend(bands(text));
    found.sort_by_key(|range| range.start);
    found
}

/// Where an age is already told as a band: 60歳代, 65歳以上.
fn bands(text: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in 1..text.len() {
        let digits = |end: usize| text[..end].iter().rev().take_while(|c| c.is_ascii_digit()).count();
        let behind: String = text[at..].iter().take(3).collect();
        let band = behind.starts_with("歳代") || ["歳以上", "歳以下", "歳未満"].contains(&behind.as_str());
        let count = digits(at);
        if band && count == 2 {
            found.push(at - count..at + if behind.starts_with("歳代") { 2 } else { 3 });
        }
    }
    found
}

fn ours(inside: &str) -> bool {
    let counted = |rest: &str| {
        rest.chars().count() <= 3
            && rest.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase() || STEMS.contains(&c))
    };
    ROLES.iter().any(|role| inside.strip_prefix(role).is_some_and(counted))
        || ["病院", "区"].iter().any(|role| inside.strip_suffix(role).is_some_and(counted))
}

/// Labels of one document.
pub(crate) struct Labels {
    first: usize,
    taken: BTreeSet<String>,
    given: BTreeMap<(String, String), String>,
    next: BTreeMap<String, usize>,
}

impl Labels {
    /// Labels for a document. Which letter comes first depends on the document, so that the same person is another
    /// letter elsewhere; a label that already stands in it is not given again.
    pub(crate) fn of(text: &str) -> Self {
        let hash = text
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
        let written: Vec<char> = text.chars().collect();
        let taken = placeholders(&written).into_iter().map(|r| written[r].iter().collect()).collect();
        let first = usize::try_from(hash >> 33).unwrap_or(0) % 26;
        Self { first, taken, given: BTreeMap::new(), next: BTreeMap::new() }
    }

    /// What stands instead of a finding; `word` is its folded text.
    pub(crate) fn of_found(&mut self, found: &Found, word: &str) -> String {
        let word = found.same_as.as_deref().unwrap_or(word);
        let named = |shared: bool, id: String| if shared { format!("word:{word}") } else { id };
        match &found.what {
            What::Known(Subject::Client(n), shared) => {
                self.lettered("利用者", "", named(*shared, format!("client:{n}")))
            }
            What::Known(Subject::Person(n, job), shared) => {
                self.counted(role(*job), named(*shared, format!("person:{n}")))
            }
            What::Known(Subject::Organisation(n, kind), shared) => {
                let id = named(*shared, format!("organisation:{n}"));
                match kind {
                    OrganisationKind::Hospital => self.lettered("", "病院", id),
                    OrganisationKind::GroupHome => self.stemmed(id),
                    OrganisationKind::Company => self.counted("会社", id),
                    _ => self.counted("機関", id),
                }
            }
            What::Known(Subject::District, _) => self.lettered("", "区", word.to_owned()),
            What::Known(Subject::Ward, _) | What::Ward => "【病棟】".into(),
            What::Known(Subject::Address, _) | What::Address => "【住所】".into(),
            What::Known(Subject::Number, _) | What::Number => "【番号】".into(),
            What::MyNumber => "【マイナンバー】".into(),
            What::Insurer => "【保険者番号】".into(),
            What::Somebody(job) => self.counted(role(*job), format!("word:{word}")),
            What::Relative(kin) => self.relative(kin, word),
            What::Phone => "【電話番号】".into(),
            What::Mail => "【メールアドレス】".into(),
            What::Url => "【URL】".into(),
            What::Account => "【アカウント】".into(),
            What::Birth => "【生年月日】".into(),
            What::Date(said) | What::Age(said) => said.clone(),
            What::Hospital => self.lettered("", "病院", format!("word:{word}")),
            What::GroupHome => self.stemmed(format!("word:{word}")),
            What::Company => self.counted("会社", format!("word:{word}")),
            What::School => self.counted("学校", format!("word:{word}")),
            What::Bank => self.counted("金融機関", format!("word:{word}")),
            What::Organisation => self.counted("機関", format!("word:{word}")),
        }
    }

    fn new_label(&mut self, kind: &str, id: String, make: impl Fn(usize) -> String) -> String {
        if let Some(known) = self.given.get(&(kind.to_owned(), id.clone())) {
            return known.clone();
        }
        loop {
            let next = self.next.entry(kind.to_owned()).or_insert(0);
            let label = make(*next);
            *next += 1;
            if !self.taken.contains(&label) || *next > 900 {
                self.given.insert((kind.to_owned(), id), label.clone());
                return label;
            }
        }
    }

    fn lettered(&mut self, before: &str, behind: &str, id: String) -> String {
        let first = self.first;
        self.new_label(&format!("{before}*{behind}"), id, |n| {
            let letter = char::from(b'A' + u8::try_from((first + n) % 26).unwrap_or(0));
            let round = if n < 26 { String::new() } else { (n / 26 + 1).to_string() };
            format!("【{before}{letter}{round}{behind}】")
        })
    }

    fn counted(&mut self, role: &str, id: String) -> String {
        self.new_label(role, id, |n| format!("【{role}{}】", n + 1))
    }

    fn stemmed(&mut self, id: String) -> String {
        self.new_label("GH", id, |n| {
            STEMS.get(n).map_or_else(|| format!("【GH{}】", n + 1), |stem| format!("【GH{stem}】"))
        })
    }

    fn relative(&mut self, kin: &str, word: &str) -> String {
        let role = if ROLES.contains(&kin) { kin } else { "家族" };
        self.new_label(role, format!("word:{word}"), |n| {
            if n == 0 { format!("【{role}】") } else { format!("【{role}{}】", n + 1) }
        })
    }
}

const fn role(job: Job) -> &'static str {
    match job {
        Job::Physician => "医師",
        Job::Nurse => "看護師",
        Job::Staff => "職員",
        Job::Peer => "ピアサポーター",
        Job::Family => "家族",
        Job::Landlord => "大家",
        Job::Other => "関係者",
    }
}
