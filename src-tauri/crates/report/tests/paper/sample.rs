//! A fictional year of a fictional practice, enough to fill every kind of block.

use disclosure::{
    Cell, ColumnType, Headline, Kind, Labels, Ladder, Profile, Released, Request, Share, Table, release,
};
use report::{Annual, Chapter, ChartKind, Cover, Header, Section};

fn table(id: &str, title: &str, kind: Kind, columns: &[&str], rows: &[(&str, &[u64])]) -> Table {
    Table {
        id: id.into(),
        title: title.into(),
        kind,
        additive: false,
        column_types: columns
            .iter()
            .map(|c| if *c == "時間" { ColumnType::Minutes } else { ColumnType::Count })
            .collect(),
        rows: rows.iter().map(|r| r.0.into()).collect(),
        columns: columns.iter().map(|c| (*c).into()).collect(),
        total_row: rows.last().is_some_and(|r| r.0 == "計"),
        total_column: columns.last() == Some(&"計"),
        cells: rows.iter().map(|r| r.1.iter().map(|n| Cell::count(*n)).collect()).collect(),
        labels: Vec::new(),
        shares: Vec::new(),
        notes: Vec::new(),
    }
}

fn words(mut table: Table, columns: &[(&str, &[&str])]) -> Table {
    table.labels = columns
        .iter()
        .map(|(head, texts)| Labels {
            head: (*head).into(),
            texts: texts.iter().map(|t| (*t).into()).collect(),
        })
        .collect();
    table
}

const MONTHS: [&str; 12] =
    ["4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"];

fn by_month() -> Table {
    let rows: [(&str, &[u64]); 13] = [
        ("4月", &[11, 0, 0, 0, 56, 12]),
        ("5月", &[12, 1, 0, 0, 57, 13]),
        ("6月", &[14, 2, 0, 0, 65, 15]),
        ("7月", &[15, 2, 1, 1, 92, 17]),
        ("8月", &[16, 1, 0, 0, 75, 17]),
        ("9月", &[16, 1, 1, 1, 76, 18]),
        ("10月", &[17, 1, 1, 0, 73, 16]),
        ("11月", &[17, 1, 1, 1, 65, 18]),
        ("12月", &[17, 1, 1, 1, 83, 18]),
        ("1月", &[16, 0, 1, 1, 65, 17]),
        ("2月", &[16, 0, 0, 0, 53, 15]),
        ("3月", &[16, 0, 1, 0, 99, 14]),
        ("計", &[16, 10, 7, 5, 859, 21]),
    ];
    let mut t = table(
        "2",
        "月別の支援状況（人・件）",
        Kind::Headline,
        &["支援中（月末）", "新規", "退院", "終結", "延べ件数", "実人数"],
        &rows,
    );
    t.notes = vec![
        "支援中は月末に支援している方（中断中を含む）。計の行の支援中は年度末、実人数は年度を通した人数であり、各月の和ではない。".into(),
    ];
    t
}

fn by_method() -> Table {
    let mut columns = MONTHS.to_vec();
    columns.extend(["計", "時間"]);
    let rows: [(&str, &[u64]); 8] = [
        ("病院での面接", &[31, 36, 36, 44, 38, 35, 35, 30, 34, 32, 26, 40, 417, 14050]),
        ("電話", &[15, 11, 14, 25, 27, 23, 14, 14, 23, 16, 12, 19, 213, 2555]),
        ("自宅等への訪問", &[0, 6, 7, 8, 3, 6, 10, 10, 10, 8, 7, 2, 77, 3575]),
        ("同行", &[4, 2, 10, 7, 4, 7, 9, 7, 7, 7, 5, 4, 73, 8940]),
        ("会議", &[3, 2, 2, 4, 2, 5, 2, 2, 4, 2, 4, 4, 36, 2160]),
        ("メール・文書", &[3, 1, 5, 4, 4, 4, 3, 1, 3, 0, 0, 6, 34, 385]),
        ("来所", &[0, 1, 1, 1, 1, 0, 0, 1, 2, 0, 2, 0, 9, 360]),
        ("計", &[56, 59, 75, 93, 79, 80, 73, 65, 83, 65, 56, 75, 859, 32025]),
    ];
    table("3", "方法別支援件数（件・時間）", Kind::Workload, &columns, &rows)
}

fn stages() -> Table {
    let rows: [(&str, &[u64]); 9] = [
        ("1 把握・選定", &[1, 3]),
        ("2 関係づくり", &[3, 4]),
        ("3 意欲の喚起", &[3, 3]),
        ("4 計画・準備", &[2, 2]),
        ("5 外出・体験", &[1, 1]),
        ("6 住まいの確保", &[1, 1]),
        ("7 退院直後の支援", &[0, 1]),
        ("8 定着支援", &[0, 1]),
        ("計", &[11, 16]),
    ];
    table("9", "段階別人数（人）", Kind::Persons, &["年度当初", "年度末"], &rows)
}

