//! Words and patterns of the text corpora. Everybody in them is invented.

use super::Dice;
use serde_json::Value;
use std::sync::LazyLock;

/// The lists of `tests/fixtures/redaction/corpora.json`.
pub struct Corpora {
    /// Surnames with their kana; one in seven is an everyday word or a single character, some come from abroad.
    pub surnames: Vec<(&'static str, &'static str)>,
    /// Given names with their kana.
    pub given: Vec<(&'static str, &'static str)>,
    /// Frames in which a full name stands with no word beside it that would give it away.
    pub bare: Vec<&'static str>,
    /// Frames with an honorific.
    pub called: Vec<&'static str>,
    /// Frames of numbers.
    pub numbered: Vec<&'static str>,
    /// Sentences with nothing to find, with slots.
    pub neutral: Vec<&'static str>,
    /// What goes into the slots.
    pub slots: Vec<(&'static str, Vec<&'static str>)>,
    /// Kana with Hepburn and Kunrei spelling, longest first.
    pub syllables: Vec<(&'static str, &'static str, &'static str)>,
}

/// The lists, read once.
pub static CORPORA: LazyLock<Corpora> = LazyLock::new(|| {
    let file: Value = serde_json::from_str(include_str!("../../fixtures/redaction/corpora.json"))
        .expect("the corpora are JSON");
    let pairs = |key: &str| rows(&file[key]).iter().map(|row| (row[0], row[1])).collect();
    Corpora {
        surnames: pairs("surnames"),
        given: pairs("given"),
        bare: texts(&file["bare"]),
        called: texts(&file["called"]),
        numbered: texts(&file["numbered"]),
        neutral: texts(&file["neutral"]),
        slots: file["slots"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|slot| (text(&slot[0]), texts(&slot[1])))
            .collect(),
        syllables: rows(&file["syllables"]).iter().map(|row| (row[0], row[1], row[2])).collect(),
    }
});

fn text(value: &Value) -> &'static str {
    value.as_str().unwrap_or_default().to_owned().leak()
}

fn texts(value: &Value) -> Vec<&'static str> {
    value.as_array().into_iter().flatten().map(text).collect()
}

fn rows(value: &Value) -> Vec<Vec<&'static str>> {
    value.as_array().into_iter().flatten().map(texts).collect()
}

/// A number below 100 in kanji.
fn kanji(n: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u32| DIGITS.get(n as usize).copied().unwrap_or_default();
    match n / 10 {
        0 => digit(n).to_owned(),
        1 => format!("十{}", digit(n % 10)),
        tens => format!("{}十{}", digit(tens), digit(n % 10)),
    }
}

/// 昭和五十四年十二月十一日.
pub fn kanji_date(era: &str, year: i32, month: u32, day: u32) -> String {
    format!("{era}{}年{}月{}日", kanji(year.unsigned_abs()), kanji(month), kanji(day))
}

/// Twelve digits of which the last is right, in groups of four, some in full width.
fn my_number(dice: &mut Dice, between: &[&str]) -> String {
    let head: Vec<u32> = dice.digits(11).chars().filter_map(|c| c.to_digit(10)).collect();
    let weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    let rest = head.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11;
    let last = if rest < 2 { 0 } else { 11 - rest };
    let digits: String = head.iter().chain([&last]).map(u32::to_string).collect();
    let sign = dice.one(between);
    let parted = [&digits[..4], &digits[4..8], &digits[8..]].join(sign);
    if dice.below(3) == 0 { super::forms::wide(&parted) } else { parted }
}

