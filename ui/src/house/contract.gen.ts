// Generated from the list in app/src/contract.rs. Do not edit: `cargo xtask contract` writes it anew.

export type Activity = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Kind, a code.
 */
kind: string, 
/**
 * Day.
 */
on: PartialDate, 
/**
 * Minutes.
 */
minutes: number | null, 
/**
 * Name.
 */
name: string, 
/**
 * Participants in all.
 */
participants: number | null, 
/**
 * Of these, the hospital side.
 */
medical: number | null, 
/**
 * Support.
 */
support: number | null, 
/**
 * Municipality.
 */
municipal: number | null, 
/**
 * Peers and family.
 */
peer_family: number | null, 
/**
 * Housing.
 */
housing: number | null, 
/**
 * Others.
 */
other: number | null, 
/**
 * How the partner took part, a code.
 */
partner_role: string | null, 
/**
 * Content.
 */
content: string, 
/**
 * Decisions.
 */
decisions: string, 
/**
 * Area.
 */
area: string | null, 
/**
 * Organisation with which or at which it was.
 */
org_id: Id | null, 
/**
 * Its name.
 */
org: string | null, 
/**
 * Begin.
 */
start: string | null, 
/**
 * ねらい.
 */
aim: string, 
/**
 * 宿題.
 */
homework: string, 
/**
 * 反応.
 */
reaction: string, 
/**
 * 資料名.
 */
materials: string, 
/**
 * How often its body had met in the year, this time included.
 */
nth: number, 
/**
 * Moment of writing, where it was written here.
 */
written_at: string | null, 
/**
 * Links in the content and the decisions.
 */
mentions: Array<MentionView>, };
export type ActivityDetails = { org_id: Id | null, org_name: string, start: ClockTime | null, aim: string, homework: string, reaction: string, materials: string, };
export type ActivityList = { 
/**
 * Meetings, briefings, trainings.
 */
activities: Array<Activity>, 
/**
 * Support to others.
 */
support: Array<Support>, 
/**
 * Publications.
 */
publications: Array<Publication>, 
/**
 * Notes without a case.
 */
loose: Array<TimelineItem>, 
/**
 * 会議体: what meets again and again, the last held first.
 */
bodies: Array<Body>, 
/**
 * Hospitals to which the project was explained, and how often.
 */
briefed: Array<BriefedHospital>, };
export type AdmissionForm = "voluntary" | "medical_protection" | "involuntary" | "emergency_involuntary" | "emergency" | "other";
export type AfterContact = { 
/**
 * Its task.
 */
task_id: Id, 
/**
 * Days after the discharge.
 */
days_after: number, 
/**
 * Due on.
 */
due_on: string | null, 
/**
 * Done on.
 */
done_on: string | null, };
export type AlertLimit = { 
/**
 * Its code.
 */
code: string, 
/**
 * What it counts: days, weeks, months, day_of_month.
 */
unit: string, 
/**
 * The value that holds.
 */
value: number, 
/**
 * The usual value.
 */
usual: number, 
/**
 * Smallest value that makes sense.
 */
least: number, 
/**
 * Largest value that makes sense.
 */
most: number, };
export type AskedChip = { 
/**
 * Code of its key.
 */
key: string, 
/**
 * Key and value in words.
 */
label: string, 
/**
 * The condition as it would be typed.
 */
token: string, 
/**
 * The whole question without it.
 */
without: string, };
export type AskedChoice = { 
/**
 * Its name.
 */
label: string, 
/**
 * The condition as it would be typed.
 */
token: string, };
export type AskedView = { 
/**
 * Words that are searched.
 */
words: string, 
/**
 * Conditions.
 */
chips: Array<AskedChip>, 
/**
 * What could not be understood, and what was probably meant, in sentences.
 */
told: Array<string>, };
export type Attachment = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Name as it was chosen.
 */
name: string, 
/**
 * png, jpeg or pdf.
 */
kind: string, 
/**
 * Bytes.
 */
size: number, };
export type AttachmentPicture = { 
/**
 * image/png or image/jpeg.
 */
mime: string, 
/**
 * The picture in Base64.
 */
data: string, 
/**
 * Pages in all.
 */
pages: number, };
export type AttendanceChange = { 
/**
 * What stood there before, a code.
 */
was: string | null, 
/**
 * Moment of the change.
 */
at: string, };
export type Attendee = { 
/**
 * Place on the roster, opaque.
 */
participant_id: Id, 
/**
 * The case, if she is one.
 */
case_id: Id | null, 
/**
 * Name, or the label of somebody unregistered.
 */
name: string, 
/**
 * Attendance, a code.
 */
attendance: string | null, 
/**
 * A line about the person in this session.
 */
remark: string, 
/**
 * Corrections of the attendance, oldest first.
 */
changes: Array<AttendanceChange>, };
export type Body = { 
/**
 * Its name, without the number of one meeting.
 */
name: string, 
/**
 * Kind, a code.
 */
kind: string, 
/**
 * How often it met in the year.
 */
times: number, 
/**
 * Days on which it met in the year, in order.
 */
days: Array<PartialDate>, 
/**
 * When it met last.
 */
last_on: PartialDate, 
/**
 * When it meets next: as planned, else by its rhythm.
 */
next_on: string | null, 
/**
 * True where the next meeting stands in the schedule.
 */
planned: boolean, };
export type BriefedHospital = { 
/**
 * The hospital or office.
 */
org_id: Id, 
/**
 * Its name.
 */
org: string, 
/**
 * Briefings and explanations inside it in the year.
 */
times: number, 
/**
 * The last of them.
 */
last_on: PartialDate, };
export type CalendarFault = { 
/**
 * Line of the file at which the event begins, where it is known.
 */
line: number | null, 
/**
 * Title, where there is one.
 */
title: string, 
/**
 * Stable code.
 */
code: string, 
/**
 * Why, in words.
 */
reason: string, };
export type CalendarImported = { 
/**
 * Plans that were added, each of a series counted.
 */
added: number, 
/**
 * Series among them.
 */
series: number, 
/**
 * Events that were here already; nothing of them was changed.
 */
known: number, 
/**
 * Events whose day has passed; they are left out.
 */
passed: number, 
/**
 * Events that are called off there; plans of ours are never taken away because of that.
 */
cancelled: number, 
/**
 * Alarms, attachments and links that were dropped.
 */
dropped: number, 
/**
 * Times in a zone that nobody explains; they were taken to be Japanese.
 */
assumed: number, 
/**
 * Events that did not come in, or not as they are written.
 */
faults: Array<CalendarFault>, };
export type CaseGrid = { 
/**
 * Its columns in order.
 */
columns: Array<GridColumn>, 
/**
 * Its rows in the order of the dictionary.
 */
rows: Array<GridRow>, };
export type CaseLine = { 
/**
 * The case.
 */
id: Id, 
/**
 * Name as written.
 */
name: string, 
/**
 * Reading.
 */
kana: string, 
/**
 * あ か さ … or 他.
 */
index: string, 
/**
 * The user's own number of the case.
 */
code: string | null, 
/**
 * Hospital in which the person stays now.
 */
org_id: Id | null, 
/**
 * Its name.
 */
hospital: string | null, 
/**
 * Ward.
 */
ward: string | null, 
/**
 * Room.
 */
room: string | null, 
/**
 * Stage.
 */
stage: Stage, 
/**
 * Whether the case is running.
 */
status: Status, 
/**
 * Full years.
 */
age: number | null, 
/**
 * Last contact of any kind.
 */
last_contact_on: string | null, 
/**
 * Days since then.
 */
last_contact_days: number | null, 
/**
 * Days since the last face-to-face contact with the person.
 */
face_to_face_days: number | null, 
/**
 * The next planned step: the open task or the planned visit that comes first.
 */
next_text: string | null, 
/**
 * Its day.
 */
next_on: string | null, 
/**
 * Days until then; negative when it has passed.
 */
next_days: number | null, };
export type CaseList = { 
/**
 * Those who were asked for.
 */
lines: Array<CaseLine>, 
/**
 * Number of cases, open and closed.
 */
total: number, 
/**
 * Number of open cases.
 */
open: number, };
export type CasePage = { 
/**
 * The case.
 */
id: Id, 
/**
 * The person, for a new case after this one.
 */
client_id: Id, 
/**
 * Name.
 */
name: string, 
/**
 * Family name as written.
 */
family_name: string, 
/**
 * Given name as written.
 */
given_name: string, 
/**
 * Reading of the family name.
 */
family_kana: string, 
/**
 * Reading of the given name.
 */
given_kana: string, 
/**
 * Reading.
 */
kana: string, 
/**
 * Other names.
 */
aliases: Array<string>, 
/**
 * The user's own number of the case.
 */
code: string | null, 
/**
 * Sex, a code; empty while unknown.
 */
sex: string, 
/**
 * Full years.
 */
age: number | null, 
/**
 * Birth date.
 */
birth_date: PartialDate | null, 
/**
 * Hospital in which the person stays now.
 */
org_id: Id | null, 
/**
 * Its name.
 */
hospital: string | null, 
/**
 * Ward.
 */
ward: string | null, 
/**
 * Room.
 */
room: string | null, 
/**
 * The stay, for a correction.
 */
stay_id: Id | null, 
/**
 * First day of the stay.
 */
admitted_on: PartialDate | null, 
/**
 * Full months of the stay.
 */
stay_months: number | null, 
/**
 * Admission form, a code.
 */
admission_form: string | null, 
/**
 * Stage.
 */
stage: Stage, 
/**
 * Whether the case is running.
 */
status: Status, 
/**
 * 本人の希望.
 */
wish: string, 
/**
 * Day of the wish.
 */
wish_on: PartialDate | null, 
/**
 * 望む場所.
 */
wished_place: string, 
/**
 * 不安に思うこと.
 */
anxieties: string, 
/**
 * 把握日.
 */
identified_on: PartialDate, 
/**
 * Full months since then.
 */
support_months: number, 
/**
 * The road, all stages.
 */
steps: Array<StageStep>, 
/**
 * The four lines of the exit board.
 */
exit: Array<ExitLine>, 
/**
 * Tasks: open ones by their day, then those done.
 */
tasks: Array<TaskLine>, 
/**
 * Benefit decisions, newest first.
 */
decisions: Array<DecisionLine>, 
/**
 * The newest entries of the timeline.
 */
timeline: Array<TimelineItem>, 
/**
 * Number of all its entries.
 */
timeline_total: number, 
/**
 * Text being typed for the person, kept at `case/<id>`.
 */
draft: string | null, };
export type Certainty = "undecided" | "idea" | "arranging" | "fixed";
export type CheckItem = { 
/**
 * Its code, or its words where it was added.
 */
item: string, 
/**
 * True for one that was added in somebody's own words.
 */
added: boolean, 
/**
 * Done on.
 */
done_on: PartialDate | null, 
/**
 * Done by.
 */
done_by: string, 
/**
 * Note.
 */
note: string, 
/**
 * Not asked for this person.
 */
hidden: boolean, };
export type CheckStage = { 
/**
 * The stage.
 */
stage: Stage, 
/**
 * Its items: those of the list, then what was added.
 */
items: Array<CheckItem>, 
/**
 * Number of items that are asked for.
 */
asked: number, 
/**
 * Number of those that are done.
 */
done: number, };
export type ChoiceGroup = { 
/**
 * Code of the key.
 */
key: string, 
/**
 * Its name.
 */
label: string, 
/**
 * What can be chosen.
 */
choices: Array<AskedChoice>, };
export type ChosenTable = { 
/**
 * Its name.
 */
file: string, 
/**
 * How it was written, in words.
 */
written: string, 
/**
 * Its sheets.
 */
sheets: Array<TableSheet>, 
/**
 * The sheet with which to begin, from 0.
 */
sheet: number, 
/**
 * What its lines seem to be; `None` where no head is known.
 */
kind: TableKind | null, };
export type Clash = "travel" | "overlap";
export type Cleared = { 
/**
 * Records whose time was over.
 */
records: number, 
/**
 * Photos and papers that nothing named any more.
 */
files: number, };
export type ClockTime = string;
export type ClosureDays = { 
/**
 * First day; none while visitors are welcome.
 */
from_on: PartialDate | null, 
/**
 * Last day, while known.
 */
to_on: PartialDate | null, 
/**
 * True today.
 */
now: boolean, };
export type ConsentAbout = "support" | "sharing" | "episode" | "family" | "peer" | "picture" | "other";
export type ConsentLine = { 
/**
 * Identity.
 */
id: Id, 
/**
 * What it is about.
 */
about: ConsentAbout, 
/**
 * With whom, for what.
 */
scope: string, 
/**
 * Day on which it was given.
 */
given_on: string, 
/**
 * How it was confirmed.
 */
way: ConsentWay, 
/**
 * Who confirmed it.
 */
confirmed_by: string, 
/**
 * Its last day.
 */
valid_until: string | null, 
/**
 * Day on which it was taken back.
 */
withdrawn_on: string | null, 
/**
 * Why.
 */
withdrawn_reason: string, 
/**
 * How it stands today.
 */
state: ConsentState, };
export type ConsentState = "valid" | "ended" | "withdrawn" | "none";
export type ConsentWay = "oral" | "written" | "gesture" | "supported" | "other";
export type Considered = { 
/**
 * Its name in the ledger.
 */
report: string, 
/**
 * Fiscal year of its period.
 */
fiscal_year: number, 
/**
 * Code of the level.
 */
level: string, };
export type CopyColumn = "date" | "time" | "person" | "method" | "counterpart" | "place" | "kinds" | "text" | "next_step" | "minutes" | "author";
export type CopyDates = "western" | "era";
export type Counting = "persons" | "events" | "sum" | "minutes";
export type CrisisCall = { 
/**
 * Who.
 */
who: string, 
/**
 * Number.
 */
phone: string, 
/**
 * When they can be reached.
 */
hours: string, };
export type CrisisView = { 
/**
 * Made or looked at again on; none while nobody made one.
 */
made_on: PartialDate | null, 
/**
 * How it is when all is well.
 */
well: string, 
/**
 * Signs that it is getting worse.
 */
signs: string, 
/**
 * What helps, done alone.
 */
own_ways: string, 
/**
 * What others are asked to do.
 */
wanted: string, 
/**
 * What others are asked not to do.
 */
unwanted: string, 
/**
 * What is wished for should a stay in hospital be needed.
 */
hospital: string, 
/**
 * Whom to call, in order.
 */
calls: Array<CrisisCall>, };
export type Day = { 
/**
 * The date.
 */
on: string, 
/**
 * 1 is Monday.
 */
weekday: number, 
/**
 * Name of the holiday, if it is one.
 */
holiday: string | null, 
/**
 * True for the day of the call.
 */
today: boolean, };
export type DayOffLine = { 
/**
 * Identity.
 */
id: Id, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * True when it comes back every year.
 */
yearly: boolean, 
/**
 * What it is called.
 */
name: string, 
/**
 * The hospital whose it is; none for the user's own.
 */
org_id: Id | null, };
export type Deadline = { 
/**
 * The case, if it is about one.
 */
case_id: Id | null, 
/**
 * The hospital, if it is about one.
 */
org_id: Id | null, 
/**
 * Name of the person or hospital.
 */
name: string, 
/**
 * Code of the rule.
 */
rule: string, 
/**
 * Day on which it is due.
 */
due: string, 
/**
 * Days until then; negative when it has passed.
 */
days: number, 
/**
 * In words.
 */
sentence: string, };
export type DecisionLine = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Service, a code.
 */
service: string, 
/**
 * First day.
 */
from_on: PartialDate, 
/**
 * Last day: of the period, or earlier if it was ended.
 */
to_on: PartialDate | null, 
/**
 * Days until then; negative when it has passed, none when it was ended.
 */
