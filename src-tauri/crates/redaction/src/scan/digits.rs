//! Numbers that check themselves: 個人番号 and the numbers of insurers carry a last digit that follows from the others.

use crate::normal::Normal;
use crate::scan::kanji_value;
use std::ops::Range;

/// The digits of a stretch, kanji digits too.
pub(super) fn digits(normal: &Normal, units: &Range<usize>) -> Vec<u32> {
    let value = |c: &char| kanji_value(&c.to_string()).filter(|n| *n < 10);
    normal.raw[units.clone()].iter().filter_map(value).collect()
}

/// 個人番号: twelve digits. The last is 11 less the remainder by 11 of the others weighted 6 5 4 3 2 7 6 5 4 3 2, and 0
/// where that is above 9 (総務省令第85号 第5条).
pub(super) fn is_my_number(digits: &[u32]) -> bool {
    const WEIGHTS: [u32; 11] = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    let [head @ .., check] = digits else { return false };
    let sum: u32 = head.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let rest = sum % 11;
    head.len() == WEIGHTS.len() && *check == if rest <= 1 { 0 } else { 11 - rest }
}

/// 保険者番号 of six or eight digits: the others weighted 2 1 2 1 … from the right, digits of each product added; the last
/// makes it a multiple of ten (保険者番号等設定要領).
pub(super) fn is_insurer(digits: &[u32]) -> bool {
    let [head @ .., check] = digits else { return false };
    let product = |(digit, weight): (&u32, u32)| (digit * weight) / 10 + (digit * weight) % 10;
    let sum: u32 = head.iter().rev().zip([2, 1].into_iter().cycle()).map(product).sum();
    matches!(digits.len(), 6 | 8) && (sum + check).is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<u32> {
        text.chars().filter_map(|c| c.to_digit(10)).collect()
    }

    #[test]
    fn one_last_digit_in_ten_is_right() {
        for (head, check) in [("12345678901", 8), ("00000000000", 0), ("99999999999", 6)] {
            for last in 0..10u32 {
                let digits: Vec<u32> = of(head).into_iter().chain([last]).collect();
                assert_eq!(is_my_number(&digits), last == check, "{head}{last}");
            }
        }
        assert!(!is_my_number(&of("1234567890")) && !is_my_number(&[]));
    }

    #[test]
    fn an_insurer_checks_itself() {
        for (head, check) in [("0613001", 7), ("13801", 6)] {
            for last in 0..10u32 {
                let digits: Vec<u32> = of(head).into_iter().chain([last]).collect();
                assert_eq!(is_insurer(&digits), last == check, "{head}{last}");
            }
        }
        assert!(!is_insurer(&of("1234567")) && !is_insurer(&[]));
    }
}
