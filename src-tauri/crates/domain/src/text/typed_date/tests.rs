//! Dates as people type them, and why some cannot be read.

use super::*;

fn today() -> NaiveDate {
    // A Wednesday.
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

#[test]
fn typed_dates_are_read() {
    for (text, date, note) in [
        ("2024-04-01", "2024-04-01", None),
        ("2024-4-1", "2024-04-01", None),
        ("2024/4/1", "2024-04-01", None),
        ("2024.4.1", "2024-04-01", None),
        ("２０２４ー４ー１", "2024-04-01", None),
        ("2024年4月1日", "2024-04-01", None),
        ("西暦2024年4月1日", "2024-04-01", None),
        ("20250501", "2025-05-01", None),
        ("２０２５０５０１", "2025-05-01", None),
        ("R6.4.1", "2024-04-01", None),
        ("r6/4/1", "2024-04-01", None),
        ("R6-04-01", "2024-04-01", None),
        ("R.6.4.1", "2024-04-01", None),
        ("Ｒ６．４．１", "2024-04-01", None),
        ("R6。4。1", "2024-04-01", None),
        ("r70501", "2025-05-01", None),
        ("r070501", "2025-05-01", None),
        ("060401", "2024-04-01", Some("令和6年")),
        ("60401", "2024-04-01", Some("令和6年")),
        ("6.4.1", "2024-04-01", Some("令和6年")),
        ("S33.3.5", "1958-03-05", None),
        ("s330305", "1958-03-05", None),
        ("s33305", "1958-03-05", None),
        ("s1535", "1940-03-05", None),
        ("S15.3.5", "1940-03-05", None),
        ("昭和33年3月5日", "1958-03-05", None),
        ("昭和３３年３月５日", "1958-03-05", None),
        ("昭和 33 年 3 月 5 日", "1958-03-05", None),
        ("昭和五十四年十二月十一日", "1979-12-11", None),
        ("令和元年五月一日", "2019-05-01", None),
        ("令和元年5月1日", "2019-05-01", None),
        ("㋿元年5月1日", "2019-05-01", None),
        ("R元.5.1", "2019-05-01", None),
        ("平成元年1月8日", "1989-01-08", None),
        ("二〇二四年四月一日", "2024-04-01", None),
        ("昭和卅年一月廿三日", "1955-01-23", None),
        ("H31.5.1", "2019-05-01", Some("令和元年")),
        ("h310501", "2019-05-01", Some("令和元年")),
        ("h31501", "2019-05-01", Some("令和元年")),
        ("H31.4.30", "2019-04-30", None),
        ("R1.4.30", "2019-04-30", Some("平成31年")),
        ("S64.1.7", "1989-01-07", None),
        ("S64.1.8", "1989-01-08", Some("平成元年")),
        ("昭和100年", "2025", Some("令和7年")),
        ("M45.7.30", "1912-07-30", None),
        ("T1.7.30", "1912-07-30", None),
        ("大正15年12月25日", "1926-12-25", None),
        ("S1.12.25", "1926-12-25", None),
        ("大正15年12月26日", "1926-12-26", Some("昭和元年")),
        ("昭38・1・8", "1963-01-08", None),
        ("平3.2.1", "1991-02-01", None),
        ("昭和54年ごろ", "1979", None),
        ("昭和54年頃", "1979", None),
        ("約昭和54年", "1979", None),
        ("S54", "1979", None),
        ("昭和54年9月ごろ", "1979-09", None),
        ("S54.9", "1979-09", None),
        ("r0704", "2025-04", None),
        ("昭和54年9月3日ごろ", "1979-09", Some("9月ごろ")),
        ("1979", "1979", None),
        ("1979年", "1979", None),
        ("2024年4月", "2024-04", None),
        ("2024-04", "2024-04", None),
        ("202504", "2025-04", None),
        ("5/1", "2026-05-01", None),
        ("５／１", "2026-05-01", None),
        ("5月1日", "2026-05-01", None),
        ("12/4", "2026-12-04", None),
        ("0501", "2026-05-01", None),
        ("501", "2026-05-01", None),
        ("5月", "2026-05", None),
        ("5日", "2026-11-05", None),
        ("S33.3.5生", "1958-03-05", None),
        ("昭和33年3月5日生まれ", "1958-03-05", None),
        ("R8.11.25(水)", "2026-11-25", None),
        ("令和8年11月25日（水曜日）", "2026-11-25", None),
        ("きょう", "2026-11-25", None),
        ("今日", "2026-11-25", None),
        ("キノウ", "2026-11-24", None),
        ("きのう", "2026-11-24", None),
        ("昨日", "2026-11-24", None),
        ("おととい", "2026-11-23", None),
        ("一昨日", "2026-11-23", None),
        ("あした", "2026-11-26", None),
        ("明日", "2026-11-26", None),
        ("明後日", "2026-11-27", None),
        ("+7", "2026-12-02", None),
        ("＋７", "2026-12-02", None),
        ("-3", "2026-11-22", None),
        ("3日後", "2026-11-28", None),
        ("二週間後", "2026-12-09", None),
        ("3か月後", "2027-02-25", None),
        ("１ヶ月前", "2026-10-25", None),
        ("来週火", "2026-12-01", None),
        ("来週の火曜日", "2026-12-01", None),
        ("今週金", "2026-11-27", None),
        ("先週月曜", "2026-11-16", None),
        ("再来週日", "2026-12-13", None),
        ("来月10日", "2026-12-10", None),
        ("今月末", "2026-11-30", None),
        ("去年5月1日", "2025-05-01", None),
        (" 2024-02-29 ", "2024-02-29", None),
    ] {
        let found = read(text, today());
        let expected = TypedDate { date: date.parse().unwrap(), note: note.map(str::to_owned) };
        assert_eq!(found, Ok(expected), "{text}");
    }
}

#[test]
fn what_is_no_date_is_refused_with_its_reason() {
    for (text, fault) in [
        ("", DateFault::Empty),
        ("　", DateFault::Empty),
        ("2025-02-29", DateFault::Impossible),
        ("R7.2.29", DateFault::Impossible),
        ("2025-13-01", DateFault::Impossible),
        ("20250431", DateFault::Impossible),
        ("5/32", DateFault::Impossible),
        ("令和0年1月1日", DateFault::Impossible),
        ("s12345", DateFault::Impossible),
        ("昭和五十四年十三月一日", DateFault::Impossible),
        ("今月31日", DateFault::Impossible),
        ("s31211", DateFault::Ambiguous),
        ("s33112", DateFault::Ambiguous),
        ("111", DateFault::Ambiguous),
        ("201012", DateFault::Ambiguous),
        ("540901", DateFault::WhichYear),
        ("54.9.1", DateFault::WhichYear),
        ("54年9月1日", DateFault::WhichYear),
        ("1850-01-01", DateFault::OutOfRange),
        ("9999-12-31", DateFault::OutOfRange),
        ("昭和999年", DateFault::OutOfRange),
        ("R8.11.25(木)", DateFault::Weekday),
        ("abc", DateFault::Unreadable),
        ("s", DateFault::Unreadable),
        ("平成", DateFault::Unreadable),
        ("来週", DateFault::Unreadable),
        ("2024-04-01-02", DateFault::Unreadable),
        ("4月2024年", DateFault::Unreadable),
        ("1985//04", DateFault::Unreadable),
        ("1234567", DateFault::Unreadable),
        ("+999999", DateFault::Unreadable),
        ("𠮷日", DateFault::Unreadable),
        (
            "日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日",
            DateFault::Unreadable,
        ),
    ] {
        assert_eq!(read(text, today()), Err(fault), "{text}");
    }
}

#[test]
fn every_day_comes_back_from_each_way_to_write_it() {
    let mut day = NaiveDate::from_ymd_opt(1912, 8, 1).unwrap();
    while day.year() < 2027 {
        let date = PartialDate::day(day);
        let written = [
            crate::calendar::long_date(date),
            crate::calendar::short_date(date),
            day.format("%Y%m%d").to_string(),
            day.format("%Y年%-m月%-d日").to_string(),
        ];
        for text in written {
            assert_eq!(read(&text, today()), Ok(TypedDate { date, note: None }), "{text}");
        }
        day = day + chrono::Days::new(17);
    }
}

proptest::proptest! {
    #[test]
    fn nothing_typed_makes_it_panic(text in "\\PC{0,24}") {
        let _ = read(&text, today());
    }

    #[test]
    fn nothing_like_a_date_makes_it_panic(text in "[0-9０-９./・年月日元令和平成昭大正明治rhstm〇一二三十百千廿卅先来週火前後+\\-約ごろ()]{0,16}") {
        if let Ok(found) = read(&text, today()) {
            proptest::prop_assert!((1868..=2200).contains(&found.date.first_day().year()));
        }
    }

    #[test]
    fn no_day_of_the_clock_makes_it_panic(days in 0u64..3_600_000, text in "(\\+|-)[0-9]{1,5}|(来|先|再来)(週火|月末|年2月29日)|[0-9]{1,2}/[0-9]{1,2}") {
        if let Some(day) = NaiveDate::MIN.checked_add_days(chrono::Days::new(days * 50)) {
            let _ = read(&text, day);
        }
    }
}
