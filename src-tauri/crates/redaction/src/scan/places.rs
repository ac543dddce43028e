//! Addresses, buildings with their rooms, and organisations that nobody registered.

use super::own::{
    closed, named_building, no_unit, own_bank, own_building, own_hospital, own_kana, own_name, own_school,
    own_shop, room_behind, without_words_before,
};
use super::shapes::{pattern, places};
use super::{Certainty, Found, Layer, What};
use crate::normal::Normal;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Characters of a name of a place: kanji, katakana, hiragana that is no particle.
const BODY: &str = "(?:§W|[あいうえおかきくけこさしすせそたちつてなぬねひふほまみむめやゆよらりるれろわんがぎぐげござじずぜぞだぢづどばびぶべぼぱぴぷぺぽっゃゅょ])";
/// The same with の inside.
const TOWN: &str = "(?:§W|の|[あいうえおかきくけこさしすせそたちつてなぬねひふほまみむめやゆよらりるれろわんげぎぐござじずぜぞだぢづどばびぶべぼぱぴぷぺぽっゃゅょ]|が[丘原谷峰崎])";
/// The numbers at the end of an address.
const TAIL: &str = "(?:§N{1,4}丁目(?:[ ]?§N{1,5}(?:番地?|-)?(?:の?§N{1,5})?(?:-§N{1,5})?号?)?|§N{1,5}番地?(?:の?§N{1,5})?(?:号|-§N{1,5})?|§N{1,5}(?:[-のノ]§N{1,5}){1,3}号?)";

/// The house behind them: 三ノ十二ノ五 サンコート二〇三.
const HOUSE: &str = "(?:[ ]?§T{2,12}[ ]?§D{2,4}(?:号室?)?)?";
/// What is done with a room: ５０５へ転室.
const MOVED: &str = "(?:転室|移室|入室|入居|引っ越|移っ|移る|移動|部屋替)";

type Rows = Vec<(Option<Regex>, What, Certainty, fn(&Normal, &Range<usize>) -> bool)>;

