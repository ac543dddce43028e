//! The view of a fiscal year with 6,000 visits in it: how long a frame takes while it is scrolled.

use super::driver::Driver;
use super::screen::Screen;
use super::{PASSPHRASE, unlocked};
use crate::place::{around, fresh};
use crate::table::Table;
use app::House;
use files::VaultFolder;
use serde_json::json;
use std::path::Path;
use store::vault::KdfCost;

/// Visits of the year.
const VISITS: u32 = 6_000;
/// The longest that a frame may take, in milliseconds.
const LONGEST: f64 = 50.0;

/// Scrolls the year down and up for three seconds, tells the frames.
const SCROLL: &str = "const done = arguments[arguments.length - 1];
const year = document.querySelector('#stage [class*=year]');
let box = year;
while (box !== null && box.scrollHeight <= box.clientHeight) box = box.parentElement;
const frames = [];
const began = performance.now();
let before = began;
const step = (now) => {
  frames.push(now - before);
  before = now;
  if (now - began > 3000) return done({ frames: frames.slice(2), scrolled: box === null ? 0 : box.scrollHeight - box.clientHeight });
  if (box !== null) box.scrollTop = (box.scrollHeight - box.clientHeight) * (0.5 - 0.5 * Math.cos((now - began) / 250));
  requestAnimationFrame(step);
};
requestAnimationFrame(step);";

/// Measures the frames and adds their lines to the table.
pub(super) fn bench(binary: &Path, screen: &Screen, table: &mut Table) {
    let vault = fresh("year").join("vault");
    let (opened, _) =
        VaultFolder::create(&vault, PASSPHRASE, KdfCost::LEAST, &[6; 32]).expect("the vault is made");
    let house = House::new(opened.store, |_| ());
    let first = chrono::NaiveDate::from_ymd_opt(2026, 4, 1).expect("a day");
    for n in 0..VISITS {
        let on = first + chrono::Days::new(u64::from(n * 7 % 365));
        let input = json!({"org_id": null, "org_name": format!("病院{}", n % 8), "ward": "", "on": on, "start": null,
            "end": null, "purposes": [], "case_ids": []});
        house.call(&around(), "PlanVisit", input).expect("the visit is planned");
    }
    // The largest letters, so that a year is longer than the window.
    let mut settings = house.call(&around(), "Settings", json!({})).expect("the settings").value;
    settings.as_object_mut().expect("fields").remove("demo");
    settings["text_size"] = json!("largest");
    house.call(&around(), "KeepSettings", settings).expect("they are kept");
    drop((house, opened.folder));
    let driver = Driver::start(screen);
    let session = unlocked(&driver, binary, &vault);
    session.run("location.hash = '#/plans'", &json!([]));
    session.wait_for("#stage [role=radiogroup]");
    session.run("document.querySelectorAll('#stage [role=radiogroup] label')[3].click()", &json!([]));
    session.wait_for("#stage [class*=year] button[data-full]");
    let told = session.run_until(SCROLL, &json!([]));
    session.close();
    let frames: Vec<f64> =
        told["frames"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect();
    assert!(told["scrolled"].as_f64().is_some_and(|far| far > 100.0), "the year was not scrolled: {told}");
    let longest = frames.iter().copied().fold(0.0, f64::max);
    table.limit(
        format!("window: year of {VISITS} visits, longest frame of {}", frames.len()),
        "ms",
        longest,
        LONGEST,
    );
}
