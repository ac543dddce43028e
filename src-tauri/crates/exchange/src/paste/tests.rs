//! Pastes as they come from a spreadsheet.

use super::*;
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 2).unwrap()
}

#[test]
fn heads_name_the_columns() {
    let text = "番号\t氏名\tフリガナ\t病院名\t病棟\t生年月日\t入院日\t性別\r\n1\t山田　太郎\tﾔﾏﾀﾞ ﾀﾛｳ\t楠沢病院\t3病棟\tS33.3.5\tH21.4.8\t男\r\n";
    let preview = preview(text, None, today()).unwrap();
    use Column::*;
    assert_eq!(preview.columns, [Skip, Name, Kana, Hospital, Ward, BirthDate, AdmittedOn, Sex]);
    let person = preview.people[0].clone().unwrap();
    assert_eq!((person.family_name.as_str(), person.given_name.as_str()), ("山田", "太郎"));
    assert_eq!((person.family_kana.as_str(), person.given_kana.as_str()), ("やまだ", "たろう"));
    assert_eq!(person.birth_date.unwrap().to_string(), "1958-03-05");
    assert_eq!(person.admitted_on.unwrap().to_string(), "2009-04-08");
    assert_eq!(person.sex, Some(domain::vocabulary::Sex::Male));
}

#[test]
fn without_heads_the_content_names_them() {
    let text = "山田 太郎\tやまだ たろう\t男\t1958/3/5\t楠沢病院\t3病棟\t2009/4/8\n林 花子\tはやし はなこ\t女\t1961/12/1\t楠沢病院\t5病棟\t2020/1/6\n";
    let preview = preview(text, None, today()).unwrap();
    use Column::*;
    assert_eq!(preview.columns, [Name, Kana, Sex, BirthDate, Hospital, Ward, AdmittedOn]);
    assert!(preview.heads.is_empty());
    assert_eq!(preview.people.iter().flatten().count(), 2);
}

#[test]
fn family_and_given_name_may_stand_apart() {
    let preview = preview("姓,名,把握日\n山田,太郎,2025-06-01\n", None, today()).unwrap();
    let person = preview.people[0].clone().unwrap();
    assert_eq!((person.family_name.as_str(), person.given_name.as_str()), ("山田", "太郎"));
    assert_eq!(person.identified_on.unwrap().to_string(), "2025-06-01");
}

#[test]
fn a_faulty_cell_is_named_and_its_row_left_out() {
    let text = "氏名\t生年月日\t性別\n山田 太郎\t2/30\t男\n\t1960-01-01\t女\n林 花子\t1961-12-01\tX\n森 一\t1950-01-01\t男\n";
    let preview = preview(text, None, today()).unwrap();
    let faults: Vec<Vec<Option<&str>>> =
        preview.rows.iter().map(|r| r.iter().map(|c| c.fault).collect()).collect();
    assert_eq!(faults[0], [None, Some("not_date"), None]);
    assert_eq!(faults[1], [Some("no_name"), None, None]);
    assert_eq!(faults[2], [None, None, Some("not_sex")]);
    assert_eq!(preview.people.iter().map(Option::is_some).collect::<Vec<_>>(), [false, false, false, true]);
}

#[test]
fn chosen_columns_hold() {
    let preview = preview("太郎\t山田", Some(&[Column::Skip, Column::Name]), today()).unwrap();
    assert_eq!(preview.people[0].clone().unwrap().family_name, "山田");
}

#[test]
fn limits_are_said() {
    assert_eq!(preview(" \n\t\n", None, today()), Err(PasteError::Empty));
    assert_eq!(preview(&"山田\n".repeat(1_200), None, today()), Err(PasteError::TooLong));
    assert_eq!(preview(&"a\t".repeat(60), None, today()), Err(PasteError::TooLong));
    assert_eq!(preview(&"あ".repeat(BYTE_LIMIT), None, today()), Err(PasteError::TooLong));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_paste_is_shown_or_refused(text in "[\t\r\n\",/男女S0-9病院山あア .]{0,120}") {
        if let Ok(preview) = preview(&text, None, today()) {
            prop_assert!(preview.rows.iter().all(|r| r.len() == preview.columns.len()));
            prop_assert_eq!(preview.rows.len(), preview.people.len());
        }
    }

    #[test]
    fn any_characters_at_all(text in any::<String>()) {
        let _ = preview(&text, None, today());
    }
}
