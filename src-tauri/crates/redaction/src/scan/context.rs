//! Names that nobody registered, by what stands before or around them: PSW西口, 担当 白石, 長男の健太, 五月女(そうとめ),
//! 旧姓高橋, a surname of the land standing alone, the lists behind 出席 and 参加.

use super::honorific::{addressed, nobody, stripped};
use super::named::numeral;
use super::{Certainty, Found, Layer, What};
use crate::data::DATA;
use crate::normal::{Normal, is_hiragana, is_kana, is_kanji, is_katakana};
use crate::register::Job;
use std::ops::Range;

/// Particles and marks behind a name.
const BEHIND: &[char] = &[
    'が', 'は', 'も', 'に', 'と', 'を', 'へ', 'の', '、', '。', ',', '(', ')', '」', ' ', '\n', '・', '/',
    '宛', 'か', 'よ',
];
/// Words that ask for the name itself.
const NAMING: &[&str] = &[
    "通称",
    "旧姓",
    "旧名",
    "別名",
    "本名",
    "通名",
    "愛称",
    "あだ名",
    "氏名",
    "名前は",
    "お名前",
    "下の名は",
    "下の名前は",
    "名字は",
    "苗字は",
    "姓は",
    "呼び名",
    "ニックネーム",
    "ハンドルネーム",
];
/// Surnames that also say where something is: 看護師の中で.
const POSITIONS: &str = "中前上下横外東西南北元本一";
/// Words in hiragana that stand behind 「母の」 and are nobody's name.
const NO_NAME: &[&str] = &[
    "こと",
    "ほう",
    "ため",
    "よう",
    "うち",
    "そば",
    "とき",
    "ところ",
    "おかげ",
    "せい",
    "もと",
    "あと",
    "まえ",
    "ほか",
    "なか",
    "いえ",
    "へや",
];

/// Everybody that the context gives away.
pub(super) fn find(normal: &Normal) -> Vec<Found> {
    let mut found = Vec::new();
    for at in 0..=normal.len() {
        found.extend(after_role(normal, at));
        found.extend(after_kin(normal, at));
        found.extend(with_reading(normal, at));
        found.extend(renamed(normal, at));
        found.extend(in_list(normal, at));
    }
    found.extend(alone(normal));
    found
}

fn somebody(units: Range<usize>, job: Job) -> Found {
    Found::new(units, Layer::Context, What::Somebody(job), Certainty::Warn)
}

fn word_at(normal: &Normal, start: usize, most: usize) -> Range<usize> {
    let end = normal.on_while(start, |c| is_kanji(c) || is_katakana(c)).min(start + most + 1);
    start..end
}

/// A surname of the land, or one by its shape.
fn surname(word: &str) -> bool {
    DATA.surnames.contains(word)
}

fn other_word(word: &str) -> bool {
    DATA.allowed.contains(word) || DATA.before_names.contains(word) || nobody(word)
}

/// True for 田中, 田中健太, 林健太: a surname of the land, perhaps with a given name.
fn full_name(word: &str) -> bool {
    let chars: Vec<char> = word.chars().collect();
    (1..chars.len().min(4)).any(|n| {
        let (family, given) = (chars[..n].iter().collect::<String>(), &chars[n..]);
        let rest: String = given.iter().collect();
        let sure = n > 1 || given.len() >= 2;
        let ends = given.last().is_some_and(|c| DATA.given_last.contains(c));
        let strict =
            n > 1 || given.last().is_some_and(|c| "夫男雄郎子美恵江介助樹哉斗香奈菜彦幸弘吾".contains(*c));
        surname(&family)
            && sure
            && ends
            && strict
            && given.len() <= 3
            && !other_word(&rest)
            && !other_word(word)
    })
}

/// By its shape a surname: two or three kanji with a usual end.
fn shaped(word: &str) -> bool {
    let length = word.chars().count();
    let last = word.chars().last().unwrap_or_default();
    (2..=3).contains(&length) && DATA.surname_last.contains(&last) && !other_word(word)
}

