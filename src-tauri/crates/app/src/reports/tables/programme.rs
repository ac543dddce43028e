//! 表16 退院プログラム and 表23 ピアサポーターの活動.
//!
//! A theme is free text. Outside the office it is told in the curriculum's own words only.

use super::sheet::{Sheet, both, count, maybe, measure, of, word};
use super::{View, ladder};
use crate::reports::Level;
use disclosure::{Kind, Ladder, Table};
use domain::metrics::{PeerWorkRecord, SessionRecord};
use domain::vocabulary::{ActivityKind, Counterpart};
use std::collections::BTreeSet;

/// Headings of the curriculum (words `curriculum.<key>`) and what in a theme points to them.
const CURRICULUM: &[(&str, &[&str])] = &[
    ("opening", &["はじめの会", "開講", "オリエンテーション"]),
    ("stories", &["退院した人", "体験談", "先輩"]),
    ("housing", &["住まい", "アパート", "グループホーム", "GH", "ＧＨ"]),
    ("outing", &["見学", "外出"]),
    ("medicine", &["薬", "受診"]),
    ("trouble", &["困ったとき", "相談先", "クライシス"]),
    ("money", &["お金", "金銭"]),
    ("household", &["買い物", "調理", "料理"]),
    ("rhythm", &["過ごし方", "生活リズム"]),
    ("daytime", &["日中", "通う場所", "働く"]),
    ("services", &["制度", "サービス"]),
    ("closing", &["まとめの会", "修了", "ふりかえり"]),
];

/// Sessions of the period that took place, with their positions, in order.
pub(in crate::reports) fn held<'a>(view: &View<'a>) -> Vec<(usize, &'a SessionRecord)> {
    let mut held: Vec<(usize, &SessionRecord)> = view
        .records
        .sessions
        .iter()
        .enumerate()
        .filter(|(_, s)| view.year.fiscal.contains(s.on) && s.on <= view.today && !s.cancelled)
        .filter(|(_, s)| view.programme.is_none_or(|name| name == s.programme))
        .collect();
    held.sort_by_key(|(_, s)| (s.on, s.number));
    held
}

/// Code of a session among those of the period: number of its programme and its own.
pub(in crate::reports) fn session_code(held: &[(usize, &SessionRecord)], session: &SessionRecord) -> String {
    let programmes: BTreeSet<&str> = held.iter().map(|(_, s)| s.programme.as_str()).collect();
    let programme = programmes.iter().position(|p| *p == session.programme).unwrap_or(0) + 1;
    format!("{programme}-{}", session.number)
}

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    let held = held(view);
    let sessions = if held.is_empty() { Vec::new() } else { vec![sessions(view, &held)] };
    vec![ladder(sessions), ladder(peers(view, &held).into_iter().collect())]
}

/// Headings of the curriculum for a theme.
fn curriculum(theme: &str) -> String {
    let found: Vec<String> = CURRICULUM
        .iter()
        .filter(|(_, signs)| signs.iter().any(|sign| theme.contains(sign)))
        .map(|(key, _)| word(&format!("curriculum.{key}")))
        .collect();
    if found.is_empty() { word("curriculum.other") } else { found.join("・") }
}

fn there(view: &View, session: usize) -> u32 {
    let present = view.records.attendance.iter().filter(|a| a.session == session && a.attendance.is_there());
    u32::try_from(present.count()).unwrap_or(u32::MAX)
}

