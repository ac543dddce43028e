//! Records of support made from sentence templates, as many as wanted. Nobody in them is real; the same seed and
//! count give the same bytes on every machine.

mod words;

use words::{AGENCY, FACILITY, FAM, FAMILY, GIVEN, HOSP, MOOD, OPEN, PLAN, RARE, ROLE, SAID, SYM, TOPIC};

/// A small generator of numbers (SplitMix64).
pub struct Dice(u64);

impl Dice {
    /// A generator that begins at a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.roll() % n as u64) as usize
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// One record of support.
pub struct Note {
    /// Running number from 1, in the order of days.
    pub id: u32,
    /// Number of the person, from 0.
    pub person: usize,
    /// Its day.
    pub day: String,
    /// Its text.
    pub body: String,
}

fn sentence(r: &mut Dice, out: &mut String, name: &str) {
    let n1 = r.below(28) + 1;
    let n2 = r.below(12) + 1;
    let role = r.pick(ROLE);
    let fac = r.pick(FACILITY);
    let agency = r.pick(AGENCY);
    let topic = r.pick(TOPIC);
    let sym = r.pick(SYM);
    let fam = r.pick(FAM);
    let hosp = r.pick(HOSP);
    let s = match r.below(18) {
        0 => format!("{}{}と話される。", r.pick(MOOD), r.pick(SAID)),
        1 => format!("{role}より、{sym}は{n2}月頃から軽減しているとの報告あり。"),
        2 => format!(
            "{topic}について{agency}へ問い合わせ、担当の{}氏から折り返しの連絡をもらうこととなった。",
            r.pick(FAMILY)
        ),
        3 => format!("{n2}月{n1}日に{fac}の見学を予定しており、{role}と{fam}が同席する。"),
        4 => format!("{fam}の{}{}さんからは、{topic}を心配する声が聞かれた。", r.pick(FAMILY), r.pick(GIVEN)),
        5 => format!("{sym}が強まった際の対処として、頓服の使用と{fac}への電話を本人と確認した。"),
        6 => r.pick(PLAN).to_string(),
        7 => {
            format!("{name}さんは{topic}に前向きだが、{sym}のため外出は週{}回にとどまっている。", n2 % 6 + 1)
        }
        8 => format!(
            "{hosp}の{role}と{topic}について協議し、退院の時期は{n2}月下旬を目標とすることで一致した。"
        ),
        9 => format!("家賃は{}万{}千円、初期費用については{agency}の貸付を検討する。", n2 % 5 + 3, n1 % 10),
        10 => format!(
            "血圧{}／{}、体重{}.{}kg。睡眠は{}時間程度。",
            100 + n1,
            60 + n2,
            50 + n1,
            n2 % 10,
            n2 % 6 + 4
        ),
        11 => format!("{fac}の体験利用は{n1}日間の予定で、送迎は{role}が調整する。"),
        12 => format!("服薬は{}錠に整理され、自己管理の練習を{n1}日から開始している。", n2 % 5 + 1),
        13 => format!("住居については{agency}と相談し、{fac}の空室状況を確認中である。"),
        14 => format!(
            "SST第{}回に参加し、断り方の練習を行った。ADLは自立、IADLは買い物に一部支援を要する。",
            n2
        ),
        15 => format!(
            "入院形態は{}で、入院から{}か月が経過している。",
            r.pick(&["任意入院", "医療保護入院", "任意入院（切替後）"]),
            n1 + 2
        ),
        16 => format!(
            "電話（{:02}-{:04}-{:04}）にて{agency}へ{topic}の進捗を確認した。",
            n2,
            1000 + r.below(9000),
            1000 + r.below(9000)
        ),
        _ => format!(
            "{}さん（{fam}）は{}、{topic}には協力的である。",
            r.pick(GIVEN),
            r.pick(&[
                "遠方に住んでおり",
                "高齢であり",
                "仕事が忙しく",
                "本人と疎遠であったが",
                "毎週面会に来ており"
            ])
        ),
    };
    out.push_str(&s);
}

/// Notes in the order of days, about a hundred to six hundred characters each, of `persons` persons.
pub fn notes(count: usize, persons: usize, seed: u64) -> Vec<Note> {
    let mut r = Dice::new(seed);
    let names: Vec<String> = (0..persons)
        .map(|_| format!("{}{}{}", r.pick(FAMILY), ["", "　", " "][r.below(3)], r.pick(GIVEN)))
        .collect();
    (0..count).map(|i| note(&mut r, i, count, &names)).collect()
}

fn note(r: &mut Dice, i: usize, count: usize, names: &[String]) -> Note {
    let person = r.below(names.len());
    let want = 100 + r.below(501);
    let mut body = String::with_capacity(want * 3);
    body.push_str(r.pick(OPEN));
    if r.below(3) == 0 {
        body.push_str(&format!("対象：{}。", names[person]));
    }
    for &(word, rate) in RARE {
        if r.below(rate) == 0 {
            body.push_str(&format!("{word}の件を確認。"));
        }
    }
    let mut length = body.chars().count();
    while length < want {
        let at = body.len();
        sentence(r, &mut body, &names[person]);
        length += body[at..].chars().count();
    }
    let end = body.char_indices().nth(600).map_or(body.len(), |(at, _)| at);
    body.truncate(end);
    // Fifteen years of days, in order.
    let day = i * 15 * 336 / count.max(1);
    let (year, month, day) = (2010 + day / 336, day % 336 / 28 + 1, day % 28 + 1);
    Note { id: i as u32 + 1, person, day: format!("{year}-{month:02}-{day:02}"), body }
}
