//! Leaks planted at every kind of place are found, and the report's own words are not leaks.

use crate::bytes;
use crate::sample::{annual, released};
use chrono::NaiveDate;
use report::Annual;
use report::attack::{Finding, Kind, Secrets, read, search};

fn secrets() -> Secrets {
    let birth = NaiveDate::from_ymd_opt(1958, 3, 5).unwrap();
    Secrets {
        whole: [
            "林 はじめ",
            "はやし はじめ",
            "hayashi hajime",
            "はるちゃんまる",
            "0120-345-678",
            "K-10234",
            "7700123",
        ]
        .map(Into::into)
        .to_vec(),
        lone: ["林", "原", "関", "南", "平", "はじめ", "髙橋", "みな"].map(Into::into).to_vec(),
        births: vec![birth],
        places: vec!["みずうみ病院".into()],
        fixed_words: ["はじめの会", "原則として", "関係機関", "実人数", "南部", "林業", "平日"]
            .map(Into::into)
            .to_vec(),
        ..Secrets::default()
    }
}

fn attacked(plant: impl FnOnce(&mut Annual<'_>)) -> Vec<Finding> {
    let released = released("municipal");
    let mut annual = annual(&released);
    plant(&mut annual);
    search(&read(&bytes(&annual)).unwrap(), &secrets())
}

fn found_in_text(words: &str) -> Vec<Finding> {
    attacked(|annual| annual.chapters[3].sections[0].text = format!("春から{words}、と話し合った。"))
}

#[test]
fn a_clean_report_passes() {
    assert_eq!(attacked(|_| {}), []);
}

#[test]
fn the_reports_own_words_are_not_leaks() {
    let words = "はじめの会は原則として平日に開き、関係機関と南部の林業を見学した。実人数は21人。平日の夕方、南部の方々、原則の見直し、\
        はじめに、はじめ様々な声があった。関さまざま。小林さんという名は台帳にない。みなさんで話し、人数は1,234件である";
    assert_eq!(found_in_text(words), []);
}

#[test]
fn a_name_is_found_in_every_spelling() {
    for words in [
        "林はじめ",
        "林　はじめ",
        "林 はじめ",
        "はじめ 林",
        "ハヤシハジメ",
        "ﾊﾔｼ ﾊｼﾞﾒ",
        "はやし・はやしはじめ",
        "Hayashi Hajime",
        "ＨＡＹＡＳＨＩ　ＨＡＪＩＭＥ",
        "HajimeHayashi",
        "はるちゃんまる",
    ] {
        let found = found_in_text(words);
        assert!(found.iter().any(|f| f.kind == Kind::Name && f.page.is_some()), "{words}: {found:?}");
        assert!(
            found.iter().all(|f| !f.detail.contains("林") && !f.detail.contains("はじめ")),
            "a finding repeats the secret"
        );
    }
}

#[test]
fn a_name_across_two_lines_is_found() {
    let found = attacked(|annual| {
        annual.aim = format!(
            "{}林はじめの話を聞いた。",
            "長い一年であった、と多くの人が言う。".repeat(2).chars().take(41).collect::<String>()
        )
    });
    assert!(found.iter().any(|f| f.kind == Kind::Name));
}

#[test]
fn a_lone_name_is_found_beside_an_honorific_or_a_role() {
    for words in [
        "林さん",
        "林　様",
        "林氏",
        "林先生",
        "林医師",
        "林看護師",
        "Dr.林",
        "Dr林",
        "Ns林",
        "PSWの林",
        "主治医の林が",
        "主治医林先生",
        "担当：林",
        "髙橋さん",
        "高橋君",
        "ﾊｼﾞﾒｻﾝ",
        "はじめちゃん",
        "林（看護師）",
        "利用者 林は",
        "ケースワーカーの髙橋と",
        "高橋ケースワーカー",
    ] {
        let found = found_in_text(words);
        assert!(found.iter().any(|f| f.kind == Kind::LoneName), "{words}: {found:?}");
    }
}

#[test]
fn a_birth_date_is_found_in_every_notation() {
    for words in [
        "1958年3月5日",
        "1958-03-05",
        "1958/3/5",
        "1958.3.5",
        "１９５８年３月５日",
        "昭和33年3月5日",
        "昭和33年03月05日",
        "昭和三十三年三月五日",
        "S33.3.5",
        "Ｓ３３．３．５",
        "s33/03/05",
        "昭33.3.5",
        "19580305",
        "S330305",
        "昭和33年(1958年)3月5日",
        "March 5, 1958",
        "5 Mar 1958",
        "1958 年 3 月 5 日",
    ] {
        let found = found_in_text(words);
        assert!(found.iter().any(|f| f.kind == Kind::Birth), "{words}: {found:?}");
    }
    for words in ["1958年3月15日", "11958-03-05", "昭和33年度", "3月5日", "1958-03-051"] {
        assert_eq!(found_in_text(words), [], "{words}");
    }
}

#[test]
fn our_numbers_are_found_with_and_without_dashes() {
    for words in [
        "0120-345-678",
        "０１２０－３４５－６７８",
        "0120345678",
        "0120 345 678",
        "0120(345)678",
        "+81 120 345 678",
        "K-10234",
        "k10234",
        "Ｋ－１０２３４",
        "7700123",
        "番号7700123番",
    ] {
        let found = found_in_text(words);
        assert!(found.iter().any(|f| f.kind == Kind::Number), "{words}: {found:?}");
    }
    for words in ["77001234", "17700123", "7,700,123件", "AK-10234"] {
        assert_eq!(found_in_text(words), [], "{words}");
    }
}

#[test]
fn a_hospital_is_found_where_it_must_not_be_named() {
    assert!(found_in_text("みずうみ病院").iter().any(|f| f.kind == Kind::Place));
}

#[test]
fn leaks_beside_the_text_are_found() {
    let title = attacked(|annual| annual.cover.title = "林はじめの報告".into());
    assert!(
        title.iter().any(|f| f.kind == Kind::Name && f.page.is_none() && f.detail.contains("文書の情報")),
        "{title:?}"
    );
    let outline = attacked(|annual| annual.chapters[0].sections[0].title = "林はじめと".into());
    assert!(outline.iter().any(|f| f.kind == Kind::Name && f.detail.contains("しおり")), "{outline:?}");
    let header = attacked(|annual| annual.header.left = "S33.3.5".into());
    assert!(header.iter().filter(|f| f.kind == Kind::Birth).count() > 5, "the header stands on every page");
}

/// Changes the file itself, as a careless tool would.
fn altered(change: impl FnOnce(&mut lopdf::Document)) -> Vec<Finding> {
    let released = released("municipal");
    let mut file = lopdf::Document::load_mem(&bytes(&annual(&released))).unwrap();
    change(&mut file);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    search(&read(&bytes).unwrap(), &secrets())
}

fn utf16(text: &str) -> lopdf::Object {
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    lopdf::Object::String([0xFE, 0xFF].into_iter().chain(units).collect(), lopdf::StringFormat::Hexadecimal)
}

#[test]
fn what_other_tools_leave_in_a_file_is_found() {
    assert_eq!(altered(|_| {}), []);
    let author = altered(|file| {
        let info = file.trailer.get(b"Info").and_then(lopdf::Object::as_reference).unwrap();
        file.get_dictionary_mut(info).unwrap().set("Author", utf16("林 はじめ"));
    });
    assert!(author.iter().any(|f| f.kind == Kind::Author) && author.iter().any(|f| f.kind == Kind::Name));

    let alternative = altered(|file| {
        let figure =
            file.objects.values_mut().filter_map(|o| o.as_dict_mut().ok()).find(|d| d.has(b"Alt")).unwrap();
        figure.set("Alt", utf16("棒グラフ。ﾊﾔｼ ﾊｼﾞﾒ 3"));
    });
    assert!(
        alternative.iter().any(|f| f.kind == Kind::Name && f.detail.contains("代替テキスト")),
        "{alternative:?}"
    );

    let note = altered(|file| {
        let note =
            lopdf::dictionary! { "Type" => "Annot", "Subtype" => "Text", "Contents" => utf16("林さんの件") };
        file.add_object(note);
    });
    assert!(
        note.iter().any(|f| f.kind == Kind::Annotation) && note.iter().any(|f| f.kind == Kind::LoneName),
        "{note:?}"
    );

    let attached = altered(|file| {
        let stream = lopdf::Stream::new(lopdf::dictionary! { "Type" => "EmbeddedFile" }, b"x".to_vec());
        file.add_object(stream);
    });
    assert!(attached.iter().any(|f| f.kind == Kind::Attachment));
}

#[test]
fn a_glyph_that_is_not_printed_is_found() {
    let more = altered(|file| {
        let page = *file.get_pages().values().last().unwrap();
        let stream = file.get_page_contents(page)[0];
        file.objects.insert(stream, lopdf::Stream::new(lopdf::Dictionary::new(), Vec::new()).into());
    });
    assert!(more.iter().any(|f| f.kind == Kind::Glyph), "a page was emptied, its glyphs stayed: {more:?}");
}

#[test]
fn what_is_no_report_is_refused() {
    assert!(read(b"").is_err());
    assert!(read(b"%PDF-1.7 nothing").is_err());
    let released = released("municipal");
    let whole = bytes(&annual(&released));
    assert!(read(&whole[..whole.len() / 2]).is_err());
}