fn trainings() -> Table {
    let rows: [(&str, &[u64]); 5] = [
        ("第1回", &[12, 9, 6, 3, 2, 32]),
        ("第2回", &[8, 14, 5, 4, 1, 32]),
        ("第3回", &[15, 11, 8, 6, 0, 40]),
        ("第4回", &[6, 10, 12, 5, 3, 36]),
        ("計", &[41, 44, 31, 18, 6, 140]),
    ];
    let t = table(
        "20",
        "研修会（人）",
        Kind::Workload,
        &["医療", "福祉", "行政", "当事者・家族", "その他", "計"],
        &rows,
    );
    words(
        t,
        &[
            ("月日", &["6月12日", "9月4日", "11月20日", "2月19日", ""]),
            (
                "テーマ",
                &[
                    "はじめての地域移行支援",
                    "病棟と地域がいっしょにつくる退院支援の進め方",
                    "ピアサポーターと語る「退院したい」の聞き方",
                    "住まいの確保と居住支援協議会",
                    "",
                ],
            ),
        ],
    )
}

fn programme() -> Table {
    let captions: Vec<String> = (1..=24).map(|n| format!("第{n}回")).chain(["計".into()]).collect();
    let themes = [
        "顔合わせ、プログラムの説明",
        "退院した先輩の話を聞く",
        "地域の暮らしのDVDと座談会",
        "グループホーム見学（院外）",
        "お金のやりくり",
        "薬とのつきあい方",
        "料理とスーパーでの買い物（院外）",
        "相談できる人と場所",
        "バスに乗って出かける（院外）",
        "福祉サービスの使い方",
        "季節の行事と茶話会",
        "これからの希望を話す",
    ];
    let rows: Vec<(&str, Vec<u64>)> = captions
        .iter()
        .enumerate()
        .map(|(i, c)| {
            let n = i as u64;
            (
                c.as_str(),
                if i < 24 { vec![5 + n % 4, 1 + n % 3, 3 + n % 2, 2] } else { vec![156, 48, 84, 48] },
            )
        })
        .collect();
    let rows: Vec<(&str, &[u64])> = rows.iter().map(|(c, v)| (*c, v.as_slice())).collect();
    let t = table(
        "16",
        "退院プログラム（人）",
        Kind::Workload,
        &["参加者", "ピア", "職員（医療）", "職員（福祉・行政）"],
        &rows,
    );
    let dates: Vec<String> = (0..24)
        .map(|i| format!("{}月{}日", (i / 2 + 3) % 12 + 1, 8 + i % 2 * 14))
        .chain([String::new()])
        .collect();
    let places: Vec<&str> = (0..24).map(|i| if i % 4 == 3 { "院外" } else { "院内" }).chain([""]).collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let themes: Vec<&str> = (0..24).map(|i| themes[i % themes.len()]).chain([""]).collect();
    words(t, &[("月日", &dates), ("テーマ", &themes), ("場", &places)])
}

