//! Whether the own part of a name of a place or organisation is a name: つばき病院 is, 精神科病院 is not.

use super::What;
use crate::data::DATA;
use crate::normal::{Normal, is_hiragana};
use std::ops::Range;

/// Words before a name that are no part of it: 元の勤務先|白鷺工業.
pub(super) fn without_words_before(normal: &Normal, units: Range<usize>, what: &What) -> Range<usize> {
    if !matches!(what, What::Hospital | What::School | What::Bank | What::Company) {
        return units;
    }
    let hiragana = normal.raw[units.clone()]
        .iter()
        .take(units.len().saturating_sub(2))
        .rposition(|c| "のはがをにへでと".contains(*c));
    let from = match (what, hiragana) {
        (What::Company, Some(n)) if n > 0 || "のはがをにへでと".contains(normal.raw[units.start]) => {
            units.start + n + 1
        }
        _ => units.start,
    };
    from..units.end
}

/// An organisation's name in kana ends before its particle.
pub(super) fn closed(normal: &Normal, units: Range<usize>, what: &What) -> Range<usize> {
    if !matches!(what, What::GroupHome | What::Organisation | What::Company) {
        return units;
    }
    let mut end = units.end;
    for at in units.start + 2..units.end {
        let c = normal.raw[at];
        let word_begins = normal.here(at + 1).is_none_or(|next| !is_hiragana(next));
        let particle = "のはがをにへでとも".contains(c) && word_begins;
        let clause = normal.any_of(
            at,
            &[
                "から",
                "まで",
                "では",
                "には",
                "とは",
                "への",
                "での",
                "との",
                "より",
                "として",
                "について",
                "という",
                "など",
            ],
        );
        let word = normal.on_while(at, |c| !is_hiragana(c) && c.is_alphanumeric());
        let other = word > at + 1
            && is_hiragana(normal.raw[at - 1])
            && DATA.allowed.contains(&normal.key_text(at..word));
        if other {
            end = at;
            break;
        }
        if particle && (c != 'の' || rest_is_other(normal, at + 1..units.end)) || clause {
            end = at;
            break;
        }
    }
    units.start..end
}

/// Behind の another word begins: こもれび|の体験宿泊, but ことばの橋.
fn rest_is_other(normal: &Normal, rest: Range<usize>) -> bool {
    let run = normal.on_while(rest.start, |c| !is_hiragana(c) && c.is_alphanumeric());
    let word = normal.key_text(rest.start..run);
    rest.is_empty()
        || word.chars().count() > 2
        || DATA.allowed.contains(&word)
        || super::honorific::addressed(normal, run)
        || DATA.roles.has(&word)
}

pub(super) fn own_kana(normal: &Normal, units: &Range<usize>) -> bool {
    const NONE: &[&str] = &[
        "の", "は", "が", "を", "に", "へ", "で", "と", "も", "や", "から", "まで", "より", "など", "し",
        "す", "さ", "み", "あ", "い", "う", "入", "見", "利", "体", "退", "等", "職", "世", "担", "内", "側",
        "自", "生", "ごと", "だけ", "って", "なら", "か", "な",
    ];
    let next: Vec<char> = normal.key[units.clone()].to_vec();
    let text: String = next.iter().collect();
    let first: String = next.iter().take(1).collect();
    let hiragana = is_hiragana(normal.raw[units.start]);
    let particle = NONE.iter().any(|w| text.starts_with(w)) && hiragana && !starts_as_name(&text);
    let word_first = !hiragana && NONE.contains(&first.as_str());
    let word_inside =
        !hiragana && (2..=next.len()).any(|n| DATA.allowed.contains(&next[..n].iter().collect::<String>()));
    !(particle || DATA.allowed.contains(&text) || word_first || word_inside)
}

/// Names of houses that begin like a particle.
fn starts_as_name(text: &str) -> bool {
    [
        "あか", "あお", "あさ", "あす", "あん", "あゆ", "あじ", "いず", "いぶ", "うみ", "うぐ", "しら",
        "しろ", "しお", "さく", "さざ", "さと", "すい", "すず", "すみ", "すま", "みど", "みな", "みら",
        "みち", "はな", "はる", "はま", "ひな", "にじ", "とも", "とき", "もみ", "もも", "もり", "やま",
        "やす", "のぞ", "のど", "のび", "わか", "かが", "かえ", "かも", "かけ", "なぎ", "なな", "なご",
        "なの", "さん", "ささ", "あり", "うら", "いこ", "いち", "いろ", "あい",
    ]
    .iter()
    .any(|w| text.starts_with(w))
}

pub(super) fn own_name(normal: &Normal, units: &Range<usize>) -> bool {
    let word = normal.key_text(units.clone());
    !DATA.allowed.contains(&word) && !"のはがをにへでと等".contains(normal.raw[units.start])
}

/// The own part of a name is no general word: 精神科病院, 他病院.
fn own(normal: &Normal, units: &Range<usize>, general: &[&str], ends: &[&str]) -> bool {
    let text = normal.raw_text(units.clone());
    let mut word = ends.iter().find_map(|end| text.strip_suffix(end)).unwrap_or(&text).to_owned();
    while let Some(rest) = general.iter().find_map(|w| word.strip_prefix(w)).map(str::to_owned) {
        word = rest;
    }
    let folded = crate::data::key(&word);
    !word.is_empty()
        && word.chars().count() > 1
        && !DATA.allowed.contains(&folded)
        && !DATA.before_names.contains(&folded)
}