days_left: number | null, };
export type Destination = "home_alone" | "home_family" | "group_home" | "lodging_training" | "support_facility" | "elderly_facility" | "public_housing" | "support_housing" | "other_hospital" | "deceased" | "other";
export type Duplicate = { 
/**
 * Row of the preview, from 0.
 */
row: number, 
/**
 * Name of the person who is there.
 */
name: string, };
export type Earlier = "marked" | "struck";
export type EntryKind = "contact" | "stage" | "session" | "visit" | "admission" | "discharge" | "hold";
export type EpisodeConsent = { 
/**
 * The case.
 */
case_id: Id, 
/**
 * Name.
 */
name: string, 
/**
 * How the consent stands today.
 */
state: ConsentState, 
/**
 * For what it was given.
 */
scope: string, 
/**
 * Its last day.
 */
valid_until: string | null, 
/**
 * Day on which it was taken back.
 */
withdrawn_on: string | null, 
/**
 * Titles of the texts in which words of this person's notes stand.
 */
quoted_in: Array<string>, };
export type EpisodeNote = { 
/**
 * The note.
 */
contact_id: Id, 
/**
 * The case; none for a note about nobody's case.
 */
case_id: Id | null, 
/**
 * Name of the person.
 */
name: string, 
/**
 * Day of the contact.
 */
on: string, 
/**
 * Its text, as written.
 */
text: string, 
/**
 * How her consent to print an episode stands today; none needed where it is about nobody's case.
 */
state: ConsentState | null, };
export type Eras = "wareki" | "seireki" | "both";
export type ErasePreview = { 
/**
 * Name, as it has to be typed.
 */
name: string, 
/**
 * Cases of the person.
 */
cases: number, 
/**
 * Texts of records with their earlier versions.
 */
texts: number, 
/**
 * Photos and papers.
 */
files: number, 
/**
 * Plans, consents, checks, next steps and the like.
 */
papers: number, 
/**
 * Rows that stay as numbers.
 */
numbers: number, };
export type Evening = { 
/**
 * Plans whose end has come and of which nothing, or not all, is known; oldest first.
 */
plans: Array<PlanItem>, 
/**
 * Plans of the day that still lie ahead.
 */
ahead: number, 
/**
 * Places of texts that were typed and not recorded.
 */
drafts: Array<string>, };
export type Example = { 
/**
 * Age band in common, a code.
 */
age: string | null, 
/**
 * Band of the years in hospital in common, a code.
 */
stay: string | null, 
/**
 * Type of hospital in common.
 */
hospital: OrganisationType | null, 
/**
 * Obstacles in common.
 */
obstacles: Array<Obstacle>, 
/**
 * Where to; none where nobody wrote it.
 */
destination: Destination | null, 
/**
 * Months from 把握日 to the discharge.
 */
months: number, 
/**
 * The stages walked up to the discharge with their months, in order.
 */
stages: Array<StageMonths>, 
/**
 * Nights slept on trial.
 */
nights: number, 
/**
 * The person came back to a hospital while the case was open.
 */
readmitted: boolean, };
export type ExampleList = { 
/**
 * Conditions that are compared: how many are known of this case.
 */
known: number, 
/**
 * Closed cases.
 */
closed: number, 
/**
 * Those of them in which the person left the hospital for the town.
 */
left: number, 
/**
 * The examples, those with most in common first.
 */
examples: Array<Example>, };
export type ExitCell = { 
/**
 * Which line.
 */
key: ExitKey, 
/**
 * 案, or the organisation in charge where there is none.
 */
idea: string, 
/**
 * 確かさ.
 */
certainty: Certainty, };
export type ExitKey = "housing" | "daytime" | "supporters" | "trouble";
export type ExitLine = { 
/**
 * Which line.
 */
key: ExitKey, 
/**
 * In the person's words.
 */
wish: string, 
/**
 * 案.
 */
idea: string, 
/**
 * Organisation in charge.
 */
org_id: Id | null, 
/**
 * Its name.
 */
org: string | null, 
/**
 * 確かさ.
 */
certainty: Certainty, 
/**
 * Last change.
 */
updated_on: string | null, };
export type ExitRow = { 
/**
 * Who it is.
 */
person: CaseLine, 
/**
 * The four lines in their order: which, what is thought of, how certain.
 */
exit: Array<ExitCell>, };
export type Failure = { 
/**
 * Identity, such as `contact.empty`.
 */
id: string, 
/**
 * One sentence: what happened, what is kept, what to do.
 */
sentence: string, 
/**
 * Field of the input that it concerns.
 */
field: string | null, 
/**
 * Records that it is about, such as the cases still left in a visit.
 */
about?: Array<Id>, };
export type FateStep = { 
/**
 * Which form: 0 is the finest.
 */
rung: number, 
/**
 * Its title as it would have been printed.
 */
title: string, 
/**
 * Why it was left, in one sentence.
 */
sentence: string, 
/**
 * The sentence in English.
 */
sentence_en: string, };
export type Fault = { 
/**
 * Name of the file; empty for the folder as a whole.
 */
file: string, 
/**
 * Physical line where the record starts; 0 for the file as a whole.
 */
line: number, 
/**
 * Column, where one is meant.
 */
column: string, 
/**
 * Code by which other programs know the fault.
 */
code: string, 
/**
 * One plain sentence.
 */
reason: string, };
export type FigureOrigin = { 
/**
 * Title of the table.
 */
title: string, 
/**
 * Caption of the row.
 */
row: string, 
/**
 * Caption of the column.
 */
column: string, 
/**
 * The figure; none where the question does not apply.
 */
value: number | null, 
/**
 * The figure is minutes.
 */
counting: Counting, 
/**
 * What is counted, in a sentence.
 */
definition: string, 
/**
 * The same in English.
 */
definition_en: string, 
/**
 * What is left out, in a sentence; empty for nothing.
 */
exclusions: string, 
/**
 * The same in English.
 */
exclusions_en: string, 
/**
 * First day of the period.
 */
from: string, 
/**
 * Last day that is counted.
 */
to: string, 
/**
 * The records; their amounts make the figure. None where a figure has no records of the store.
 */
records: Array<FigureRecord> | null, };
export type FigureRecord = { 
/**
 * What it is.
 */
kind: RecordKind, 
/**
 * Identity, where the store has one.
 */
id: string | null, 
/**
 * Identity of its case.
 */
case_id: string | null, 
/**
 * Day of the event; for a state the day on which the case was opened.
 */
on: string, 
/**
 * How much it adds to the figure.
 */
amount: number, };
export type FiscalYear = number;
export type Forecast = { 
/**
 * Later reports that would tell less; empty where none would.
 */
later: Array<ForecastReport>, 
/**
 * The same in one sentence.
 */
sentence: string, 
/**
 * The sentence in English.
 */
sentence_en: string, };
export type ForecastReport = { 
/**
 * Kind.
 */
kind: ReportKind, 
/**
 * Who would read it.
 */
level: Level, 
/**
 * Its tables.
 */
tables: number, 
/**
 * Those that would tell less.
 */
affected: Array<ForecastTable>, 
/**
 * The same in one sentence.
 */
sentence: string, 
/**
 * The sentence in English.
 */
sentence_en: string, };
export type ForecastTable = { 
/**
 * Number in the list of tables.
 */
id: string, 
/**
 * Title as it would be printed now.
 */
title: string, 
/**
 * What would become of it.
 */
sentence: string, 
/**
 * The sentence in English.
 */
sentence_en: string, };
export type GapLine = { 
/**
 * The case.
 */
case_id: Id, 
/**
 * Name.
 */
name: string, 
/**
 * Days since the last contact that counts.
 */
days: number, 
/**
 * True where the gap is long, not only due.
 */
long: boolean, 
/**
 * In words.
 */
sentence: string, 
/**
 * Next planned visit or appointment.
 */
planned_on: string | null, };
export type GridCell = { case_id: Id, field: string, 
/**
 * As typed or pasted; empty clears the cell.
 */
text: string, };
export type GridColumn = { 
/**
 * Its field.
 */
field: string, 
/**
 * What its cells hold: text, kana, texts, date, code, codes.
 */
holds: string, 
/**
 * Name of the list of codes.
 */
list: string | null, 
/**
 * False where cells are only read here.
 */
open: boolean, };
export type GridRow = { 
/**
 * The case.
 */
id: Id, 
/**
 * Name.
 */
name: string, 
/**
 * Field and value: codes as codes, dates in ISO form, several values parted by `;`. What is not known is not there.
 */
cells: { [key in string]: string }, };
export type HiddenCell = { 
/**
 * Row of the printed table.
 */
row: number, 
/**
 * Column of the printed table.
 */
column: number, 
/**
 * Why, in one sentence.
 */
sentence: string, 
/**
 * The sentence in English.
 */
sentence_en: string, };
export type HoldReason = "wavering" | "physical_illness" | "family" | "hospital" | "other";
export type HolidayRule = "keep" | "skip" | "next" | "previous";
export type HomeLine = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Looked at on.
 */
seen_on: string | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Where it is.
 */
address: string, 
/**
 * 大家.
 */
landlord: string, 
/**
 * 不動産業者・管理会社.
 */
agent: string, 
/**
 * Rent of a month.
 */
rent: number | null, 
/**
 * What moving in costs.
 */
initial_cost: number | null, 
/**
 * Who stands surety.
 */
guarantor: string, 
/**
 * What was told to the landlord.
 */
told: string, 
/**
 * What came of it: a word of `home_result`, or of a foreign file.
 */
result: string, 
/**
 * Why.
 */
reason: string, };
export type HomesPage = { 
/**
 * What was looked at.
 */
homes: Array<HomeLine>, 
/**
 * Stays on trial.
 */
trials: Array<TrialLine>, 
/**
 * Nights slept on trial so far: the sum of what is known.
 */
nights: number, 
/**
 * Services used on trial.
 */
uses: Array<UseLine>, 
/**
 * Days on which they were used: the sum of what is known.
 */
days: number, };
export type Hours = { 
/**
 * Kind of work.
 */
kind: string, 
/**
 * Minutes.
 */
minutes: number, };
export type HouseEvent = { "kind": "progress", 
/**
 * Name of the act.
 */
act: string, 
/**
 * Steps done.
 */
done: number, 
/**
 * Steps in all, 0 while unknown.
 */
total: number, } | { "kind": "changed", 
/**
 * The topics.
 */
topics: Array<Topic>, } | { "kind": "locked" };
export type Id = string;
export type Imported = { 
/**
 * Rows by file; empty when there are faults.
 */
imported: Record<string, number>, 
/**
 * Faults, the first thousand.
 */
faults: Array<Fault>, 
/**
 * Faults in all.
 */
fault_count: number, };
export type Issue = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Day.
 */
on: string, 
/**
 * Text.
 */
text: string, 
/**
 * 入口, 出口, 病院, 家族, 住まい, 制度, 人材, 院内意識, 連携 or words of one's own.
 */
tags: Array<string>, 
/**
 * What became of it.
 */
status: IssueStatus, 
/**
 * Links behind 「@」 and 「#」 in the text.
 */
mentions: Array<MentionView>, };
export type IssueStatus = "open" | "theme" | "reported";
export type IssuedReport = { 
/**
 * Name of its file.
 */
file_name: string, 
/**
 * Moment at which it left.
 */
released_at: string, };
export type KeepRecordSettings = { 
/**
 * Boxes for stamps.
 */
approval: boolean, 
/**
 * Their heads, separated by 、.
 */
stamps: string, 
/**
 * What of an earlier version is shown.
 */
earlier: Earlier, 
/**
 * Columns of a copied note in their order.
 */
columns: Array<CopyColumn>, 
/**
 * What stands between them.
 */
separator: Separator, 
/**
 * Every column begins with its name.
 */
labels: boolean, 
/**
 * How days are written.
 */
dates: CopyDates, 
/**
 * What was copied is marked at once.
 */
mark_at_once: boolean, };
export type KeepReportSettings = { 
/**
 * Years.
 */
years: PaperYears, 
/**
 * Persons.
 */
persons: PersonWord, 
/**
 * A field for approvals on the cover.
 */
approval: boolean, 
/**
 * Clause of the contract on which the exact report rests; empty: that audience is off.
 */
commissioner_clause: string, 
/**
 * Its receiver.
 */
commissioner_receiver: string, 
/**
 * The audience of a hospital is on.
 */
hospital: boolean, };
export type KeepRoadPage = { case_id: Id, wish: string, next_step: string, };
export type KeptPerson = { 
/**
 * The newest case.
 */
case_id: Id, 
/**
 * Name.
 */
name: string, 
/**
 * Reading.
 */
kana: string, 
/**
 * Day on which the last case was closed.
 */
closed_on: string, 
/**
 * Until when the records are kept.
 */
until: string, 
/**
 * The time is over.
 */
over: boolean, };
export type KeptSection = { key: string, 
/**
 * The user's own title; empty for the usual one.
 */
title: string, shown: boolean, };
export type KeptWordLine = { 
/**
 * The word as a decision about it is remembered.
 */
word: string, 
/**
 * For whose texts.
 */
level: TextLevel, 
/**
 * What it was found as.
 */
code: string, 
/**
 * Why it may stay.
 */
reason: string, 
/**
 * Day of the decision.
 */
on: string, 
/**
 * Who decided; empty where no name was set.
 */
by: string, };
export type Level = "internal" | "municipal" | "public" | "commissioner" | "hospital";
export type LifeCheckLine = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Day.
 */
on: PartialDate, 
/**
 * Method, a code; empty while unknown.
 */
method: string, 
/**
 * Sleep.
 */
sleep: number | null, 
/**
 * Meals.
 */
meals: number | null, 
/**
 * Medicine.
 */
medicine: number | null, 
/**
 * Money.
 */
money: number | null, 
/**
 * Neighbours, rubbish, noise.
 */
neighbours: number | null, 
/**
 * Loneliness.
 */
loneliness: number | null, 
/**
 * In words.
 */
note: string, };
export type ListFilter = { 
/**
 * open, closed or all.
 */
list: string, 
/**
 * Its conditions, as typed.
 */
query: string, };
export type Mapping = { 
/**
 * Name of the sheet.
 */
sheet: string | null, 
/**
 * Row of the head as the sheet counts; 0 for a list without one.
 */
head_row: number | null, 
/**
 * Columns by their head or by their place (`#3`), and the field of each; no field leaves a column out.
 */
columns: Record<string, string | null>, 
/**
 * Hospitals as the list writes them, and for each the id or the name of the directory, or `new`.
 */
organisations: Record<string, string>, 
/**
 * Hospital of the rows that say none.
 */
hospital: string | null, 
/**
 * 把握日 of the rows that say none; today where it is not given.
 */
identified_on: string | null, 
/**
 * Fiscal year of dates that say none.
 */
fiscal_year: number | null, 
/**
 * Rows that come in although somebody or something like it is there.
 */
take: number[], };
export type Mark = { 
/**
 * Place on the roster, as the session's page gives it.
 */
participant_id: Id, 
/**
 * Attendance, a code.
 */
attendance: string, 
/**
 * A line about the person; without one what stands there stays.
 */
remark?: string | null, };
export type MaterialLine = { 
/**
 * Day.
 */
on: string, 
/**
 * The line as it was written.
 */
text: string, 
/**
 * What it is: 気づき, 研修会 …
 */
source: string, };
export type MentionName = { 
/**
 * What is written after the mark; no two are the same.
 */
text: string, 
/**
 * Reading.
 */
kana: string, 
/**
 * Hospital, office or area.
 */
place: string, };
export type MentionView = { 
/**
 * True behind 「@」.
 */
person: boolean, 
/**
 * The name as written, without its mark.
 */
text: string, 
/**
 * The name today.
 */
name: string, 
/**
 * Person with a case to whom it leads.
 */
case_id: Id | null, 
/**
 * Organisation to which it leads: itself, or the office of the person.
 */
org_id: Id | null, };
export type MergeSide = { 
/**
 * Who it is.
 */
person: CaseLine, 
/**
 * Contact records.
 */
contacts: number, 
/**
 * Visits in which the person was to be seen.
 */
visits: number, 
/**
 * Sessions with an attendance.
 */
sessions: number, 
/**
 * Tasks.
 */
tasks: number, 
/**
 * Steps of the road.
 */
steps: number, };
export type MergeView = { 
/**
 * The entry that stays.
 */
keep: MergeSide, 
/**
 * The entry that goes into it.
 */
other: MergeSide, 
/**
 * Both are running: they become one episode. Else they stay two episodes of one person.
 */
one_episode: boolean, };
export type Method = "interview_hospital" | "home_visit" | "visit_facility" | "accompany" | "office" | "phone" | "online" | "mail" | "letter" | "meeting" | "other" | "unknown";
export type NextStep = { text: string, due_on: string | null, 
/**
 * Who does it; the user, unless said.
 */
owner?: string, };
export type NoteToCopy = { 
/**
 * The note.
 */
contact_id: Id, 
/**
 * Its case.
 */
case_id: Id | null, 
/**
 * Name of the person.
 */
name: string | null, 
/**
 * Day.
 */
on: PartialDate, 
/**
 * Method, a code.
 */
method: string | null, 
/**
 * The text.
 */
text: string, 
/**
 * 転記済み on.
 */
copied_on: PartialDate | null, };
export type NoteVersion = { 
/**
 * Number by which it can be brought back; `None` for the note as it stands.
 */
number: number | null, 
/**
 * Moment from which it stood.
 */
from: string | null, 
/**
 * Why it took the place of the version before; `None` for the first one and for what was taken back.
 */
reason: string | null, 
/**
 * Day.
 */
on: PartialDate, 
/**
 * Minutes.
 */
minutes: number | null, 
/**
 * Method, a code.
 */
method: string | null, 
/**
 * Counterparts, codes.
 */
counterparts: Array<string>, 
/**
 * The whole text.
 */
text: string, 
/**
 * The text against the version before; one piece for the first version.
 */
pieces: Array<TextPiece>, };
export type NotesView = { 
/**
 * The newest of them.
 */
notes: Array<NoteToCopy>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * How many of the span nobody has copied yet.
 */
left: number, };
export type Obstacle = "unstable" | "comorbidity" | "medication" | "no_wish" | "anxiety" | "living_skills" | "housing" | "guarantor" | "money" | "family_opposed" | "family_strained" | "no_supporters" | "no_day_place" | "hospital_policy" | "community" | "past_events" | "age" | "other";
export type Organisation = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Name.
 */
name: string, 
/**
 * Reading.
 */
kana: string, 
/**
 * Type, a code.
 */
type: string, 
/**
 * Area of the user's own list.
 */
area: string | null, 
/**
 * Wards that stays and visits name.
 */
wards: Array<string>, 
/**
 * Open cases whose person stays there now.
 */
open_cases: number, 
/**
 * Last day on which anything was done with it.
 */
