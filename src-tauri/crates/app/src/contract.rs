//! The one list of everything the program can do. Dispatch, the TypeScript contract and the listing of the
//! command line derive from it.

use crate::house::{Command, Event, Query, Reply, Study, perform_command, read_input, write_answer};
use crate::{Circumstances, Failure, House, Topic};
use domain::vocabulary::LISTS;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

macro_rules! house {
    (
        queries { $($query:ident in $qmod:ident),* $(,)? }
        studies { $($study:ident in $smod:ident),* $(,)? }
        commands { $($command:ident in $cmod:ident),* $(,)? }
    ) => {
        /// Calls one entry of the list.
        pub(crate) fn dispatch(house: &House, around: &Circumstances, name: &str, input: Value) -> Result<Reply, Failure> {
            let answer = match name {
                $(stringify!($query) => write_answer(house.ask(around, read_input::<crate::$qmod::$query>(input)?)?)?,)*
                $(stringify!($study) => write_answer(read_input::<crate::$smod::$study>(input)?.study(around, house)?)?,)*
                $(stringify!($command) => {
                    return perform_command::<crate::$cmod::$command>(house, around, stringify!($command), input);
                })*
                _ => return Err(Failure::new("door.unknown-name")),
            };
            Ok(Reply { value: answer, changed: Vec::new() })
        }

        /// The entries of the list and the types they name.
        fn entries(cfg: &Config) -> (Vec<Entry>, BTreeMap<String, String>) {
            let mut types = Declarations { cfg, found: BTreeMap::new() };
            let entries = vec![
                $(types.entry::<crate::$qmod::$query, <crate::$qmod::$query as Query>::Answer>(
                    stringify!($query), false, <crate::$qmod::$query as Query>::TOPICS),)*
                $(types.entry::<crate::$smod::$study, <crate::$smod::$study as Study>::Answer>(
                    stringify!($study), false, <crate::$smod::$study as Study>::TOPICS),)*
                $(types.entry::<crate::$cmod::$command, <crate::$cmod::$command as Command>::Answer>(
                    stringify!($command), true, <crate::$cmod::$command as Command>::CHANGES),)*
            ];
            types.answer::<Failure>();
            types.answer::<Topic>();
            types.answer::<Event>();
            types.answer::<crate::exchange::Imported>();
            types.answer::<crate::exchange::tables::ChosenTable>();
            types.answer::<crate::exchange::TableImported>();
            types.answer::<crate::exchange::calendar::CalendarImported>();
            (entries, types.found)
        }
    };
}