pub(super) fn own_hospital(normal: &Normal, units: &Range<usize>) -> bool {
    own(
        normal,
        units,
        &[
            "精神科",
            "精神",
            "総合",
            "単科",
            "民間",
            "公立",
            "国立",
            "県立",
            "市立",
            "私立",
            "大学",
            "他",
            "同",
            "各",
            "当",
            "両",
            "前",
            "元",
            "別",
            "近隣",
            "近所",
            "市内",
            "県内",
            "救急",
            "専門",
            "指定",
            "協力",
            "受入",
            "転院先",
            "入院先",
            "入院中",
            "通院先",
            "歯科",
            "内科",
            "外科",
            "眼科",
            "整形外科",
            "皮膚科",
            "病院",
            "大",
            "小",
            "中核",
            "基幹",
            "地域",
            "一般",
            "デイ",
            "ナイト",
            "メンタル",
            "地元",
            "最寄",
            "複数",
            "在宅",
            "訪問",
            "心療内科",
            "や",
            "と",
            "部門",
            "先",
        ],
        &[],
    )
}

pub(super) fn own_school(normal: &Normal, units: &Range<usize>) -> bool {
    own(
        normal,
        units,
        &[
            "同",
            "某",
            "他",
            "各",
            "国立",
            "公立",
            "私立",
            "市立",
            "県立",
            "都立",
            "府立",
            "地元",
            "母校",
            "近所",
            "通信制",
            "定時制",
            "全日制",
            "夜間",
            "近隣",
            "看護",
            "福祉",
            "放送",
            "短期",
            "女子",
            "医科",
            "特別",
            "有名",
            "大",
            "元",
        ],
        &[
            "大学院",
            "大学校",
            "大学",
            "高校",
            "高等学校",
            "中学校",
            "小学校",
            "専門学校",
            "短期大学",
            "短大",
            "学園",
            "幼稚園",
            "保育園",
            "養護学校",
            "支援学校",
        ],
    )
}

pub(super) fn own_bank(normal: &Normal, units: &Range<usize>) -> bool {
    own(
        normal,
        units,
        &[
            "同",
            "他",
            "各",
            "地方",
            "都市",
            "最寄",
            "近所",
            "駅前",
            "地元",
            "血液",
            "骨髄",
            "人材",
            "年金受取",
            "受取",
            "取引",
        ],
        &["銀行", "信用金庫", "信金", "信用組合", "農協", "労働金庫", "労金"],
    )
}

pub(super) fn own_shop(normal: &Normal, units: &Range<usize>) -> bool {
    let long = units.len() >= 4;
    long && own(
        normal,
        units,
        &[
            "近所", "地元", "社員", "職員", "院内", "病院", "市内", "駅前", "賃貸", "大手", "農", "軽", "重",
            "化学", "建設", "木工", "陶芸", "手芸", "第一", "地域",
        ],
        &[
            "工房",
            "製作所",
            "精工",
            "工業所",
            "商店",
            "商会",
            "不動産",
            "建設",
            "工務店",
            "運輸",
            "製菓",
            "食堂",
            "旅館",
            "神社",
            "工業",
            "電機",
            "電器",
            "ハウジング",
            "エステート",
            "リアルティ",
            "住販",
            "住建",
            "商事",
            "物産",
            "興業",
            "通商",
            "運送",
            "交通",
            "タクシー",
            "塗装",
            "電設",
            "設備工業",
            "クリーニング",
            "プランニング",
        ],
    )
}

const GENERAL_HOUSES: &[&str] = &[
    "社員", "学生", "独身", "女子", "男子", "会社", "職員", "看護", "単身", "大学", "家族", "旧", "新", "別",
    "山", "元", "木造", "賃貸", "民間", "公営", "市営", "県営", "都営", "町営", "古い", "築", "老朽", "近隣",
    "駅前", "空き", "高層", "低層", "分譲", "中古", "新築", "一般", "災害", "復興", "集合", "共同", "仮設",
    "雑居", "商業", "老人",
];

pub(super) fn own_building(normal: &Normal, units: &Range<usize>) -> bool {
    own(normal, units, GENERAL_HOUSES, &["荘", "寮", "ハイツ", "コーポ", "レジデンス"])
}

/// No unit makes a quantity of a number: 部屋は302 is a room, 部屋は302人 is not.
pub(super) fn no_unit(normal: &Normal, units: &Range<usize>) -> bool {
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/'));
    !normal.any_of(units.end, ROOM_UNITS)
        && !joined(normal.before(units.start))
        && !joined(normal.here(units.end))
}

/// Units behind a number that is no room.
const ROOM_UNITS: &[&str] =
    &["年", "人", "名", "件", "月", "日", "分", "時", "円", "か月", "戸", "歩", "位", "つ", "度", "回", "歳"];

pub(super) fn room_behind(normal: &Normal, units: &Range<usize>) -> bool {
    let text = normal.raw_text(units.clone());
    let digits = text
        .chars()
        .rev()
        .take_while(|c| {
            !matches!(c, '荘' | '寮' | 'ツ' | 'ポ' | 'ム' | 'ン' | 'ト' | '地' | 'ス' | 'ル' | '宅' | '館')
        })
        .filter(|c| crate::normal::is_digit(*c))
        .count();
    let unit = normal.any_of(units.end, ROOM_UNITS);
    digits >= 2 && !unit || text.ends_with('F') || text.ends_with("号室") || text.ends_with("号棟")
}

pub(super) fn named_building(normal: &Normal, units: &Range<usize>) -> bool {
    units.len() > 3 && normal.before(units.start).is_none_or(|c| !crate::normal::is_katakana(c))
}