last_contact_on: PartialDate | null, };
export type OrganisationType = "psychiatric_hospital" | "general_hospital" | "clinic" | "consultation_center" | "core_center" | "plan_office" | "community_life_center" | "group_home" | "lodging_training" | "day_service" | "employment" | "visiting_nurse" | "helper" | "housing_support" | "real_estate" | "municipality_hq" | "ward_office" | "mh_center" | "health_center" | "council" | "peer_group" | "family_group" | "social_council" | "other";
export type OrganiserLine = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Organisation.
 */
org_id: Id | null, 
/**
 * Its name.
 */
org: string, 
/**
 * Side, a code or as a foreign file wrote it.
 */
side: string, 
/**
 * 主催・共催・協力, a code.
 */
role: string, };
export type OtherKind = "meeting" | "accompany" | "own";
export type Outcome = "met" | "away" | "unwilling" | "unwell" | "out";
export type PagePicture = { 
/**
 * PNG in Base64.
 */
png: string, 
/**
 * Width in pixels.
 */
width: number, 
/**
 * Height in pixels.
 */
height: number, };
export type PaperRequest = { "paper": "course", 
/**
 * Whose.
 */
case_id: Id, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, } | { "paper": "diary", 
/**
 * The day.
 */
on: string, } | { "paper": "handover", 
/**
 * Whose.
 */
case_id: Id, } | { "paper": "road", 
/**
 * Whose.
 */
case_id: Id, } | { "paper": "crisis", 
/**
 * Whose.
 */
case_id: Id, } | { "paper": "schedule", 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, } | { "paper": "month", 
/**
 * A day of it.
 */
of: string, } | { "paper": "round", 
/**
 * The visit.
 */
plan_id: Id, 
/**
 * With names; else with the codes that a screen turned to others shows.
 */
names: boolean, };
export type PaperYears = "era" | "western";
export type PartialDate = string;
export type PasteCell = { 
/**
 * As pasted.
 */
text: string, 
/**
 * As it would be kept.
 */
value: string | null, 
/**
 * What is wrong, in one sentence.
 */
fault: string | null, };
export type PasteColumn = "name" | "kana" | "hospital" | "ward" | "birth_date" | "admitted_on" | "identified_on" | "sex" | "skip";
export type PastePreview = { 
/**
 * What every column is taken for.
 */
columns: Array<PasteColumn>, 
/**
 * Heads as pasted.
 */
heads: Array<string>, 
/**
 * Cells, row by row.
 */
rows: Array<Array<PasteCell>>, 
/**
 * Rows that can be taken over.
 */
good: number, 
/**
 * Rows with a fault.
 */
faulty: number, 
/**
 * Good rows whose person is in the vault, or in an earlier row.
 */
duplicates: Array<Duplicate>, };
export type Pasted = { 
/**
 * Cases opened.
 */
imported: number, 
/**
 * Rows left out.
 */
skipped: number, };
export type PeerActivityLine = { 
/**
 * The row; none for a session of which nothing but the name is known.
 */
id: Id | null, 
/**
 * Its session.
 */
session_id: Id | null, 
/**
 * Name of the programme.
 */
programme: string, 
/**
 * Number of the session.
 */
session_no: number | null, 
/**
 * Theme of the session.
 */
theme: string, 
/**
 * Day.
 */
on: PartialDate | null, 
/**
 * Kind, a code.
 */
kind: string, 
/**
 * Minutes.
 */
minutes: number | null, 
/**
 * 謝金.
 */
fee: number | null, 
/**
 * 実費.
 */
expenses: number | null, 
/**
 * Paid on.
 */
paid_on: PartialDate | null, 
/**
 * How she was, and what was taken care of.
 */
care: string, 
/**
 * What was done.
 */
note: string, };
export type PeerCount = { 
/**
 * Kind, a code.
 */
kind: string, 
/**
 * Times.
 */
times: number, };
export type PeerLine = { 
/**
 * The person.
 */
id: Id, 
/**
 * Name.
 */
name: string, 
/**
 * Reading.
 */
kana: string, 
/**
 * The group.
 */
org_id: Id | null, 
/**
 * Its name.
 */
org: string, 
/**
 * 体調面の配慮.
 */
care_note: string, 
/**
 * Phone.
 */
phone: string, 
/**
 * Since when.
 */
from_on: PartialDate | null, 
/**
 * Until when.
 */
to_on: PartialDate | null, 
/**
 * Times in the year by kind.
 */
counts: Array<PeerCount>, 
/**
 * Fees of the year.
 */
fees: number, 
/**
 * Expenses of the year.
 */
expenses: number, 
/**
 * Rows with a fee or expenses that are not paid yet.
 */
unpaid: number, 
/**
 * Last day on which somebody wrote how she was.
 */
asked_on: PartialDate | null, 
/**
 * What she did in the year, newest first.
 */
activities: Array<PeerActivityLine>, };
export type PeerList = { 
/**
 * By reading; those who stopped last.
 */
peers: Array<PeerLine>, 
/**
 * Sessions with a peer supporter, and how many they were there together: as the report tells them.
 */
sessions: number, 
/**
 * The same, every peer supporter counted at each session.
 */
times: number, 
/**
 * Money of the year in yen: fees.
 */
fees: number, 
/**
 * Expenses.
 */
expenses: number, };
export type PersonWord = "usual" | "nin" | "mei";
export type PieceKind = "same" | "removed" | "added";
export type Place = "inside" | "outside";
export type PlanDay = { 
/**
 * The date.
 */
on: string, 
/**
 * 1 is Monday.
 */
weekday: number, 
/**
 * Name of the holiday, if it is one.
 */
holiday: string | null, 
/**
 * True for the day of the call.
 */
today: boolean, 
/**
 * Plans that were not cancelled.
 */
plans: number, };
export type PlanItem = { 
/**
 * The plan, opaque.
 */
id: Id, 
/**
 * Visit, session, meeting, accompaniment, own time.
 */
kind: PlanKind, 
/**
 * Day.
 */
on: string, 
/**
 * Begin, `09:30`.
 */
start: string | null, 
/**
 * End.
 */
end: string | null, 
/**
 * What it is called: the hospital of a visit, the programme of a session.
 */
title: string, 
/**
 * Place.
 */
org_id: Id | null, 
/**
 * Name of the place.
 */
org: string | null, 
/**
 * Ward of a visit.
 */
ward: string | null, 
/**
 * Programme of a session.
 */
programme_id: Id | null, 
/**
 * Number of a session.
 */
session_no: number | null, 
/**
 * Persons it concerns.
 */
persons: number, 
/**
 * Persons of whom something is recorded.
 */
written: number, 
/**
 * What became of it.
 */
result: PlanResult, 
/**
 * Why.
 */
reason: string | null, 
/**
 * True when the hospital takes no visitors on that day.
 */
closed_to_visits?: boolean, 
/**
 * Minutes that the way there takes.
 */
travel_minutes?: number, 
/**
 * The series that it belongs to.
 */
series_id?: Id, 
/**
 * True for a plan of a series that has gone its own way.
 */
apart?: boolean, 
/**
 * How it stands in the way of another plan of the day.
 */
clash?: Clash, };
export type PlanKind = "visit" | "session" | "meeting" | "accompany" | "own";
export type PlanMonth = { 
/**
 * First day.
 */
first: string, 
/**
 * Plans that were not cancelled.
 */
plans: number, 
/**
 * Hospital visits among them.
 */
visits: number, 
/**
 * Its days.
 */
days: Array<PlanDay>, };
export type PlanResult = "planned" | "done" | "cancelled" | "changed";
export type PlanYearView = { 
/**
 * April to March.
 */
months: Array<PlanMonth>, };
export type PreparationLine = { 
/**
 * Identity.
 */
id: Id, 
/**
 * What.
 */
item: string, 
/**
 * Done on.
 */
done_on: PartialDate | null, };
export type PrintedTable = { 
/**
 * Captions of the rows.
 */
rows: Array<string>, 
/**
 * Captions of the columns.
 */
columns: Array<string>, 
/**
 * Columns of words beside the captions.
 */
words: Array<WordColumn>, 
/**
 * For every column: whether its numbers are minutes.
 */
minutes: Array<boolean>, 
/**
 * Row by row: a number, `x` where it is hidden, nothing where it does not apply.
 */
cells: (number | "x" | null)[][], };
export type Programme = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Name.
 */
name: string, 
/**
 * Hospital.
 */
org_id: Id | null, 
/**
 * Name of the hospital.
 */
org: string | null, 
/**
 * Status, a code.
 */
status: string, 
/**
 * Sessions that were held: recorded as done, or with somebody's attendance.
 */
sessions: number, 
/**
 * Number of the session that would be planned next.
 */
next_no: number, };
export type ProgrammePage = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Name.
 */
name: string, 
/**
 * Hospital.
 */
org_id: Id | null, 
/**
 * Name of the hospital.
 */
org: string, 
/**
 * ねらい.
 */
aim: string, 
/**
 * First day.
 */
starts: PartialDate | null, 
/**
 * Last day.
 */
ends: PartialDate | null, 
/**
 * Sessions that are meant to be held.
 */
planned_sessions: number | null, 
/**
 * 対象.
 */
eligibility: string, 
/**
 * 費用.
 */
cost: string, 
/**
 * Status, a code.
 */
status: string, 
/**
 * What the list of a session begins with, a code.
 */
default_attendance: string | null, 
/**
 * Who holds it.
 */
organisers: Array<OrganiserLine>, 
/**
 * What is to be prepared.
 */
preparations: Array<PreparationLine>, 
/**
 * Everybody who is or was on the roster, or came.
 */
roster: Array<RosterLine>, 
/**
 * Its sessions by their day.
 */
sessions: Array<SessionLine>, 
/**
 * Themes of the curriculum.
 */
themes: Array<string>, 
/**
 * Absences in a row from which somebody is named.
 */
absences: number, };
export type Proof = { 
/**
 * Program and version.
 */
program: string, 
/**
 * Moment of the check.
 */
at: string, 
/**
 * Name of the report in the ledger.
 */
report: string, 
/**
 * Title of the document.
 */
title: string, 
/**
 * Code of the level.
 */
level: string, 
/**
 * Threshold in persons; 0 where the numbers are given as they are.
 */
k: number, 
/**
 * Name of the file by its template.
 */
file_name: string, 
/**
 * Hash of the bytes, in hexadecimal digits.
 */
sha256: string, 
/**
 * How much was tried.
 */
tried: Tried, 
/**
 * What was tried and what came of it, one sentence each.
 */
sentences: Array<string>, 
/**
 * Kinds of what was found, each once.
 */
kinds: Array<string>, 
/**
 * How much was found.
 */
findings: number, 
/**
 * Earlier reports of the same readers.
 */
considered: Array<Considered>, };
export type ProposedStep = { 
/**
 * The line as written.
 */
line: string, 
/**
 * What is to be done, without the arrow and the day.
 */
text: string, 
/**
 * The day that the line names.
 */
due_on: string | null, };
export type Publication = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Month, `2026-06`.
 */
month: PartialDate, 
/**
 * Kind, a code.
 */
kind: string, 
/**
 * Title.
 */
title: string, 
/**
 * Area.
 */
area: string, 
/**
 * Whom it is for.
 */
