//! Kanji numerals: 五十四, 十二, 二〇二四, 廿三, 卅.

/// The text with every run of kanji numerals written in digits. Runs that are no number stay.
pub(super) fn in_digits(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run: Vec<char> = Vec::new();
    for c in text.chars() {
        if is_numeral(c) {
            run.push(c);
        } else {
            give(&mut run, &mut out);
            out.push(c);
        }
    }
    give(&mut run, &mut out);
    out
}

fn give(run: &mut Vec<char>, out: &mut String) {
    match value(run) {
        Some(number) => out.push_str(&number),
        None => out.extend(run.iter()),
    }
    run.clear();
}

fn is_numeral(c: char) -> bool {
    digit(c).is_some() || unit(c).is_some() || matches!(c, '廿' | '卅')
}

fn digit(c: char) -> Option<u32> {
    "〇一二三四五六七八九"
        .chars()
        .position(|x| x == c)
        .or((c == '零').then_some(0))
        .and_then(|n| u32::try_from(n).ok())
}

fn unit(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

fn value(run: &[char]) -> Option<String> {
    if run.is_empty() || run.len() > 8 {
        return None;
    }
    if run.iter().all(|c| digit(*c).is_some()) {
        return Some(run.iter().filter_map(|c| digit(*c)).map(|n| n.to_string()).collect());
    }
    let (mut sum, mut pending, mut below) = (0u32, None, u32::MAX);
    for &c in run {
        let (add, rank) = match (c, digit(c), unit(c)) {
            ('廿', ..) => (20, 10),
            ('卅', ..) => (30, 10),
            (_, Some(n), _) => {
                if pending.replace(n).is_some() {
                    return None;
                }
                continue;
            }
            (_, _, Some(unit)) => (pending.take().unwrap_or(1) * unit, unit),
            _ => return None,
        };
        if rank >= below || pending.is_some() {
            return None;
        }
        below = rank;
        sum += add;
    }
    Some((sum + pending.unwrap_or(0)).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_become_digits() {
        for (kanji, digits) in [
            ("昭和五十四年十二月十一日", "昭和54年12月11日"),
            ("二〇二四年", "2024年"),
            ("千九百八十九", "1989"),
            ("廿三日", "23日"),
            ("卅日", "30日"),
            ("十", "10"),
            ("二十", "20"),
            ("六十四", "64"),
            ("零五", "05"),
            ("三四十", "三四十"),
            ("十十", "十十"),
            ("元年", "元年"),
        ] {
            assert_eq!(in_digits(kanji), digits);
        }
    }
}
