//! The questions of each screen when it is opened.

use crate::place::around;
use app::House;
use serde_json::{Value, json};

/// One screen.
pub struct Screen {
    /// What it is called here.
    pub name: &'static str,
    /// Its questions and their inputs.
    pub asks: Vec<(&'static str, Value)>,
}

/// Every screen, about somebody and something of the last year.
pub fn screens(house: &House) -> Vec<Screen> {
    let ask = |name: &str, input: Value| {
        house.call(&around(), name, input).expect("the question is answered").value
    };
    let people = |scope: &str, sort: &str| json!({"filter": "", "scope": scope, "sort": sort});
    let list = ask("CaseList", people("open", "kana"));
    let case = &list["lines"][0]["id"];
    let of = |name: &'static str| (name, json!({"case_id": case}));
    let week = ask("Span", json!({"from": "2026-10-01", "to": "2026-11-02"}));
    let plan = |kind: &str| {
        let items = week["items"].as_array().into_iter().flatten();
        items.filter(|item| item["kind"] == kind).map(|item| item["id"].clone()).next().unwrap_or_default()
    };
    let (visit, session) = (plan("visit"), plan("session"));
    let span = |from: &str, to: &str| ("Span", json!({"from": from, "to": to}));
    let year = json!({"fiscal_year": 2026});
    let report = json!({"fiscal_year": 2026, "level": "internal"});
    let nothing = |name: &'static str| (name, json!({}));
    let screen = |name, asks| Screen { name, asks };
    let paper = |paper: Value| ("RecordPaper", json!({"paper": paper}));
    vec![
        screen("today", vec![("Today", json!({"on": null}))]),
        screen("people, open", vec![("CaseList", people("open", "kana"))]),
        screen("people, by gap", vec![("CaseList", people("open", "gap"))]),
        screen("people, all", vec![("CaseList", people("all", "kana"))]),
        screen(
            "narrowing of the list",
            vec![
                nothing("ListFilters"),
                ("Choices", json!({"place": "people"})),
                ("AskedFor", json!({"query": "", "place": "people"})),
            ],
        ),
        screen("person", vec![of("CasePage"), ("Draft", json!({"place": format!("note/{case}")}))]),
        screen(
            "person, all of the timeline",
            vec![("Timeline", json!({"case_id": case, "offset": 0, "limit": 500}))],
        ),
        screen("person, checklist", vec![of("Checklist")]),
        screen("person, homes", vec![of("Homes")]),
        screen("person, after the discharge", vec![of("Settlement")]),
        screen("person, examples of exits", vec![of("ExitExamples")]),
        screen("person, consents", vec![of("Consents")]),
        screen("person, the road together", vec![of("PersonRoad")]),
        screen("stage board", vec![("CaseList", people("open", "gap"))]),
        screen("exit board", vec![nothing("ExitBoard")]),
        screen("stalled", vec![nothing("Stalled")]),
        screen("grid", vec![("CaseGrid", json!({"scope": "open"}))]),
        screen("plans, day", vec![span("2026-10-29", "2026-10-29")]),
        screen("plans, week", vec![span("2026-10-26", "2026-11-01")]),
        screen("plans, month", vec![span("2026-09-28", "2026-11-01")]),
        screen("plans, year", vec![("PlanYear", year.clone())]),
        screen("visit", vec![("VisitPage", json!({"plan_id": visit}))]),
        screen("end of the day", vec![nothing("Evening"), nothing("Soon")]),
        screen(
            "programmes",
            std::iter::once(nothing("Programmes"))
                .chain((0..4).map(|n| ("Week", json!({"from": format!("2026-11-{:02}", 2 + 7 * n)}))))
                .collect(),
        ),
        screen(
            "programme",
            vec![("ProgrammePage", json!({"programme_id": ask("Programmes", json!({}))[0]["id"]}))],
        ),
        screen("peer supporters", vec![("Peers", year.clone())]),
        screen("session", vec![("SessionPage", json!({"plan_id": session}))]),
        screen("activities", vec![("Activities", year.clone())]),
        screen("issues", vec![nothing("Issues")]),
        screen("organisations", vec![("Organisations", json!({"filter": ""}))]),
        screen(
            "search",
            vec![
                nothing("SavedSearches"),
                ("Choices", json!({"place": "records"})),
                ("AskedFor", json!({"query": "", "place": "records"})),
            ],
        ),
        screen(
            "report, choosing",
            vec![nothing("Programmes"), nothing("ReportSettings"), ("Sections", report.clone())],
        ),
        screen("report, figures", vec![("Report", report.clone())]),
        screen(
            "report, episodes",
            vec![("EpisodeConsents", report.clone()), ("EpisodeNotes", report.clone())],
        ),
        screen("reports that left", vec![nothing("Releases")]),
        screen(
            "paper, course of a person",
            vec![paper(
                json!({"paper": "course", "case_id": case, "from": "2026-04-01", "to": "2026-11-02"}),
            )],
        ),
        screen("paper, diary", vec![paper(json!({"paper": "diary", "on": "2026-10-30"}))]),
        screen("paper, handover", vec![paper(json!({"paper": "handover", "case_id": case}))]),
        screen(
            "copying",
            vec![(
                "NotesToCopy",
                json!({"case_id": null, "from": "2026-10-01", "to": "2026-11-02", "left_only": true}),
            )],
        ),
        screen(
            "settings",
            vec![
                nothing("Settings"),
                nothing("AlertLimits"),
                nothing("StallLimits"),
                nothing("DaysOff"),
                nothing("Templates"),
                nothing("UndoState"),
            ],
        ),
        screen("bin", vec![nothing("Trash")]),
        screen("retention", vec![("Retention", json!({"first": 20}))]),
        screen("names for links", vec![("MentionNames", json!({"person": true, "typed": ""}))]),
        screen(
            "somebody new",
            vec![(
                "SimilarPeople",
                json!({"family_name": "渚", "given_name": "航", "family_kana": "なぎさ", "given_kana": "わたる"}),
            )],
        ),
    ]
}