fn sessions(view: &View, held: &[(usize, &SessionRecord)]) -> Table {
    let inside = view.level == Level::Internal;
    let columns = ["attended", "peers", "staff_medical", "staff_support", "staff_municipal"];
    let mut sheet = Sheet::new("16", Kind::Workload, "attended", view);
    for name in columns {
        sheet = sheet.count_of(word(&format!("column.{name}")), measure(name));
    }
    let programmes: BTreeSet<&str> = held.iter().map(|(_, s)| s.programme.as_str()).collect();
    let mut attended = 0;
    for (position, session) in held {
        let caption = words::fill(&word("row.session"), &[("n", &session.number.to_string())]);
        let here = there(view, *position);
        attended += here;
        let participants = if view.level.is_wide() { maybe(None) } else { count(here) };
        let peers = u32::try_from(session.peers.len()).unwrap_or(u32::MAX);
        let [medical, support, municipal] = session.staff;
        let cells = vec![participants, count(peers), maybe(medical), maybe(support), maybe(municipal)];
        sheet.row_of(caption, of("session", [session_code(held, session)]), cells);
    }
    let peers: usize = held.iter().map(|(_, s)| s.peers.len()).sum();
    let side = |n: usize| held.iter().filter_map(|(_, s)| s.staff[n]).reduce(|a, b| a + b);
    let total = vec![count(attended), count(u32::try_from(peers).unwrap_or(u32::MAX))];
    sheet = sheet.closing_row(total.into_iter().chain([side(0), side(1), side(2)].map(maybe)).collect());
    let texts =
        |text: &dyn Fn(&SessionRecord) -> String| held.iter().map(|(_, s)| text(s)).collect::<Vec<_>>();
    if programmes.len() > 1 {
        let number = |s: &SessionRecord| programmes.iter().position(|p| *p == s.programme).unwrap_or(0) + 1;
        let name = |s: &SessionRecord| {
            if inside { s.programme.clone() } else { format!("{}{}", word("label.programme"), number(s)) }
        };
        sheet = sheet.label(word("label.programme"), texts(&name));
    }
    sheet = sheet.label(word("label.date"), texts(&|s| view.day(s.on)));
    let theme = |s: &SessionRecord| if inside { s.theme.clone() } else { curriculum(&s.theme) };
    sheet = sheet.label(word("label.theme"), texts(&theme));
    sheet =
        sheet.label(word("label.place"), texts(&|s| s.place.map_or(String::new(), |p| p.ja().to_owned())));
    if view.level.is_wide() {
        sheet = sheet.note(word("note.programme_total"));
    }
    if !inside {
        sheet = sheet.note(word("note.curriculum"));
    }
    sheet.done()
}

/// What peer supporters did in the period beyond sessions and meetings.
pub(in crate::reports) fn own_work<'a>(view: &View<'a>) -> Vec<&'a PeerWorkRecord> {
    let all = view.records.peer_work.iter().filter(|_| view.programme.is_none());
    all.filter(|work| view.year.fiscal.contains(work.on) && work.on <= view.today).collect()
}

fn peers(view: &View, held: &[(usize, &SessionRecord)]) -> Option<Table> {
    let year = view.year.fiscal;
    let with_peers: Vec<_> = held.iter().filter(|(_, s)| !s.peers.is_empty()).collect();
    let total: usize = with_peers.iter().map(|(_, s)| s.peers.len()).sum();
    let distinct: BTreeSet<usize> = with_peers.iter().flat_map(|(_, s)| s.peers.iter().copied()).collect();
    let meetings: Vec<_> = view
        .records
        .activities
        .iter()
        .filter(|a| a.kind == ActivityKind::PeerMeeting && year.contains(a.on) && a.on <= view.today)
        .collect();
    let contacts =
        view.figures.contacts.by_counterpart.get(Counterpart::Peer.code()).map_or(0, |c| c.contacts);
    let own = own_work(view).len();
    if with_peers.is_empty() && meetings.is_empty() && contacts == 0 && own == 0 {
        return None;
    }
    let number = |n: usize| count(u32::try_from(n).unwrap_or(u32::MAX));
    let named = if view.level.is_wide() { maybe(None) } else { number(distinct.len()) };
    let mut sheet = Sheet::new("23", Kind::Workload, "peer_times", view)
        .count(word("column.times"))
        .count_of(word("column.peer_total"), measure("peers"))
        .count_of(word("column.peer_distinct"), measure("peer_persons"));
    let place = |code: &str| of("peer", [code]);
    sheet.row_of(
        word("row.peer_sessions"),
        place("session"),
        vec![number(with_peers.len()), number(total), named],
    );
    let times = |n: usize| vec![number(n), maybe(None), maybe(None)];
    sheet.row_of(word("row.peer_meetings"), place("meeting"), times(meetings.len()));
    if own > 0 {
        sheet.row_of(word("row.peer_own"), place("own"), times(own));
    }
    if contacts > 0 {
        sheet.row_of(
            word("row.peer_contacts"),
            both(measure("contacts"), of("counterpart", [Counterpart::Peer.code()])),
            times(contacts as usize),
        );
    }
    Some(sheet.done())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_leaves_only_in_the_words_of_the_curriculum() {
        for (theme, told) in [
            ("GHこもれび見学（外出）", "住まい・見学と外出"),
            ("日中の場所：まどか工房見学（外出）", "見学と外出・日中の場所"),
            ("はじめの会：わたしの「これから」", "はじめの会"),
            ("林さんの送別会", "その他"),
        ] {
            assert_eq!(curriculum(theme), told);
        }
    }
}
