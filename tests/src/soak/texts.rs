//! Seeded leak corpora for texts: names of a large invented register in every disguise, patterns of every class, and
//! sentences full of traps in which there is nothing to find. The seed is fixed, so that every run sees the same.

#[path = "texts_forms.rs"]
mod forms;
#[path = "texts_words.rs"]
pub mod words;

use forms::{apart, between, capital, half, kanji_digits, katakana, latin, old_kanji, wide};
use redaction::{Client, Dictionary, Level, Register, redact};
use std::collections::BTreeMap;
use words::CORPORA;

/// A small generator of numbers that are the same on every machine.
pub struct Dice(u64);

impl Dice {
    /// Dice of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }
    /// The next number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) >> 33).unwrap_or(0) % n.max(1)
    }
    /// One of these.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
    /// Digits.
    pub fn digits(&mut self, n: usize) -> String {
        (0..n).map(|_| char::from(b'0' + u8::try_from(self.below(10)).unwrap_or(0))).collect()
    }
}

/// Samples of a class from which its bound is proved, and the bound.
const PROVED: u32 = 4_000;
const BOUND: f64 = 0.001;

/// How often a class was tried and how often it was missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Tries.
    pub tried: u32,
    /// Misses, or false alarms.
    pub missed: u32,
}

impl Count {
    /// Upper end of the 95 % interval of the share of misses (Wilson).
    pub fn worst(self) -> f64 {
        let (n, p, z) =
            (f64::from(self.tried.max(1)), f64::from(self.missed) / f64::from(self.tried.max(1)), 1.96_f64);
        let centre = p + z * z / (2.0 * n);
        let spread = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
        ((centre + spread) / (1.0 + z * z / n)).min(1.0)
    }
}

/// What a run of the corpora showed.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Names and numbers of the register, by disguise.
    pub register: BTreeMap<&'static str, Count>,
    /// Patterns, by class.
    pub patterns: BTreeMap<&'static str, Count>,
    /// Sentences with nothing to find; missed counts false alarms.
    pub neutral: Count,
    /// The first misses and false alarms, to look at.
    pub examples: Vec<String>,
}

impl Outcome {
    /// The outcome in lines: class, tries, misses, upper end of the 95 % interval.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for (kind, counts) in [("register", &self.register), ("pattern", &self.patterns)] {
            for (class, count) in counts {
                let worst = 100.0 * count.worst();
                lines.push(format!(
                    "{kind} {class}: {} of {} missed, at most {worst:.3} %",
                    count.missed, count.tried
                ));
            }
        }
        let per_thousand = 1000.0 * f64::from(self.neutral.missed) / f64::from(self.neutral.tried.max(1));
        lines.push(format!(
            "neutral: {} of {} alarmed, {per_thousand:.2} in 1,000",
            self.neutral.missed, self.neutral.tried
        ));
        lines
    }
    /// True when everything registered was found, patterns nearly always, and false alarms are rare. A long run has to
    /// prove that fewer than one pattern in a thousand is missed, with 95 % certainty.
    pub fn holds(&self) -> bool {
        let caught = |c: &Count| {
            f64::from(c.missed) <= BOUND * f64::from(c.tried) && (c.tried < PROVED || c.worst() <= BOUND)
        };
        self.register.values().all(|c| c.missed == 0)
            && self.patterns.values().all(caught)
            && f64::from(self.neutral.missed) <= 0.005 * f64::from(self.neutral.tried)
    }
}

/// One invented person.
struct Someone {
    family: &'static str,
    family_kana: &'static str,
    given: &'static str,
    given_kana: &'static str,
    chart: String,
    phone: String,
    birth: (i32, u32, u32),
}

fn people(dice: &mut Dice, count: usize) -> Vec<Someone> {
    (0..count)
        .map(|_| {
            let (family, family_kana) = dice.one(&CORPORA.surnames);
            let (given, given_kana) = dice.one(&CORPORA.given);
            let chart = format!("00{}", dice.digits(5));
            let phone =
                format!("0{}-{}-{}", dice.one(&["90", "80", "70", "45", "3", "467"]), "0000", dice.digits(4));
            let birth = (
                1930 + i32::try_from(dice.below(75)).unwrap_or(0),
                1 + u32::try_from(dice.below(12)).unwrap_or(0),
                1 + u32::try_from(dice.below(28)).unwrap_or(0),
            );
            Someone { family, family_kana, given, given_kana, chart, phone, birth }
        })
        .collect()
}

fn dictionary(people: &[Someone]) -> Dictionary {
    let client = |p: &Someone| Client {
        family: p.family.into(),
        given: p.given.into(),
        family_kana: p.family_kana.into(),
        given_kana: p.given_kana.into(),
        aliases: vec![format!("{}ちゃん", p.given_kana.chars().take(2).collect::<String>())],
        birth: chrono::NaiveDate::from_ymd_opt(p.birth.0, p.birth.1, p.birth.2),
    };
    Dictionary::new(&Register {
        clients: people.iter().map(client).collect(),
        numbers: people.iter().flat_map(|p| [p.chart.clone(), p.phone.clone()]).collect(),
        ..Register::default()
    })
}

