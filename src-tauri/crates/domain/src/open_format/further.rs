//! Files for what the store holds beyond a pack. They stand in an export only where they have rows.

use super::schedule::{
    APPOINTMENTS, DAYS_OFF, RECURRENCE_CASES, RECURRENCE_EXCEPTIONS, RECURRENCES, VISIT_CASES, VISITS,
};
use super::{Column, File, Kind::*, more};
use crate::vocabulary as v;

pub(super) const fn key(name: &'static str) -> Column {
    more(name, Key).filled()
}
pub(super) const fn of_case() -> Column {
    more("case_id", Ref("cases.csv")).filled()
}
pub(super) const fn org(name: &'static str) -> Column {
    more(name, Ref("organisations.csv"))
}

const LOOSE_CONTACTS: &[Column] = &[
    key("contact_id"),
    more("date", Date).field("on_date").filled(),
    more("minutes", Number),
    more("method", Code(&v::Method::LIST)),
    more("counterpart", Codes(&v::Counterpart::LIST)),
    more("text", Text),
    more("start", Time).field("start_time"),
    more("end", Time).field("end_time"),
    more("minutes_estimated", Flag),
    more("place", Text),
    org("org_id"),
    more("participants", Number),
    more("content_kinds", Texts),
    more("s", Text),
    more("o", Text),
    more("a", Text),
    more("p", Text),
    more("important", Code(&v::Importance::LIST)),
    more("outcome", Code(&v::Outcome::LIST)),
    more("visit_id", Ref("visits.csv")),
    more("programme_id", Ref("programmes.csv")).field("-"),
    more("session_no", Number).field("-"),
    more("written_at", Text),
    more("source", Code(&v::RecordSource::LIST)),
    more("transcribed_on", Date),
];
const CONTACT_REVISIONS: &[Column] = &[
    more("contact_id", Ref("contacts.csv")).filled(),
    more("revision_no", Number).filled(),
    more("replaced_at", Text),
    more("reason", Text),
    more("body", Text),
];
const TASKS: &[Column] = &[
    more("created_on", Date),
    more("case_id", Ref("cases.csv")),
    more("contact_id", Ref("contacts.csv")),
    org("org_id"),
    more("text", Text).filled(),
    more("owner", Text),
    more("due_on", Date),
    more("done_on", Date),
    more("discharged_on", Date),
    more("days_after", Number),
];
const EXIT_OUTLOOKS: &[Column] = &[
    of_case(),
    more("line", Code(&v::ExitKey::LIST)).filled(),
    more("wish", Text),
    more("idea", Text),
    org("org_id"),
    more("certainty", Code(&v::Certainty::LIST)),
    more("updated_on", Date),
];
const OBSTACLES: &[Column] = &[
    of_case(),
    more("code", Code(&v::Obstacle::LIST)).filled(),
    more("noted_on", Date),
    more("resolved_on", Date),
];
const CHECKLIST_ITEMS: &[Column] = &[
    of_case(),
    more("stage", Code(&v::Stage::LIST)).filled(),
    more("item", Text).filled(),
    more("done_on", Date),
    more("done_by", Text),
    more("note", Text),
    more("hidden", Flag),
];
const HOUSING_CANDIDATES: &[Column] = &[
    of_case(),
    more("seen_on", Date),
    more("name", Text),
    more("address", Text),
    more("landlord", Text),
    more("agent", Text),
    more("rent", Number),
    more("initial_cost", Number),
    more("guarantor_kind", Text),
    more("condition_told", Text),
    more("result", Text),
    more("reason", Text),
];
const TRIAL_STAYS: &[Column] = &[
    of_case(),
    more("from", Date).field("from_on").filled(),
    more("to", Date).field("to_on"),
    org("org_id"),
    more("nights", Number),
    more("purpose", Text),
    more("result", Text),
    more("person_view", Text),
    more("staff_view", Text),
];
const TRIAL_USES: &[Column] = &[
    of_case(),
    more("from", Date).field("from_on").filled(),
    more("service", Text),
    org("org_id"),
    more("days", Number),
];
const SETTLEMENT_PLANS: &[Column] = &[
    of_case(),
    more("planned_on", Date),
    more("day_activity", Text),
    more("medication", Text),
    more("money", Text),
    more("crisis_plan", Text),
    more("contact_order", Text),
    more("supporters", Text),
];
const SETTLEMENT_SUPPORTERS: &[Column] = &[
    of_case(),
    more("seq", Number),
    more("role", Text),
    more("name", Text),
    more("contact", Text),
    more("first_weeks", Text),
    more("first_months", Text),
    more("later", Text),
];
const CRISIS_PLANS: &[Column] = &[
    of_case(),
    more("made_on", Date),
    more("well", Text),
    more("signs", Text),
    more("own_ways", Text),
    more("wanted", Text),
    more("unwanted", Text),
    more("hospital", Text),
];
const CRISIS_CALLS: &[Column] =
    &[of_case(), more("seq", Number), more("who", Text), more("phone", Text), more("hours", Text)];