audience: string, };
export type ReadCell = { 
/**
 * The value as it would be kept; empty where the cell is cleared, or wrong.
 */
value: string, 
/**
 * What is wrong with it.
 */
fault: string | null, };
export type RecordKind = "case" | "contact" | "activity" | "session" | "peer" | "support" | "publication" | "plan" | "housing" | "organisation" | "survey";
export type RecordPaperView = { 
/**
 * Name of the file.
 */
file_name: string, 
/**
 * Pages.
 */
pages: number, 
/**
 * Bytes.
 */
size: number, 
/**
 * Rows of a record or a diary.
 */
rows: number, 
/**
 * Characters that are printed as 〓, by their numbers: U+1F600.
 */
missing: Array<string>, 
/**
 * Words were left out of the person's page because they name somebody else.
 */
withheld: boolean, };
export type RedactedHit = { 
/**
 * First character of the input.
 */
start: number, 
/**
 * Behind the last character.
 */
end: number, 
/**
 * dictionary, numbers, net, dates, ages, places or context.
 */
layer: string, 
/**
 * What it is: client, staff, phone, birth …
 */
code: string, 
/**
 * block, or warn where somebody should look.
 */
certainty: string, 
/**
 * What stands there instead.
 */
replacement: string, 
/**
 * The stretch as a decision about it is remembered.
 */
word: string, };
export type RedactedText = { 
/**
 * The text.
 */
text: string, 
/**
 * What was replaced, in order.
 */
hits: Array<RedactedHit>, 
/**
 * What a human has to think about.
 */
prompts: Array<RedactionPrompt>, };
export type RedactionPrompt = { 
/**
 * First character of the input.
 */
start: number, 
/**
 * Behind the last character.
 */
end: number, 
/**
 * What it is about.
 */
code: string, 
/**
 * The question in words.
 */
question: string, };
export type Repeat = { 
/**
 * The rule as RFC 5545 writes it: `FREQ=WEEKLY;BYDAY=TU`.
 */
rule: string, 
/**
 * What it does on days off.
 */
holidays: HolidayRule, };
export type ReportFinding = { 
/**
 * What kind: name, birth, number, place, table …
 */
kind: string, 
/**
 * Page, counted from 1; none outside the pages.
 */
page: number | null, 
/**
 * Where and in which form.
 */
detail: string, };
export type ReportHeadline = { active: number | null, new: number | null, discharged: number | null, closed: number | null, distinct: number | null, };
export type ReportKind = "annual" | "half" | "monthly" | "programme" | "agenda" | "overview";
export type ReportRequest = { 
/**
 * Kind; the annual report unless said.
 */
kind?: ReportKind, 
/**
 * Fiscal year in which the period lies.
 */
fiscal_year: FiscalYear, 
/**
 * Calendar month, 1 to 12, of a monthly report.
 */
month?: number, 
/**
 * Programme of a programme report.
 */
programme_id?: Id, 
/**
 * Hospital that reads it and whose work it tells, at the level of a hospital; elsewhere of no meaning.
 */
hospital_id?: Id, 
/**
 * Who reads it.
 */
level: Level, };
export type ReportView = { 
/**
 * Kind.
 */
kind: ReportKind, 
/**
 * First day of the period.
 */
from: string, 
/**
 * Last day of the period.
 */
to: string, 
/**
 * Name of the file.
 */
file_name: string, 
/**
 * Fiscal year.
 */
fiscal_year: FiscalYear, 
/**
 * Who reads it.
 */
level: Level, 
/**
 * Threshold in persons; 0 inside the office.
 */
k: number, 
/**
 * Pages.
 */
pages: number, 
/**
 * Bytes.
 */
size: number, 
/**
 * Totals.
 */
headline: ReportHeadline, 
/**
 * What became of every table.
 */
fates: Array<TableFate>, 
/**
 * What the check found.
 */
findings: Array<ReportFinding>, 
/**
 * True when nothing was found.
 */
may_leave: boolean, 
/**
 * The check in one sentence.
 */
verdict: string, 
/**
 * The sentence in English.
 */
verdict_en: string, 
/**
 * Minutes that were filled in by rule (推定).
 */
estimated_minutes: number, };
export type Retention = { 
/**
 * Years after the closing.
 */
years: number, 
/**
 * Those none of whose cases is open, the one whose time ends first in front.
 */
people: Array<KeptPerson>, 
/**
 * How many there are in all.
 */
total: number, };
export type RevealedName = { 
/**
 * Name as written.
 */
name: string, 
/**
 * Reading.
 */
kana: string, };
export type RoadStop = { 
/**
 * The stage.
 */
stage: Stage, 
/**
 * Its phase.
 */
phase: string, 
/**
 * What it is, in plain words.
 */
words: Array<Span>, };
export type RoadView = { 
/**
 * これからの道のり.
 */
title: Array<Span>, 
/**
 * The name.
 */
name: Array<Span>, 
/**
 * わたしの ねがい; empty where there is none or it names somebody else.
 */
wish: Array<Array<Span>>, 
/**
 * つぎに すること.
 */
next_step: Array<Array<Span>>, 
/**
 * つぎに 会う日, in words.
 */
meet: Array<Span>, 
/**
 * The stops in order.
 */
stops: Array<RoadStop>, 
/**
 * Which stop has been reached, counted from 0.
 */
here: number, 
/**
 * A sentence under the road.
 */
comfort: Array<Span>, 
/**
 * Headings: wish, next step, next meeting, いま ここ.
 */
heads: [Array<Span>, Array<Span>, Array<Span>, Array<Span>], 
/**
 * 入口 and 出口.
 */
ends: [Array<Span>, Array<Span>], 
/**
 * What somebody wrote for the page; empty: the wish of the record, and no next step.
 */
written: KeepRoadPage, 
/**
 * The wish of the record, which the page shows while nobody wrote another.
 */
wish_of_record: string, 
/**
 * Texts that are left out because they name somebody else: wish, next_step.
 */
withheld: Array<string>, };
export type RosterLine = { 
/**
 * Place on the roster, opaque.
 */
participant_id: Id, 
/**
 * The case, if she is one.
 */
case_id: Id | null, 
/**
 * Name, or the label of somebody unregistered.
 */
name: string, 
/**
 * First day; of somebody who only came, the day of her first session.
 */
joined_on: PartialDate | null, 
/**
 * Last day.
 */
left_on: PartialDate | null, 
/**
 * Why she left.
 */
reason: string, 
/**
 * Sessions at which she was.
 */
attended: number, 
/**
 * Sessions at which she could have been.
 */
of: number, 
/**
 * Absences in a row up to now.
 */
absences: number, 
/**
 * Day of the last session at which she was.
 */
last_on: string | null, 
/**
 * Her attendance of each session, codes.
 */
attendance: (string | null)[], };
export type RuleDate = { 
/**
 * Day by the rule alone.
 */
due: string, 
/**
 * Day on which it takes place; none when it is left out.
 */
on: string | null, 
/**
 * 1 is Monday; of the day on which it takes place, else of the day by the rule.
 */
weekday: number, 
/**
 * Why the day by the rule is off: the holiday, or what the user calls it.
 */
why: string | null, 
/**
 * What else is planned at that time.
 */
clash: Clash | null, };
export type RuleView = { 
/**
 * 毎月第2火曜.
 */
words: string, 
/**
 * Its first days.
 */
dates: Array<RuleDate>, 
/**
 * True when there are more of them.
 */
more: boolean, };
export type SavedSearch = { 
/**
 * Its name.
 */
name: string, 
/**
 * The list that is asked.
 */
place: SearchPlace, 
/**
 * What is asked, as typed.
 */
query: string, };
export type Scope = "open" | "closed" | "all";
export type ScreenView = { 
/**
 * Findings, in order.
 */
findings: Array<ScreenedLine>, 
/**
 * True when nothing is left to do but to read it all once more.
 */
clear: boolean, };
export type ScreenedLine = { 
/**
 * First character of the text.
 */
start: number, 
/**
 * Behind the last character.
 */
end: number, 
/**
 * register, pattern, name, number or combination.
 */
pass: string, 
/**
 * What it is.
 */
code: string, 
/**
 * block, reason or look.
 */
severity: string, 
/**
 * People of the vault who fit, where they were counted.
 */
people: number | null, 
/**
 * The stretch as a decision about it is remembered.
 */
word: string, 
/**
 * Why it may stay, where somebody decided so.
 */
kept: string | null, 
/**
 * What it is and what to do.
 */
sentence: string, };
export type SearchHit = { 
/**
 * What it is, a code of `written_kind`.
 */
kind: string, 
/**
 * The record.
 */
id: Id, 
/**
 * Case to which it belongs, or which it is.
 */
case_id: Id | null, 
/**
 * Its day.
 */
date: string | null, 
/**
 * Name of the person, organisation or occasion.
 */
title: string, 
/**
 * A piece of its text around the first place.
 */
snippet: string, 
/**
 * Places in the snippet: first character and the one after the last, in Unicode scalars.
 */
ranges: [number, number][], };
export type SearchHits = { 
/**
 * Number of records that were found.
 */
total: number, 
/**
 * Minutes of work that all of them are.
 */
minutes: number, 
/**
 * The newest of them.
 */
hits: Array<SearchHit>, };
export type SearchPlace = "records" | "people";
export type Section = { 
/**
 * Key, such as `programme`.
 */
key: string, 
/**
 * Title as printed.
 */
title: string, 
/**
 * The title for a reader of English.
 */
title_en: string, 
/**
 * The text; empty while unwritten.
 */
text: string, 
/**
 * Dated lines of the period.
 */
materials: Array<MaterialLine>, 
/**
 * Most characters.
 */
longest: number, 
/**
 * Most lines, where they are counted.
 */
lines: number | null, };
export type SectionChoice = { 
/**
 * Key.
 */
key: string, 
/**
 * Chapter it stands in; empty where the report has none.
 */
chapter: string, 
/**
 * Title as printed.
 */
title: string, 
/**
 * The usual title.
 */
usual_title: string, 
/**
 * The usual title for a reader of English.
 */
usual_title_en: string, 
/**
 * Printed when it has something to say.
 */
shown: boolean, 
/**
 * Printed unless the user says otherwise.
 */
usual: boolean, };
export type Sections = ReportRequest;
export type Sent = { 
/**
 * Moment.
 */
at: string, 
/**
 * Its name in the ledger: `annual`, `monthly 2025-06`.
 */
report: string, 
/**
 * Fiscal year of its period.
 */
fiscal_year: FiscalYear, 
/**
 * Who read it.
 */
level: Level, 
/**
 * Name of the hospital that read it, at the level of a hospital.
 */
hospital: string | null, 
/**
 * Name of the file.
 */
file_name: string, 
/**
 * Hash of the bytes, in hexadecimal digits.
 */
sha256: string, };
export type Separator = "tab" | "line";
export type SeriesScope = "following" | "all";
export type SeriesSheet = { 
/**
 * The rule in words.
 */
words: string, 
/**
 * The rule that is left from the first changed plan on.
 */
rule: string, 
/**
 * What it does on days off.
 */
holidays: HolidayRule, 
/**
 * Day by the rule of the first plan that would change.
 */
first: string, 
/**
 * How many plans would change.
 */
ahead: number, 
/**
 * Plans that have passed or are on record, which no change touches.
 */
past: number, 
/**
 * Plans ahead that went their own way or were cancelled: they stay as they are.
 */
kept: Array<PlanItem>, 
/**
 * Days ahead that are left out, and stay so.
 */
left_out: string[], };
export type Service = "community_transition_support" | "community_settlement_support" | "independent_living_assistance" | "group_home" | "other";
export type SessionDetails = { theme: string, contents: string, materials: string, place: string | null, observers: number | null, staff: Array<StaffMember>, };
export type SessionLine = { 
/**
 * The plan.
 */
id: Id, 
/**
 * Number.
 */
no: number, 
/**
 * Day.
 */
on: string, 
/**
 * Begin.
 */
start: string | null, 
/**
 * End.
 */
end: string | null, 
/**
 * Theme.
 */
theme: string, 
/**
 * Inside or outside the hospital, a code.
 */
place: string, 
/**
 * Names of peer supporters.
 */
peers: Array<string>, 
/**
 * Staff of all sides.
 */
staff: number | null, 
/**
 * Observers.
 */
observers: number | null, 
/**
 * Result, a code.
 */
result: string, 
/**
 * Why it was cancelled.
 */
reason: string, 
/**
 * Participants who were there.
 */
attended: number, };
export type SessionPage = { 
/**
 * The plan.
 */
plan: PlanItem, 
/**
 * Name of the programme.
 */
programme: string, 
/**
 * The programme.
 */
programme_id: Id | null, 
/**
 * Theme.
 */
theme: string, 
/**
 * 内容.
 */
contents: string, 
/**
 * 資料.
 */
materials: string, 
/**
 * Staff by organisation.
 */
staff: Array<StaffLine>, 
/**
 * What the list begins with while nothing is recorded, a code.
 */
default_attendance: string | null, 
/**
 * Inside or outside the hospital, a code.
 */
place: string, 
/**
 * Names of peer supporters, separated by `;`.
 */
peer_supporters: string, 
/**
 * よかった点.
 */
good: string, 
/**
 * 気になった点.
 */
concern: string, 
/**
 * 参加者の言葉.
 */
words: string, 
/**
 * 次回に向けて.
 */
next: string, 
/**
 * Staff of the hospital side.
 */
staff_medical: number | null, 
/**
 * Staff of the support side.
 */
staff_support: number | null, 
/**
 * Staff of the municipality.
 */
staff_municipal: number | null, 
/**
 * Observers.
 */
observers: number | null, 
/**
 * Moment at which it was first recorded here.
 */
written_at: string | null, 
/**
 * Everybody on the roster of that day, and whoever came.
 */
attendance: Array<Attendee>, };
export type Settings = { 
/**
 * The vault holds a practice ward.
 */
demo: boolean, language: Tongue, theme: Theme, text_size: TextSize, eras: Eras, week_starts: WeekStart, lock_minutes: number, curtain_seconds: number, remind_minutes: number, author: string, organisation: string, receiver: string, city: string, aim: string, };
export type SettlementPage = { 
/**
 * 退院日 of the last discharge to the community.
 */
discharged_on: PartialDate | null, 
/**
 * 退院予定日, while the person is in hospital.
 */
planned_on: PartialDate | null, 
/**
 * True while the person is in hospital.
 */
in_hospital: boolean, 
/**
 * Contacts that are due after the last discharge, in order.
 */
contacts: Array<AfterContact>, 
/**
 * 定着の計画.
 */
plan: SettlementPlan, 
/**
 * 生活の確認, newest first.
 */
checks: Array<LifeCheckLine>, 
/**
 * クライシスプラン.
 */
crisis: CrisisView, };
export type SettlementPlan = { 
/**
 * Made or looked at again on; none while nobody made one.
 */
planned_on: PartialDate | null, 
/**
 * Who comes when, in order.
 */
supporters: Array<Supporter>, 
/**
 * What the days are filled with.
 */
day_activity: string, 
/**
 * How the medicine is taken.
 */
medication: string, 
/**
 * How money is managed.
 */
money: string, 
/**
 * Who else stands by.
 */
others: string, };
export type Sort = "kana" | "gap" | "due";
export type Span = { 
/**
 * The text.
 */
text: string, 
/**
 * Its kana.
 */
kana: string, };
export type StaffLine = { 
/**
 * Name of the person, empty where only the organisation is known.
 */
person: string, 
/**
 * Organisation.
 */
org_id: Id | null, 
/**
 * Its name.
 */
org: string, 
/**
 * What was done there: 進行, 記録, 講話.
 */
role: string, };
export type StaffMember = { person: string, org_id: Id | null, org_name: string, role: string, };
export type Stage = "identified" | "engagement" | "planning" | "preparation" | "housing" | "discharge_coordination" | "transition" | "settlement" | "closed";
export type StageMonths = { 
/**
 * The stage.
 */
stage: Stage, 
/**
 * Months, rounded.
 */
months: number, };
export type StageStep = { 
/**
 * The stage.
 */
stage: Stage, 
/**
 * When it began last; none while it lies ahead or was left out.
 */
from_on: PartialDate | null, 
/**
 * When the next one began.
 */
to_on: PartialDate | null, 
/**
 * The person stands here.
 */
current: boolean, };
export type StagedFile = { 
/**
 * Name as it was chosen.
 */
name: string, 
/**
 * Hash of its bytes.
 */
sha256: string, 
/**
 * png, jpeg or pdf.
 */
kind: string, 
/**
 * Bytes.
 */
size: number, };
export type StallLimit = { stage: Stage, in_stage: number, silent: number, };
export type StalledLine = { 
/**
 * The case.
 */
case_id: Id, 
/**
 * Name.
 */
name: string, 
/**
 * Reading.
 */
kana: string, 
/**
 * Hospital in which the person stays now.
 */
hospital: string | null, 
/**
 * Stage.
 */
stage: Stage, 
/**
 * Days in the stage.
 */
days_in_stage: number, 
/**
 * Days without a contact with the person.
 */
silent_days: number, 
/**
 * Codes of the rules that fired: long_in_stage, silent, no_next_step, hold_over.
 */
signs: Array<string>, 
/**
 * Each rule in words, in the same order.
 */
reasons: Array<string>, };
export type Status = "active" | "on_hold" | "closed";
export type Support = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Kind, a code.
 */
kind: string, 
/**
 * Day.
 */
on: PartialDate, 
/**
 * Name of the organisation.
 */
org: string | null, 
/**
 * The organisation.
 */
org_id: Id | null, 
/**
 * Theme.
 */
theme: string, 
/**
 * Minutes.
 */
minutes: number | null, 
/**
 * Codes of its themes.
 */
themes: Array<string>, 
/**
 * What changed.
 */
change_seen: string, 
/**
 * Moment of writing, where it was written here.
 */
written_at: string | null, };
export type SupportKind = "backup" | "supervision" | "consultation";
export type Supporter = { 
/**
 * What for.
 */
role: string, 
/**
 * Who.
 */
name: string, 
/**
 * How to reach them.
 */
contact: string, 
/**
 * When in the first two weeks.
 */
first_weeks: string, 
/**
 * When up to the third month.
 */
first_months: string, 
/**
 * When after that.
 */
later: string, };
export type TableCell = { 
/**
 * As it stands in the file.
 */
text: string, 
/**
 * As it will be kept, in words, where that differs; dates in ISO form.
 */
value: string | null, 
/**
 * What is wrong, in one sentence.
 */
fault: string | null, };
export type TableColumn = { 
/**
 * Head as it stands in the file.
 */
head: string, 
/**
 * What the column is taken for; `None` is left out.
 */
field: string | null, };
export type TableFate = { 
/**
 * Number in the list of tables.
 */
id: string, 
/**
 * Title as printed.
 */
title: string, 
/**
 * The same for a reader of English; the paper stays Japanese.
 */
title_en: string, 
/**
 * Printed or withheld.
 */
published: boolean, 
/**
 * Rung taken: 0 is the finest.
 */
rung: number, 
/**
 * How many forms there are.
 */
rungs: number, 
/**
 * Cells printed as ｘ.
 */
hidden: number, 
/**
 * Cells other than zero.
 */
cells: number, 
/**
 * The same in one sentence.
 */
sentence: string, 
/**
 * The sentence in English.
 */
sentence_en: string, 
/**
 * Why each hidden cell is hidden. For the screen, never for print.
 */
explanations: Array<HiddenCell>, 
/**
 * Finer forms that were left, finest first.
 */
steps: Array<FateStep>, 
/**
 * The table as it is printed; none where it is withheld.
 */
printed: PrintedTable | null, };
export type TableFault = { 
/**
 * Row as the file counts.
 */
line: number, 
/**
 * Head of the column; empty for the row as a whole.
 */
column: string, 
/**
 * Code by which other programs know the fault.
 */
code: string, 
/**
 * One plain sentence.
 */
reason: string, };
export type TableField = { 
/**
 * Name of the field.
 */
id: string, 
/**
 * In words.
 */
label: string, };
export type TableImported = { 
/**
 * Rows that came in.
 */
imported: number, 
/**
 * Rows with a fault; they wait as a file to correct.
 */
faulty: number, 
/**
 * Rows left out because somebody or something like it is there.
 */
duplicates: number, 
/**
 * Hospitals that were added to the directory.
 */
organisations: number, };
export type TableKind = "cases" | "contacts" | "activities" | "organisations" | "survey630";
export type TableLikeness = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Name.
 */
name: string, };
export type TablePlace = { 
/**
 * As written.
 */
name: string, 
/**
 * Rows that name it.
 */
rows: number, 
/**
 * Name in the directory, where it is known.
 */
known: string | null, 
/**
 * Those that it may be.
 */
alike: Array<TableLikeness>, 
/**
 * What was said about it: an id, a name or `new`.
 */
answer: string | null, };
export type TableRow = { 
/**
 * Its number as the file counts.
 */
row: number, 
/**
 * Its cells.
 */
cells: Array<TableCell>, 
/**
 * What is wrong with the row as a whole.
 */
faults: Array<string>, 
/**
 * Who or what is there already, in one sentence.
 */
duplicate: string | null, 
/**
 * True when it comes in.
 */
comes_in: boolean, };
export type TableSheet = { 
/**
 * Name; empty for a text file.
 */
name: string, 
/**
 * Lines that say something.
 */
lines: number, 
/**
 * True when the workbook does not show it.
 */
hidden: boolean, };
export type TableView = { 
/**
 * The sheet that is read, from 0.
 */
sheet: number, 
/**
 * Row of the head; 0 where there is none.
 */
head_row: number, 
/**
 * Columns in their order.
 */
columns: Array<TableColumn>, 
/**
 * What a column can be.
 */
fields: Array<TableField>, 
/**
 * The first rows, and those with a fault or a twin.
 */
rows: Array<TableRow>, 
/**
 * Rows in all.
 */
total: number, 
/**
 * Rows that come in.
 */
good: number, 
/**
 * Rows with a fault.
 */
faulty: number, 
/**
 * Rows left out because somebody or something like it is there.
 */
duplicates: number, 
/**
 * Lines that are no rows: sums, notes, the head once more.
 */
left_out: number[], 
/**
 * Columns without which nothing comes in, in words.
 */
missing: Array<string>, 
/**
 * Hospitals of the list.
 */
places: Array<TablePlace>, 
/**
 * Hospital of the rows that say none.
 */
hospital: string | null, 
/**
 * Some row speaks of a stay and no hospital is known.
 */
needs_hospital: boolean, 
/**
 * Some date says no year.
 */
needs_year: boolean, 
/**
 * No row says since when the person is known.
 */
needs_identified_on: boolean, 
/**
 * The columns are those of last time.
 */
remembered: boolean, 
/**
 * The first thousand faults.
 */
faults: Array<TableFault>, };
export type TaskLine = { 
/**
 * Identity.
 */
id: Id, 
/**
 * What to do.
 */
text: string, 
/**
 * Until when.
 */
due_on: string | null, 
/**
 * Days until then; negative when it has passed.
 */
days: number | null, 
/**
 * Done on.
 */
done_on: string | null, 
/**
 * Its case.
 */
case_id: Id | null, 
/**
 * Name of the person.
 */
case_name: string | null, 
/**
 * Who does it; empty is the user.
 */
owner: string, };
export type Template = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its text.
 */
body: string, 
/**
 * The method that it is for; it stands in front there.
 */
method: Method | null, 
/**
 * The stage that it is for.
 */