static SHAPES: LazyLock<Rows> = LazyLock::new(|| {
    let always: fn(&Normal, &Range<usize>) -> bool = |_, _| true;
    let mut rows: Rows = Vec::new();
    let mut add = |shape: String, what: What, certainty: Certainty, check| {
        rows.push((pattern(&shape), what, certainty, check))
    };
    let block = Certainty::Block;
    add(
        format!(
            "(?:旧[・ ]?)?(?:§K{{2,3}}[都道府県])?(?:§W{{1,6}}?[市郡])?§W{{1,6}}?[区町村市](?:大?字)?{TOWN}{{0,12}}?{TAIL}{HOUSE}"
        ),
        What::Address,
        block,
        always,
    );
    add(
        format!(
            "{TOWN}{{1,8}}?§N{{1,3}}丁目(?:[ ]?§N{{1,5}}(?:番地?|-)?(?:の?§N{{1,5}})?(?:-§N{{1,5}})?号?)?"
        ),
        What::Address,
        block,
        always,
    );
    add(
        format!("{TOWN}{{1,8}}?§N{{1,5}}(?:番地(?:の?§N{{1,5}})?|番§N{{1,5}}号)"),
        What::Address,
        block,
        always,
    );
    add(
        format!("大?字{TOWN}{{1,8}}?(?:字{TOWN}{{1,6}}?)?§N{{1,5}}(?:番地?|-§N{{1,5}})?"),
        What::Address,
        block,
        always,
    );
    add(
        "(?:北海道|東京都|京都府|大阪府|§K{2,3}県)[ ]?(?:§W{1,6}?[市区町村郡])(?:§W{1,6}?[区町村])?".into(),
        What::Address,
        block,
        always,
    );
    add(
        format!(
            "(?:コーポ|ハイツ|メゾン|ハイム|レジデンス|パレス|ヴィラ|ビラ|シャトー|カーサ|フォーレ|ドミール|グリーンハイツ|サンハイツ|ライオンズ|エステート|ロイヤルハイツ|シャルム|エクセル|クレール|ベルメゾン)[ ・]?{BODY}{{1,8}}(?:[ ]?§N{{1,4}}(?:号室|号棟|号|階|F|室)?)?"
        ),
        What::Address,
        block,
        named_building,
    );
    add(
        format!(
            "{BODY}{{1,10}}(?:荘|寮|ハイツ|コーポ|ハイム|マンション|アパート|団地|レジデンス|ビル|住宅|ハウス|館|コート|テラス|プラザ|ヒルズ|フラット|ヴィレッジ|ビレッジ|タワー)[」』]?[ ]?§N{{1,4}}(?:-§N{{1,4}})?(?:号室|号棟(?:[-の ]?§N{{2,4}}(?:号室?)?)?|号|階|F|室)?"
        ),
        What::Address,
        block,
        room_behind,
    );
    add("§W{2,8}(?:荘|寮|ハイツ|コーポ|レジデンス)".into(), What::Address, Certainty::Warn, own_building);
    add("(?:[A-Z]棟)?§N{2,4}号室(?:§N番?ベッド)?".into(), What::Address, block, always);
    add(
        "(?:(?:[A-Z]|§K{1,2}|[0-9]{1,2})(?:棟|館)の?)?§N{1,2}(?:階|F)の?[ ]?(?P<it>§D{3,4}(?:号室?|室)?)"
            .into(),
        What::Address,
        block,
        no_unit,
    );
    add(format!("(?P<it>§D{{3,4}}号?)[ ]?(?:へ|に|から|→)(?:の)?{MOVED}"), What::Address, block, no_unit);
    add(
        "(?:居室|病室|部屋番号|部屋|室番号)[ ]?(?:は|:|が)?[ ]?(?P<it>§D{3,4})".into(),
        What::Address,
        block,
        no_unit,
    );
    add("[A-Z]?[0-9]{1,2}[A-Z東西南北]?[-ー]?病棟|第[一二三四五六七八九十]+病棟|(?:東|西|南|北|新|本)[0-9]{1,2}病棟|[0-9]{1,2}[東西南北](?:カンファレンス|病棟|面接)".into(), What::Ward, Certainty::Warn, always);
    add(
        format!(
            "(?:株式会社|有限会社|合同会社|合資会社|\\(株\\)|\\(有\\)|\\(同\\))[「『 ]?(?P<it>{BODY}{{1,12}})"
        ),
        What::Company,
        block,
        always,
    );
    add("(?P<it>§W{1,12})(?:株式会社|有限会社|\\(株\\)|\\(有\\))".into(), What::Company, block, own_name);
    add(
        "(?:NPO法人|NPO|特定非営利活動法人|社会福祉法人|医療法人社団|医療法人|一般社団法人|公益社団法人|宗教法人|学校法人|居住支援法人|\\(社福\\)|\\(医\\)|\\(特非\\))[「『 ]?(?P<it>(?:§W|§H){2,10})".into(),
        What::Organisation,
        block,
        own_name,
    );
    add(
        "(?:グループホーム|GH|共同生活援助|ケアホーム)[「『 ・]?(?P<it>(?:§W|§H){2,8})".into(),
        What::GroupHome,
        block,
        own_kana,
    );
    add("(?:訪問看護ステーション|訪問看護|訪看|ヘルパーステーション|相談支援センター|生活支援センター|地域活動支援センター|就労継続支援[AB]型|就労移行支援|相談支援事業所|居宅介護支援事業所|デイケア|デイサービス|作業所|自助グループ|家族会|薬局|クリニック|美容室|喫茶店|喫茶|カフェ|スーパー)[「『・]?(?P<it>(?:§T|§H){2,8})".into(), What::Organisation, Certainty::Warn, own_kana);
    add("(?:訪問看護ステーション|相談支援センター|生活支援センター|作業所|自助グループ|家族会|会|店|カフェ|事業所|法人|施設|社宅|寮|アパート|マンション)[「『](?P<it>[^「」『』]{2,12})[」』]".into(), What::Organisation, Certainty::Warn, always);
    add(
        "(?P<it>§W{1,10})(?:病院|医院|クリニック|診療所|医療センター)".into(),
        What::Hospital,
        block,
        own_hospital,
    );
    add("(?P<it>§W{1,10}(?:大学(?:院|校)?|高校|高等学校|中学校|小学校|専門学校|短期大学|短大|学園|幼稚園|保育園|養護学校|支援学校))".into(), What::School, block, own_school);
    add(
        format!(
            "(?P<it>{BODY}{{1,10}}(?:銀行|信用金庫|信金|信用組合|農協|労働金庫|労金)(?:[ ]?§W{{1,8}}(?:支店|出張所|本店|営業部))?(?:[ ]?(?:普通|当座|定期)(?:預金)?)?(?:[ ]?(?:口座)?(?:番号)?[: ]?§D{{4,8}})?)"
        ),
        What::Bank,
        block,
        own_bank,
    );
    add(
        "(?P<it>ゆうちょ(?:銀行)?[ ]?(?:記号)?[ ]?§D{3,5}[ -]?(?:番号)?[ ]?§D{4,8})".into(),
        What::Bank,
        block,
        always,
    );
    add("(?P<it>(?:§W|§H){1,8}(?:工房|製作所|精工|工業所|商店|商会|不動産|建設|工務店|運輸|製菓|食堂|旅館|神社|工業|電機|電器|ハウジング|エステート|リアルティ|住販|住建|商事|物産|興業|通商|運送|交通|タクシー|塗装|電設|設備工業|クリーニング|プランニング))".into(), What::Company, Certainty::Warn, own_shop);
    rows
});

/// Every place and organisation by its shape.
pub(super) fn find(normal: &Normal) -> Vec<Found> {
    let mut found = Vec::new();
    for (regex, what, certainty, check) in SHAPES.iter() {
        for units in places(normal, regex.as_ref()) {
            let units = without_words_before(normal, units, what);
            if !units.is_empty() && check(normal, &units) {
                let units = closed(normal, units, what);
                found.push(Found::new(units, Layer::Places, what.clone(), *certainty));
            }
        }
    }
    found
}