house! {
    queries {
        Today in today, CaseList in cases, CaseGrid in cases, ReadGrid in cases, CasePage in cases, Timeline in contacts, TimelineFind in contacts, NoteHistory in contacts,
        ProposedSteps in contacts, MentionNames in contacts, Templates in contacts, FilledTemplate in contacts,
        IssuedReports in contacts, Trash in trash,
        Week in plans, Span in plans, PlanYear in plans, Evening in plans, Soon in plans, VisitPage in plans, RulePreview in plans, SeriesPage in plans, DaysOff in plans, SessionPage in programmes, Programmes in programmes, ProgrammePage in programmes, Peers in peers,
        Activities in activities, Issues in issues, Organisations in organisations, Sections in reports, SectionPlan in reports, ReportSettings in reports,
        EarlierFigures in reports, ReleaseProof in reports, Releases in reports,
        Settings in settings, ReadDate in cases, PastePreview in exchange, AskedFor in search, Choices in search, SavedSearches in search, ListFilters in search,
        Draft in contacts, UndoState in settings, Checklist in road, SimilarPeople in cases, MergePreview in cases, Stalled in road, StallLimits in road, ExitBoard in road, Redact in redaction, ScreenText in redaction, KeptWords in redaction,
        RecordSettings in records, NotesToCopy in records, PersonRoad in records,
        Homes in homes,
        Settlement in settlement, AlertLimits in today, ExitExamples in road, VisitClosure in organisations,
        Retention in retention, ErasePreview in retention,
        Consents in consents, EpisodeConsents in consents, EpisodeNotes in consents,
    }
    studies {
        Search in search, Report in reports, ReportPage in reports, ReleaseForecast in reports, FigureRecords in reports, TablePreview in exchange,
        AttachmentPage in contacts,
        RecordPaper in records, RecordPaperPage in records, RevealName in face,
    }
    commands {
        OpenCase in cases, KeepGrid in cases, SetWish in cases, SetExitLine in cases, MoveStage in cases,
        KeepStay in cases, KeepDecision in cases, HoldCase in cases, EndHold in cases,
        WriteContact in contacts, ReviseContact in contacts, RestoreVersion in contacts, KeepDraft in contacts,
        KeepTemplates in contacts, StageFile in contacts, AttachFiles in contacts,
        ThrowAway in trash, TakeBack in trash, ClearTrash in trash,
        AddTask in today, FinishTask in today,
        PlanVisit in plans, PlanOther in plans, MovePlan in plans, FinishPlan in plans, SetOutcome in plans,
        ChangeSeries in plans, StopSeries in plans, RemovePlan in plans, ExtendSeries in plans, KeepDayOff in plans, RemoveDayOff in plans,
        PlanSession in programmes, RecordSession in programmes,
        KeepProgramme in programmes, KeepOrganiser in programmes, RemoveOrganiser in programmes, KeepPreparation in programmes,
        RemovePreparation in programmes, AddUsualPreparations in programmes, KeepParticipant in programmes, RemoveParticipant in programmes,
        KeepPeer in peers, KeepPeerActivity in peers, RemovePeerActivity in peers,
        RecordActivity in activities, RecordSupport in activities, RecordPublication in activities,
        NoteIssue in issues, PasteCaseload in exchange, KeepSection in reports, KeepSectionPlan in reports, KeepReportSettings in reports,
        KeepEarlierFigures in reports, KeepSettings in settings,
        KeepCheck in road, MergePeople in cases, KeepStallLimits in road,
        KeepWord in redaction, ForgetWord in redaction,
        KeepRecordSettings in records, KeepRoadPage in records, CopyNotes in records, MarkCopied in records,
        KeepHome in homes, RemoveHome in homes, KeepTrial in homes, RemoveTrial in homes,
        KeepUse in homes, RemoveUse in homes,
        KeepSettlement in settlement, KeepLifeCheck in settlement, RemoveLifeCheck in settlement, KeepCrisisPlan in settlement,
        PlanDischarge in settlement, KeepAlertLimits in today, KeepVisitClosure in organisations,
        KeepConsent in consents, WithdrawConsent in consents, MarkEpisode in consents,
        KeepRetention in retention, KeepUntil in retention, ErasePerson in retention,
        KeepSearches in search, KeepListFilter in search,
        Undo in settings, Redo in settings,
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
    entries(&numbers()).0
}

/// Whole numbers of every size cross as numbers.
fn numbers() -> Config {
    Config::default().with_large_int("number")
}

struct Declarations<'a> {
    cfg: &'a Config,
    found: BTreeMap<String, String>,
}

impl Declarations<'_> {
    fn entry<I: TS + 'static, A: TS + 'static>(
        &mut self,
        name: &'static str,
        command: bool,
        topics: &'static [Topic],
    ) -> Entry {
        I::visit_dependencies(self);
        self.answer::<A>();
        Entry { name, command, input: I::inline(self.cfg), answer: A::name(self.cfg), topics }
    }

    fn answer<A: TS + 'static>(&mut self) {
        self.visit::<A>();
        A::visit_dependencies(self);
        A::visit_generics(self);
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

/// Types that only the screens' side of the border has a use for.
const BORDER: &str = "\
/** A day, \"2026-11-24\". */
export type IsoDate = string;
/** What every call gives back. */
export type Reply<T> = { value: T, changed: Topic[] };
/** State of the roof before and around the house. */
export type VaultState = { state: \"none\" | \"locked\" | \"unconfirmed\" | \"open\", demo: boolean, failures: number, wait_seconds: number, last_backup_on: IsoDate | null };
";

/// The contract as TypeScript: types, queries, commands, topics and code lists.
pub fn typescript() -> String {
    let (entries, types) = entries(&numbers());
    let mut out = String::from(
        "// Generated from the list in app/src/contract.rs. Do not edit: `cargo xtask contract` writes it anew.\n\n",
    );
    for declaration in types.values() {
        out.push_str(declaration);
        out.push('\n');
    }
    out.push_str(BORDER);
    out.push('\n');
    for (head, command) in [("Queries", false), ("Commands", true)] {
        out.push_str(&format!("export interface {head} {{\n"));
        for e in entries.iter().filter(|e| e.command == command) {
            out.push_str(&format!("  {}: [{}, {}];\n", e.name, e.input, e.answer));
        }
        out.push_str("}\n\n");
    }
    let topics: BTreeMap<&str, &[Topic]> =
        entries.iter().filter(|e| !e.command).map(|e| (e.name, e.topics)).collect();
    let lists: BTreeMap<&str, Value> = LISTS.iter().map(|l| (l.name, json!(l.entries))).collect();
    for (about, head, value) in [
        (
            "Topics whose change makes the answer of a query stale.",
            "topicsOf: Record<keyof Queries, Topic[]>",
            json!(topics),
        ),
        (
            "The field's code lists.",
            "codes: Record<string, { code: string; ja: string; en: string }[]>",
            json!(lists),
        ),
    ] {
        out.push_str(&format!("/** {about} */\nexport const {head} = {value:#};\n\n"));
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
