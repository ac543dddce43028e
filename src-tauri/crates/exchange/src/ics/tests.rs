//! Twelve files as Google, Outlook, Apple and a groupware write them, and whatever bytes there may be.

use super::*;
use chrono::{NaiveDate, NaiveTime};
use domain::calendar::recurrence::Rule;
use proptest::prelude::*;
use std::collections::BTreeSet;

const FILES: [(&str, &[u8]); 12] = [
    ("01-google", include_bytes!("../../../../../tests/fixtures/ics/01-google.ics")),
    ("02-google-series", include_bytes!("../../../../../tests/fixtures/ics/02-google-series.ics")),
    ("03-outlook", include_bytes!("../../../../../tests/fixtures/ics/03-outlook.ics")),
    ("04-outlook-series", include_bytes!("../../../../../tests/fixtures/ics/04-outlook-series.ics")),
    ("05-apple", include_bytes!("../../../../../tests/fixtures/ics/05-apple.ics")),
    ("06-no-vtimezone", include_bytes!("../../../../../tests/fixtures/ics/06-no-vtimezone.ics")),
    ("07-all-day", include_bytes!("../../../../../tests/fixtures/ics/07-all-day.ics")),
    ("08-cp932", include_bytes!("../../../../../tests/fixtures/ics/08-cp932.ics")),
    ("09-summer-time", include_bytes!("../../../../../tests/fixtures/ics/09-summer-time.ics")),
    ("10-mark-and-quotes", include_bytes!("../../../../../tests/fixtures/ics/10-mark-and-quotes.ics")),
    ("11-cancelled", include_bytes!("../../../../../tests/fixtures/ics/11-cancelled.ics")),
    ("12-broken", include_bytes!("../../../../../tests/fixtures/ics/12-broken.ics")),
];

/// One line for each event: name, days, times, title; what else is said of it.
const EXPECTED: &[(&str, &[&str])] = &[
    (
        "01-google",
        &[
            "4h1abc@google.com 2026-11-10 13:30-15:00 市との打合せ; 来年度 @市役所, 3階会議室",
            "4h2abc@google.com 2026-11-20 all day 研修会",
        ],
    ),
    (
        "02-google-series",
        &[
            "series1@google.com 2026-11-10 10:00-11:30 地域移行部会 FREQ=MONTHLY;BYDAY=2TU;WKST=SU;UNTIL=20270331T145959Z not 2027-01-12",
            "series1@google.com 2026-12-09 14:00-15:00 地域移行部会（日を変更） instead of 2026-12-08",
        ],
    ),
    ("03-outlook", &["040000008200E00074C5B7101A82E0080000000010 2026-11-12 15:00-16:30 病院連携会議"]),
    (
        "04-outlook-series",
        &[
            "olk-series-2 2026-11-27 13:30-14:30 月末のまとめ FREQ=MONTHLY;COUNT=4;INTERVAL=1;BYDAY=FR;BYSETPOS=-1",
        ],
    ),
    (
        "05-apple",
        &[
            "5C1F0C2E-0001 2026-11-17 10:15-12:00 物件の見学 @青葉野駅",
            "5C1F0C2E-0002 2026-11-30 all day 年休",
        ],
    ),
    (
        "06-no-vtimezone",
        &[
            "nozone-1 2026-11-11 09:00-10:30 名前だけの時間帯",
            "nozone-2 2026-11-11 13:00-14:00 時間帯のない時刻",
            "nozone-3 2026-11-11 15:00-16:00 知らない時間帯",
        ],
    ),
    (
        "07-all-day",
        &[
            "days-1 2026-11-13..2026-11-15 all day 三日の研修",
            "days-2 2026-12-29 all day 終わりが同じ日",
            "days-3 2026-11-24 all day 毎週の一日 FREQ=WEEKLY;COUNT=3 not 2026-12-01",
        ],
    ),
    (
        "08-cp932",
        &[
            "cb-20261118-1 2026-11-18 13:30-15:00 髙橋ビル①階で勉強会、参加者の顔合わせと来年度の進め方について話 し合う @第一会議室",
        ],
    ),
    (
        "09-summer-time",
        &[
            "ny-winter 2026-11-11 09:00-10:00 遠くの会議（冬）",
            "ny-summer 2027-06-11 08:00-09:00 遠くの会議（夏）",
            "berlin 2027-06-10 17:00-18:00 別の時間帯の会議",
        ],
    ),
    ("10-mark-and-quotes", &["quoted-1 2026-11-19 10:30-11:30 小文字の名前/と改行"]),
    (
        "11-cancelled",
        &[
            "4h1abc@google.com 2026-11-10 13:30-15:00 市との打合せ cancelled",
            "called-off 2026-11-25 10:00-11:00 とりやめた会議 cancelled",
        ],
    ),
    (
        "12-broken",
        &[
            "good-1 2026-11-12 00:00 二十四時から、終わりが先",
            "endless 2026-11-16 09:00 毎秒 FREQ=SECONDLY",
            "many 2026-11-16 10:00 十億回 FREQ=WEEKLY;COUNT=1000000000",
        ],
    ),
];