stage: Stage | null, };
export type TextLevel = "municipal" | "public" | "case_study";
export type TextPiece = { 
/**
 * What became of it.
 */
kind: PieceKind, 
/**
 * The piece, as written.
 */
text: string, };
export type TextSize = "normal" | "large" | "largest";
export type Theme = "system" | "light" | "dark" | "contrast";
export type TimelineItem = { 
/**
 * The record behind it.
 */
id: Id, 
/**
 * What it is.
 */
kind: EntryKind, 
/**
 * Its day.
 */
on: PartialDate, 
/**
 * Method of a note, a code.
 */
method: string | null, 
/**
 * Counterparts of a note, codes.
 */
counterparts: Array<string>, 
/**
 * Minutes of a note.
 */
minutes: number | null, 
/**
 * Text of a note as written; else what happened, in words, and at a session what was written of all of it.
 */
text: string, 
/**
 * 次の一手 that came of a note.
 */
next_step: string | null, 
/**
 * Place, hospital or programme.
 */
place: string | null, 
/**
 * Number of corrections.
 */
revised: number, 
/**
 * Stage of a step, or of the person at that time.
 */
stage: Stage | null, 
/**
 * Moment of writing.
 */
written_at: string | null, 
/**
 * Links in the text.
 */
mentions: Array<MentionView>, 
/**
 * Photos and papers.
 */
attachments: Array<Attachment>, 
/**
 * True for a note whose story a report may tell.
 */
episode: boolean, };
export type TimelineMatch = { 
/**
 * Which entry of the timeline it is, the newest is 0.
 */
entry: number, 
/**
 * The record behind the entry.
 */
id: Id, 
/**
 * What the entry is.
 */
kind: EntryKind, 
/**
 * True where it stands in the next step below the text.
 */
in_step: boolean, 
/**
 * The place in that text: first character and the one after the last, in Unicode scalars.
 */
ranges: [number, number][], };
export type TimelineMatches = { 
/**
 * The places.
 */
matches: Array<TimelineMatch>, 
/**
 * How many there are.
 */
total: number, };
export type Today = { 
/**
 * The day.
 */
on: string, 
/**
 * 1 is Monday.
 */
weekday: number, 
/**
 * Name of the holiday.
 */
holiday: string | null, 
/**
 * ねらい of the fiscal year.
 */
aim: string | null, 
/**
 * Plans of the day.
 */
plans: Array<PlanItem>, 
/**
 * 結果が未記入の予定.
 */
unrecorded: Array<PlanItem>, 
/**
 * 次の一手: open ones by their day, then those done on the day.
 */
tasks: Array<TaskLine>, 
/**
 * People who have not been met for long, the longest first.
 */
gaps: Array<GapLine>, 
/**
 * 期限, those due first in front.
 */
deadlines: Array<Deadline>, 
/**
 * Minutes of the month up to the day by kind of work.
 */
hours: Array<Hours>, };
export type Tongue = "ja" | "en";
export type Topic = "cases" | "contacts" | "plans" | "programmes" | "activities" | "issues" | "organisations" | "reports" | "tasks" | "settings" | "undo";
export type Trash = { 
/**
 * What lies in it, the last thrown away first.
 */
items: Array<TrashItem>, 
/**
 * How many have lain their time.
 */
over: number, 
/**
 * Something else waits to be cleared: bytes of photos that no note names any more.
 */
loose: boolean, };
export type TrashItem = { 
/**
 * Identity in the bin.
 */
id: Id, 
/**
 * What it is: the name of its kind, as [`ThrowAway`] takes it.
 */
kind: string, 
/**
 * Its day.
 */
on: string | null, 
/**
 * Its first words.
 */
text: string, 
/**
 * Name of the person.
 */
case_name: string | null, 
/**
 * Moment at which it was thrown away.
 */
deleted_at: string, 
/**
 * Days until it may be cleared; 0 when its time is over.
 */
days_left: number, };
export type TrialLine = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Where; empty where nobody wrote it.
 */
place: string, 
/**
 * First day.
 */
from_on: string, 
/**
 * Last day.
 */
to_on: string | null, 
/**
 * Nights slept there.
 */
nights: number | null, 
/**
 * What for.
 */
purpose: string, 
/**
 * How it went: a word of `trial_result`, or of a foreign file.
 */
result: string, 
/**
 * The person's view.
 */
person_view: string, 
/**
 * The view of the staff.
 */
staff_view: string, };
export type Tried = { 
/**
 * Pages read.
 */
pages: number, 
/**
 * Characters read.
 */
characters: number, 
/**
 * Names, numbers, codes and addresses looked for.
 */
words: number, 
/**
 * Birth dates looked for, in every notation.
 */
births: number, 
/**
 * Notes whose words were looked for.
 */
notes: number, 
/**
 * Tables read back.
 */
tables: number, 
/**
 * Cells compared.
 */
cells: number, 
/**
 * Hidden cells attacked.
 */
hidden: number, 
/**
 * Earlier reports of the same readers.
 */
earlier: number, 
/**
 * Persons somebody may know, those who look alike once.
 */
persons: number, };
export type TypedDate = { 
/**
 * The date.
 */
date: PartialDate, 
/**
 * How much of it is known.
 */
precision: "day" | "month" | "year", 
/**
 * What was understood beyond the letters, such as 令和元年 for 平成31年5月.
 */
note: string | null, };
export type TypedFigure = { 
/**
 * Which figure: a code of the table's rows.
 */
figure: string, 
/**
 * Its caption as printed; ignored when it is kept.
 */
caption: string, 
/**
 * The number; none while unknown.
 */
value: number | null, };
export type UndoState = { 
/**
 * The act that would be taken back.
 */
undo: string | null, 
/**
 * The act that would be done again.
 */
redo: string | null, };
export type UseLine = { 
/**
 * Identity.
 */
id: Id, 
/**
 * First day.
 */
from_on: string, 
/**
 * Which service.
 */
service: string, 
/**
 * Where; empty where nobody wrote it.
 */
place: string, 
/**
 * Days on which it was used.
 */
days: number | null, };
export type VisitNote = { 
/**
 * The contact record.
 */
id: Id, 
/**
 * Text.
 */
text: string, 
/**
 * Minutes.
 */
minutes: number | null, 
/**
 * Method, a code.
 */
method: string, 
/**
 * Counterparts, codes.
 */
counterparts: Array<string>, 
/**
 * Next step that was noted with it.
 */
next_step: string | null, 
/**
 * Links in the text.
 */
mentions: Array<MentionView>, };
export type VisitPage = { 
/**
 * The plan.
 */
plan: PlanItem, 
/**
 * Purposes, codes.
 */
purposes: Array<string>, 
/**
 * Everybody planned, added or written about.
 */
persons: Array<VisitPerson>, 
/**
 * Everybody else of the open cases who stays in that hospital, in that ward if the visit names one.
 */
others: Array<CaseLine>, 
/**
 * Note about the ward, as a pack brought it in.
 */
ward_note: string | null, 
/**
 * 病棟（職員と）.
 */
ward: VisitWard, };
export type VisitPerson = { 
/**
 * The case.
 */
case_id: Id, 
/**
 * Name.
 */
name: string, 
/**
 * Reading.
 */
kana: string, 
/**
 * Ward.
 */
ward: string | null, 
/**
 * Room.
 */
room: string | null, 
/**
 * Stage.
 */
stage: Stage, 
/**
 * True when the visit was to see her.
 */
planned: boolean, 
/**
 * Outcome of the attempt.
 */
outcome: Outcome | null, 
/**
 * Day of the last contact record before this visit.
 */
last_on: string | null, 
/**
 * Beginning of its text.
 */
last_text: string | null, 
/**
 * The open next step that is due first.
 */
open_step: string | null, 
/**
 * The note of this visit.
 */
contact: VisitNote | null, 
/**
 * Text being typed for her in this visit.
 */
draft: string | null, };
export type VisitWard = { 
/**
 * The notes of this visit.
 */
notes: Array<VisitNote>, 
/**
 * Day of the last such note before this visit.
 */
last_on: string | null, 
/**
 * Beginning of its text.
 */
last_text: string | null, };
export type Week = { 
/**
 * The days in order.
 */
days: Array<Day>, 
/**
 * Plans by day and time.
 */
items: Array<PlanItem>, };
export type WeekStart = "monday" | "sunday";
export type WordColumn = { 
/**
 * Its head.
 */
head: string, 
/**
 * One text per row.
 */
texts: Array<string>, };
/** A day, "2026-11-24". */
export type IsoDate = string;
/** What every call gives back. */
export type Reply<T> = { value: T, changed: Topic[] };
/** State of the roof before and around the house. */
export type VaultState = { state: "none" | "locked" | "unconfirmed" | "open", demo: boolean, failures: number, wait_seconds: number, last_backup_on: IsoDate | null };

export interface Queries {
  Today: [{ on: string | null, }, Today];
  CaseList: [{ filter: string, scope: Scope, sort: Sort, }, CaseList];
  CaseGrid: [{ scope: Scope, }, CaseGrid];
  ReadGrid: [{ cells: Array<GridCell>, }, Array<ReadCell>];
  CasePage: [{ case_id: Id, }, CasePage];
  Timeline: [{ case_id: Id, offset: number, limit: number, }, Array<TimelineItem>];
  TimelineFind: [{ case_id: Id, phrase: string, }, TimelineMatches];
  NoteHistory: [{ contact_id: Id, }, Array<NoteVersion>];
  ProposedSteps: [{ text: string, on: string, }, Array<ProposedStep>];
  MentionNames: [{ 
/**
 * True after 「@」, false after 「#」.
 */
person: boolean, typed: string, }, Array<MentionName>];
  Templates: [Record<string, never>, Array<Template>];
  FilledTemplate: [{ body: string, case_id: Id | null, on: string, }, string];
  IssuedReports: [{ on: string, }, Array<IssuedReport>];
  Trash: [Record<string, never>, Trash];
  Week: [{ from: string, }, Week];
  Span: [{ from: string, to: string, }, Week];
  PlanYear: [{ fiscal_year: FiscalYear, }, PlanYearView];
  Evening: [Record<string, never>, Evening];
  Soon: [Record<string, never>, Array<PlanItem>];
  VisitPage: [{ plan_id: Id, }, VisitPage];
  RulePreview: [{ rule: string, on: string, start: ClockTime | null, end: ClockTime | null, holidays: HolidayRule, org_id: Id | null, }, RuleView];
  SeriesPage: [{ plan_id: Id, scope: SeriesScope, }, SeriesSheet];
  DaysOff: [Record<string, never>, Array<DayOffLine>];
  SessionPage: [{ plan_id: Id, }, SessionPage];
  Programmes: [Record<string, never>, Array<Programme>];
  ProgrammePage: [{ programme_id: Id, }, ProgrammePage];
  Peers: [{ fiscal_year: FiscalYear, }, PeerList];
  Activities: [{ fiscal_year: FiscalYear, }, ActivityList];
  Issues: [Record<string, never>, Array<Issue>];
  Organisations: [{ filter: string, }, Array<Organisation>];
  Sections: [ReportRequest, Array<Section>];
  SectionPlan: [{ kind?: ReportKind, fiscal_year: FiscalYear, }, Array<SectionChoice>];
  ReportSettings: [Record<string, never>, KeepReportSettings];
  EarlierFigures: [{ fiscal_year: FiscalYear, 
/**
 * Number of the table: `1`, `2-1` (months of the year) or `28`.
 */
table: string, }, Array<TypedFigure>];
  ReleaseProof: [{ 
/**
 * Hash of the bytes of the release.
 */
release: string, }, Proof | null];
  Releases: [Record<string, never>, Array<Sent>];
  Settings: [Record<string, never>, Settings];
  ReadDate: [{ text: string, }, TypedDate];
  PastePreview: [{ text: string, columns: Array<PasteColumn> | null, }, PastePreview];
  AskedFor: [{ query: string, place: SearchPlace, }, AskedView];
  Choices: [{ place: SearchPlace, }, Array<ChoiceGroup>];
  SavedSearches: [Record<string, never>, Array<SavedSearch>];
  ListFilters: [Record<string, never>, Array<ListFilter>];
  Draft: [{ place: string, }, string | null];
  UndoState: [Record<string, never>, UndoState];
  Checklist: [{ case_id: Id, }, Array<CheckStage>];
  SimilarPeople: [{ family_name: string, given_name: string, family_kana: string, given_kana: string, }, Array<CaseLine>];
  MergePreview: [{ case_id: Id, other_id: Id, }, MergeView];
  Stalled: [Record<string, never>, Array<StalledLine>];
  StallLimits: [Record<string, never>, Array<StallLimit>];
  ExitBoard: [Record<string, never>, Array<ExitRow>];
  Redact: [{ text: string, level: TextLevel, }, RedactedText];
  ScreenText: [{ text: string, level: TextLevel, fiscal_year: FiscalYear, 
/**
 * Numbers that the report is going to print; without them those of the newest release.
 */
numbers?: Array<number>, }, ScreenView];
  KeptWords: [Record<string, never>, Array<KeptWordLine>];
  RecordSettings: [Record<string, never>, KeepRecordSettings];
  NotesToCopy: [{ case_id: Id | null, from: string, to: string, 
/**
 * Only notes that nobody has copied yet.
 */
left_only: boolean, }, NotesView];
  PersonRoad: [{ case_id: Id, }, RoadView];
  Homes: [{ case_id: Id, }, HomesPage];
  Settlement: [{ case_id: Id, }, SettlementPage];
  AlertLimits: [Record<string, never>, Array<AlertLimit>];
  ExitExamples: [{ case_id: Id, }, ExampleList];
  VisitClosure: [{ org_id: Id, }, ClosureDays];
  Retention: [{ first: number, }, Retention];
  ErasePreview: [{ case_id: Id, }, ErasePreview];
  Consents: [{ case_id: Id, }, Array<ConsentLine>];
  EpisodeConsents: [Sections, Array<EpisodeConsent>];
  EpisodeNotes: [Sections, Array<EpisodeNote>];
  Search: [{ query: string, limit: number, }, SearchHits];
  Report: [ReportRequest, ReportView];
  ReportPage: [{ 
/**
 * Which report.
 */
report: ReportRequest, page: number, width: number, }, PagePicture];
  ReleaseForecast: [ReportRequest, Forecast];
  FigureRecords: [{ 
/**
 * Which report.
 */
report: ReportRequest, 
/**
 * Number of the table.
 */
table: string, row: number, column: number, }, FigureOrigin];
  TablePreview: [{ kind: TableKind, mapping: Mapping, 
/**
 * Changes with every chosen file, so that answers of an earlier one are not taken for this one's.
 */
file: number, }, TableView];
  AttachmentPage: [{ attachment_id: Id, page: number, width: number, }, AttachmentPicture];
  RecordPaper: [{ paper: PaperRequest, }, RecordPaperView];
  RecordPaperPage: [{ paper: PaperRequest, page: number, width: number, }, PagePicture];
  RevealName: [{ case_id: Id, }, RevealedName];
}

