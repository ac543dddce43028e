//! Telephone numbers, certificates, accounts, plates and every longer run of digits; e-mail, addresses of the web, accounts
//! of networks.

use super::digits::{digits, is_insurer, is_my_number};
use super::shapes::{pattern, places};
use super::{Certainty, Found, Layer, What};
use crate::normal::{Normal, is_digit};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// How a pattern is checked after it matched.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Check {
    /// No digit, letter or dash goes on at its ends.
    Edges,
    /// The word before it is enough.
    None,
    /// A number of this many digits at least, and no unit behind it.
    Count(usize),
    /// Twelve digits of which the last is right.
    MyNumber,
}

struct Shape {
    regex: Option<Regex>,
    layer: Layer,
    what: What,
    check: Check,
}

static SHAPES: LazyLock<Vec<Shape>> = LazyLock::new(|| {
    use Check::{Count, Edges, MyNumber, None as Free};
    let table: [(&str, Layer, What, Check); 29] = [
        (
            r"[A-Za-z0-9._%+'-]+ ?(?:@|\(at\)|\[at\]|あっと) ?[A-Za-z0-9-]+(?: ?(?:\.|\(dot\)|ドット) ?[A-Za-z0-9-]+)+",
            Layer::Net,
            What::Mail,
            Free,
        ),
        (r"(?:https?|ftp|HTTPS?)://[A-Za-z0-9./?#&=_%~:@+,;!-]+", Layer::Net, What::Url, Free),
        (
            r"(?:www\.)?(?:[A-Za-z0-9-]+\.)+(?:jp|com|net|org|info|biz|me|tv|io|co|dev|app)(?:/[A-Za-z0-9./?#&=_%~:@+-]*)?",
            Layer::Net,
            What::Url,
            Edges,
        ),
        (
            r"(?:LINE|Line|line|ライン|Twitter|ツイッター|旧Twitter|インスタ(?:グラム)?|Instagram|Facebook|フェイスブック|TikTok|Skype|Discord|SNS|アカウント|ユーザー名|ユーザID|ログインID|(?:^|[^A-Za-z])(?:ID|Id|id))(?:の?ID)?(?:名|は)?[ :(「]{0,3}(?:ID[: ]{0,2})?(?P<it>[@A-Za-z0-9][A-Za-z0-9_.@-]{3,})",
            Layer::Net,
            What::Account,
            Free,
        ),
        (r"[@#][A-Za-z0-9_][A-Za-z0-9_.]{2,}", Layer::Net, What::Account, Free),
        (r"[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]{2,}", Layer::Net, What::Account, Edges),
        (
            r"(?:\+81|0081)[-( ]{0,2}0?\)?§D{1,4}[-() .]{0,3}§D{1,4}[-() .]{0,3}§D{3,4}",
            Layer::Numbers,
            What::Phone,
            Edges,
        ),
        (
            r"\(?[0〇零]§D{1,4}[-() .・\n]{1,3}§D{1,4}[-() .・\n]{1,3}§D{3,4}",
            Layer::Numbers,
            What::Phone,
            Edges,
        ),
        (r"[0〇零](?:§D[ -]?){8}§D(?:[ -]?§D)?", Layer::Numbers, What::Phone, Edges),
        (r"[0〇零]§D{1,3}の§D{1,4}の§D{3,4}", Layer::Numbers, What::Phone, Edges),
        (
            r"[0Oo〇零][0-9OoIl]{1,3}[-() ]{1,2}[0-9OoIl]{2,4}[-() ]{1,2}[0-9OoIl]{3,4}",
            Layer::Numbers,
            What::Phone,
            Edges,
        ),
        (
            r"(?:TEL|Tel|tel|電話(?:番号)?|FAX|Fax|fax|ファックス|ファクス|内線|直通|携帯(?:電話)?(?:番号)?|℡|連絡先)[ :.は(]{0,3}(?P<it>§D[-()§D ]{2,}§D)",
            Layer::Numbers,
            What::Phone,
            Free,
        ),
        (r"〒[ ]?§D{3}[- ]?§D{4}", Layer::Numbers, What::Address, Free),
        (r"§D{3}-§D{4}", Layer::Numbers, What::Address, Edges),
        (
            r"§D{4}[-. ・\n]{1,2}§D{4}[-. ・\n]{1,2}§D{4}(?:[-. ・\n]{1,2}§D{4})?",
            Layer::Numbers,
            What::Number,
            Count(12),
        ),
        (r"§D{4}[- ]§D{6}", Layer::Numbers, What::Number, Edges),
        (r"[A-Za-z]{2}[- ]?[0-9]{7,8}(?:[- ]?[A-Za-z]{2})?", Layer::Numbers, What::Number, Edges),
        (r"[A-Za-z]{1,3}-?[0-9OoIl]*[0-9][0-9OoIl]{3,}", Layer::Numbers, What::Number, Edges),
        (
            r"§K{1,5}[ ]?§D{2,3}[ ]?[ぁ-ゖA-Z][ ]?(?:§D{2}[-・ ]?§D{2}|・{1,3}[ ]?§D{1,3}|§D{1,2}-§D{2})",
            Layer::Numbers,
            What::Number,
            Free,
        ),
        (
            r"(?:カルテ|診察券|患者|ケース|受給者証|受給者|被保険者|保険者|保険証|手帳|口座|普通|当座|記号|受付|管理|登録|免許|旅券|パスポート|在留カード|基礎年金|年金|証書|会員|整理|利用者|個人|マイナンバー|シリアル|番号|No|NO|no|ID|Id|id|№)(?:番号|証番号|証|No|NO|ID|コード)?[ .:は(#・]{0,3}(?P<it>(?:第§K{1,4})?第?[A-Za-z]{0,4}-?§D(?:[-§D ]*§D)?[A-Za-z]{0,2}(?:号|番)?)",
            Layer::Numbers,
            What::Number,
            Count(3),
        ),
        (
            r"(?:内線(?:番号)?|[Ee]xt\.?|EXT\.?)[ :.はの(#]{0,3}(?P<it>§D{2,6})",
            Layer::Numbers,
            What::Phone,
            Count(2),
        ),
        (
            r"(?:記号|番号)[ :.はの・(#]{0,3}(?P<it>§D{1,8}[・-]§D{3,8})",
            Layer::Numbers,
            What::Number,
            Count(4),
        ),
        (r"枝番[ :はの)]{0,2}(?P<it>§D{2})", Layer::Numbers, What::Number, Count(2)),
        (
            r"§D{4}[-. ・\n]{0,2}§D{4}[-. ・\n]{0,2}§D{4}|§D{3}(?:[-. ・\n]{1,2}§D{3}){3}|§D{6}[-. ・\n]{1,2}§D{6}",
            Layer::Numbers,
            What::Number,
            MyNumber,
        ),
        (
            r"[「『(](?P<it>[^「」『』()@\s]{1,16}@[^「」『』()@\s]{1,16})[」』)]",
            Layer::Net,
            What::Account,
            Free,
        ),
        (r"第§K{2,4}§D{2,6}号", Layer::Numbers, What::Number, Edges),
        (r"第§D{1,3}-§D{3,}(?:-§D+)*号?", Layer::Numbers, What::Number, Edges),
        (r"§D{1,6}(?:-§D{1,7}){1,4}", Layer::Numbers, What::Number, Count(7)),
        (
            r"[0-9][0-9OoIl]*[0-9][0-9OoIl]*[0-9][0-9OoIl]*[0-9][0-9OoIl]*[0-9OoIl]",
            Layer::Numbers,
            What::Number,
            Count(5),
        ),
    ];
    let shape = |(shape, layer, what, check): (&str, Layer, What, Check)| Shape {
        regex: pattern(shape),
        layer,
        what,
        check,
    };
    table.into_iter().map(shape).collect()
});

