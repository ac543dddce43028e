//! Names of organisations with the short forms in which people use them.

use super::{Strength, Subject, Words};
use crate::data::{DATA, key};
use crate::normal::is_kana;
use crate::register::{Organisation, OrganisationKind};

/// What stands before the own name of an organisation.
const BEFORE: &[&str] = &[
    "グループホーム",
    "GH",
    "共同生活援助",
    "訪問看護ステーション",
    "居住支援法人",
    "株式会社",
    "有限会社",
    "合同会社",
    "社会福祉法人",
    "医療法人社団",
    "医療法人財団",
    "医療法人",
    "NPO法人",
    "特定非営利活動法人",
    "一般社団法人",
    "公益社団法人",
    "相談支援センター",
    "地域生活支援センター",
    "生活支援センター",
    "地域活動支援センター",
    "基幹相談支援センター",
    "就労支援センター",
    "相談支援事業所",
    "ピアサポートの会",
    "ヘルパーステーション",
    "デイケア",
    "ケアホーム",
    "家族会",
    "救護施設",
    "特別養護老人ホーム",
    "有料老人ホーム",
    "(株)",
    "(有)",
];
/// What stands behind it.
const BEHIND: &[&str] = &[
    "病院",
    "医院",
    "クリニック",
    "診療所",
    "医療センター",
    "工房",
    "作業所",
    "事業所",
    "センター",
    "ステーション",
    "ホーム",
    "荘",
    "寮",
    "株式会社",
    "不動産",
    "薬局",
    "会",
    "(株)",
];

/// Length of the kind that stands before the own name at the beginning of a stretch: 訪問看護ステーション|なぎさ.
pub(crate) fn kind_length(folded: &str) -> usize {
    let heads = BEFORE.iter().filter(|head| folded.starts_with(key(head).as_str()));
    let longest = heads.map(|head| key(head).chars().count()).max().unwrap_or(0);
    if longest + 1 < folded.chars().count() { longest } else { 0 }
}

/// One form of an organisation's name.
pub(super) struct OrganisationForm {
    /// The form, folded.
    pub text: String,
    /// True for the name as written, false for what people make of it.
    pub whole: bool,
    /// How much must stand beside it.
    pub strength: Strength,
}

/// The forms of an organisation's name. Public bodies are the reader's own and are not looked for.
pub(super) fn forms(organisation: &Organisation, city: &str) -> Vec<OrganisationForm> {
    if organisation.kind == OrganisationKind::PublicBody {
        return Vec::new();
    }
    let folded = key(&organisation.name);
    let plain = folded.split('(').next().filter(|p| !p.is_empty()).unwrap_or(&folded).to_owned();
    let mut forms = vec![folded.clone(), plain.clone()];
    let own_city = key(city.trim_end_matches('市'));
    let mut at = 0;
    while at < forms.len() && forms.len() < 40 {
        for short in shorter(&forms[at].clone(), &own_city) {
            if !forms.contains(&short) {
                forms.push(short);
            }
        }
        at += 1;
    }
    forms.push(key(&organisation.kana));
    let mut found = Vec::new();
    for form in forms {
        let length = form.chars().count();
        let everyday = DATA.allowed.contains(&form) || BEFORE.iter().chain(BEHIND).any(|w| key(w) == form);
        if length < 2 || (everyday && form != folded) || form.starts_with('立') {
            continue;
        }
        let strength = match length {
            _ if form == folded && length >= 4 => Strength::Sure,
            _ if DATA.common.contains(&form) || DATA.surnames.contains(&form) => Strength::Cued,
            _ if form.chars().all(is_kana) && length < 3 => Strength::Cued,
            _ => Strength::Bounded,
        };
        found.push(OrganisationForm { whole: form == folded || form == plain, text: form, strength });
    }
    found
}

/// A form without its kind before or behind, and without the user's own city.
fn shorter(form: &str, city: &str) -> Vec<String> {
    let heads = BEFORE.iter().filter_map(|head| form.strip_prefix(key(head).as_str()));
    let tails = BEHIND.iter().filter_map(|tail| form.strip_suffix(key(tail).as_str()));
    let mut found: Vec<String> = heads.chain(tails).map(str::to_owned).collect();
    if let Some(rest) = form.strip_prefix(city).filter(|_| !city.is_empty()) {
        found.extend([rest, rest.trim_start_matches('市')].map(str::to_owned));
    }
    found
}

/// Adds a ward; a name of one or two signs is only looked for before 病棟.
pub(super) fn add_ward(ward: &str, words: &mut Words) {
    let folded = key(ward);
    if folded.ends_with('棟') && folded.chars().count() >= 3 {
        words.add(&folded, Strength::Bounded, Subject::Ward);
    } else if !folded.is_empty() {
        words.add(&format!("{folded}病棟"), Strength::Bounded, Subject::Ward);
        if folded.chars().count() >= 2 {
            words.add(&folded, Strength::Capitals, Subject::Ward);
        }
    }
}