export interface Commands {
  OpenCase: [{ family_name: string, given_name: string, family_kana: string, given_kana: string, org_id: Id | null, hospital: string, ward: string, identified_on: PartialDate | null, wish: string, client_id?: Id, }, Id];
  KeepGrid: [{ cells: Array<GridCell>, }, null];
  SetWish: [{ case_id: Id, wish: string, wish_on: PartialDate | null, wished_place: string, anxieties: string, }, null];
  SetExitLine: [{ case_id: Id, key: ExitKey, wish: string, idea: string, org_id: Id | null, certainty: Certainty, }, null];
  MoveStage: [{ case_id: Id, stage: Stage, from_on: string, reason: string, }, null];
  KeepStay: [{ case_id: Id, stay_id: Id | null, org_id: Id | null, hospital: string, ward: string, room: string, admitted_on: PartialDate, admission_form: AdmissionForm | null, discharged_on: PartialDate | null, destination: Destination | null, }, Id];
  KeepDecision: [{ case_id: Id, decision_id: Id | null, service: Service, from_on: PartialDate, to_on: PartialDate | null, ended_on: PartialDate | null, end_reason: string, }, Id];
  HoldCase: [{ case_id: Id, from_on: string, reason: HoldReason, review_on: string | null, note: string, }, Id];
  EndHold: [{ case_id: Id, to_on: string, }, null];
  WriteContact: [{ case_ids: Array<Id>, plan_id: Id | null, on: string, minutes: number | null, method: string, counterparts: Array<string>, text: string, next_step: NextStep | null, outcome: Outcome | null, draft_place: string | null, 
/**
 * Further steps, such as those read from lines of the text and confirmed.
 */
more_steps?: Array<NextStep>, 
/**
 * Photos and papers that were put into the vault before.
 */
files?: Array<StagedFile>, }, Array<Id>];
  ReviseContact: [{ contact_id: Id, on: string, minutes: number | null, method: string, counterparts: Array<string>, text: string, reason: string, }, null];
  RestoreVersion: [{ contact_id: Id, number: number, }, null];
  KeepDraft: [{ place: string, body: string, }, string];
  KeepTemplates: [{ templates: Array<Template>, }, null];
  StageFile: [{ name: string, 
/**
 * The bytes in Base64.
 */
data: string, }, StagedFile];
  AttachFiles: [{ contact_id: Id, files: Array<StagedFile>, }, null];
  ThrowAway: [{ kind: "contact" | "attachment" | "task" | "issue" | "activity" | "support" | "publication" | "visit" | "session" | "appointment", record_id: Id, }, Id];
  TakeBack: [{ trash_id: Id, }, string];
  ClearTrash: [Record<string, never>, Cleared];
  AddTask: [{ case_id: Id | null, text: string, due_on: string | null, }, Id];
  FinishTask: [{ task_id: Id, done_on: string | null, }, null];
  PlanVisit: [{ org_id: Id | null, org_name: string, ward: string, on: string, start: ClockTime | null, end: ClockTime | null, purposes: string[], case_ids: Array<Id>, 
/**
 * Minutes that the way there takes; as the last time at that hospital where nothing is said.
 */
travel_minutes?: number | null, 
/**
 * How it comes back.
 */
repeat?: Repeat | null, }, Id];
  PlanOther: [{ kind: OtherKind, title: string, on: string, start: ClockTime | null, end: ClockTime | null, case_id: Id | null, 
/**
 * How it comes back.
 */
repeat?: Repeat | null, }, Id];
  MovePlan: [{ plan_id: Id, on: string, start: ClockTime | null, end: ClockTime | null, }, null];
  FinishPlan: [{ plan_id: Id, result: PlanResult, reason: string, }, null];
  SetOutcome: [{ plan_id: Id, case_id: Id, outcome: Outcome | null, }, null];
  ChangeSeries: [{ plan_id: Id, scope: SeriesScope, on: string, start: ClockTime | null, end: ClockTime | null, rule: string | null, holidays: HolidayRule | null, title: string | null, ward: string | null, travel_minutes: number | null, case_ids: Array<Id> | null, }, null];
  StopSeries: [{ plan_id: Id, scope: SeriesScope, }, number];
  RemovePlan: [{ plan_id: Id, }, null];
  ExtendSeries: [Record<string, never>, number];
  KeepDayOff: [{ from: string, to: string, yearly: boolean, name: string, org_id: Id | null, }, Id];
  RemoveDayOff: [{ id: Id, }, null];
  PlanSession: [{ programme_id: Id | null, programme_name: string, org_id: Id | null, on: string, start: ClockTime | null, end: ClockTime | null, theme: string, place: Place, 
/**
 * How it comes back.
 */
repeat?: Repeat | null, }, Id];
  RecordSession: [{ plan_id: Id, attendance: Array<Mark>, add_case_ids: Array<Id>, add_labels: Array<string>, good: string, concern: string, words: string, next: string, peer_supporters: string, staff_medical: number | null, staff_support: number | null, staff_municipal: number | null, more_steps?: Array<NextStep>, 
/**
 * Theme, contents, place and staff; without them what stands there stays.
 */
details?: SessionDetails | null, }, null];
  KeepProgramme: [{ programme_id: Id | null, name: string, org_id: Id | null, aim: string, starts: PartialDate | null, ends: PartialDate | null, planned_sessions: number | null, eligibility: string, cost: string, status: string, default_attendance: string | null, }, Id];
  KeepOrganiser: [{ programme_id: Id, organiser_id: Id | null, org_id: Id | null, org_name: string, side: string | null, role: string, }, Id];
  RemoveOrganiser: [{ programme_id: Id, organiser_id: Id, }, null];
  KeepPreparation: [{ programme_id: Id, preparation_id: Id | null, item: string, done_on: PartialDate | null, }, Id];
  RemovePreparation: [{ programme_id: Id, preparation_id: Id, }, null];
  AddUsualPreparations: [{ programme_id: Id, }, null];
  KeepParticipant: [{ programme_id: Id, participant_id: Id | null, case_id: Id | null, label: string, joined_on: PartialDate | null, left_on: PartialDate | null, reason: string, }, Id];
  RemoveParticipant: [{ programme_id: Id, participant_id: Id, }, null];
  KeepPeer: [{ person_id: Id | null, name: string, kana: string, org_name: string, phone: string, care_note: string, from_on: PartialDate | null, to_on: PartialDate | null, }, Id];
  KeepPeerActivity: [{ person_id: Id, activity_id: Id | null, session_id: Id | null, on: PartialDate, kind: string, minutes: number | null, fee: number | null, expenses: number | null, paid_on: PartialDate | null, care: string, note: string, }, Id];
  RemovePeerActivity: [{ person_id: Id, activity_id: Id, }, null];
  RecordActivity: [{ kind: string, on: PartialDate, minutes: number | null, name: string, participants: number | null, medical: number | null, support: number | null, municipal: number | null, peer_family: number | null, housing: number | null, other: number | null, partner_role: string | null, content: string, decisions: string, area: string | null, more_steps?: Array<NextStep>, activity_id?: Id | null, details?: ActivityDetails | null, }, Id];
  RecordSupport: [{ kind: SupportKind, on: string, org_id: Id | null, org_name: string, theme: string, minutes: number | null, support_id?: Id | null, themes?: Array<string>, change_seen?: string, }, Id];
  RecordPublication: [{ month: PartialDate, kind: string, title: string, area?: string, audience?: string, }, Id];
  NoteIssue: [{ text: string, tags: Array<string>, }, Id];
  PasteCaseload: [{ text: string, columns: Array<PasteColumn>, 
/**
 * 把握日 of the rows that have none; today where it is not given.
 */
identified_on: string | null, }, Pasted];
  KeepSection: [{ 
/**
 * Which report.
 */
report: ReportRequest, key: string, text: string, }, null];
  KeepSectionPlan: [{ kind?: ReportKind, fiscal_year: FiscalYear, sections: Array<KeptSection>, }, null];
  KeepReportSettings: [{ 
/**
 * Years.
 */
years: PaperYears, 
/**
 * Persons.
 */
persons: PersonWord, 
/**
 * A field for approvals on the cover.
 */
approval: boolean, 
/**
 * Clause of the contract on which the exact report rests; empty: that audience is off.
 */
commissioner_clause: string, 
/**
 * Its receiver.
 */
commissioner_receiver: string, 
/**
 * The audience of a hospital is on.
 */
hospital: boolean, }, null];
  KeepEarlierFigures: [{ fiscal_year: FiscalYear, 
/**
 * Number of the table: `1`, `2-1` (months of the year) or `28`.
 */
table: string, figures: Array<TypedFigure>, }, null];
  KeepSettings: [{ language: Tongue, theme: Theme, text_size: TextSize, eras: Eras, week_starts: WeekStart, lock_minutes: number, curtain_seconds: number, remind_minutes: number, author: string, organisation: string, receiver: string, city: string, aim: string, }, null];
  KeepCheck: [{ case_id: Id, stage: Stage, item: string, done_on: PartialDate | null, done_by: string, note: string, hidden: boolean, }, null];
  MergePeople: [{ case_id: Id, other_id: Id, }, Id];
  KeepStallLimits: [{ limits: Array<StallLimit>, }, null];
  KeepWord: [{ 
/**
 * The word as a finding gives it.
 */
word: string, level: TextLevel, 
/**
 * What it was found as.
 */
code: string, 
/**
 * Why it may stay.
 */
reason: string, }, null];
  ForgetWord: [{ word: string, level: TextLevel, }, null];
  KeepRecordSettings: [{ 
/**
 * Boxes for stamps.
 */
approval: boolean, 
/**
 * Their heads, separated by 、.
 */
stamps: string, 
/**
 * What of an earlier version is shown.
 */
earlier: Earlier, 
/**
 * Columns of a copied note in their order.
 */
columns: Array<CopyColumn>, 
/**
 * What stands between them.
 */
separator: Separator, 
/**
 * Every column begins with its name.
 */
labels: boolean, 
/**
 * How days are written.
 */
dates: CopyDates, 
/**
 * What was copied is marked at once.
 */
mark_at_once: boolean, }, null];
  KeepRoadPage: [{ case_id: Id, wish: string, next_step: string, }, null];
  CopyNotes: [{ contact_ids: Array<Id>, }, string];
  MarkCopied: [{ contact_ids: Array<Id>, copied: boolean, }, null];
  KeepHome: [{ case_id: Id, home_id: Id | null, seen_on: string | null, name: string, address: string, landlord: string, agent: string, rent: number | null, initial_cost: number | null, guarantor: string, told: string, result: string, reason: string, }, Id];
  RemoveHome: [{ case_id: Id, home_id: Id, }, null];
  KeepTrial: [{ case_id: Id, trial_id: Id | null, place: string, from_on: string, to_on: string | null, nights: number | null, purpose: string, result: string, person_view: string, staff_view: string, }, Id];
  RemoveTrial: [{ case_id: Id, trial_id: Id, }, null];
  KeepUse: [{ case_id: Id, use_id: Id | null, from_on: string, service: string, place: string, days: number | null, }, Id];
  RemoveUse: [{ case_id: Id, use_id: Id, }, null];
  KeepSettlement: [{ case_id: Id, planned_on: PartialDate | null, supporters: Array<Supporter>, day_activity: string, medication: string, money: string, others: string, }, null];
  KeepLifeCheck: [{ case_id: Id, check_id: Id | null, on: PartialDate, method: Method | null, sleep: number | null, meals: number | null, medicine: number | null, money: number | null, neighbours: number | null, loneliness: number | null, note: string, }, Id];
  RemoveLifeCheck: [{ case_id: Id, check_id: Id, }, null];
  KeepCrisisPlan: [{ case_id: Id, made_on: PartialDate | null, well: string, signs: string, own_ways: string, wanted: string, unwanted: string, hospital: string, calls: Array<CrisisCall>, }, null];
  PlanDischarge: [{ case_id: Id, planned_on: PartialDate | null, }, null];
  KeepAlertLimits: [{ limits: { [key in string]: number }, }, null];
  KeepVisitClosure: [{ org_id: Id, from_on: PartialDate | null, to_on: PartialDate | null, }, null];
  KeepConsent: [{ case_id: Id, consent_id: Id | null, about: ConsentAbout, scope: string, given_on: string, way: ConsentWay, confirmed_by: string, valid_until: string | null, }, Id];
  WithdrawConsent: [{ consent_id: Id, withdrawn_on: string | null, reason: string, }, null];
  MarkEpisode: [{ contact_id: Id, marked: boolean, }, ConsentState | null];
  KeepRetention: [{ years: number, }, null];
  KeepUntil: [{ case_id: Id, until: string | null, }, null];
  ErasePerson: [{ case_id: Id, typed: string, }, null];
  KeepSearches: [{ searches: Array<SavedSearch>, }, null];
  KeepListFilter: [{ list: string, query: string, }, null];
  Undo: [Record<string, never>, string];
  Redo: [Record<string, never>, string];
}

/** Topics whose change makes the answer of a query stale. */
export const topicsOf: Record<keyof Queries, Topic[]> = {
  "Activities": [
    "activities",
    "contacts",
    "organisations",
    "plans"
  ],
  "AlertLimits": [
    "settings"
  ],
  "AskedFor": [
    "settings"
  ],
  "AttachmentPage": [
    "contacts"
  ],
  "CaseGrid": [
    "cases",
    "organisations"
  ],
  "CaseList": [
    "cases",
    "contacts",
    "plans",
    "tasks",
    "organisations"
  ],
  "CasePage": [
    "cases",
    "contacts",
    "plans",
    "programmes",
    "tasks",
    "organisations",
    "settings"
  ],
  "Checklist": [
    "cases"
  ],
  "Choices": [
    "organisations",
    "programmes",
    "issues",
    "settings"
  ],
  "Consents": [
    "cases"
  ],
  "DaysOff": [
    "settings",
    "organisations"
  ],
  "Draft": [],
  "EarlierFigures": [
    "reports"
  ],
  "EpisodeConsents": [
    "cases",
    "contacts",
    "reports"
  ],
  "EpisodeNotes": [
    "cases",
    "contacts",
    "reports"
  ],
  "ErasePreview": [
    "cases",
    "contacts",
    "plans",
    "programmes",
    "activities",
    "issues",
    "organisations",
    "reports",
    "tasks",
    "settings",
    "undo"
  ],
  "Evening": [
    "plans",
    "contacts",
    "programmes"
  ],
  "ExitBoard": [
    "cases",
    "contacts",
    "plans",
    "tasks",
    "organisations"
  ],
  "ExitExamples": [
    "cases",
    "organisations"
  ],
  "FigureRecords": [
    "cases",
    "contacts",
    "programmes",
    "activities",
    "organisations",
    "reports"
  ],
  "FilledTemplate": [
    "cases",
    "contacts"
  ],
  "Homes": [
    "cases",
    "organisations"
  ],
  "IssuedReports": [
    "reports"
  ],
  "Issues": [
    "issues",
    "cases",
    "organisations"
  ],
  "KeptWords": [
    "reports",
    "settings"
  ],
  "ListFilters": [
    "settings"
  ],
  "MentionNames": [
    "cases",
    "organisations"
  ],
  "MergePreview": [
    "cases",
    "contacts",
    "plans",
    "tasks"
  ],
  "NoteHistory": [
    "contacts"
  ],
  "NotesToCopy": [
    "contacts",
    "cases"
  ],
  "Organisations": [
    "organisations",
    "cases",
    "contacts",
    "plans",
    "activities"
  ],
  "PastePreview": [
    "cases"
  ],
  "Peers": [
    "programmes",
    "plans",
    "organisations"
  ],
  "PersonRoad": [
    "cases",
    "plans",
    "organisations",
    "settings"
  ],
  "PlanYear": [
    "plans",
    "programmes",
    "settings"
  ],
  "ProgrammePage": [
    "programmes",
    "plans",
    "cases",
    "organisations",
    "settings"
  ],
  "Programmes": [
    "programmes",
    "plans"
  ],
  "ProposedSteps": [],
  "ReadDate": [],
  "ReadGrid": [
    "cases"
  ],
  "RecordPaper": [
    "cases",
    "contacts",
    "plans",
    "programmes",
    "activities",
    "organisations",
    "issues",
    "tasks",
    "settings"
  ],
  "RecordPaperPage": [
    "cases",
    "contacts",
    "plans",
    "programmes",
    "activities",
    "organisations",
    "issues",
    "tasks",
    "settings"
  ],
  "RecordSettings": [
    "settings"
  ],
  "Redact": [
    "cases",
    "organisations",
    "settings"
  ],
  "ReleaseForecast": [
    "cases",
    "contacts",
    "programmes",
    "reports"
  ],
  "ReleaseProof": [
    "reports"
  ],
  "Releases": [
    "reports"
  ],
  "Report": [
    "cases",
    "contacts",
    "programmes",
    "activities",
    "organisations",
    "reports",
    "settings"
  ],
  "ReportPage": [
    "cases",
    "contacts",
    "programmes",
    "activities",
    "organisations",
    "reports",
    "settings"
  ],
  "ReportSettings": [
    "reports"
  ],
  "Retention": [
    "cases",
    "settings"
  ],
  "RevealName": [
    "cases"
  ],
  "RulePreview": [
    "plans",
    "settings"
  ],
  "SavedSearches": [
    "settings"
  ],
  "ScreenText": [
    "cases",
    "contacts",
    "organisations",
    "settings",
    "reports"
  ],
  "Search": [
    "contacts",
    "cases",
    "organisations",
    "activities",
    "programmes",
    "plans",
    "issues",
    "tasks"
  ],
  "SectionPlan": [
    "reports"
  ],
  "Sections": [
    "reports",
    "issues",
    "activities",
    "programmes",
    "organisations"
  ],
  "SeriesPage": [
    "plans",
    "contacts",
    "programmes"
  ],
  "SessionPage": [
    "plans",
    "programmes",
    "cases",
    "organisations"
  ],
  "Settings": [
    "settings"
  ],
  "Settlement": [
    "cases",
    "tasks"
  ],
  "SimilarPeople": [
    "cases"
  ],
  "Soon": [
    "plans",
    "settings",
    "programmes"
  ],
  "Span": [
    "plans",
    "contacts",
    "programmes",
    "organisations",
    "settings"
  ],
  "StallLimits": [
    "settings"
  ],
  "Stalled": [
    "cases",
    "contacts",
    "plans",
    "tasks",
    "organisations",
    "settings"
  ],
  "TablePreview": [
    "cases",
    "contacts",
    "activities",
    "organisations",
    "undo"
  ],
  "Templates": [
    "settings"
  ],
  "Timeline": [
    "contacts",
    "cases",
    "plans",
    "programmes",
    "tasks",
    "organisations",
    "settings"
  ],
  "TimelineFind": [
    "contacts",
    "cases",
    "plans",
    "programmes",
    "tasks",
    "organisations",
    "settings"
  ],
  "Today": [
    "plans",
    "cases",
    "contacts",
    "tasks",
    "programmes",
    "activities",
    "organisations",
    "settings"
  ],
  "Trash": [
    "cases",
    "contacts",
    "plans",
    "programmes",
    "activities",
    "issues",
    "organisations",
    "reports",
    "tasks",
    "settings",
    "undo"
  ],
  "UndoState": [
    "undo",
    "settings"
  ],
  "VisitClosure": [
    "organisations"
  ],
  "VisitPage": [
    "plans",
    "contacts",
    "cases",
    "tasks"
  ],
  "Week": [
    "plans",
    "contacts",
    "programmes",
    "organisations"
  ]
};

