//! Hospitals stand under letters that every public report shuffles anew. Whoever holds two of them finds the same hospital
//! by what did not change, so the reports are judged by the hospital and not by its letter.

use super::{by_hospital, gave_way, is_whole, judged, only};
use app::reports::{Left, Level, Places};
use disclosure::Table;
use susono_tests::soak::released::leaves;

fn places(letters: [(&str, &str); 3]) -> Places {
    letters.iter().map(|(letter, key)| ((*letter).to_owned(), (*key).to_owned())).collect()
}

fn table(months: (usize, usize), counts: [(&str, u64); 3]) -> Table {
    by_hospital("persons", months, &counts)
}

/// What left in September, and the letters of the annual report of the same year: A is what C was.
fn half() -> (Left, Places) {
    let half =
        judged("half", vec![table((0, 5), [("A", 30), ("B", 25), ("C", 40)])], (0, 5), Level::Public, &[]);
    assert!(is_whole(&half), "{:?}", only(&half));
    let left = Left {
        places: places([("A", "h1"), ("B", "h2"), ("C", "h3")]),
        ..leaves("half", Level::Public, &half)
    };
    (left, places([("A", "h3"), ("B", "h1"), ("C", "h2")]))
}

#[test]
fn a_hospital_that_grew_by_few_is_found_under_its_new_letter() {
    let (left, now) = half();
    // h1 grew from 30 to 33, h2 from 25 to 40; by letter B would have grown by eight and C by nothing.
    let year = table((0, 11), [("A", 52), ("B", 33), ("C", 40)]);
    assert!(is_whole(&judged("annual", vec![year.clone()], (0, 11), Level::Public, &[])), "alone it is safe");
    gave_way(&judged("annual", vec![year], (0, 11), Level::Public, &[left.in_codes_of(&now)]), "half");
}

#[test]
fn two_hospitals_that_have_the_same_letter_are_not_taken_for_one() {
    let (left, now) = half();
    // By letter C would have grown by five; in truth ten and more came to each.
    let year = table((0, 11), [("A", 52), ("B", 40), ("C", 45)]);
    assert!(!is_whole(&judged(
        "annual",
        vec![year.clone()],
        (0, 11),
        Level::Public,
        std::slice::from_ref(&left)
    )));
    let out = judged("annual", vec![year], (0, 11), Level::Public, &[left.in_codes_of(&now)]);
    assert!(is_whole(&out), "{:?} {:?}", only(&out), out.findings);
}

#[test]
fn a_letter_of_which_nobody_knows_the_hospital_is_no_other_letter() {
    let (left, now) = half();
    let forgotten = Left { places: Places::new(), ..left };
    let year = table((0, 11), [("A", 52), ("B", 40), ("C", 45)]);
    let out = judged("annual", vec![year], (0, 11), Level::Public, &[forgotten.in_codes_of(&now)]);
    assert!(is_whole(&out), "{:?}", only(&out));
}