/// Every disguise of a full name: it must be found in any frame.
fn full_names(p: &Someone, dice: &mut Dice) -> Vec<(&'static str, String)> {
    let name = format!("{}{}", p.family, p.given);
    let kana = format!("{}{}", p.family_kana, p.given_kana);
    let (f, g) = (latin(p.family_kana, false), latin(p.given_kana, false));
    let (fk, gk) = (latin(p.family_kana, true), latin(p.given_kana, true));
    let invisible =
        dice.one(&["\u{200b}", "\u{200d}", "\u{2060}", "\u{feff}", "\u{200e}", "\u{202c}", "\u{ad}"]);
    vec![
        ("kanji", name.clone()),
        ("space", format!("{} {}", p.family, p.given)),
        ("wide_space", format!("{}　{}", p.family, p.given)),
        ("middle_dot", format!("{}・{}", p.family, p.given)),
        ("newline", format!("{}\n{}", p.family, p.given)),
        ("newline_inside", between(&name, "\n")),
        ("spaced_out", between(&name, " ")),
        ("invisible", between(&name, invisible)),
        ("variation", format!("{name}\u{e0100}")),
        ("old_kanji", old_kanji(&name)),
        ("kana", kana.clone()),
        ("kana_space", format!("{} {}", p.family_kana, p.given_kana)),
        ("katakana", katakana(&kana)),
        ("katakana_dot", katakana(&format!("{}・{}", p.family_kana, p.given_kana))),
        ("half_kana", half(&kana)),
        ("half_kana_space", half(&format!("{} {}", p.family_kana, p.given_kana))),
        ("nfd", apart(&kana)),
        ("kanji_and_kana", format!("{}{}", p.family, p.given_kana)),
        ("kana_and_kanji", format!("{}{}", p.family_kana, p.given)),
        ("katakana_and_kanji", format!("{}{}", katakana(p.family_kana), p.given)),
        ("turned", format!("{} {}", p.given, p.family)),
        ("ruby", format!("{}({})", name, kana)),
        ("ruby_inside", format!("{}（{}）{}", p.family, p.family_kana, p.given)),
        ("romaji", format!("{} {}", capital(&f), capital(&g))),
        ("romaji_turned", format!("{} {}", capital(&g), capital(&f))),
        ("romaji_capitals", format!("{} {}", f.to_uppercase(), g.to_uppercase())),
        ("romaji_comma", format!("{}, {}", f.to_uppercase(), capital(&g))),
        ("romaji_small", format!("{f} {g}")),
        ("romaji_together", format!("{}{}", capital(&f), capital(&g))),
        ("romaji_wide", wide(&format!("{} {}", f.to_uppercase(), g.to_uppercase()))),
        ("romaji_kunrei", format!("{} {}", capital(&fk), capital(&gk))),
    ]
}

/// Parts of a name: they are somebody beside an honorific or a job.
fn called_names(p: &Someone) -> Vec<(&'static str, String)> {
    vec![
        ("surname", p.family.to_owned()),
        ("surname_old", old_kanji(p.family)),
        ("surname_kana", p.family_kana.to_owned()),
        ("surname_katakana", katakana(p.family_kana)),
        ("surname_half", half(p.family_kana)),
        ("given", p.given.to_owned()),
        ("given_kana", p.given_kana.to_owned()),
        ("given_katakana", katakana(p.given_kana)),
        (
            "initials",
            format!(
                "{}.{}.",
                latin(p.family_kana, false).to_uppercase().chars().next().unwrap_or('A'),
                latin(p.given_kana, false).to_uppercase().chars().next().unwrap_or('B')
            ),
        ),
        ("initial", latin(p.family_kana, false).to_uppercase().chars().take(1).collect()),
    ]
}

