//! 報告書 from the terminal: make one, and attack a finished one.

use crate::{REFUSED, Run, Stop};
use app::reports::{self, Handed, Level, Part, ReportKind, ReportRequest, TableFile};
use chrono::NaiveDate;
use domain::calendar::FiscalYear;
use files::write::Draft;
use serde_json::json;
use std::path::Path;

/// `report annual|half|monthly|programme|agenda|overview`: checked, entered into the ledger and written, or nothing of it.
pub(crate) fn make(run: &mut Run, kind: &str) -> Result<(), Stop> {
    let Some(kind) = ReportKind::ALL.into_iter().find(|known| known.code() == kind) else {
        return Err(Stop::usage("unknown_command", kind));
    };
    let level = level(run)?;
    let request = match kind {
        ReportKind::Monthly => ReportRequest::monthly(month(run)?, level),
        _ => ReportRequest::of_year(kind, fiscal_year(run)?, level),
    };
    let programme = match kind {
        ReportKind::Programme => {
            Some(run.args.text("programme").ok_or_else(|| Stop::usage("missing_option", "--programme"))?)
        }
        _ => None,
    };
    let hospital = match level {
        Level::Hospital => {
            Some(run.args.text("hospital").ok_or_else(|| Stop::usage("missing_option", "--hospital"))?)
        }
        _ => None,
    };
    let out = run.args.path("out").ok_or_else(|| Stop::usage("missing_option", "--out"))?;
    let figures = run.args.path("figures");
    let tables = run.args.path("tables");
    let opened = run.open()?;
    let around = run.around()?;
    let request = match programme {
        Some(key) => {
            let id = opened.house.read(|reader| Ok::<_, app::Failure>(reader.programme_keyed(&key)?))?;
            ReportRequest { programme_id: id, ..request }
        }
        None => request,
    };
    let request = match hospital {
        Some(key) => {
            let id = opened.house.read(|reader| Ok::<_, app::Failure>(reader.hospital_keyed(&key)?))?;
            ReportRequest { hospital_id: id, ..request }
        }
        None => request,
    };
    let prepared = reports::prepare(&opened.house, &around, request)?;
    let draft = Draft::write(&out, &prepared.pdf)?;
    let beside = figures.map(|path| Draft::write(&path, prepared.figures_json.as_bytes())).transpose()?;
    let listed = tables
        .map(|path| {
            let form = TableFile::of(&path.to_string_lossy())
                .ok_or_else(|| bad_value("--tables", &path.to_string_lossy()))?;
            let tables = reports::hand(&opened.house, &around, &prepared, Part::Tables(form))?;
            Ok::<_, Stop>((Draft::write(&path, &tables.bytes)?, tables))
        })
        .transpose()?;
    let (listed, parts): (Vec<Draft>, Vec<Handed>) = listed.into_iter().unzip();
    reports::enter_parts(&opened.house, &around, &prepared, parts, true)?;
    for draft in beside.into_iter().chain(listed) {
        draft.keep()?;
    }
    draft.keep()?;
    let file = out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    run.talk.say("report.written", &[("file", &file), ("pages", &prepared.pages.to_string())]);
    Ok(())
}

/// `check-release`: the whole attack on a finished file against this vault.
pub(crate) fn check_release(run: &mut Run, file: &str) -> Result<(), Stop> {
    let bytes = std::fs::read(Path::new(file)).map_err(|_| Stop::say("unreadable", file))?;
    let proof = run.args.path("proof");
    let opened = run.open()?;
    let around = run.around()?;
    let name = Path::new(file).file_name().map(|name| name.to_string_lossy().into_owned());
    let checked = reports::check_release(&opened.house, &around, &bytes, name.as_deref())?;
    if let Some(path) = proof {
        let sheet = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("pdf"));
        let bytes = if sheet { checked.proof.pdf()? } else { checked.proof.json()?.into_bytes() };
        Draft::write(&path, &bytes)?.keep()?;
    }
    let ok = checked.findings.is_empty();
    if run.args.json {
        run.talk.json(&json!({ "ok": ok, "findings": checked.findings }))?;
    } else {
        for found in &checked.findings {
            let page = found.page.map_or_else(String::new, |page| page.to_string());
            run.talk.result(&format!("{}\t{page}\t{}", found.kind, found.detail))?;
        }
    }
    if !checked.in_ledger {
        run.talk.say("report.not_in_ledger", &[]);
    }
    if ok {
        run.talk.say("report.clear", &[]);
        return Ok(());
    }
    run.talk.say("report.found", &[("n", &checked.findings.len().to_string())]);
    Err(Stop::Silent(REFUSED))
}

fn fiscal_year(run: &Run) -> Result<FiscalYear, Stop> {
    let year: i32 =
        run.args.number("fiscal-year")?.ok_or_else(|| Stop::usage("missing_option", "--fiscal-year"))?;
    FiscalYear::try_from(year).map_err(|_| bad_value("--fiscal-year", &year.to_string()))
}

/// The first day of `--month 2025-06`.
fn month(run: &Run) -> Result<NaiveDate, Stop> {
    let month = run.args.text("month").ok_or_else(|| Stop::usage("missing_option", "--month"))?;
    format!("{month}-01").parse().map_err(|_| bad_value("--month", &month))
}

fn level(run: &Run) -> Result<Level, Stop> {
    let code = run.args.text("level").ok_or_else(|| Stop::usage("missing_option", "--level"))?;
    Level::from_code(&code).ok_or_else(|| bad_value("--level", &code))
}

fn bad_value(name: &str, value: &str) -> Stop {
    Stop::Usage("bad_value", vec![("name", name.to_owned()), ("value", value.to_owned())])
}
