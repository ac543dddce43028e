//! A week of the work: ten people on a ward by the keyboard, a session from its roster to a row of the report, an
//! appointment dragged and taken back, and what was missed while the program was closed.

use crate::bell::Bell;
use crate::by_keys::Hand;
use crate::lock::unlock;
use crate::main_job::{bring_the_year_in, move_in};
use crate::{leaving, outsider};
use susono_desktop::Window;
use thirtyfour::prelude::*;

/// People on the ward, without the one who is out.
const SEEN: usize = 10;
/// A note of one person takes at most so long, in milliseconds.
const NOTE_MS: u32 = 10_000;
/// One key takes a skilled typist so long, in milliseconds (Card, Moran, Newell: 55 words a minute).
const KEY_MS: u32 = 200;
/// Twenty signs.
const NOTE: &str = "あさごはんのはなしをして、よくわらった。";
/// An appointment of the day.
const APPOINTMENT: &str = "住まいの打合せ";
/// An appointment that begins soon after the program is opened again.
const SOON: &str = "関さんのケア会議";
/// The next time that the program is opened.
const LATER: &str = "2026-11-04T08:45+09:00";

#[tokio::test]
async fn a_week_of_rounds_sessions_and_appointments() -> WebDriverResult<()> {
    let mut window = Window::open("week", false).await?;
    let worked = async {
        move_in(&window).await?;
        bring_the_year_in(&window).await?;
        a_list_is_pasted(&window).await?;
        ten_people_on_a_ward(&window).await?;
        a_session_counts_in_the_report(&window).await?;
        an_appointment_is_dragged_and_taken_back(&window).await
    };
    window.tell(worked.await).await?;
    window.kill().await?;

    let bell = Bell::hang().expect("a bus of a desktop");
    window = Window::open_at("week", LATER, &bell.address).await?;
    let went_on = what_was_missed_waits(&window).await;
    window.tell(went_on).await?;
    what_begins_soon_is_told(&window, &bell).await?;
    window.close().await
}

/// Opens the form for a plan of some kind.
async fn plan(window: &Window, kind: &str) -> WebDriverResult<()> {
    window.ctrl('3').await?;
    window.press("予定を入れる").await?;
    window.press(kind).await
}

/// Eleven people of one ward come in from a spreadsheet.
async fn a_list_is_pasted(window: &Window) -> WebDriverResult<()> {
    let rows: String =
        (0..=SEEN).map(|n| format!("試野 {}子\tしの {n}こ\t楠沢病院\tD3病棟\n", letter(n))).collect();
    let field = window.field("ここに貼り付けてください（Ctrl+V）").await?;
    let paste = "arguments[0].focus(); document.execCommand('insertText', false, arguments[1])";
    window.driver.execute(paste, vec![field.to_json()?, rows.into()]).await?;
    window.press("11人を取り込む").await?;
    window.says("11人を登録しました。").await
}

fn letter(n: usize) -> char {
    "春夏秋冬東西南北月星空".chars().nth(n).unwrap_or('花')
}

/// One act a person: the text, Ctrl+Enter, and the next one is in front.
async fn ten_people_on_a_ward(window: &Window) -> WebDriverResult<()> {
    plan(window, "病棟訪問").await?;
    window.choose("病院", "楠沢病院").await?;
    window.write("病棟", "D3病棟").await?;
    window.press("全員を選ぶ").await?;
    window.press("予定に入れる").await?;
    window.sheet_closed().await?;
    window.press("楠沢病院").await?;
    window.press("訪問を始める").await?;
    window.field("記録").await?;
    for n in 0..SEEN {
        let mut hand = Hand::new(window);
        hand.types(NOTE).await?;
        hand.ctrl_enter().await?;
        let took = hand.strokes() * KEY_MS;
        assert!(took < NOTE_MS, "note {n} takes {took} ms");
    }
    // The last one is out on the town: one key, no note.
    window.says("11人のうち10人 済み").await?;
    window.keys(String::from(char::from(Key::Escape))).await?;
    window.keys("0").await?;
    window.says("11人のうち11人 済み").await?;
    // Nobody is left, so the round has ended by itself.
    window.says("今日に戻る").await
}