/// Registered numbers and birthdays in every disguise.
fn registered_numbers(p: &Someone, dice: &mut Dice) -> Vec<(&'static str, String)> {
    let (y, m, d) = p.birth;
    let era =
        |y: i32| if y >= 1989 { ("平成", "H", "平", y - 1988) } else { ("昭和", "S", "昭", y - 1925) };
    let (name, letter, short, n) = era(y);
    vec![
        ("chart", p.chart.clone()),
        ("chart_wide", wide(&p.chart)),
        ("chart_kanji", kanji_digits(&p.chart)),
        ("chart_ocr", p.chart.replacen('0', "O", 2)),
        ("phone", p.phone.clone()),
        ("phone_wide", wide(&p.phone)),
        ("phone_minus", p.phone.replace('-', "−")),
        ("phone_spaces", p.phone.replace('-', " ")),
        ("phone_brackets", p.phone.replacen('-', "（", 1).replacen('-', "）", 1)),
        ("phone_kanji", kanji_digits(&p.phone).replace('-', "－")),
        ("phone_bare", p.phone.replace('-', "")),
        ("phone_abroad", format!("+81-{}", p.phone.trim_start_matches('0'))),
        ("birth", format!("{y}年{m}月{d}日")),
        ("birth_slash", format!("{y}/{m:02}/{d:02}")),
        ("birth_era", format!("{name}{n}年{m}月{d}日")),
        ("birth_letter", format!("{letter}{n}.{m}.{d}")),
        ("birth_letter_wide", wide(&format!("{letter}{n}.{m}.{d}"))),
        ("birth_short", format!("{short}{n}・{m}・{d}")),
        ("birth_kanji", words::kanji_date(name, n, m, d)),
        ("birth_digits", format!("{y}{m:02}{d:02}")),
        ("birth_letter_digits", format!("{letter}{n:02}{m:02}{d:02}")),
        ("birth_spaced", format!("{name} {n} 年 {m} 月 {d} 日")),
        ("birth_english", format!("{} {d}, {y}", dice.one(&["March", "Mar.", "December", "May"]))),
    ]
}

/// A frame with something in its place; where it stands in characters.
fn framed(frame: &str, it: &str) -> (String, std::ops::Range<usize>) {
    let (before, behind) = frame.split_once("{}").unwrap_or((frame, ""));
    let start = before.chars().count();
    (format!("{before}{it}{behind}"), start..start + it.chars().count())
}

/// True when no letter or digit of the place is left uncovered.
fn gone(text: &str, place: std::ops::Range<usize>, dictionary: &Dictionary, level: Level) -> bool {
    let hits = redact(text, dictionary, level).hits;
    let chars: Vec<char> = text.chars().collect();
    place
        .filter(|n| chars[*n].is_alphanumeric())
        .all(|n| hits.iter().any(|hit| (hit.start..hit.end).contains(&n)))
}

fn note(counts: &mut BTreeMap<&'static str, Count>, class: &'static str, found: bool) {
    let count = counts.entry(class).or_default();
    count.tried += 1;
    count.missed += u32::from(!found);
}

/// Runs the corpora. `size` is the number of seeded names; patterns and neutral sentences come in proportion
/// (50,000 names go with 4,000 of every class of patterns and 20,000 sentences).
pub fn seeded(seed: u64, size: usize) -> Outcome {
    let mut dice = Dice::new(seed);
    let people = people(&mut dice, (size / 10).clamp(100, 5_000));
    let dictionary = dictionary(&people);
    let mut outcome = Outcome::default();
    let mut tried = 0;
    while tried < size {
        let person = &people[dice.below(people.len())];
        let level = dice.one(&Level::ALL);
        let sets = [
            (full_names(person, &mut dice), &CORPORA.bare),
            (called_names(person), &CORPORA.called),
            (registered_numbers(person, &mut dice), &CORPORA.numbered),
        ];
        for (set, frames) in sets {
            for (class, it) in set {
                let (text, place) = framed(dice.one(frames), &it);
                let found = gone(&text, place, &dictionary, level);
                note(&mut outcome.register, class, found);
                if !found && outcome.examples.len() < 60 {
                    outcome.examples.push(format!("{class}: {text}"));
                }
                tried += 1;
            }
        }
    }
    // A quick look takes fewer of each class.
    let each = if size < 50_000 { size / 40 } else { size * 2 / 25 };
    for _ in 0..each {
        for (class, it, frame) in words::patterns(&mut dice) {
            let (text, place) = framed(frame, &it);
            let found = gone(&text, place, &dictionary, Level::Municipal);
            note(&mut outcome.patterns, class, found);
            if !found && outcome.examples.len() < 120 {
                outcome.examples.push(format!("{class}: {text}"));
            }
        }
    }
    for _ in 0..size * 2 / 5 {
        let mut text = dice.one(&CORPORA.neutral).to_owned();
        for (slot, fillers) in &CORPORA.slots {
            while text.contains(slot) {
                text = text.replacen(slot, dice.one(fillers), 1);
            }
        }
        let hits = redact(&text, &dictionary, Level::Municipal).hits;
        outcome.neutral.tried += 1;
        outcome.neutral.missed += u32::from(!hits.is_empty());
        if !hits.is_empty() && outcome.examples.len() < 200 {
            let chars: Vec<char> = text.chars().collect();
            let what: Vec<String> = hits
                .iter()
                .map(|h| format!("{}={}", h.code, chars[h.start..h.end].iter().collect::<String>()))
                .collect();
            outcome.examples.push(format!("neutral: {text} {what:?}"));
        }
    }
    outcome
}