fn tables() -> Vec<Table> {
    let mut hours = table(
        "25",
        "活動時間の内訳（時間）",
        Kind::Workload,
        &["時間"],
        &[
            ("個別支援", &[32025]),
            ("退院プログラム", &[5760]),
            ("病院への働きかけ", &[4320]),
            ("協議会・ネットワーク", &[6480]),
            ("研修", &[2880]),
            ("他の支援者の支援", &[3240]),
            ("情報発信", &[1980]),
            ("事務", &[9060]),
            ("計", &[65745]),
        ],
    );
    hours.shares = (0..9).map(|r| Share { label: "割合".into(), part: (r, 0), whole: (8, 0) }).collect();
    vec![
        table(
            "1",
            "支援対象者数の推移（人）",
            Kind::Headline,
            &["令和5年度", "令和6年度", "令和7年度"],
            &[
                ("前年度からの継続", &[6, 9, 11]),
                ("新規", &[7, 6, 10]),
                ("終結", &[4, 4, 5]),
                ("年度末", &[9, 11, 16]),
                ("実人数", &[13, 15, 21]),
            ],
        ),
        by_month(),
        by_method(),
        table(
            "4",
            "相手方別支援件数（件・時間）",
            Kind::Workload,
            &["件数", "時間"],
            &[
                ("本人", &[600, 27245]),
                ("家族", &[29, 385]),
                ("病院", &[109, 2650]),
                ("福祉サービス事業所", &[73, 1200]),
                ("行政", &[20, 225]),
                ("住まい", &[28, 320]),
                ("計", &[859, 32025]),
            ],
        ),
        stages(),
        table(
            "11",
            "退院者と退院先（人）",
            Kind::Persons,
            &["人数"],
            &[
                ("一人暮らし", &[3]),
                ("グループホーム", &[2]),
                ("家族と同居", &[1]),
                ("高齢者施設", &[1]),
                ("計", &[7]),
            ],
        ),
        table(
            "14",
            "支給決定の状況（件）",
            Kind::Persons,
            &["新規", "更新", "終了", "年度末"],
            &[
                ("地域移行支援", &[8, 3, 7, 5]),
                ("地域定着支援", &[5, 2, 1, 7]),
                ("自立生活援助", &[3, 0, 1, 2]),
            ],
        ),
        programme(),
        table(
            "17",
            "病院訪問（日・件）",
            Kind::Workload,
            &["訪問日数", "面接件数", "会議"],
            &[
                ("A病院", &[51, 213, 12]),
                ("B病院", &[48, 135, 9]),
                ("C病院", &[19, 19, 4]),
                ("D病院", &[40, 50, 6]),
                ("計", &[158, 417, 31]),
            ],
        ),
        words(
            table(
                "19",
                "事業説明・会議（回・人）",
                Kind::Workload,
                &["回数", "参加人数"],
                &[
                    ("自立支援協議会 精神部会", &[6, 102]),
                    ("病院地域連携会議", &[4, 88]),
                    ("地域包括支援センター連絡会", &[3, 41]),
                    ("居住支援協議会", &[2, 35]),
                    ("家族会・当事者の会", &[5, 67]),
                    ("計", &[20, 333]),
                ],
            ),
            &[(
                "相手の関わり",
                &[
                    "地域移行の進め方を毎回の議題とし、病院からの参加が定着した",
                    "病棟看護師と相談室が交代で事例を出す形になった",
                    "65歳を越える方の退院先について意見を交わした",
                    "家主向けの説明会を共催した",
                    "体験談を聞く会を年2回、ピアサポーターと開いた",
                    "",
                ],
            )],
        ),
        trainings(),
        table(
            "23",
            "ピアサポーターの活動（回・人）",
            Kind::Workload,
            &["回数", "実人数", "延べ人数"],
            &[("病棟での体験談", &[14, 5, 31]), ("同行・外出", &[22, 4, 28]), ("研修での発表", &[4, 3, 7])],
        ),
        hours,
    ]
}

/// The level's thresholds.
pub fn profile(level: &str) -> Profile {
    let k = match level {
        "internal" => 0,
        "municipal" => 3,
        _ => 10,
    };
    Profile {
        level: level.into(),
        k,
        sensitive_k: k,
        share_floor: if k == 0 { 0 } else { 10 },
        exact: k == 0,
    }
}

/// The year's figures at a level.
pub fn released(level: &str) -> Released {
    let request = Request {
        fiscal_year: 2025,
        profile: profile(level),
        headline: Headline { active: 16, new: 10, discharged: 7, closed: 5, distinct: 21 },
        ladders: tables().into_iter().map(|t| Ladder { rungs: vec![t], linked: None }).collect(),
        withheld_sentence: "人数が少なく、個人が特定されるおそれがあるため掲載していません。".into(),
    };
    release(request).released
}

fn section(number: &str, title: &str, text: &str, tables: &[&str], charts: &[ChartKind]) -> Section {
    Section {
        number: number.into(),
        title: title.into(),
        text: text.into(),
        tables: tables.iter().map(|t| (*t).into()).collect(),
        charts: charts.to_vec(),
    }
}

/// The narrative of the sample.
pub const STORY: &str = "今年度は、入口にあたる病院との関係づくりに力を入れた。「退院したい」という声を、病棟の職員が「どう受けとめればよいか（家族・主治医・相談室）」\
を話し合う場を3か月に1回、計4回もち、延べ417件の面接と24回のプログラムを行った。きっかけは、グループホームの見学に同行した病棟看護師の「あれっ、こんなに笑う人だったんだ」という一言である。\n\
人々の暮らしは、ゆっくりとしか動かない。それでも、第2回のプログラム（院外）では、はじめて自分から切符を買った方が3名いた。こうした小さな変化を、病棟・相談室・地域の事業所が同じ言葉で語れるようになったことが、\
今年度のいちばんの成果である。一方で、65歳を越える方の行き先は限られ、介護保険との間で調整に6か月以上を要した例が少なくない。";