/// One example of every class of patterns, with a frame for it.
pub fn patterns(dice: &mut Dice) -> Vec<(&'static str, String, &'static str)> {
    let hyphen = dice.one(&["-", "−", "‐", "－", "ー", "–"]);
    let (a, b, c) = (dice.digits(3), dice.digits(4), dice.digits(4));
    let (month, day) = (1 + dice.below(12), 1 + dice.below(28));
    let town = dice.one(&[
        "若葉台",
        "みどりヶ丘",
        "港町",
        "磯辺通",
        "松風町",
        "桜ケ丘",
        "本町",
        "つつじが丘",
        "大手町",
    ]);
    let ward = dice.one(&["楠区", "椿区", "港北区", "桜木区", "浜風区"]);
    let house = dice.one(&[
        "コーポ白樺",
        "ハイツ汐風",
        "グリーンハイツ若草",
        "メゾン楓",
        "あかつき荘",
        "若葉寮",
        "みどりマンション",
        "第二青空アパート",
    ]);
    let unknown = dice.one(&[
        "綿貫",
        "鷲尾",
        "小鳥谷",
        "仁科",
        "篠崎",
        "植草",
        "九条",
        "阿久津",
        "曽我部",
        "御厨",
        "波多野",
        "久住",
    ]);
    let frame = dice.one(&CORPORA.numbered);
    vec![
        (
            "phone",
            format!("0{}{hyphen}{b}{hyphen}{c}", dice.one(&["3", "6", "45", "467", "90", "80", "70", "50"])),
            frame,
        ),
        ("phone_brackets", format!("0{}({a}){c}", dice.one(&["45", "42", "11"])), frame),
        ("mobile_bare", format!("0{}0{b}{c}", dice.one(&["9", "8", "7"])), frame),
        ("postal", format!("〒{a}{hyphen}{b}"), frame),
        (
            "mail",
            format!(
                "{}{}@example.{}",
                dice.one(&["hana", "taro.y", "k_suzuki", "info-a"]),
                dice.digits(2),
                dice.one(&["jp", "com", "ne.jp", "or.jp"])
            ),
            frame,
        ),
        ("url", format!("https://example.{}/{}", dice.one(&["jp", "com", "org"]), dice.digits(4)), frame),
        (
            "account",
            format!("{}_{}", dice.one(&["kengo", "hoshi", "maru"]), dice.digits(4)),
            dice.one(&["連絡はLINE（ID: {}）で取る。", "LINEの{}を使う。"]),
        ),
        (
            "my_number",
            format!("{b} {c} {}", dice.digits(4)),
            dice.one(&["マイナンバーは{}。", "個人番号{}を確認。"]),
        ),
        (
            "my_number_checked",
            my_number(dice, &[" ", "-", "−", "　", "", "・", "\n", "－"]),
            dice.one(&["{}とある。", "控えの{}を確認。", "番号（{}）を返した。"]),
        ),
        (
            "insurer",
            format!("{}{}", dice.one(&["06", "39", "13"]), dice.digits(6)),
            dice.one(&["保険者番号は{}。", "保険者番号：{}（協会）。"]),
        ),
        (
            "insured_symbol",
            format!("{}・{}", 10 + dice.below(90), dice.digits(4)),
            dice.one(&["記号・番号 {}。", "被保険者証の記号番号{}、本人。"]),
        ),
        (
            "extension",
            format!("{}", 100 + dice.below(9_900)),
            dice.one(&["内線{}。", "内線：{}まで。", "（内線 {}）", "代表にかけ、内線番号{}へ。"]),
        ),
        (
            "phone_spread",
            format!("0{} {hyphen} {b} {hyphen} {c}", dice.one(&["3", "45", "467", "90", "80"])),
            frame,
        ),
        (
            "room",
            format!("{}{}", 101 + dice.below(800), dice.one(&["号", "号室"])),
            dice.one(&["Ｂ棟3階{}に移った。", "{}へ転室。", "2階{}のベッド。"]),
        ),
        ("date_bare_year", format!("{}{}{month}{}{day}", 1 + dice.below(64), ".", "."), frame),
        (
            "handle",
            format!(
                "{}@{}",
                dice.one(&["もりもり", "そら", "ナミ", "taro"]),
                dice.one(&["椿", "港町", "HOME"])
            ),
            dice.one(&["LINEでは「{}」と出る。", "表示名（{}）で送る。"]),
        ),
        (
            "titled_latin",
            dice.one(&["Tran", "Ohno", "Garcia", "Nguyen Lan"]).to_owned(),
            dice.one(&["宛名はMs. {}。", "Mr {}からの手紙。", "（Dr. {}の紹介）"]),
        ),
        (
            "pension",
            format!("{b}{hyphen}{}", dice.digits(6)),
            dice.one(&["基礎年金番号{}を照会。", "年金の番号は{}。"]),
        ),
        ("certificate", dice.digits(10), dice.one(&["受給者証番号{}。", "被保険者番号は{}。"])),
        (
            "chart",
            format!("{}-{}", dice.one(&["A", "B", "40"]), dice.digits(5)),
            dice.one(&["カルテ{}を借りる。", "カルテNo.{}。", "ID {}の書類。"]),
        ),
        (
            "bank",
            format!(
                "{}銀行 {}支店 普通 {}",
                dice.one(&["青葉", "みどり", "港南"]),
                dice.one(&["椿", "中央", "駅前"]),
                dice.digits(7)
            ),
            dice.one(&["口座（{}）を確認。", "受取は{}。"]),
        ),
        (
            "plate",
            format!(
                "{} {a} {} {}-{}",
                dice.one(&["青葉野", "湘南", "品川"]),
                dice.one(&["あ", "さ", "ね"]),
                dice.digits(2),
                dice.digits(2)
            ),
            dice.one(&["車両は{}。", "社用車（{}）で移動。"]),
        ),
        (
            "residence_card",
            format!("{}{}{}", dice.one(&["AB", "CD"]), dice.digits(8), dice.one(&["EF", "GH"])),
            dice.one(&["在留カード番号 {} の期限。", "在留カードは{}。"]),
        ),
        (
            "era_date",
            format!("{}{}.{month}.{day}", dice.one(&["S", "H", "R", "昭", "平", "Ｓ"]), 1 + dice.below(7)),
            frame,
        ),
        (
            "era_date_long",
            format!(
                "{}{}年{month}月{day}日",
                dice.one(&["昭和", "平成", "令和"]),
                dice.one(&["元", "2", "6"])
            ),
            frame,
        ),
        (
            "era_date_kanji",
            kanji_date(
                dice.one(&["昭和", "平成"]),
                3 + i32::try_from(dice.below(25)).unwrap_or(0),
                u32::try_from(month).unwrap_or(1),
                u32::try_from(day).unwrap_or(1),
            ),
            frame,
        ),
        ("western_date", format!("{}{}{month:02}{}{day:02}", 1940 + dice.below(85), "/", "/"), frame),
        (
            "age",
            format!("{}{}", 20 + dice.below(75), dice.one(&["歳", "才", " 歳"])),
            dice.one(&["現在{}、単身。", "（{}）と記載。", "{}の男性。"]),
        ),
        (
            "age_kanji",
            format!("{}歳", kanji(21 + u32::try_from(dice.below(70)).unwrap_or(0))),
            "今年で{}になる。",
        ),
        (
            "address",
            format!(
                "{ward}{town}{}{hyphen}{}{hyphen}{}",
                1 + dice.below(9),
                1 + dice.below(30),
                1 + dice.below(20)
            ),
            dice.one(&["住所は{}。", "実家（{}）へ帰る。"]),
        ),
        (
            "address_long",
            format!(
                "{ward}{town}{}丁目{}番{}号",
                kanji(1 + u32::try_from(dice.below(9)).unwrap_or(0)),
                1 + dice.below(30),
                1 + dice.below(20)
            ),
            dice.one(&["住まいは{}。", "転居先（{}）を届け出た。"]),
        ),
        (
            "address_rural",
            format!(
                "旧{}町字{}{}番地",
                dice.one(&["浜風", "若葉", "沢渡"]),
                dice.one(&["汐留", "中原", "大坪"]),
                1 + dice.below(2000)
            ),
            "本籍は{}。",
        ),
        (
            "building",
            format!("{house}{}{}", 101 + dice.below(400), dice.one(&["号室", "", "号"])),
            dice.one(&["転居先は{}で契約。", "「{}」に下見に行く。"]),
        ),
        (
            "company",
            dice.one(&["ミナト精工", "青葉運輸", "白樺フーズ", "さくら商事"]).to_owned(),
            dice.one(&[
                "以前は株式会社{}に勤めた。",
                "勤務先の有限会社{}、総務課。",
                "㈱{}、総務。",
                "(有){}から電話。",
            ]),
        ),
        (
            "school",
            format!(
                "{}{}",
                dice.one(&["白鷺", "青葉台", "港南", "若竹"]),
                dice.one(&["大学", "高校", "中学校", "専門学校"])
            ),
            dice.one(&["実習生は{}の学生。", "{}を卒業した。"]),
        ),
        (
            "unknown_name",
            unknown.to_owned(),
            dice.one(&[
                "{}さんから連絡があった。",
                "会議に{}様も加わる。",
                "受付の{}氏に渡した。",
                "{}先生、よろしくお願いします。",
                "本日、{}Drが診察。",
            ]),
        ),
        (
            "unknown_role",
            unknown.to_owned(),
            dice.one(&["Ns{}、PSWと協議。", "PSW{}が同席。", "MHSW {}、別件で退席。", "OTRの{}さんが担当。"]),
        ),
        (
            "initials",
            format!("{}.{}.", dice.one(&["H", "T", "K"]), dice.one(&["K", "M", "Y"])),
            dice.one(&["先月退院した{}さんの話。", "同室の{}に会う。"]),
        ),
        (
            "romanised",
            format!(
                "{} {}",
                dice.one(&["Nguyen", "Tanaka", "Garcia"]),
                dice.one(&["Lan", "Hiroshi", "Maria"])
            ),
            dice.one(&["封筒に{}とある。", "（{}、来日5年）"]),
        ),
    ]
}
