//! `ics` from a terminal.

use super::file;
use crate::packs::terminal::Desk;
use cli::{DONE, REFUSED, USAGE};
use serde_json::json;

#[test]
fn plans_go_out_without_names_and_another_calendar_comes_in_once() {
    let desk = Desk::bare();
    desk.says(&["init", "--recovery-out", &desk.text("code")]).with(DONE);
    std::fs::write(desk.path("仕事.ics"), file("02-google-series")).unwrap();
    let calendar = desk.text("仕事.ics");
    let told = desk.says(&["ics", "import", &calendar, "--json"]).with(DONE).json();
    assert_eq!((&told["added"], &told["series"]), (&json!(4), &json!(1)));
    let again = desk.says(&["ics", "import", &calendar]).with(DONE);
    assert!(again.talk.contains("予定0件"), "{}", again.talk);

    let out = desk.text("予定.ics");
    desk.says(&["ics", "export", &out]).with(DONE);
    let text = std::fs::read_to_string(desk.path("予定.ics")).unwrap();
    assert!(text.contains("BEGIN:VEVENT") && !text.contains("地域移行部会"), "{text}");
    desk.says(&["ics", "export", &out]).with(REFUSED);
    let named = desk.says(&["ics", "export", &desk.text("氏名.ics"), "--with-names"]).with(DONE);
    assert!(named.talk.contains("扱い"), "{}", named.talk);
    assert!(std::fs::read_to_string(desk.path("氏名.ics")).unwrap().contains("地域移行部会"));

    std::fs::write(desk.path("名刺.vcf"), "BEGIN:VCARD\r\nEND:VCARD\r\n").unwrap();
    let refused = desk.says(&["ics", "import", &desk.text("名刺.vcf")]).with(REFUSED);
    assert!(refused.talk.contains("iCalendar"), "{}", refused.talk);
    desk.says(&["ics", "import", &desk.text("ない.ics")]).with(REFUSED);
    desk.says(&["ics", "import"]).with(USAGE);
}