const ENTRY: &str = "入口では、病棟訪問の日を病棟ごとに決め、毎月2回以上、顔の見える関係を続けた。病棟の申し送りに同席させてもらえる病棟が2つ増え、職員からの「この人はどうだろうか」という声かけで始まった支援が、新規10名のうち6名にのぼる。\n\
（1）病棟でしたこと\n\
・ 掲示板に「まちの便り」を毎月はり、次の訪問日を書いた。見て声をかけてくださる方が、少しずつ増えた。\n\
・ 病棟の茶話会に月1回、ピアサポーターと参加し、退院してからの暮らしを話した。話を聞いた方のうち、面接を希望した方は延べ14名である。\n\
（2）次にすること\n\
・ 面会の制限がある病棟では、電話と手紙で関係をつなぎ、解除後14日以内に面接の約束をとる。";

/// The report of the sample year.
pub fn annual(released: &Released) -> Annual<'_> {
    let chapter = |number: &str, title: &str, sections| Chapter {
        number: number.into(),
        title: title.into(),
        sections,
    };
    let internal = released.level() == "internal";
    let level =
        if internal { "内部用・個人情報を含む 取扱注意" } else { "自治体提出用" };
    Annual {
        released,
        cover: Cover {
            title: "精神障害者地域移行・地域定着支援 活動実績報告書".into(),
            year_line: "令和7年度".into(),
            receiver: "みどり野市 障害福祉課 御中".into(),
            organisation: "社会福祉法人すその会 地域生活支援センターふもと".into(),
            author_line: "地域移行コーディネーター".into(),
            date_line: "令和8年4月2日".into(),
            level_mark: level.into(),
        },
        header: Header { left: "令和7年度 地域移行・地域定着支援 活動実績報告書".into(), right: level.into() },
        aim: "病棟に通いつづけ、「退院したい」と言える場所を病院の中に増やす。退院のあとも、困ったときに最初に電話をかけられる相手でいる。".into(),
        chapters: vec![
            chapter("第1", "事業の概要", vec![
                section("1", "目的", STORY, &[], &[]),
                section("2", "体制", "コーディネーター2名（うち1名は精神保健福祉士）、ピアサポーター5名（登録）で実施した。相談支援専門員、圏域のアドバイザー、保健所の精神保健担当と月1回の打ち合わせをもっている。", &[], &[]),
            ]),
            chapter("第2", "取組内容", vec![
                section("1", "個別支援", STORY, &["2", "3", "4"], &[ChartKind::MonthlyContacts, ChartKind::Methods]),
                section("2", "退院プログラム", "2つの病院で、月2回、計24回のプログラムを行った。院外の回は、見学と買い物、バスの利用である。", &["16"], &[ChartKind::Sessions]),
                section("3", "病院への働きかけ", ENTRY, &["17"], &[ChartKind::HospitalVisits]),
                section("4", "会議・ネットワーク", "会議の場では、数だけでなく、退院された方の暮らしぶりを（同意を得て）伝えるようにした。", &["19"], &[]),
                section("5", "研修会", "研修会は4回、延べ140名の参加があった。", &["20"], &[ChartKind::Trainings]),
                section("6", "ピアサポーターとの協働", "", &["23"], &[]),
            ]),
            chapter("第3", "成果", vec![section(
                "1",
                "数値でみる成果",
                "年度を通して21名を支援し、7名が退院した。年度末に支援しているのは16名である。",
                &["1", "9", "11", "14", "25"],
                &[ChartKind::MonthlyPersons, ChartKind::Stages, ChartKind::Destinations, ChartKind::Hours],
            )]),
            chapter("第4", "課題", vec![section("1", "入口と出口", STORY, &[], &[])]),
            chapter("第5", "今後の方針", vec![section("1", "次年度の計画", STORY, &[], &[])]),
        ],
        counting_rules: [
            "実人数は期間内に支援した方の数であり、同じ方は1人と数える。延べ件数は支援の記録の数である。",
            "年度は4月1日から翌年3月31日までとし、支援のあった日で数える。",
            "会議は、一人の方について開かれたものを1件と数える。",
            "訪問日数は、一つの病院に対面の支援が1件以上あった日の数である。",
            "退院は、起きた数で数える。同じ方が年度内に2回退院した場合は2件とする。",
            "支援中とは、年度末に支援している方をいい、中断中の方を含む。",
            "時間は分で記録したものを合計し、時間で表す（小数第1位、四捨五入）。",
            "割合は小数第1位で表し、四捨五入しているため、合計が100にならないことがある。",
        ]
        .map(Into::into)
        .to_vec(),
        suppression_note: (!internal).then(|| {
            "人数が少なく個人が特定されるおそれのある数は「ｘ」とした。ほかの数から計算できないように、あわせて伏せた数がある。0は伏せていない。".into()
        }),
    }
}