const LIFE_CHECKS: &[Column] = &[
    of_case(),
    more("date", Date).field("on_date").filled(),
    more("method", Code(&v::Method::LIST)),
    more("sleep", Number),
    more("meals", Number),
    more("medicine", Number),
    more("money", Number),
    more("neighbours", Number),
    more("loneliness", Number),
    more("note", Text),
];
const PARTICIPANTS: &[Column] = &[
    more("programme_id", Ref("programmes.csv")).filled(),
    more("case_id", Ref("cases.csv")),
    more("label", Text),
    more("joined_on", Date),
    more("left_on", Date),
    more("reason", Text),
];
const LABEL_ATTENDANCE: &[Column] = &[
    more("programme_id", Ref("programmes.csv")).filled(),
    more("session_no", Number).filled(),
    more("label", Text).filled(),
    more("attendance", Code(&v::Attendance::LIST)).filled(),
    more("remark", Text),
];
const ATTENDANCE_CHANGES: &[Column] = &[
    more("programme_id", Ref("programmes.csv")).filled(),
    more("session_no", Number).filled(),
    more("case_id", Ref("cases.csv")),
    more("label", Text),
    more("was", Code(&v::Attendance::LIST)),
    more("became", Code(&v::Attendance::LIST)),
    more("changed_at", Text).filled(),
];
const PEER_ACTIVITIES: &[Column] = &[
    more("person_id", Ref("people.csv")).filled(),
    more("date", Date).field("on_date").filled(),
    more("kind", Code(&v::PeerActivityKind::LIST)).filled(),
    more("programme_id", Ref("programmes.csv")).field("-"),
    more("session_no", Number).field("-"),
    more("minutes", Number),
    more("fee", Number),
    more("expenses", Number),
    more("paid_on", Date),
    more("care", Text),
    more("note", Text),
];
const SESSION_STAFF: &[Column] = &[
    more("programme_id", Ref("programmes.csv")).filled(),
    more("session_no", Number).filled(),
    more("person_id", Ref("people.csv")),
    org("org_id"),
    more("role", Text),
];
const PROGRAMME_ORGANISERS: &[Column] = &[
    more("programme_id", Ref("programmes.csv")).filled(),
    org("org_id"),
    more("side", Text),
    more("role", Code(&v::OrganiserRole::LIST)),
];
const PROGRAMME_PREPARATIONS: &[Column] = &[
    more("programme_id", Ref("programmes.csv")).filled(),
    more("item", Text).filled(),
    more("done_on", Date),
    more("position", Number),
];
const RELATIONSHIP_STATES: &[Column] = &[
    more("org_id", Ref("organisations.csv")).filled(),
    more("department", Text),
    more("state", Code(&v::RelationshipState::LIST)).filled(),
    more("date", Date).field("on_date").filled(),
    more("note", Text),
];
const CONTACT_PEOPLE: &[Column] = &[
    more("contact_id", Ref("contacts.csv")).filled(),
    more("person_id", Ref("people.csv")).filled(),
    more("role", Text),
];
const ISSUES: &[Column] = &[
    more("date", Date).field("on_date").filled(),
    more("text", Text).filled(),
    more("tags", Texts),
    more("case_id", Ref("cases.csv")),
    org("org_id"),
    more("status", Code(&v::IssueStatus::LIST)),
];
const EXPANSION_STEPS: &[Column] = &[
    more("area", Text).filled(),
    more("step", Code(&v::ExpansionStep::LIST)).filled(),
    more("date", Date).field("on_date").filled(),
    more("note", Text),
];
const YEAR_AIMS: &[Column] = &[more("fiscal_year", Number).filled(), more("aim", Text).filled()];
const REPORT_SECTIONS: &[Column] =
    &[more("fiscal_year", Number).filled(), more("section", Text).filled(), more("text", Text)];
