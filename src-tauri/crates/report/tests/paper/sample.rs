//! A fictional year of a fictional practice, enough to fill every kind of block.

use disclosure::{Headline, Ladder, Profile, Released, Request, Table, release};
use report::{Annual, Chapter, ChartKind, Cover, Header, Section};

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
    checked(level, crate::tables::all())
}

/// Some tables at a level.
pub fn checked(level: &str, tables: Vec<Table>) -> Released {
    let request = Request {
        fiscal_year: 2025,
        profile: profile(level),
        headline: Headline { active: 16, new: 10, discharged: 7, closed: 5, distinct: 21 },
        ladders: tables.into_iter().map(|t| Ladder { rungs: vec![t], linked: None }).collect(),
        withheld_sentence: "人数が少なく、個人が特定されるおそれがあるため掲載していません。".into(),
        ..Request::default()
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
            approval: Vec::new(),
        },
        header: Header { left: "令和7年度 地域移行・地域定着支援 活動実績報告書".into(), right: level.into() },
        active_label: "年度末に支援中".into(),
        person_unit: "人".into(),
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