/// Ns柏木, PSW 西口, 担当:白石, 大家の樋口.
fn after_role(normal: &Normal, at: usize) -> Option<Found> {
    let role = normal.ends_in(at, &DATA.roles)?;
    let latin = role[0].is_ascii_alphabetic();
    let begin = at - role.len();
    if latin && normal.before(begin).is_some_and(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut start = at;
    let mut link = None;
    while let Some(c) =
        normal.here(start).filter(|c| matches!(c, ' ' | ':' | '(' | '「' | '・' | '/' | 'の' | 'は' | '.'))
    {
        link = Some(c);
        start += 1;
        if start > at + 2 {
            break;
        }
    }
    let run = word_at(normal, start, 6);
    if run.is_empty() || run.len() > 6 || numeral(normal, &run) {
        return None;
    }
    let run = run.start + stripped(normal, run.clone())?..run.end;
    let word = normal.key_text(run.clone());
    let closed = normal.here(run.end).is_none_or(|c| BEHIND.contains(&c)) || addressed(normal, run.end);
    let kanji = is_kanji(normal.raw[run.start]);
    let known = surname(&word) && (word.chars().count() > 1 || link != Some('の')) && !other_word(&word)
        || full_name(&word)
        || latin && link.is_none() && run.len() > 1 && surname(&word);
    let shape = kanji && shaped(&word) && !DATA.common.contains(&word);
    let any = latin
        && kanji
        && link != Some('の')
        && link != Some('は')
        && (2..=3).contains(&run.len())
        && !other_word(&word)
        && (link.is_none() || !DATA.common.contains(&word));
    let linked = matches!(link, Some('の' | 'は'));
    let job_word = DATA.titles.has(&role.iter().collect::<String>());
    let single = job_word
        && link == Some('の')
        && run.len() == 1
        && surname(&word)
        && !POSITIONS.contains(word.as_str())
        && normal.here(run.end).is_none_or(|c| matches!(c, '、' | '。' | ')' | 'が' | 'は' | 'も' | '→'));
    let any = any
        || job_word
            && kanji
            && matches!(link, Some('・' | ':' | '/' | '(' | ' '))
            && (2..=3).contains(&run.len())
            && !other_word(&word)
            && !DATA.common.contains(&word)
            && !DATA.not_titled.contains(&word);
    let fits = known || single || any || shape && (!linked || addressed(normal, run.end));
    let job = match role.iter().collect::<String>().as_str() {
        "主治医" | "担当医" | "医師" | "dr" | "dr." => Job::Physician,
        "ns" | "看護師" | "受持ns" | "師長" => Job::Nurse,
        "大家" | "家主" => Job::Landlord,
        "ぴあ" | "ぴあさぽーたー" => Job::Peer,
        _ => Job::Staff,
    };
    (closed && fits).then(|| somebody(run, job))
}

/// 兄の忠夫が, 長女（由美子）.
fn after_kin(normal: &Normal, at: usize) -> Option<Found> {
    let kin = normal.ends_in(at, &DATA.kin)?;
    let link = normal.here(at)?;
    if !matches!(link, 'の' | '(' | '・' | ' ' | ':' | '「') {
        return None;
    }
    let start = at + 1;
    let run = word_at(normal, start, 5);
    let relation: String = kin.iter().collect();
    let found = |units: Range<usize>| {
        Found::new(units, Layer::Context, What::Relative(relation.clone()), Certainty::Warn)
    };
    if run.is_empty() {
        let end = normal.on_while(start, is_hiragana);
        let name = (2..=4).rev().map(|n| start..start + n).find(|units| {
            let word = normal.key_text(units.clone());
            units.end <= end
                && normal.here(units.end).is_some_and(|c| "がはも、)さ".contains(c))
                && DATA.common.contains(&word)
                && !NO_NAME.contains(&word.as_str())
        })?;
        return Some(found(name));
    }
    let word = normal.key_text(run.clone());
    let closed = normal.here(run.end).is_none_or(|c| BEHIND.contains(&c)) || addressed(normal, run.end);
    if !closed || numeral(normal, &run) || other_word(&word) {
        return None;
    }
    let last = word.chars().last().unwrap_or_default();
    let given =
        (2..=3).contains(&run.len()) && is_kanji(normal.raw[run.start]) && DATA.given_last.contains(&last);
    let katakana = (2..=4).contains(&run.len())
        && normal.raw[run.clone()].iter().all(|c| is_katakana(*c))
        && link != 'の';
    (given || katakana || surname(&word) && word.chars().count() > 1 || full_name(&word)).then(|| found(run))
}

/// 五月女(そうとめ): a name with its reading.
fn with_reading(normal: &Normal, at: usize) -> Option<Found> {
    let inside = normal.bracketed(at, 14)?;
    let kana = normal.raw[inside.clone()].iter().all(|c| is_kana(*c) || *c == ' ');
    if inside.len() < 2 || !kana {
        return None;
    }
    let mut end = at;
    if normal.before(end) == Some(' ') {
        end -= 1;
    }
    let mut start = normal.back_while(end, is_kanji);
    if normal.before(start) == Some(' ') && end - start <= 3 {
        let family = normal.back_while(start - 1, is_kanji);
        if surname(&normal.key_text(family..start - 1)) {
            start = family;
        }
    }
    if start == end {
        return None;
    }
    let start = start + stripped(normal, start..end)?;
    let word = normal.key_text(start..end);
    let called = addressed(normal, inside.end + 1);
    let fits = surname(&word) && word.chars().count() > 1
        || full_name(&word)
        || called && word.chars().count() <= 5 && !other_word(&word);
    fits.then(|| somebody(start..end, Job::Other))
}

/// 通称 金子英子, 旧姓高橋, 金子の名前で.
fn renamed(normal: &Normal, at: usize) -> Option<Found> {
    if normal.behind(at, NAMING) {
        let start = normal.on_while(at, |c| matches!(c, ' ' | ':' | 'は' | '「' | '・'));
        let run = word_at(normal, start, 8);
        let word = normal.key_text(run.clone());
        let ends = normal.here(run.end).is_none_or(|c| matches!(c, '。' | '、' | ')' | '」' | ',' | '\n'));
        let long = run.len() > 1 || ends && !run.is_empty() || surname(&word) && !DATA.common.contains(&word);
        if long && run.len() <= 8 && start <= at + 2 && !other_word(&word) {
            return Some(somebody(run, Job::Other));
        }
    }
    called(normal, at)
}

/// What is said of a name: 金子の名前で, 「トシ」とだけ名のる, 「わたなべです」と名乗る.
fn called(normal: &Normal, at: usize) -> Option<Found> {
    const OF_NAME: &[&str] = &["の名前で", "の名前を", "の名前に", "の名字", "の苗字", "という名前"];
    const ONLY: &[&str] = &["だけ", "のみ", "しか", "も", "だと"];
    const CALLED: &[&str] = &[
        "名乗",
        "名のる",
        "名のり",
        "名のっ",
        "なのる",
        "なのっ",
        "呼ば",
        "呼ぶ",
        "呼ん",
        "称する",
        "称し",
        "自称",
    ];
    const CLOSING: &[&str] = &["です", "だよ", "でーす", "と申します", "と言います", "といいます"];
    let word_behind = || {
        let only =
            ONLY.iter().find(|word| normal.any_of(at + 1, &[word])).map_or(0, |word| word.chars().count());
        normal.here(at) == Some('と') && normal.any_of(at + 1 + only, CALLED)
    };
    if !normal.any_of(at, OF_NAME) && !word_behind() {
        return None;
    }
    let mut end = if normal.before(at) == Some('」') { at - 1 } else { at };
    let quoted = end < at;
    if let Some(tail) = CLOSING.iter().find(|tail| quoted && normal.behind(end, &[tail])) {
        end -= tail.chars().count();
    }
    let start = normal.back_while(end, |c| is_kanji(c) || is_kana(c) && quoted);
    let word = normal.key_text(start..end);
    let length = end - start;
    let name = surname(&word)
        || full_name(&word)
        || quoted && (2..=6).contains(&length) && normal.before(start) == Some('「');
    (length > 0 && name && !other_word(&word)).then(|| somebody(start..end, Job::Other))
}

/// 出席:本人、佐伯、三枝。
fn in_list(normal: &Normal, at: usize) -> Vec<Found> {
    let mut found = Vec::new();
    if !matches!(normal.here(at), Some(':')) || normal.ends_in(at, &DATA.list_heads).is_none() {
        return found;
    }
    let mut start = at + 1;
    let mut depth = 0i32;
    for n in at + 1..=normal.len().min(at + 200) {
        let c = normal.here(n);
        match c {
            Some('(') => depth += 1,
            Some(')') => depth -= 1,
            _ => {}
        }
        let ends = c.is_none_or(|c| matches!(c, '。' | '\n'));
        if ends || (depth == 0 && c.is_some_and(|c| matches!(c, '、' | ',' | '/' | '・'))) {
            let from = normal.on_while(start, |c| c == ' ').min(n);
            let word = normal.key_text(from..n);
            let kanji = normal.raw[from..n].iter().all(|c| is_kanji(*c));
            let job = DATA.roles.has(&word) || DATA.kin.has(&word) || DATA.titles.has(&word);
            if kanji
                && (1..=4).contains(&(n - from))
                && !other_word(&word)
                && !job
                && !numeral(normal, &(from..n))
            {
                found.push(somebody(from..n, Job::Other));
            }
            start = n + 1;
        }
        if ends {
            break;
        }
    }
    found
}

/// A surname of the land standing alone, with a given name or with 家, 宅, 姓.
fn alone(normal: &Normal) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < normal.len() {
        let begins = |c: char| is_kanji(c) || matches!(c, 'ノ' | 'ヶ' | 'ケ');
        let end = normal.on_while(at, begins);
        let run = at..end;
        at = end.max(at + 1);
        if run.len() < 2 || run.len() > 12 || numeral(normal, &run) {
            continue;
        }
        let Some(cut) = stripped(normal, run.clone()) else { continue };
        let run = run.start + cut..run.end;
        let word = normal.key_text(run.clone());
        let common = DATA.common.contains(&word);
        let suffix = ["家", "宅", "姓", "夫妻", "親子", "一家"].iter().find_map(|s| word.strip_suffix(s));
        if word.chars().count() > 1 && surname(&word) && !common && !DATA.allowed.contains(&word)
            || (!common && full_name(&word))
        {
            found.push(somebody(run, Job::Other));
        } else if let Some(family) =
            suffix.filter(|f| f.chars().count() > 1 && surname(f) && !DATA.common.contains(*f))
        {
            found.push(somebody(run.start..run.start + family.chars().count(), Job::Other));
        }
    }
    found
}