fn shown(event: &Event) -> String {
    let clock = |time: NaiveTime| time.format("%H:%M").to_string();
    let days =
        if event.last == event.on { event.on.to_string() } else { format!("{}..{}", event.on, event.last) };
    let times = match (event.start, event.end) {
        (None, _) => "all day".to_owned(),
        (Some(start), None) => clock(start),
        (Some(start), Some(end)) => format!("{}-{}", clock(start), clock(end)),
    };
    let mut parts = vec![event.uid.clone(), days, times, event.summary.replace('\n', "/")];
    parts.extend((!event.location.is_empty()).then(|| format!("@{}", event.location)));
    parts.extend(event.rule.clone());
    parts.extend(event.left_out.iter().map(|day| format!("not {day}")));
    parts.extend(event.instance_of.map(|day| format!("instead of {day}")));
    parts.extend(event.cancelled.then(|| "cancelled".to_owned()));
    parts.join(" ")
}

#[test]
fn every_beginning_of_twelve_calendars_is_right_to_the_minute_in_japan() {
    for ((name, bytes), (expected_of, expected)) in FILES.iter().zip(EXPECTED) {
        assert_eq!(name, expected_of);
        let calendar = read(bytes).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let events: Vec<String> = calendar.events.iter().map(shown).collect();
        assert_eq!(events, *expected, "{name}");
    }
}

#[test]
fn what_is_broken_is_left_out_by_itself_and_what_could_ring_or_fetch_is_dropped() {
    let faults: Vec<(usize, &str)> =
        read(FILES[11].1).unwrap().faults.iter().map(|fault| (fault.line, fault.reason.code())).collect();
    assert_eq!(faults, [(3, "bad_date"), (8, "no_uid"), (12, "syntax"), (22, "bad_date"), (39, "syntax")]);
    let dropped = |at: usize| read(FILES[at].1).unwrap().dropped;
    assert_eq!((dropped(0), dropped(2), dropped(4), dropped(9)), (1, 2, 1, 1));
    assert_eq!(read(FILES[5].1).unwrap().assumed, 2, "one zone that nobody explains, for begin and end");
    assert_eq!(read(b"BEGIN:VCARD\r\nEND:VCARD\r\n"), Err(IcsError::NoCalendar));
    assert_eq!(read(b""), Err(IcsError::NoCalendar));
    assert_eq!(read(b"BEGIN:VCALENDAR\r\n\x81"), Err(IcsError::Encoding));
    assert!(matches!(read(&vec![b'a'; FILE_LIMIT as usize + 1]), Err(IcsError::TooLarge)));
    let many = format!(
        "BEGIN:VCALENDAR\n{}",
        "BEGIN:VEVENT\nUID:a\nDTSTART:20261110T100000\nEND:VEVENT\n".repeat(MOST + 9)
    );
    let many = read(many.as_bytes()).unwrap();
    assert_eq!((many.events.len(), many.faults.len()), (MOST, 1));
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:w\r\nSUMMARY:会\r\n 議\r\nDTSTART:20261110\r\nEND:VEVENT\r\n".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert_eq!(shown(&read(&wide).unwrap().events[0]), "w 2026-11-10 all day 会議");
}