/// Units that make a number a quantity.
const UNITS: &[&str] = &[
    "円", "人", "名", "件", "床", "回", "分", "時間", "歳", "才", "年", "歩", "m", "㎡", "g", "kg", "mg",
    "ml", "kcal", "%", "点", "日", "枚", "冊", "万", "千", "cm", "km", "キロ", "世帯", "票", "台", "本",
];

/// Every number and every address of the net.
pub(super) fn find(normal: &Normal) -> Vec<Found> {
    let mut found = Vec::new();
    for shape in SHAPES.iter() {
        for units in places(normal, shape.regex.as_ref()) {
            let fits = match shape.check {
                Check::None => true,
                Check::Edges => edges(normal, &units),
                Check::Count(n) => {
                    edges(normal, &units) && digits(normal, &units).len() >= n && !quantity(normal, &units)
                }
                Check::MyNumber => edges(normal, &units) && is_my_number(&digits(normal, &units)),
            };
            if fits {
                let what = named(normal, &units, &shape.what);
                let units = trimmed(normal, units);
                found.push(Found::new(units, shape.layer, what, Certainty::Block));
            }
        }
    }
    found
}

/// What a number is by its own digits and by what stands before it.
fn named(normal: &Normal, units: &Range<usize>, what: &What) -> What {
    if !matches!(what, What::Number | What::Phone) {
        return what.clone();
    }
    let digits = digits(normal, units);
    match what {
        _ if is_my_number(&digits) => What::MyNumber,
        _ if is_insurer(&digits) && insurer_before(normal, units.start) => What::Insurer,
        What::Phone if certificate_before(normal, units.start) => What::Number,
        what => what.clone(),
    }
}

