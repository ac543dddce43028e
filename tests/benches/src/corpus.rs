//! Records of support made from sentence templates, as many as wanted. Nobody in them is real; the same seed and
//! count give the same bytes on every machine.

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

// Family names on purpose include variant kanji of the same name.
const FAMILY: &[&str] = &[
    "佐藤",
    "鈴木",
    "高橋",
    "髙橋",
    "田中",
    "伊藤",
    "渡辺",
    "渡邊",
    "渡邉",
    "山本",
    "中村",
    "小林",
    "加藤",
    "吉田",
    "山田",
    "佐々木",
    "山崎",
    "山﨑",
    "松本",
    "井上",
    "木村",
    "斎藤",
    "齋藤",
    "齊藤",
    "斉藤",
    "清水",
    "阿部",
    "森",
    "池田",
    "橋本",
    "浜田",
    "濱田",
    "桜井",
    "櫻井",
    "沢田",
    "澤田",
    "広瀬",
    "廣瀬",
    "宮崎",
    "宮﨑",
    "長谷川",
    "石川",
    "前田",
    "岡田",
    "後藤",
    "近藤",
    "坂本",
    "遠藤",
    "青木",
    "藤井",
    "西村",
    "福田",
    "太田",
    "三浦",
    "岡本",
    "松田",
    "中島",
    "中嶋",
    "原",
    "小野",
    "国分",
    "國分",
    "吉川",
    "𠮷川",
    "辻",
    "葛西",
];
const GIVEN: &[&str] = &[
    "太郎",
    "花子",
    "一郎",
    "和子",
    "健一",
    "美咲",
    "正",
    "恵子",
    "博",
    "由美",
    "浩二",
    "幸子",
    "誠",
    "陽子",
    "隆",
    "久美子",
    "茂",
    "裕子",
    "修",
    "真理",
    "清",
    "直美",
    "実",
    "智子",
    "徹",
    "千代",
    "進",
    "節子",
    "悟",
    "みどり",
    "ミチ子",
    "翔",
    "さくら",
    "大輔",
    "亜希",
    "敏夫",
    "トメ",
    "春樹",
    "文江",
];
const HOSP: &[&str] = &[
    "青葉台病院",
    "みなと記念病院",
    "東和病院",
    "緑ヶ丘メンタルクリニック",
    "県立精神医療センター",
    "若葉会病院",
    "北里浜病院",
    "ひだまりクリニック",
    "聖山会病院",
    "常盤平病院",
    "南風病院",
];
const FACILITY: &[&str] = &[
    "グループホームあさがお",
    "ｸﾞﾙｰﾌﾟﾎｰﾑひばり",
    "就労継続支援B型事業所こもれび",
    "地域活動支援センターみらい",
    "訪問看護ステーションつばさ",
    "相談支援事業所ひまわり",
    "生活訓練事業所ステップ",
    "救護施設清風園",
    "デイケアなごみ",
    "自立援助ホームあおば",
    "居宅介護支援事業所つなぐ",
    "宿泊型自立訓練いずみ",
    "就労移行支援事業所リンク",
    "福祉ホーム松風",
    "地域包括支援センター北部",
];
const AGENCY: &[&str] = &[
    "保健所",
    "福祉事務所",
    "市役所障害福祉課",
    "社会福祉協議会",
    "基幹相談支援センター",
    "年金事務所",
    "家庭裁判所",
    "法テラス",
    "精神保健福祉センター",
    "ハローワーク",
    "生活困窮者自立支援窓口",
    "民生委員",
];
const ROLE: &[&str] = &[
    "主治医",
    "担当看護師",
    "精神保健福祉士",
    "作業療法士",
    "相談支援専門員",
    "保健師",
    "ケースワーカー",
    "訪問看護師",
    "薬剤師",
    "臨床心理士",
    "後見人",
    "退院後生活環境相談員",
    "管理栄養士",
    "世話人",
];
const FAM: &[&str] = &["母", "父", "兄", "姉", "妹", "弟", "妻", "夫", "長女", "長男", "叔母", "従兄"];
const SYM: &[&str] = &[
    "幻聴",
    "被害的な訴え",
    "不眠",
    "意欲低下",
    "不安",
    "焦燥",
    "希死念慮",
    "抑うつ気分",
    "思考のまとまりにくさ",
    "過活動",
    "易怒性",
    "閉じこもり",
    "強迫的な確認",
    "パニック発作",
    "離脱症状",
    "眠気",
    "手の震え",
    "便秘",
    "体重増加",
    "口渇",
];
const TOPIC: &[&str] = &[
    "住居の確保",
    "服薬管理",
    "金銭管理",
    "退院後の日中活動",
    "訪問看護の導入",
    "障害年金の申請",
    "生活保護の申請",
    "自立支援医療の更新",
    "精神障害者保健福祉手帳の取得",
    "家族との関係調整",
    "身体合併症の通院先",
    "就労の希望",
    "緊急時の連絡体制",
    "クライシスプラン",
    "保証人の問題",
    "携帯電話の契約",
    "障害支援区分の認定調査",
    "地域移行支援の利用",
    "地域定着支援の利用",
    "成年後見制度の利用",
    "食事と買い物",
    "ごみ出しと掃除",
    "近隣との関係",
    "アルコールの問題",
    "交通手段",
    "冬の暖房",
    "ペットの世話",
    "債務の整理",
    "携行薬の管理",
    "転院の調整",
];
const MOOD: &[&str] = &[
    "表情は穏やかで、",
    "やや緊張した様子で、",
    "疲れた様子があり、",
    "落ち着いて話され、",
    "口数は少なかったが、",
    "笑顔も見られ、",
    "時折涙ぐみながら、",
    "声に張りがあり、",
    "視線が合いにくく、",
    "身なりは整っており、",
];
const SAID: &[&str] = &[
    "「早く退院したい」",
    "「一人暮らしに戻りたい」",
    "「薬は減らしてほしい」",
    "「病院の方が安心する」",
    "「家族には迷惑をかけたくない」",
    "「仕事をしてみたい」",
    "「夜が不安だ」",
    "「お金のことが心配」",
    "「グループホームは見学してから決めたい」",
    "「猫に会いたい」",
    "「もう入院はしたくない」",
    "「誰かに話を聞いてほしい」",
    "「部屋を片付けておきたい」",
    "「年金がいつ入るのか知りたい」",
];
const PLAN: &[&str] = &[
    "次回は外泊訓練の結果を確認する。",
    "来週までに見学の日程を調整する。",
    "必要書類をそろえて申請に同行する。",
    "ケア会議の開催を提案する。",
    "家族面談を設定する。",
    "試験外泊の計画を病棟と共有する。",
    "訪問看護の契約日を確認する。",
    "不動産業者へ空室の問い合わせを行う。",
    "退院支援委員会の日程を確認する。",
    "本人の希望を改めて聞き取る。",
    "服薬カレンダーの使用を練習する。",
    "体験利用の送迎を手配する。",
    "区分認定の結果を待って計画案を作成する。",
    "緊急連絡先の一覧を更新する。",
    "クライシスプランの下書きを本人と作る。",
    "住民票の異動について確認する。",
    "口座の開設に同行する。",
    "主治医に診断書の作成を依頼する。",
];
const OPEN: &[&str] = &[
    "病棟にて本人と面接。",
    "電話にて状況を確認。",
    "外来受診に同行。",
    "ケア会議に出席。",
    "自宅を訪問。",
    "家族と面談。",
    "カンファレンスに参加。",
    "グループホームの見学に同行。",
    "退院前訪問指導に同行。",
    "オンラインで関係機関と打ち合わせ。",
    "デイルームで短時間の面接。",
    "外泊中の様子を電話で聴取。",
];
// Rare words, planted in about one note of `1/rate`.
const RARE: &[(&str, usize)] = &[
    ("措置", 400),
    ("猶予", 700),
    ("銭湯", 300),
    ("盲導犬", 1500),
    ("里親", 900),
    ("氷川", 1200),
    ("補聴器", 800),
    ("簡易宿所", 1000),
    ("医療観察法", 600),
    ("特別障害者手当", 900),
    ("遺族年金", 500),
    ("無料低額宿泊所", 700),
    ("クロザピン", 350),
    ("刺青", 2000),
    ("鍼", 1600),
    ("楢", 2500),
    ("鮎", 1800),
    ("旅券更新", 2200),
    ("Ｒ６年度", 450),
    ("ﾃﾞｲｻｰﾋﾞｽ", 380),
    ("持効性注射剤", 420),
];

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
