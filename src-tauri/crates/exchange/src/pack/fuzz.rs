//! Packs damaged at random: reading ends, panics never, and gives all rows or faults.

use super::{read, write};
use proptest::prelude::*;
use std::collections::BTreeMap;

const CASES: &str = "case_id,family_name,given_name,family_kana,given_kana,aliases,sex,birth_date,origin_area,diagnosis_group,income,identified_on,case_role,closure_reason\r\n\
    C01,髙橋,正一,たかはし,しょういち,,male,1958-03-05,椿区,F2,pension2;welfare,2024-04-18,direct,settled\r\n\
    C02,渡邉,美津子,わたなべ,みつこ,みっちゃん;W,女,1951,椿区,F2,,2024-06,backup,\r\n";
const CONTACTS: &str = "contact_id,case_id,date,minutes,method,counterpart,text\r\n\
    K1,C01,2025-04-01,5,phone,support,\r\nK2,C02,2025-04-02,50,面接（院内）,本人,\"長い「記録」,\r\n二行目 \"\"引用\"\"\"\r\n";

fn pack() -> BTreeMap<String, Vec<u8>> {
    [("cases.csv", CASES), ("contacts.csv", CONTACTS)]
        .map(|(n, t)| (n.to_owned(), t.as_bytes().to_vec()))
        .into()
}

#[test]
fn what_was_written_is_read_to_the_same_bytes() {
    let tables = read(&pack(), &mut |_, _| false).unwrap();
    let written = write(&tables);
    let again = read(&written, &mut |_, _| false).unwrap();
    assert_eq!(write(&again), written);
    assert!(
        written["contacts.csv"]
            .starts_with(b"\xEF\xBB\xBFcontact_id,case_id,date,minutes,method,counterpart,text\r\nK1,")
    );
}

#[test]
fn every_fault_of_a_pack_is_listed() {
    let mut files = pack();
    files.insert(
        "cases.csv".into(),
        CASES.replace("1958-03-05", "1958-3-5").replace(",male,", ",man,").into_bytes(),
    );
    files.insert("contacts.csv".into(), CONTACTS.replace("K2,C02", "K1,C09").into_bytes());
    files.insert("notes.csv".into(), b"a\n".to_vec());
    files.insert("readme.txt".into(), b"\xFF".to_vec());
    let faults = read(&files, &mut |file, key| file == "cases.csv" && key == "C02").unwrap_err();
    let found: Vec<(&str, usize, &str, &str)> =
        faults.list.iter().map(|f| (f.file.as_str(), f.line, f.column.as_str(), f.code.as_str())).collect();
    assert_eq!(
        found,
        [
            ("notes.csv", 0, "", "missing_file"),
            ("cases.csv", 2, "sex", "unknown_code"),
            ("cases.csv", 2, "birth_date", "bad_date"),
            ("cases.csv", 3, "case_id", "duplicate_key"),
            ("contacts.csv", 3, "contact_id", "duplicate_key"),
            ("contacts.csv", 3, "case_id", "unknown_reference"),
        ]
    );
}

#[test]
fn more_than_a_thousand_faults_are_counted() {
    let mut text = CONTACTS.lines().next().unwrap().to_owned();
    for n in 0..1_500 {
        text.push_str(&format!("\nK{n},C01,2025-13-01,x,phone,person,"));
    }
    let mut files = pack();
    files.insert("contacts.csv".into(), text.into_bytes());
    let faults = read(&files, &mut |_, _| false).unwrap_err();
    assert_eq!((faults.list.len(), faults.total), (1_000, 3_000));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let files = BTreeMap::from([("cases.csv".to_owned(), bytes)]);
        if let Ok(tables) = read(&files, &mut |_, _| false) {
            prop_assert!(tables.iter().all(|(f, rows)| rows.iter().all(|r| r.len() == f.columns.len())));
        }
    }

    #[test]
    fn a_damaged_pack_is_whole_or_refused(
        file in prop::sample::select(vec!["cases.csv", "contacts.csv"]),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4u8), 1..6),
    ) {
        let mut files = pack();
        let bytes = files.get_mut(file).unwrap();
        for (at, byte, how) in edits {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => { bytes.remove(at); }
                2 => bytes.insert(at, byte),
                _ => bytes.truncate(at.max(1)),
            }
        }
        match read(&files, &mut |_, _| false) {
            Ok(tables) => {
                let written = write(&tables);
                let again = read(&written, &mut |_, _| false);
                prop_assert!(again.is_ok(), "what was accepted can be written and read again");
                prop_assert_eq!(write(&again.unwrap()), written);
            }
            Err(faults) => prop_assert!(faults.total > 0 && !faults.list.is_empty()),
        }
    }
}
