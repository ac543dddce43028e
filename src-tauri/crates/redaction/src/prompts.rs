//! 特異な記述: facts that no machine may decide about, because one person may be known by them.

use crate::normal::Normal;
use crate::scan::{kanji_value, pattern};
use regex::Regex;
use std::sync::LazyLock;

/// One question to the human reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// First character of the input.
    pub start: usize,
    /// Behind the last character.
    pub end: usize,
    /// What it is about: `very_old`, `very_long`, `nationality`, `crime`, `rare_job`, `twins`, `religion`,
    /// `rare_disease`, `event`, `crisis`, `only_one`.
    pub code: &'static str,
}

static SHAPES: LazyLock<Vec<(Option<Regex>, &'static str, u32)>> = LazyLock::new(|| {
    let table: [(&str, &'static str, u32); 12] = [
        (r"(?P<n>§N{2,4})(?:歳|才)|卒寿|白寿|百寿|九十代|90代|100歳", "very_old", 90),
        (
            r"(?P<n>§N{2,4})年(?:余り|近く|以上|間|にわたる|もの)?(?:の)?(?:入院|在院|病院生活)|(?:入院|在院)(?:期間)?(?:は|が)?(?P<m>§N{2,4})年",
            "very_long",
            40,
        ),
        (
            r"国籍|外国籍|在留|日系|永住者|技能実習|難民|(?:韓国|朝鮮|中国|台湾|ベトナム|フィリピン|ブラジル|ペルー|ネパール|インド|タイ|ロシア|アメリカ|ミャンマー|インドネシア|モンゴル)(?:籍|人|出身|から来日)",
            "nationality",
            0,
        ),
        (
            r"逮捕|起訴|服役|出所|刑務所|医療観察|殺人|放火|傷害事件|事件|裁判|判決|執行猶予|保護観察|前科|報道|新聞に載|テレビに出",
            "crime",
            0,
        ),
        (
            r"元?(?:プロ(?:野球|ボクサー|棋士|ゴルファー)|力士|宮大工|船長|パイロット|議員|市長|校長|医師だった|弁護士だった|画家|作家|歌手|俳優|芸人|漁師|僧侶|住職|神主|牧師|杜氏|鵜匠|海女|騎手|騎士|指揮者|ピアニスト|バレリーナ)",
            "rare_job",
            0,
        ),
        (r"双子|ふたご|双生児|三つ子", "twins", 0),
        (
            r"信仰|信者|教会|礼拝|洗礼|創価|エホバ|イスラム|ムスリム|キリスト教|カトリック|天理|新興宗教|宗教",
            "religion",
            0,
        ),
        (
            r"難病|希少疾患|指定難病|ハンチントン|ウィルソン病|プリオン|クロイツフェルト|ポルフィリン|色素性乾皮|脊髄小脳|進行性核上|HIV|エイズ|ハンセン",
            "rare_disease",
            0,
        ),
        (r"地震|津波|豪雨|水害|火災|火事|事故|爆発|震災|空襲|原爆|サリン|台風第?§N{1,3}号", "event", 0),
        (
            r"死にたい|死んだほう|死んだ方|自殺|自死|自傷|希死|首を吊|飛び降り|過量服薬|OD|虐待|性被害|DV",
            "crisis",
            0,
        ),
        (
            r"唯一|ただ一人|たった一人|ただひとり|初めての(?:退院|利用者|男性|女性)|最高齢|最年少|最長|市内で一人|県内初|全国初",
            "only_one",
            0,
        ),
        (
            r"認知症の夫|失踪|行方不明|養子|孤児|戸籍|無国籍|改名|性別適合|トランスジェンダー|同性",
            "family_history",
            0,
        ),
    ];
    table.into_iter().map(|(shape, code, least)| (pattern(shape), code, least)).collect()
});

/// Everything in a text that a human has to think about.
pub(crate) fn prompts(normal: &Normal) -> Vec<Prompt> {
    let mut found = Vec::new();
    for (regex, code, least) in SHAPES.iter() {
        for captures in regex.iter().flat_map(|r| r.captures_iter(&normal.text)) {
            let Some(whole) = captures.get(0) else { continue };
            let number =
                captures.name("n").or_else(|| captures.name("m")).and_then(|m| kanji_value(m.as_str()));
            if number.is_none_or(|n| n >= *least && n < 130) {
                let at = normal.original(&normal.units(whole.range()));
                found.push(Prompt { start: at.start, end: at.end, code });
            }
        }
    }
    found.sort_by_key(|p| (p.start, p.end, p.code));
    found.dedup();
    found
}
