//! The one list of everything the program can do. Dispatch, the TypeScript contract and the listing of the
//! command line derive from it.

use crate::house::{Command, Query, Reply, read_input, write_answer};
use crate::{Circumstances, Failure, House, Topic};
use domain::vocabulary::LISTS;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

macro_rules! house {
    (queries { $($query:ident in $qmod:ident),* $(,)? } commands { $($command:ident in $cmod:ident),* $(,)? }) => {
        /// Calls one entry of the list.
        pub(crate) fn dispatch(house: &House, around: &Circumstances, name: &str, input: Value) -> Result<Reply, Failure> {
            match name {
                $(stringify!($query) => {
                    let query: crate::$qmod::$query = read_input(input)?;
                    Ok(Reply { value: write_answer(house.ask(around, query)?)?, changed: Vec::new() })
                })*
                $(stringify!($command) => {
                    let command: crate::$cmod::$command = read_input(input)?;
                    let undoable = <crate::$cmod::$command as Command>::UNDOABLE;
                    let answer = house.perform(around, undoable.then_some(stringify!($command)), |w| command.perform(around, w))?;
                    let mut changed = <crate::$cmod::$command as Command>::CHANGES.to_vec();
                    if undoable { changed.push(Topic::Undo); }
                    Ok(Reply { value: write_answer(answer)?, changed })
                })*
                _ => Err(Failure::new("door.unknown-name").with("name", name)),
            }
        }

        fn entries(cfg: &Config) -> Vec<Entry> {
            let mut types = Declarations { cfg, found: BTreeMap::new() };
            let mut entries = Vec::new();
            $({
                types.with::<crate::$qmod::$query>();
                types.with::<<crate::$qmod::$query as Query>::Answer>();
                entries.push(Entry {
                    name: stringify!($query), command: false,
                    input: <crate::$qmod::$query as TS>::inline(cfg), answer: <<crate::$qmod::$query as Query>::Answer as TS>::name(cfg),
                    topics: <crate::$qmod::$query as Query>::TOPICS,
                });
            })*
            $({
                types.with::<crate::$cmod::$command>();
                types.with::<<crate::$cmod::$command as Command>::Answer>();
                entries.push(Entry {
                    name: stringify!($command), command: true,
                    input: <crate::$cmod::$command as TS>::inline(cfg), answer: <<crate::$cmod::$command as Command>::Answer as TS>::name(cfg),
                    topics: <crate::$cmod::$command as Command>::CHANGES,
                });
            })*
            for name in entries.iter().map(|e: &Entry| e.name) { types.found.remove(name); }
            let extra = std::mem::take(&mut types.found);
            entries.push(Entry { name: "", command: false, input: extra.into_values().collect::<Vec<_>>().join("\n"), answer: String::new(), topics: &[] });
            entries
        }
    };
}

house! {
    queries {
        Today in today,
        CaseList in cases, CasePage in cases, Timeline in contacts, ReadDate in cases,
        Week in plans, VisitPage in plans, SessionPage in programmes, Programmes in programmes,
        Activities in activities, Issues in issues, Organisations in organisations,
        Report in reports, ReportPage in reports, Sections in reports,
        Settings in settings, Draft in contacts, UndoState in settings,
        PastePreview in exchange, Search in search,
    }
    commands {
        OpenCase in cases, SetWish in cases, SetExitLine in cases, MoveStage in cases,
        WriteContact in contacts, ReviseContact in contacts, KeepDraft in contacts,
        AddTask in today, FinishTask in today,
        PlanVisit in plans, PlanOther in plans, MovePlan in plans, FinishPlan in plans, SetOutcome in plans,
        PlanSession in programmes, RecordSession in programmes,
        RecordActivity in activities, RecordSupport in activities, RecordPublication in activities,
        NoteIssue in issues, PasteCaseload in exchange,
        KeepSection in reports, KeepSettings in settings, Undo in settings, Redo in settings,
    }
}

/// One entry of the contract, with its types as TypeScript.
#[derive(Debug, serde::Serialize)]
pub struct Entry {
    /// Name by which it is called.
    pub name: &'static str,
    /// True for an act.
    pub command: bool,
    /// Type of the input.
    pub input: String,
    /// Type of the answer.
    pub answer: String,
    /// Topics that a query depends on or that a command changes.
    pub topics: &'static [Topic],
}

/// Every query and command with its types, for the command line.
pub fn listing() -> Vec<Entry> {
    let mut entries = entries(&Config::default());
    entries.pop();
    entries
}

struct Declarations<'a> {
    cfg: &'a Config,
    found: BTreeMap<String, String>,
}

impl Declarations<'_> {
    fn with<T: TS + 'static + ?Sized>(&mut self) {
        <Self as TypeVisitor>::visit::<T>(self);
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            return;
        }
        let name = T::ident(self.cfg);
        if !self.found.contains_key(&name) {
            self.found.insert(name, format!("export {}", T::decl(self.cfg)));
            T::visit_dependencies(self);
            T::visit_generics(self);
        }
    }
}

/// The contract as TypeScript: types, queries, commands, topics and code lists.
pub fn typescript() -> String {
    let cfg = Config::default();
    let mut entries = entries(&cfg);
    let types = entries.pop().map(|e| e.input).unwrap_or_default();
    let mut out = String::from(
        "// Generated from the list in app/src/contract.rs. Do not edit: `cargo xtask contract` writes it anew.\n\n",
    );
    out.push_str(&types);
    let topic = <Topic as TS>::decl(&cfg);
    let failure = <Failure as TS>::decl(&cfg);
    out.push_str(&format!("\nexport {topic}\nexport {failure}\n\n"));
    for (head, command) in [("Queries", false), ("Commands", true)] {
        out.push_str(&format!("export interface {head} {{\n"));
        for e in entries.iter().filter(|e| e.command == command) {
            out.push_str(&format!("  {}: [{}, {}];\n", e.name, e.input, e.answer));
        }
        out.push_str("}\n\n");
    }
    let topics: BTreeMap<&str, &[Topic]> = entries.iter().filter(|e| !e.command).map(|e| (e.name, e.topics)).collect();
    let lists: BTreeMap<&str, Value> = LISTS.iter().map(|l| (l.name, json!(l.entries))).collect();
    out.push_str(&format!(
        "/** Topics whose change makes the answer of a query stale. */\nexport const topicsOf: Record<keyof Queries, Topic[]> = {};\n\n",
        serde_json::to_string_pretty(&topics).unwrap_or_default()
    ));
    out.push_str(&format!(
        "/** The field's code lists. */\nexport const codes: Record<string, {{ code: string; ja: string; en: string }}[]> = {};\n",
        serde_json::to_string_pretty(&lists).unwrap_or_default()
    ));
    out
}