const REPORT_PLANS: &[Column] = &[
    more("fiscal_year", Number).filled(),
    more("report", Text).filled(),
    more("section", Text).filled(),
    more("position", Number).filled(),
    more("title", Text),
    more("shown", Flag).filled(),
];
const EARLIER_FIGURES: &[Column] = &[
    more("fiscal_year", Number).filled(),
    more("table_no", Text).filled(),
    more("figure", Text).filled(),
    more("value", Number).filled(),
];
const RELEASES: &[Column] = &[
    more("released_at", Text).filled(),
    more("report", Text).filled(),
    more("fiscal_year", Number).filled(),
    more("level", Text).filled(),
    more("k", Number),
    more("file_name", Text),
    more("sha256", Text),
    more("figures", Text),
    more("snapshot", Number),
];
const MENTIONS: &[Column] = &[
    more("contact_id", Ref("contacts.csv")).filled(),
    more("kind", Text).filled(),
    more("text", Text).filled(),
    more("case_id", Ref("cases.csv")),
    more("person_id", Ref("people.csv")),
    org("org_id"),
];
const LINKED_NAMES: &[Column] = &[
    more("kind", Text).filled(),
    more("text", Text).filled(),
    more("case_id", Ref("cases.csv")),
    more("person_id", Ref("people.csv")),
    org("org_id"),
];
const EPISODES: &[Column] =
    &[more("contact_id", Ref("contacts.csv")).filled(), more("marked_on", Date).filled()];
const SNIPPETS: &[Column] = &[
    more("position", Number).filled(),
    more("name", Text).filled(),
    more("body", Text).filled(),
    more("method", Text),
    more("stage", Text),
];
const ATTACHMENTS: &[Column] = &[
    more("contact_id", Ref("contacts.csv")).filled(),
    more("name", Text).filled(),
    more("kind", Text).filled(),
    more("size", Number).filled(),
    more("sha256", Text).filled(),
    more("added_at", Text).filled(),
];

const CONTACT_COPIES: &[Column] =
    &[more("contact_id", Ref("contacts.csv")).filled(), more("copied_on", Date).filled()];
const ROAD_PAGES: &[Column] =
    &[of_case(), more("wish", Text), more("next_step", Text), more("written_on", Date)];
const CONSENTS: &[Column] = &[
    of_case(),
    more("about", Code(&v::ConsentAbout::LIST)).filled(),
    more("scope", Text),
    more("date", Date).field("given_on").filled(),
    more("way", Code(&v::ConsentWay::LIST)).filled(),
    more("confirmed_by", Text),
    more("until", Date).field("valid_until"),
    more("withdrawn_on", Date),
    more("withdrawn_reason", Text),
];

const fn file(
    name: &'static str,
    table: &'static str,
    columns: &'static [Column],
    about: &'static str,
) -> File {
    File { name, table, columns, about, further: true }
}