fn plan(uid: &str, on: &str) -> Out {
    Out {
        uid: uid.to_owned(),
        instance_of: None,
        summary: "病院訪問".to_owned(),
        location: String::new(),
        on: on.parse().unwrap(),
        start: Some("09:30".to_owned()),
        end: Some("12:00".to_owned()),
        cancelled: false,
        series: None,
    }
}

#[test]
fn what_we_write_we_read_again() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let rule = Rule::read("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330", day("2026-11-03"), None).unwrap();
    let long =
        "とても長い題名; コンマ, 逆斜線\\ と\n改行を含む、七十五バイトを超える一行を折り返すための題名"
            .to_owned();
    let plans = [
        Out {
            series: Some(OutSeries { rule, left_out: vec![day("2026-11-24")] }),
            ..plan("a", "2026-11-03")
        },
        Out { instance_of: Some(day("2026-11-10")), cancelled: true, ..plan("a", "2026-11-11") },
        Out {
            summary: long.clone(),
            location: "楠沢病院".to_owned(),
            start: None,
            end: None,
            ..plan("b", "2026-11-12")
        },
        Out { end: None, ..plan("c", "2026-11-13") },
    ];
    let made = chrono::DateTime::parse_from_rfc3339("2026-11-02T09:00:00+09:00").unwrap();
    let text = text(&plans, made);
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    assert!(text.contains("DTSTAMP:20261102T000000Z"));
    let calendar = read(text.as_bytes()).unwrap();
    assert_eq!((calendar.faults.len(), calendar.assumed, calendar.dropped), (0, 0, 0));
    let events: Vec<String> = calendar.events.iter().map(shown).collect();
    assert_eq!(
        events,
        [
            "a 2026-11-03 09:30-12:00 病院訪問 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330T145959Z not 2026-11-24"
                .to_owned(),
            "a 2026-11-11 09:30-12:00 病院訪問 instead of 2026-11-10 cancelled".to_owned(),
            format!("b 2026-11-12 all day {} @楠沢病院", long.replace('\n', "/")),
            "c 2026-11-13 09:30-10:30 病院訪問".to_owned(),
        ]
    );
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic_or_hang(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_change_of_a_real_file_makes_it_panic_or_hang(
        file in 0usize..12, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..3), 1..12),
    ) {
        let mut bytes = FILES[file].1.to_vec();
        for (at, byte, kind) in changes {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => drop(bytes.remove(at)),
                _ => bytes.insert(at, byte),
            }
        }
        if let Ok(calendar) = read(&bytes) {
            for event in &calendar.events {
                prop_assert!(event.last >= event.on && event.end.is_none_or(|end| Some(end) > event.start));
                if let Some(rule) = &event.rule {
                    let _ = Rule::read(rule, event.on, event.start);
                }
            }
        }
    }

    #[test]
    fn lines_of_a_calendar_in_any_order_are_read_or_refused(lines in prop::collection::vec(0usize..18, 0..40)) {
        const LINES: [&str; 18] = [
            "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:X",
            "BEGIN:STANDARD", "TZOFFSETTO:-1500", "DTSTART;TZID=X:20261110T100000", "DTSTART:99991231T235959Z", "UID:a",
            "RRULE:FREQ=DAILY", "EXDATE:20261110,,20261111T", "DURATION:P999999W", "DTEND;VALUE=DATE:21991231", " folded", "BEGIN:VALARM",
        ];
        let text: String = lines.iter().map(|n| format!("{}\r\n", LINES[*n])).collect();
        let kept: BTreeSet<String> = read(text.as_bytes()).map(|c| c.events.into_iter().map(|e| e.uid).collect()).unwrap_or_default();
        prop_assert!(kept.len() <= 1);
    }
}
