//! Sheets without a cover: nothing of them is cut, nothing stands outside the page, nothing stands alone.

use crate::sample::released;
use crate::{day, tight};
use disclosure::Released;
use report::page::{Document, MM, Role, Shape};
use report::{ChartKind, Fonts, Key, Leaflet, Network, NetworkBox, Part, ink, lay_out_leaflet};

fn leaflet(released: &Released, parts: Vec<Part>) -> Leaflet<'_> {
    Leaflet {
        released,
        title: "地域移行・地域定着支援の取組".into(),
        period: "令和7年度".into(),
        level_mark: "内部用・個人情報を含む　取扱注意".into(),
        receiver: "みどり野市 健康福祉局 障害保健福祉部 精神保健福祉課 地域移行推進担当 御中".into(),
        day: "令和8年4月2日".into(),
        makers: vec![
            "社会福祉法人すその会 地域生活支援センターふもと（指定管理者）".repeat(2),
            "地域移行コーディネーター".into(),
        ],
        parts,
        notes: vec!["対象者が少数となる区分は、まとめて示すか、掲載しない。".into()],
    }
}

fn words(document: &Document) -> String {
    tight(&document.texts().map(|text| text.string()).collect::<String>())
}

fn picture() -> (Network, String) {
    // As much as the room of a box allows: forty characters on two lines.
    let said = "病棟の茶話会に、月に一度参加した。\n顔を覚えてくださる方が増え、声がかかる。";
    let found = |title: &str| NetworkBox {
        title: title.into(),
        figures: vec!["訪問158日・面接417件".into(), "退院プログラム10回".into()],
        text: said.into(),
    };
    let around = ["精神科病院", "相談支援・福祉サービス", "行政", "ピアサポーター"].map(found);
    (Network { centre: found("地域移行コーディネーター"), around }, said.to_owned())
}

#[test]
fn a_box_grows_with_its_words_and_the_picture_stays_on_one_page() {
    let released = released("internal");
    let (network, said) = picture();
    let figures = vec![Key { label: "実人数".into(), value: "21".into(), unit: "人".into() }];
    let more = Part::TableWithChart("4".into(), ChartKind::Counterparts);
    let parts = |room: bool| {
        let text = if room {
            String::new()
        } else {
            "長く入院している方が、住まいと日中と支える人の見通しを持てるよう、病棟と町の間に立った。\n"
                .repeat(3)
        };
        let rest = [Part::Network(Box::new(network.clone())), Part::Figures(figures.clone())];
        let more = Part::IfRoom(Box::new(more.clone()));
        [vec![Part::Text(text)], rest.to_vec(), vec![more]].concat()
    };
    let full = lay_out_leaflet(&leaflet(&released, parts(false)), Fonts::shared());
    assert_eq!(words(&full).matches(&tight(&said)).count(), 5, "not a word of a box is lost");
    assert_eq!(full.pages.len(), 1);
    assert!(!words(&full).contains("相手方別"), "what only fills a page is left out");
    let mut short = network.clone();
    short.around.iter_mut().chain([&mut short.centre]).for_each(|found| found.text.clear());
    let parts = vec![Part::Network(Box::new(short)), Part::IfRoom(Box::new(more.clone()))];
    let bare = lay_out_leaflet(&leaflet(&released, parts), Fonts::shared());
    assert!(bare.pages.len() == 1 && words(&bare).contains("相手方別"), "and stands where there is room");
}

#[test]
fn long_names_stay_inside_the_margins() {
    let released = released("internal");
    let facts =
        vec![("共催".to_owned(), "相談支援センター・グループホーム・訪問看護ステーション・".repeat(4))];
    let parts = vec![Part::Facts(facts), Part::Lines("うまくいっていること。".into(), 5)];
    let document = lay_out_leaflet(&leaflet(&released, parts), Fonts::shared());
    for text in document.texts() {
        let width = Fonts::shared().width(text.weight, &text.string(), text.size);
        // The blank half of a bracket may reach into the margin.
        let (left, right) = (text.x + text.size / 2.0, text.x + width - text.size / 2.0);
        assert!(left > 25.0 * MM && right < 190.0 * MM + 0.1, "{} leaves the page", text.string());
    }
}

#[test]
fn a_note_never_stands_alone_on_a_page() {
    let released = released("internal");
    for lines in 20..50 {
        let text = vec!["一行。"; lines].join("\n");
        let parts = vec![Part::Text(text), Part::Chart(ChartKind::Counterparts)];
        let document = lay_out_leaflet(&leaflet(&released, parts), Fonts::shared());
        let last = document.pages.last().expect("a page");
        let texts = last
            .marks
            .iter()
            .filter(|mark| mark.element.is_some())
            .filter(|mark| matches!(mark.shape, Shape::Text(_)));
        assert!(texts.count() > 2, "{lines} lines");
    }
}

#[test]
fn a_reading_machine_finds_every_box_line_by_line() {
    let released = released("internal");
    let (network, _) = picture();
    let parts = vec![Part::Heading("概要".into()), Part::Network(Box::new(network))];
    let document = lay_out_leaflet(&leaflet(&released, parts), Fonts::shared());
    let of = |role: Role| document.elements.iter().filter(|element| element.role == role).count();
    assert_eq!((of(Role::H1), of(Role::H2)), (1, 1));
    // Level, receiver, day, two makers, five things in each of five boxes, a note.
    assert_eq!(of(Role::P), 5 + 5 * 5 + 1);
    let bytes = ink::pdf::write(&document, Fonts::shared(), day()).expect("a file");
    let read = report::attack::read(&bytes).expect("it can be read back");
    assert!(tight(&read.pages.concat()).contains("ピアサポーター訪問158日"));
}