/// Further files. `visits.csv` comes early because contacts name visits, after the series that plan them.
pub(super) const FILES: &[File] = &[
    file("recurrences.csv", "recurrences", RECURRENCES, "くり返しの予定"),
    file("recurrence_cases.csv", "recurrence_cases", RECURRENCE_CASES, "くり返しの予定で会う人"),
    file(
        "recurrence_exceptions.csv",
        "recurrence_exceptions",
        RECURRENCE_EXCEPTIONS,
        "くり返しの予定が除く日",
    ),
    file("days_off.csv", "days_off", DAYS_OFF, "休みの日"),
    file("visits.csv", "visits", VISITS, "訪問"),
    file("visit_cases.csv", "visit_cases", VISIT_CASES, "訪問で会う予定の人と結果"),
    file("appointments.csv", "appointments", APPOINTMENTS, "その他の予定"),
    file("loose_contacts.csv", "contacts", LOOSE_CONTACTS, "ケースのない記録"),
    file("contact_revisions.csv", "contact_revisions", CONTACT_REVISIONS, "記録の訂正前の版"),
    file("tasks.csv", "tasks", TASKS, "次の一手"),
    file("exit_outlooks.csv", "exit_outlooks", EXIT_OUTLOOKS, "出口の見通し"),
    file("obstacles.csv", "obstacles", OBSTACLES, "退院を難しくしている理由"),
    file("checklist_items.csv", "checklist_items", CHECKLIST_ITEMS, "段階ごとの確認事項"),
    file("housing_candidates.csv", "housing_candidates", HOUSING_CANDIDATES, "住まいの候補"),
    file("trial_stays.csv", "trial_stays", TRIAL_STAYS, "体験宿泊"),
    file("trial_uses.csv", "trial_uses", TRIAL_USES, "体験利用"),
    file("settlement_plans.csv", "settlement_plans", SETTLEMENT_PLANS, "定着の計画"),
    file(
        "settlement_supporters.csv",
        "settlement_supporters",
        SETTLEMENT_SUPPORTERS,
        "定着の計画の支える人（いつ、だれが）",
    ),
    file("crisis_plans.csv", "crisis_plans", CRISIS_PLANS, "クライシスプラン"),
    file("crisis_calls.csv", "crisis_calls", CRISIS_CALLS, "クライシスプランの連絡する順"),
    file("life_checks.csv", "life_checks", LIFE_CHECKS, "生活の確認"),
    file("participants.csv", "participants", PARTICIPANTS, "プログラムの参加者名簿"),
    file("label_attendance.csv", "attendance", LABEL_ATTENDANCE, "ケースのない参加者の出欠"),
    file("attendance_changes.csv", "attendance_changes", ATTENDANCE_CHANGES, "出欠の訂正"),
    file("peer_activities.csv", "peer_activities", PEER_ACTIVITIES, "ピアサポーターの活動"),
    file("session_staff.csv", "session_staff", SESSION_STAFF, "回の職員"),
    file("programme_organisers.csv", "programme_organisers", PROGRAMME_ORGANISERS, "主催・共催・協力"),
    file("programme_preparations.csv", "programme_preparations", PROGRAMME_PREPARATIONS, "準備の確認事項"),
    file("relationship_states.csv", "relationship_states", RELATIONSHIP_STATES, "機関との関係の経過"),
    file("contact_people.csv", "contact_people", CONTACT_PEOPLE, "記録に出る人"),
    file("issues.csv", "issues", ISSUES, "気づき"),
    file("expansion_steps.csv", "expansion_steps", EXPANSION_STEPS, "地区ごとの展開"),
    file("year_aims.csv", "year_aims", YEAR_AIMS, "年度のねらい"),
    file("report_sections.csv", "report_sections", REPORT_SECTIONS, "報告書の本文"),
    file("report_plans.csv", "report_plans", REPORT_PLANS, "報告書の見出しの順・題・要否"),
    file("earlier_figures.csv", "earlier_figures", EARLIER_FIGURES, "手入力した前年度までの集計"),
    file("releases.csv", "releases", RELEASES, "書き出した報告書の控え"),
    file("mentions.csv", "mentions", MENTIONS, "記録の文にあるリンク"),
    file("linked_names.csv", "linked_names", LINKED_NAMES, "活動や回の文にあるリンク"),
    file("episodes.csv", "episodes", EPISODES, "報告用エピソードの候補"),
    file("snippets.csv", "snippets", SNIPPETS, "記録のひな形"),
    file("contact_copies.csv", "contact_copies", CONTACT_COPIES, "転記済みの印"),
    file("consents.csv", "consents", CONSENTS, "意向・同意"),
    file("road_pages.csv", "road_pages", ROAD_PAGES, "「これからの道のり」に書くことば"),
    file(
        "attachments.csv",
        "attachments",
        ATTACHMENTS,
        "記録につけた写真と書類（中身は attachment_ で始まるファイル）",
    ),
];