/** The field's code lists. */
export const codes: Record<string, { code: string; ja: string; en: string }[]> = {
  "activity_kind": [
    {
      "code": "council",
      "ja": "自立支援協議会",
      "en": "Local council"
    },
    {
      "code": "liaison",
      "ja": "連絡会",
      "en": "Liaison meeting"
    },
    {
      "code": "hospital_meeting",
      "ja": "病院連携会議",
      "en": "Meeting with a hospital"
    },
    {
      "code": "network",
      "ja": "地区ネットワーク会議",
      "en": "Area network"
    },
    {
      "code": "briefing",
      "ja": "事業説明",
      "en": "Briefing"
    },
    {
      "code": "in_house",
      "ja": "院内周知",
      "en": "In-hospital awareness"
    },
    {
      "code": "training",
      "ja": "研修会",
      "en": "Training"
    },
    {
      "code": "case_study",
      "ja": "事例検討会",
      "en": "Case conference"
    },
    {
      "code": "city_meeting",
      "ja": "市との打合せ",
      "en": "Meeting with the city"
    },
    {
      "code": "ad_conference",
      "ja": "AD合同会議",
      "en": "Advisors' conference"
    },
    {
      "code": "advisor_visit",
      "ja": "広域アドバイザー来訪",
      "en": "Visit of the area advisor"
    },
    {
      "code": "peer_meeting",
      "ja": "ピア打合せ",
      "en": "Meeting with peers"
    },
    {
      "code": "publication",
      "ja": "情報発信",
      "en": "Information"
    },
    {
      "code": "supervision",
      "ja": "スーパービジョン（受ける）",
      "en": "Supervision received"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "admission_form": [
    {
      "code": "voluntary",
      "ja": "任意",
      "en": "Voluntary"
    },
    {
      "code": "medical_protection",
      "ja": "医療保護",
      "en": "Medical protection"
    },
    {
      "code": "involuntary",
      "ja": "措置",
      "en": "Involuntary"
    },
    {
      "code": "emergency_involuntary",
      "ja": "緊急措置",
      "en": "Emergency involuntary"
    },
    {
      "code": "emergency",
      "ja": "応急",
      "en": "Emergency"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "attendance": [
    {
      "code": "present",
      "ja": "出席",
      "en": "Present"
    },
    {
      "code": "partial",
      "ja": "遅刻・早退",
      "en": "Partly"
    },
    {
      "code": "absent",
      "ja": "欠席",
      "en": "Absent"
    },
    {
      "code": "unwell",
      "ja": "体調不良",
      "en": "Unwell"
    },
    {
      "code": "not_yet",
      "ja": "参加前",
      "en": "Not yet joined"
    },
    {
      "code": "discharged",
      "ja": "退院済み",
      "en": "Discharged"
    }
  ],
  "case_role": [
    {
      "code": "direct",
      "ja": "直接支援",
      "en": "Direct support"
    },
    {
      "code": "backup",
      "ja": "バックアップ",
      "en": "Back-up"
    }
  ],
  "certainty": [
    {
      "code": "undecided",
      "ja": "未定",
      "en": "Undecided"
    },
    {
      "code": "idea",
      "ja": "案",
      "en": "Idea"
    },
    {
      "code": "arranging",
      "ja": "調整中",
      "en": "Arranging"
    },
    {
      "code": "fixed",
      "ja": "確定",
      "en": "Fixed"
    }
  ],
  "certificate_kind": [
    {
      "code": "disability_certificate",
      "ja": "精神障害者保健福祉手帳",
      "en": "Mental disability certificate"
    },
    {
      "code": "medical_cost_support",
      "ja": "自立支援医療",
      "en": "Outpatient cost support"
    },
    {
      "code": "support_level",
      "ja": "障害支援区分",
      "en": "Support level"
    },
    {
      "code": "medical_protection_period",
      "ja": "医療保護入院の入院期間",
      "en": "Period of medical protection"
    },
    {
      "code": "intellectual_certificate",
      "ja": "療育手帳",
      "en": "Intellectual disability certificate"
    },
    {
      "code": "physical_certificate",
      "ja": "身体障害者手帳",
      "en": "Physical disability certificate"
    },
    {
      "code": "care_insurance",
      "ja": "介護保険",
      "en": "Care insurance"
    },
    {
      "code": "pension_diagnosis",
      "ja": "年金診断書",
      "en": "Pension medical report"
    }
  ],
  "closure_reason": [
    {
      "code": "settled",
      "ja": "定着終了",
      "en": "Settled"
    },
    {
      "code": "handed_over",
      "ja": "他機関へ引継ぎ",
      "en": "Handed over"
    },
    {
      "code": "declined",
      "ja": "本人辞退",
      "en": "Declined"
    },
    {
      "code": "not_feasible",
      "ja": "病状等により困難",
      "en": "Not feasible"
    },
    {
      "code": "transferred",
      "ja": "転院",
      "en": "Transferred"
    },
    {
      "code": "deceased",
      "ja": "死亡",
      "en": "Deceased"
    },
    {
      "code": "moved_away",
      "ja": "転出",
      "en": "Moved away"
    },
    {
      "code": "out_of_scope",
      "ja": "今回は見送り",
      "en": "Not this time"
    }
  ],
  "concern": [
    {
      "code": "gap",
      "ja": "間があいた方",
      "en": "Not met for long"
    },
    {
      "code": "deadline",
      "ja": "期限のある方",
      "en": "With a deadline"
    },
    {
      "code": "stalled",
      "ja": "動きのない方",
      "en": "Not moving"
    }
  ],
  "consent_about": [
    {
      "code": "support",
      "ja": "支援を受けること",
      "en": "Being supported"
    },
    {
      "code": "sharing",
      "ja": "個人情報の共有",
      "en": "Sharing of personal data"
    },
    {
      "code": "episode",
      "ja": "エピソードの掲載",
      "en": "Printing of an episode"
    },
    {
      "code": "family",
      "ja": "家族への連絡",
      "en": "Contact with the family"
    },
    {
      "code": "peer",
      "ja": "ピアサポーターへの紹介",
      "en": "Meeting a peer supporter"
    },
    {
      "code": "picture",
      "ja": "写真・作品の掲載",
      "en": "Photographs and works"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "consent_form": [
    {
      "code": "oral",
      "ja": "口頭",
      "en": "Oral"
    },
    {
      "code": "written",
      "ja": "書面",
      "en": "Written"
    },
    {
      "code": "none",
      "ja": "未",
      "en": "Not yet"
    }
  ],
  "consent_way": [
    {
      "code": "oral",
      "ja": "口頭",
      "en": "In words"
    },
    {
      "code": "written",
      "ja": "書面",
      "en": "In writing"
    },
    {
      "code": "gesture",
      "ja": "うなずき・身ぶり",
      "en": "By a nod or gesture"
    },
    {
      "code": "supported",
      "ja": "支援者が同席して",
      "en": "With a supporter beside"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Otherwise"
    }
  ],
  "counterpart": [
    {
      "code": "person",
      "ja": "本人",
      "en": "The person"
    },
    {
      "code": "family",
      "ja": "家族等",
      "en": "Family"
    },
    {
      "code": "hospital",
      "ja": "医療機関",
      "en": "Hospital"
    },
    {
      "code": "support",
      "ja": "支援機関",
      "en": "Support organisation"
    },
    {
      "code": "municipality",
      "ja": "行政",
      "en": "Municipality"
    },
    {
      "code": "housing",
      "ja": "住居関係者",
      "en": "Housing"
    },
    {
      "code": "peer",
      "ja": "ピア",
      "en": "Peer"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    },
    {
      "code": "unknown",
      "ja": "不明",
      "en": "Unknown"
    }
  ],
  "destination": [
    {
      "code": "home_alone",
      "ja": "アパート等（単身）",
      "en": "Own home, alone"
    },
    {
      "code": "home_family",
      "ja": "家族と同居",
      "en": "With family"
    },
    {
      "code": "group_home",
      "ja": "グループホーム",
      "en": "Group home"
    },
    {
      "code": "lodging_training",
      "ja": "宿泊型自立訓練",
      "en": "Residential training"
    },
    {
      "code": "support_facility",
      "ja": "障害者支援施設",
      "en": "Support facility"
    },
    {
      "code": "elderly_facility",
      "ja": "高齢者施設",
      "en": "Facility for the elderly"
    },
    {
      "code": "public_housing",
      "ja": "公営住宅",
      "en": "Public housing"
    },
    {
      "code": "support_housing",
      "ja": "居住サポート住宅",
      "en": "Support housing"
    },
    {
      "code": "other_hospital",
      "ja": "転院",
      "en": "Other hospital"
    },
    {
      "code": "deceased",
      "ja": "死亡",
      "en": "Deceased"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "diagnosis_group": [
    {
      "code": "F0",
      "ja": "認知症等",
      "en": "F0"
    },
    {
      "code": "F1",
      "ja": "アルコール・薬物等",
      "en": "F1"
    },
    {
      "code": "F2",
      "ja": "統合失調症等",
      "en": "F2"
    },
    {
      "code": "F3",
      "ja": "気分障害",
      "en": "F3"
    },
    {
      "code": "F4",
      "ja": "神経症等",
      "en": "F4"
    },
    {
      "code": "F5",
      "ja": "生理的障害等",
      "en": "F5"
    },
    {
      "code": "F6",
      "ja": "パーソナリティ",
      "en": "F6"
    },
    {
      "code": "F7",
      "ja": "知的障害",
      "en": "F7"
    },
    {
      "code": "F8",
      "ja": "発達障害",
      "en": "F8"
    },
    {
      "code": "F9",
      "ja": "小児期・青年期",
      "en": "F9"
    },
    {
      "code": "G40",
      "ja": "てんかん",
      "en": "G40"
    },
    {
      "code": "unknown",
      "ja": "不明",
      "en": "Unknown"
    }
  ],
  "exit_key": [
    {
      "code": "housing",
      "ja": "住まい",
      "en": "Home"
    },
    {
      "code": "daytime",
      "ja": "日中",
      "en": "Daytime"
    },
    {
      "code": "supporters",
      "ja": "支える人",
      "en": "Supporters"
    },
    {
      "code": "trouble",
      "ja": "困ったとき",
      "en": "In trouble"
    }
  ],
  "expansion_step": [
    {
      "code": "survey",
      "ja": "現状把握",
      "en": "Survey"
    },
    {
      "code": "relations",
      "ja": "関係づくり",
      "en": "Relations"
    },
    {
      "code": "briefing",
      "ja": "事業説明",
      "en": "Briefing"
    },
    {
      "code": "trial",
      "ja": "試行",
      "en": "Trial"
    },
    {
      "code": "settled",
      "ja": "定着",
      "en": "Settled"
    }
  ],
  "experience": [
    {
      "code": "none",
      "ja": "なし",
      "en": "None"
    },
    {
      "code": "few",
      "ja": "少",
      "en": "Few"
    },
    {
      "code": "some",
      "ja": "中",
      "en": "Some"
    },
    {
      "code": "many",
      "ja": "豊富",
      "en": "Many"
    }
  ],
  "guardian": [
    {
      "code": "none",
      "ja": "なし",
      "en": "None"
    },
    {
      "code": "guardian",
      "ja": "後見",
      "en": "Guardian"
    },
    {
      "code": "curator",
      "ja": "保佐",
      "en": "Curator"
    },
    {
      "code": "assistant",
      "ja": "補助",
      "en": "Assistant"
    },
    {
      "code": "voluntary",
      "ja": "任意後見",
      "en": "Voluntary"
    }
  ],
  "hold_reason": [
    {
      "code": "wavering",
      "ja": "本人の迷い",
      "en": "Wavering"
    },
    {
      "code": "physical_illness",
      "ja": "身体疾患",
      "en": "Physical illness"
    },
    {
      "code": "family",
      "ja": "家族の事情",
      "en": "Family"
    },
    {
      "code": "hospital",
      "ja": "病院の事情",
      "en": "Hospital"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "holiday_rule": [
    {
      "code": "keep",
      "ja": "祝日もそのまま",
      "en": "Also on holidays"
    },
    {
      "code": "skip",
      "ja": "祝日は休み",
      "en": "Not on holidays"
    },
    {
      "code": "next",
      "ja": "祝日は翌営業日",
      "en": "Next working day on holidays"
    },
    {
      "code": "previous",
      "ja": "祝日は前営業日",
      "en": "Working day before on holidays"
    }
  ],
  "home_result": [
    {
      "code": "申込",
      "ja": "申込",
      "en": "Applied"
    },
    {
      "code": "承諾",
      "ja": "承諾",
      "en": "Accepted"
    },
    {
      "code": "断られた",
      "ja": "断られた",
      "en": "Refused"
    },
    {
      "code": "辞退",
      "ja": "辞退",
      "en": "Declined"
    }
  ],
  "importance": [
    {
      "code": "risk",
      "ja": "リスク",
      "en": "Risk"
    },
    {
      "code": "rights",
      "ja": "権利",
      "en": "Rights"
    },
    {
      "code": "complaint",
      "ja": "苦情",
      "en": "Complaint"
    },
    {
      "code": "accident",
      "ja": "事故",
      "en": "Accident"
    }
  ],
  "income": [
    {
      "code": "pension1",
      "ja": "障害年金1級",
      "en": "Disability pension 1"
    },
    {
      "code": "pension2",
      "ja": "障害年金2級",
      "en": "Disability pension 2"
    },
    {
      "code": "employees_pension",
      "ja": "厚生年金",
      "en": "Employees' pension"
    },
    {
      "code": "old_age",
      "ja": "老齢年金",
      "en": "Old-age pension"
    },
    {
      "code": "welfare",
      "ja": "生活保護",
      "en": "Public assistance"
    },
    {
      "code": "allowance",
      "ja": "手当",
      "en": "Allowance"
    },
    {
      "code": "wages",
      "ja": "賃金",
      "en": "Wages"
    },
    {
      "code": "family",
      "ja": "家族",
      "en": "Family"
    },
    {
      "code": "none",
      "ja": "なし",
      "en": "None"
    },
    {
      "code": "unknown",
      "ja": "不明",
      "en": "Unknown"
    }
  ],
  "intake_route": [
    {
      "code": "hospital",
      "ja": "病院",
      "en": "Hospital"
    },
    {
      "code": "programme",
      "ja": "プログラム",
      "en": "Programme"
    },
    {
      "code": "self",
      "ja": "本人",
      "en": "The person"
    },
    {
      "code": "family",
      "ja": "家族",
      "en": "Family"
    },
    {
      "code": "consultation",
      "ja": "相談支援",
      "en": "Consultation support"
    },
    {
      "code": "municipality",
      "ja": "行政",
      "en": "Municipality"
    },
    {
      "code": "survey",
      "ja": "630調査等",
      "en": "Survey"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "issue_status": [
    {
      "code": "open",
      "ja": "気づき",
      "en": "Noted"
    },
    {
      "code": "theme",
      "ja": "課題",
      "en": "Issue"
    },
    {
      "code": "reported",
      "ja": "報告済み",
      "en": "Reported"
    }
  ],
  "job": [
    {
      "code": "physician",
      "ja": "医師",
      "en": "Physician"
    },
    {
      "code": "nurse",
      "ja": "看護師",
      "en": "Nurse"
    },
    {
      "code": "psw",
      "ja": "精神保健福祉士",
      "en": "Psychiatric social worker"
    },
    {
      "code": "social_worker",
      "ja": "社会福祉士",
      "en": "Social worker"
    },
    {
      "code": "occupational_therapist",
      "ja": "作業療法士",
      "en": "Occupational therapist"
    },
    {
      "code": "psychologist",
      "ja": "公認心理師",
      "en": "Psychologist"
    },
    {
      "code": "pharmacist",
      "ja": "薬剤師",
      "en": "Pharmacist"
    },
    {
      "code": "consultation_specialist",
      "ja": "相談支援専門員",
      "en": "Consultation specialist"
    },
    {
      "code": "service_manager",
      "ja": "サービス管理責任者",
      "en": "Service manager"
    },
    {
      "code": "group_home_staff",
      "ja": "世話人",
      "en": "Group home staff"
    },
    {
      "code": "public_health_nurse",
      "ja": "保健師",
      "en": "Public health nurse"
    },
    {
      "code": "caseworker",
      "ja": "ケースワーカー",
      "en": "Caseworker"
    },
    {
      "code": "administrator",
      "ja": "事務",
      "en": "Administrator"
    },
    {
      "code": "landlord",
      "ja": "家主",
      "en": "Landlord"
    },
    {
      "code": "real_estate_agent",
      "ja": "不動産業者",
      "en": "Estate agent"
    },
    {
      "code": "peer_supporter",
      "ja": "ピアサポーター",
      "en": "Peer supporter"
    },
    {
      "code": "area_advisor",
      "ja": "広域アドバイザー",
      "en": "Area advisor"
    },
    {
      "code": "family",
      "ja": "家族",
      "en": "Family"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "method": [
    {
      "code": "interview_hospital",
      "ja": "面接（院内）",
      "en": "Interview in hospital"
    },
    {
      "code": "home_visit",
      "ja": "訪問（居宅等）",
      "en": "Home visit"
    },
    {
      "code": "visit_facility",
      "ja": "訪問（事業所等）",
      "en": "Visit to a service"
    },
    {
      "code": "accompany",
      "ja": "同行",
      "en": "Accompaniment"
    },
    {
      "code": "office",
      "ja": "来所",
      "en": "At the office"
    },
    {
      "code": "phone",
      "ja": "電話",
      "en": "Phone"
    },
    {
      "code": "online",
      "ja": "オンライン",
      "en": "Online"
    },
    {
      "code": "mail",
      "ja": "メール・FAX",
      "en": "Mail, fax"
    },
    {
      "code": "letter",
      "ja": "手紙",
      "en": "Letter"
    },
    {
      "code": "meeting",
      "ja": "会議",
      "en": "Meeting"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    },
    {
      "code": "unknown",
      "ja": "不明",
      "en": "Unknown"
    }
  ],
  "money_care": [
    {
      "code": "self",
      "ja": "本人",
      "en": "The person"
    },
    {
      "code": "hospital",
      "ja": "病院預り",
      "en": "Hospital"
    },
    {
      "code": "family",
      "ja": "家族",
      "en": "Family"
    },
    {
      "code": "welfare_service",
      "ja": "日常生活自立支援事業",
      "en": "Daily life support service"
    },
    {
      "code": "guardian",
      "ja": "後見人等",
      "en": "Guardian"
    }
  ],
  "obstacle": [
    {
      "code": "unstable",
      "ja": "病状が不安定",
      "en": "Unstable condition"
    },
    {
      "code": "comorbidity",
      "ja": "身体合併症",
      "en": "Physical illness"
    },
    {
      "code": "medication",
      "ja": "服薬の継続に不安",
      "en": "Medication"
    },
    {
      "code": "no_wish",
      "ja": "希望をまだ聞けていない・迷っている",
      "en": "Wish not yet heard"
    },
    {
      "code": "anxiety",
      "ja": "退院への不安が強い",
      "en": "Anxiety about discharge"
    },
    {
      "code": "living_skills",
      "ja": "生活能力への不安",
      "en": "Living skills"
    },
    {
      "code": "housing",
      "ja": "住居がない・確保が難しい",
      "en": "Housing"
    },
    {
      "code": "guarantor",
      "ja": "保証人がいない",
      "en": "Guarantor"
    },
    {
      "code": "money",
      "ja": "収入・お金",
      "en": "Money"
    },
    {
      "code": "family_opposed",
      "ja": "家族の反対・家族関係",
      "en": "Family relations"
    },
    {
      "code": "family_strained",
      "ja": "家族に余力がない",
      "en": "Family without reserve"
    },
    {
      "code": "no_supporters",
      "ja": "支える人・サービスがない",
      "en": "No supporters"
    },
    {
      "code": "no_day_place",
      "ja": "日中の場がない",
      "en": "No place for the day"
    },
    {
      "code": "hospital_policy",
      "ja": "病院側の体制・方針",
      "en": "Hospital"
    },
    {
      "code": "community",
      "ja": "地域の理解",
      "en": "Community"
    },
    {
      "code": "past_events",
      "ja": "過去の出来事への配慮",
      "en": "Past events"
    },
    {
      "code": "age",
      "ja": "高齢・介護",
      "en": "Age and care"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "organisation_type": [
    {
      "code": "psychiatric_hospital",
      "ja": "精神科病院",
      "en": "Psychiatric hospital"
    },
    {
      "code": "general_hospital",
      "ja": "総合病院精神科",
      "en": "General hospital"
    },
    {
      "code": "clinic",
      "ja": "診療所",
      "en": "Clinic"
    },
    {
      "code": "consultation_center",
      "ja": "相談支援（委託）",
      "en": "Consultation centre"
    },
    {
      "code": "core_center",
      "ja": "基幹相談支援センター",
      "en": "Core consultation centre"
    },
    {
      "code": "plan_office",
      "ja": "計画相談",
      "en": "Plan consultation office"
    },
    {
      "code": "community_life_center",
      "ja": "地域生活支援センター",
      "en": "Community life centre"
    },
    {
      "code": "group_home",
      "ja": "グループホーム",
      "en": "Group home"
    },
    {
      "code": "lodging_training",
      "ja": "宿泊型自立訓練",
      "en": "Residential training"
    },
    {
      "code": "day_service",
      "ja": "日中系",
      "en": "Day service"
    },
    {
      "code": "employment",
      "ja": "就労系",
      "en": "Employment service"
    },
    {
      "code": "visiting_nurse",
      "ja": "訪問看護",
      "en": "Visiting nurse"
    },
    {
      "code": "helper",
      "ja": "居宅介護",
      "en": "Home help"
    },
    {
      "code": "housing_support",
      "ja": "居住支援法人",
      "en": "Housing support"
    },
    {
      "code": "real_estate",
      "ja": "不動産",
      "en": "Real estate"
    },
    {
      "code": "municipality_hq",
      "ja": "市役所本庁",
      "en": "City hall"
    },
    {
      "code": "ward_office",
      "ja": "区役所",
      "en": "Ward office"
    },
    {
      "code": "mh_center",
      "ja": "精神保健福祉センター",
      "en": "Mental health centre"
    },
    {
      "code": "health_center",
      "ja": "保健所",
      "en": "Health centre"
    },
    {
      "code": "council",
      "ja": "自立支援協議会",
      "en": "Council"
    },
    {
      "code": "peer_group",
      "ja": "当事者団体",
      "en": "Peer group"
    },
    {
      "code": "family_group",
      "ja": "家族会",
      "en": "Family group"
    },
    {
      "code": "social_council",
      "ja": "社会福祉協議会",
      "en": "Social welfare council"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "organiser_role": [
    {
      "code": "host",
      "ja": "主催",
      "en": "Host"
    },
    {
      "code": "co_host",
      "ja": "共催",
      "en": "Co-host"
    },
    {
      "code": "cooperate",
      "ja": "協力",
      "en": "Cooperation"
    }
  ],
  "outcome": [
    {
      "code": "met",
      "ja": "会えた",
      "en": "Met"
    },
    {
      "code": "away",
      "ja": "不在",
      "en": "Away"
    },
    {
      "code": "unwilling",
      "ja": "希望されず",
      "en": "Did not wish"
    },
    {
      "code": "unwell",
      "ja": "体調",
      "en": "Unwell"
    },
    {
      "code": "out",
      "ja": "外出",
      "en": "Out"
    }
  ],
  "partner_role": [
    {
      "code": "info_only",
      "ja": "情報提供のみ",
      "en": "Information only"
    },
    {
      "code": "cooperate",
      "ja": "協力",
      "en": "Cooperation"
    },
    {
      "code": "joint",
      "ja": "共同実施",
      "en": "Joint"
    },
    {
      "code": "lead",
      "ja": "主導",
      "en": "Lead"
    }
  ],
  "peer_activity_kind": [
    {
      "code": "session",
      "ja": "プログラムの回",
      "en": "Session"
    },
    {
      "code": "visit",
      "ja": "病棟訪問・面会",
      "en": "Visit"
    },
    {
      "code": "accompany",
      "ja": "外出の同行",
      "en": "Accompaniment"
    },
    {
      "code": "meeting",
      "ja": "打合せ・ふりかえり",
      "en": "Meeting"
    },
    {
      "code": "training",
      "ja": "研修・発表",
      "en": "Training or talk"
    },
    {
      "code": "talk",
      "ja": "様子をきいた",
      "en": "Asked how they are"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "phase": [
    {
      "code": "entrance",
      "ja": "入口",
      "en": "Entrance"
    },
    {
      "code": "moving",
      "ja": "移行",
      "en": "On the way"
    },
    {
      "code": "exit",
      "ja": "出口",
      "en": "Exit"
    }
  ],
  "plan_kind": [
    {
      "code": "visit",
      "ja": "病院訪問",
      "en": "Hospital visit"
    },
    {
      "code": "session",
      "ja": "プログラム",
      "en": "Programme session"
    },
    {
      "code": "meeting",
      "ja": "会議・打合せ",
      "en": "Meeting"
    },
    {
      "code": "accompany",
      "ja": "同行",
      "en": "Accompaniment"
    },
    {
      "code": "own",
      "ja": "自分の時間",
      "en": "Own time"
    }
  ],
  "plan_result": [
    {
      "code": "planned",
      "ja": "予定",
      "en": "Planned"
    },
    {
      "code": "done",
      "ja": "実施",
      "en": "Done"
    },
    {
      "code": "cancelled",
      "ja": "中止",
      "en": "Cancelled"
    },
    {
      "code": "changed",
      "ja": "変更",
      "en": "Changed"
    }
  ],
  "programme_status": [
    {
      "code": "preparing",
      "ja": "準備中",
      "en": "Preparing"
    },
    {
      "code": "running",
      "ja": "実施中",
      "en": "Running"
    },
    {
      "code": "finished",
      "ja": "終了",
      "en": "Finished"
    }
  ],
  "publication_kind": [
    {
      "code": "newsletter",
      "ja": "ニュースレター",
      "en": "Newsletter"
    },
    {
      "code": "website",
      "ja": "ウェブ",
      "en": "Website"
    },
    {
      "code": "slides",
      "ja": "発表資料",
      "en": "Slides"
    },
    {
      "code": "council_report",
      "ja": "協議会報告",
      "en": "Council report"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "purpose": [
    {
      "code": "interview",
      "ja": "面接",
      "en": "Interviews"
    },
    {
      "code": "ward",
      "ja": "病棟との打合せ",
      "en": "Talk with the ward"
    },
    {
      "code": "meeting",
      "ja": "会議",
      "en": "Meeting"
    },
    {
      "code": "programme",
      "ja": "プログラム",
      "en": "Programme"
    },
    {
      "code": "briefing",
      "ja": "事業説明",
      "en": "Briefing"
    },
    {
      "code": "survey",
      "ja": "630調査の返し",
      "en": "Return of survey figures"
    },
    {
      "code": "greeting",
      "ja": "挨拶",
      "en": "Greeting"
    }
  ],
  "record_source": [
    {
      "code": "on_the_spot",
      "ja": "その場",
      "en": "On the spot"
    },
    {
      "code": "later",
      "ja": "後から",
      "en": "Later"
    },
    {
      "code": "transcribed",
      "ja": "転記",
      "en": "Transcribed"
    }
  ],
  "relationship_state": [
    {
      "code": "none",
      "ja": "未接触",
      "en": "No contact"
    },
    {
      "code": "briefed",
      "ja": "説明済み",
      "en": "Briefed"
    },
    {
      "code": "case_by_case",
      "ja": "個別連携",
      "en": "Case by case"
    },
    {
      "code": "regular",
      "ja": "定例連携",
      "en": "Regular"
    },
    {
      "code": "joint",
      "ja": "共同実施",
      "en": "Joint"
    }
  ],
  "service": [
    {
      "code": "community_transition_support",
      "ja": "地域移行支援",
      "en": "Community transition support"
    },
    {
      "code": "community_settlement_support",
      "ja": "地域定着支援",
      "en": "Community settlement support"
    },
    {
      "code": "independent_living_assistance",
      "ja": "自立生活援助",
      "en": "Independent living assistance"
    },
    {
      "code": "group_home",
      "ja": "共同生活援助",
      "en": "Group home"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "session_place": [
    {
      "code": "inside",
      "ja": "院内",
      "en": "In hospital"
    },
    {
      "code": "outside",
      "ja": "院外",
      "en": "Outside"
    }
  ],
  "sex": [
    {
      "code": "male",
      "ja": "男",
      "en": "Male"
    },
    {
      "code": "female",
      "ja": "女",
      "en": "Female"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    },
    {
      "code": "unspecified",
      "ja": "記載しない",
      "en": "Not stated"
    }
  ],
  "side": [
    {
      "code": "medical",
      "ja": "医療",
      "en": "Medical"
    },
    {
      "code": "support",
      "ja": "福祉",
      "en": "Support"
    },
    {
      "code": "municipal",
      "ja": "行政",
      "en": "Municipality"
    },
    {
      "code": "peer",
      "ja": "当事者",
      "en": "Peers"
    },
    {
      "code": "family",
      "ja": "家族",
      "en": "Families"
    },
    {
      "code": "housing",
      "ja": "住まい",
      "en": "Housing"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "stage": [
    {
      "code": "identified",
      "ja": "把握・選定",
      "en": "Identified"
    },
    {
      "code": "engagement",
      "ja": "面談・同意",
      "en": "Meeting and consent"
    },
    {
      "code": "planning",
      "ja": "アセスメント・計画",
      "en": "Assessment and plan"
    },
    {
      "code": "preparation",
      "ja": "院内外プログラム・外出同行",
      "en": "Programmes and outings"
    },
    {
      "code": "housing",
      "ja": "住居設定・体験宿泊",
      "en": "Housing and trial stays"
    },
    {
      "code": "discharge_coordination",
      "ja": "退院調整",
      "en": "Discharge coordination"
    },
    {
      "code": "transition",
      "ja": "退院・移行期",
      "en": "Discharge and transition"
    },
    {
      "code": "settlement",
      "ja": "地域定着",
      "en": "Settlement"
    },
    {
      "code": "closed",
      "ja": "終結",
      "en": "Closed"
    }
  ],
  "standing": [
    {
      "code": "active",
      "ja": "支援中",
      "en": "Supported"
    },
    {
      "code": "on_hold",
      "ja": "保留",
      "en": "On hold"
    },
    {
      "code": "ended",
      "ja": "終結",
      "en": "Closed"
    },
    {
      "code": "todo",
      "ja": "これから",
      "en": "To do"
    },
    {
      "code": "finished",
      "ja": "済み",
      "en": "Finished"
    },
    {
      "code": "held",
      "ja": "実施",
      "en": "Held"
    },
    {
      "code": "planned",
      "ja": "予定",
      "en": "Planned"
    },
    {
      "code": "cancelled",
      "ja": "中止",
      "en": "Cancelled"
    },
    {
      "code": "theme",
      "ja": "課題",
      "en": "Issue"
    },
    {
      "code": "reported",
      "ja": "報告済み",
      "en": "Reported"
    }
  ],
  "support_kind": [
    {
      "code": "backup",
      "ja": "バックアップ",
      "en": "Back-up"
    },
    {
      "code": "supervision",
      "ja": "スーパービジョン",
      "en": "Supervision"
    },
    {
      "code": "consultation",
      "ja": "コンサルテーション",
      "en": "Consultation"
    }
  ],
  "support_theme": [
    {
      "code": "entrance",
      "ja": "入口",
      "en": "Entrance"
    },
    {
      "code": "papers",
      "ja": "書類",
      "en": "Papers"
    },
    {
      "code": "family",
      "ja": "家族",
      "en": "Family"
    },
    {
      "code": "housing",
      "ja": "住居",
      "en": "Housing"
    },
    {
      "code": "settlement",
      "ja": "定着",
      "en": "Settlement"
    },
    {
      "code": "in_house",
      "ja": "院内調整",
      "en": "Inside the hospital"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "survey_destination": [
    {
      "code": "home",
      "ja": "家庭復帰等",
      "en": "Home"
    },
    {
      "code": "group_home",
      "ja": "GH等",
      "en": "Group home"
    },
    {
      "code": "elderly_facility",
      "ja": "高齢者福祉施設",
      "en": "Facility for the elderly"
    },
    {
      "code": "transfer",
      "ja": "転院",
      "en": "Transfer"
    },
    {
      "code": "death",
      "ja": "死亡",
      "en": "Death"
    },
    {
      "code": "other",
      "ja": "その他",
      "en": "Other"
    }
  ],
  "survey_source": [
    {
      "code": "survey630",
      "ja": "630調査",
      "en": "Survey 630"
    },
    {
      "code": "hospital_report",
      "ja": "病院報告",
      "en": "Hospital report"
    },
    {
      "code": "hospital",
      "ja": "病院提供",
      "en": "From the hospital"
    },
    {
      "code": "city",
      "ja": "市提供",
      "en": "From the city"
    }
  ],
  "trial_result": [
    {
      "code": "順調",
      "ja": "順調",
      "en": "Went well"
    },
    {
      "code": "一部不安",
      "ja": "一部不安",
      "en": "Partly uneasy"
    },
    {
      "code": "中止",
      "ja": "中止",
      "en": "Stopped"
    }
  ],
  "work_kind": [
    {
      "code": "casework",
      "ja": "個別支援",
      "en": "Casework"
    },
    {
      "code": "programme",
      "ja": "退院プログラム",
      "en": "Programmes"
    },
    {
      "code": "hospital",
      "ja": "病院への働きかけ",
      "en": "Work with hospitals"
    },
    {
      "code": "network",
      "ja": "協議会・ネットワーク",
      "en": "Councils and networks"
    },
    {
      "code": "training",
      "ja": "研修会",
      "en": "Training"
    },
    {
      "code": "support",
      "ja": "バックアップ・SV",
      "en": "Support to others"
    },
    {
      "code": "information",
      "ja": "情報発信",
      "en": "Information"
    },
    {
      "code": "administration",
      "ja": "事務・打合せ",
      "en": "Administration"
    }
  ],
  "written_kind": [
    {
      "code": "contact",
      "ja": "記録",
      "en": "Note"
    },
    {
      "code": "case",
      "ja": "対象者",
      "en": "Person supported"
    },
    {
      "code": "organisation",
      "ja": "機関",
      "en": "Organisation"
    },
    {
      "code": "person",
      "ja": "関係者",
      "en": "Contact person"
    },
    {
      "code": "activity",
      "ja": "活動",
      "en": "Activity"
    },
    {
      "code": "session",
      "ja": "プログラムの回",
      "en": "Session"
    },
    {
      "code": "support",
      "ja": "支援者への支援",
      "en": "Support to others"
    },
    {
      "code": "publication",
      "ja": "情報発信",
      "en": "Publication"
    },
    {
      "code": "issue",
      "ja": "気づき",
      "en": "Observation"
    },
    {
      "code": "task",
      "ja": "次の一手",
      "en": "Next step"
    }
  ]
};