/// Everybody came; the session of the day is a row of the year's report.
async fn a_session_counts_in_the_report(window: &Window) -> WebDriverResult<()> {
    plan(window, "プログラムの回").await?;
    window.write("プログラムの名前", "星を見る会").await?;
    window.write("テーマ", "星の話をきく").await?;
    window.press("予定に入れる").await?;
    window.sheet_closed().await?;
    window.press("今日").await?;
    window.press("出席をつける").await?;
    for n in 0..3 {
        let name = format!("試野 {}子", letter(n));
        window.write("かなで探す", &name).await?;
        window.press(&name).await?;
    }
    window.ctrl_enter().await?;
    window.says("回を記録しました。").await?;
    window.ctrl('8').await?;
    window.choose("年度", "令和8年度").await?;
    window.press("1えらぶ").await?;
    window.press("内部用").await?;
    window.press("確かめる").await?;
    window.says("内部用として書き出せます。").await?;
    window.press("3出す").await?;
    window.press("書き出す").await?;
    window.says("書き出しました").await?;
    let (_, text) = outsider::read(&leaving::finished(window, "内部用"));
    assert!(text.contains("星の話をきく"), "the session is a row of its table");
    Ok(())
}

/// Dragged to the next day and an hour later with the pointer; Ctrl+Z puts it back.
async fn an_appointment_is_dragged_and_taken_back(window: &Window) -> WebDriverResult<()> {
    plan(window, "会議・打合せ").await?;
    window.write("件名", APPOINTMENT).await?;
    window.write("始まり", "13:00").await?;
    window.press("予定に入れる").await?;
    window.sheet_closed().await?;
    let by = By::XPath(format!("//main//button[contains(@title, '{APPOINTMENT}')]"));
    let block = window.find(by.clone()).await?;
    // Middle of the block, a day, which is a seventh of the board, and an hour, which is what the block is high.
    let measure = "const box = arguments[0].getBoundingClientRect(); const board = arguments[0].parentElement.clientWidth;
        return [box.left + box.width / 2, box.top + box.height / 2, board / 7, box.height].map(Math.round)";
    let places: Vec<i64> = window.driver.execute(measure, vec![block.to_json()?]).await?.convert()?;
    let [x, y, day, hour] = places[..] else { panic!("four numbers: {places:?}") };
    window
        .driver
        .action_chain()
        .move_to(x, y)
        .click_and_hold()
        .move_to(x + day / 2, y + hour / 2)
        .move_to(x + day, y + hour)
        .release()
        .perform()
        .await?;
    window.says("11/3（火） 14:00 に移しました。").await?;
    window.ctrl('z').await?;
    window.says("元に戻しました").await?;
    window.find(by).await?.click().await?;
    window.says("11月2日（月）").await?;
    window.keys(String::from(char::from(Key::Escape))).await?;
    window.sheet_closed().await?;

    // One more, for the day on which the program is opened again.
    plan(window, "会議・打合せ").await?;
    window.write("件名", SOON).await?;
    window.field("日付").await?.clear().await?;
    window.write("日付", "11/4").await?;
    window.write("始まり", "8:50").await?;
    window.press("予定に入れる").await?;
    window.sheet_closed().await
}

/// It stands over the screen, and the desktop is handed a time and a number: nothing of what or whom it is about.
async fn what_begins_soon_is_told(window: &Window, bell: &Bell) -> WebDriverResult<()> {
    window.says("8:50〜").await?;
    window.says(SOON).await?;
    assert_eq!(bell.heard().await, ["すその|すその|8:50 予定が1件あります。||0"]);
    window.press(&format!("閉じる：{SOON}")).await?;
    window.no_longer_says("8:50〜").await
}

/// What nobody wrote down before the program was closed waits on the first screen until it is settled.
async fn what_was_missed_waits(window: &Window) -> WebDriverResult<()> {
    unlock(window).await?;
    window.says("結果が未記入の予定").await?;
    window.says(APPOINTMENT).await?;
    window.press("一日の終わり").await?;
    window.says("まだ書いていない予定が1件あります。").await?;
    window.keys(String::from(char::from(Key::Escape))).await?;
    window.sheet_closed().await
}
