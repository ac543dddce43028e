//! Hospitals and other organisations as a list writes them, against the directory.

use domain::measure::Id;
use domain::text::fold::fold;
use std::collections::HashMap;

/// The directory by name.
pub(super) struct Places {
    all: Vec<(Id, String)>,
    by_name: HashMap<String, usize>,
}

/// What a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// This organisation.
    Known(Id, String),
    /// Perhaps one of these; somebody has to say.
    Alike(Vec<(Id, String)>),
    /// One that nobody has named before.
    New,
}

/// Names of legal forms, which stand before a name or not.
const FORMS: &[&str] = &[
    "社会医療法人",
    "特定医療法人",
    "医療法人社団",
    "医療法人財団",
    "医療法人",
    "社会福祉法人",
    "公益財団法人",
    "公益社団法人",
    "一般財団法人",
    "一般社団法人",
    "独立行政法人",
    "地方独立行政法人",
    "国立病院機構",
    "特定非営利活動法人",
    "npo法人",
    "株式会社",
    "有限会社",
    "合同会社",
    "(医)",
    "(福)",
    "(株)",
    "(有)",
    "市立",
    "県立",
    "国立",
];

impl Places {
    pub(super) fn of(all: Vec<(Id, String)>) -> Self {
        let mut by_name = HashMap::new();
        for (at, (_, name)) in all.iter().enumerate() {
            by_name.entry(fold(name)).or_insert(at);
        }
        Self { all, by_name }
    }

    /// The organisation of an id or of exactly this name.
    pub(super) fn named(&self, text: &str) -> Option<(Id, String)> {
        let by_id = self.all.iter().find(|(id, _)| id.as_str() == text);
        by_id.or_else(|| self.by_name.get(&fold(text)).and_then(|at| self.all.get(*at))).cloned()
    }

    /// What a name means by itself.
    pub(super) fn meant(&self, name: &str) -> Meant {
        if let Some((id, name)) = self.named(name) {
            return Meant::Known(id, name);
        }
        let wanted = core(name);
        let alike: Vec<(Id, String)> =
            self.all.iter().filter(|(_, known)| is_alike(&wanted, &core(known))).take(8).cloned().collect();
        if alike.is_empty() { Meant::New } else { Meant::Alike(alike) }
    }
}

/// A name without its legal form.
fn core(name: &str) -> String {
    let mut name = fold(name);
    while let Some(rest) = FORMS.iter().find_map(|form| name.strip_prefix(form)) {
        name = rest.to_owned();
    }
    name
}

/// Two names that one hospital may have: the same without the legal form, one inside of the other, or one character
/// apart.
fn is_alike(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short.len() < 2 {
        return false;
    }
    let text = |chars: &[char]| chars.iter().collect::<String>();
    let general = ["病院", "医院", "診療所", "クリニック", "センター"].contains(&text(short).as_str());
    (!general && text(long).contains(&text(short))) || (short.len() >= 5 && is_one_apart(short, long))
}

fn is_one_apart(short: &[char], long: &[char]) -> bool {
    let before = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let rest = short.len() - before;
    match long.len() - short.len() {
        0 => rest > 0 && short[before + 1..] == long[before + 1..],
        1 => short[before..] == long[before + 1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_alike_or_new() {
        let id = |n: u32| Id::try_from(format!("0192f0c1-2a57-7000-8000-{n:012}")).unwrap();
        let names = ["医療法人青葉会 楠沢病院", "しおさい病院", "みなと総合病院"];
        let places = Places::of(names.iter().zip(1..).map(|(name, n)| (id(n), (*name).to_owned())).collect());
        assert_eq!(places.meant("しおさい病院"), Meant::Known(id(2), "しおさい病院".to_owned()));
        assert_eq!(places.meant("ｼｵｻｲ 病院"), Meant::Known(id(2), "しおさい病院".to_owned()));
        let alike = |name: &str| match places.meant(name) {
            Meant::Alike(found) => found.len(),
            _ => 0,
        };
        assert_eq!((alike("楠沢病院"), alike("しおかい病院"), alike("しおさい")), (1, 1, 1));
        assert_eq!(places.meant("ひばり病院"), Meant::New);
        assert_eq!(places.meant("病院"), Meant::New);
    }
}