/// 保険者番号 06130017, 公費負担者番号: but not 被保険者番号.
fn insurer_before(normal: &Normal, start: usize) -> bool {
    let head: String = normal.key[start.saturating_sub(10)..start].iter().collect();
    ["保険者", "負担者"].iter().any(|word| {
        head.rfind(word).is_some_and(|at| !head[..at].ends_with('被') && !head[at..].contains('。'))
    })
}

fn edges(normal: &Normal, units: &Range<usize>) -> bool {
    let first = normal.raw[units.start];
    let last = normal.raw[units.end - 1];
    let joins = |inner: char, outer: char| {
        outer.is_ascii_digit() && (inner.is_ascii_digit() || inner.is_ascii_alphabetic())
            || is_digit(outer) && is_digit(inner) && inner.is_ascii_digit() == outer.is_ascii_digit()
            || inner.is_ascii_alphabetic() && outer.is_ascii_alphabetic()
    };
    normal.before(units.start).is_none_or(|c| !joins(first, c))
        && normal.here(units.end).is_none_or(|c| !joins(last, c))
}

/// 12000円, 15,000円, 100-200人.
fn quantity(normal: &Normal, units: &Range<usize>) -> bool {
    normal.any_of(units.end, UNITS) && !normal.raw[units.clone()].contains(&'第')
        || normal.before(units.start) == Some(',') && normal.here(units.end) == Some('円')
}

/// 被保険者番号0001234567 is no telephone.
fn certificate_before(normal: &Normal, start: usize) -> bool {
    let head: String = normal.key[start.saturating_sub(6)..start].iter().collect();
    let head = head.trim_end_matches([' ', ':', '(', 'は']);
    head.ends_with("証") || head.ends_with("者番号") || head.ends_with("証番号") || head.ends_with("no")
}

/// Without a space or an opening bracket at the ends.
fn trimmed(normal: &Normal, units: Range<usize>) -> Range<usize> {
    let loose = |c: char| matches!(c, ' ' | '\n' | ':' | '。');
    let mut start = normal.on_while(units.start, loose).min(units.end);
    if normal.here(start) == Some('(') && !normal.raw[start..units.end].contains(&')') {
        start += 1;
    }
    let end = normal.back_while(units.end, loose).max(start);
    start..end
}
