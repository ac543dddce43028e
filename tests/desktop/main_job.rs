//! The main job in one sitting: first run, a year in, notes on a ward, the next visit, an anonymised report out.

use crate::outsider;
use susono_desktop::{Window, top};
use thirtyfour::prelude::*;

/// The passphrase of every vault of these stories.
pub const PASSPHRASE: &str = "asahi-midori-tegami-sakana-hashiru-tokei";

/// First run up to the open house.
pub async fn move_in(window: &Window) -> WebDriverResult<()> {
    window.write("パスワード", PASSPHRASE).await?;
    window.write("もう一度、同じパスワード", PASSPHRASE).await?;
    window.press("保管庫を作る").await?;
    window.says("復旧コードを紙に書き写してください").await?;
    let code = window
        .find(By::XPath("//*[@role='group'][@aria-label='復旧コード']".to_owned()))
        .await?
        .text()
        .await?;
    window.press("書き写しました").await?;
    window.write("復旧コード", &code.split_whitespace().collect::<String>()).await?;
    window.press("確かめる").await?;
    window.says("準備ができました").await
}

/// The practice ward lies where the next folder dialog looks.
pub fn lay_out_the_pack(window: &Window) -> std::io::Result<()> {
    for entry in std::fs::read_dir(top().join("assets/demo/pack"))?.flatten() {
        std::fs::copy(entry.path(), window.dialogs().join(entry.file_name()))?;
    }
    Ok(())
}

/// From the last step of the first run to a house with a year in it.
pub async fn bring_the_year_in(window: &Window) -> WebDriverResult<()> {
    lay_out_the_pack(window)?;
    window.press("データを取り込む").await?;
    window.press("フォルダを選んで取り込む").await?;
    window.says("取り込みました。").await
}

#[tokio::test]
async fn a_year_comes_in_and_an_anonymised_report_goes_out() -> WebDriverResult<()> {
    let window = Window::open("main-job", false).await?;
    window.tell(the_whole_job(&window).await).await?;
    window.close().await
}

async fn the_whole_job(window: &Window) -> WebDriverResult<()> {
    move_in(window).await?;
    bring_the_year_in(window).await?;

    // A note, in Japanese, with its next step.
    window.ctrl('2').await?;
    window.press("平 良子").await?;
    window.keys("n").await?;
    window.write("内容", "「窓から木が見えるのがいい」と話す。髙橋さんの件も気にしておられた。").await?;
    window.write("次の一手", "見学先に電話する").await?;
    window.press("記録して閉じる").await?;
    window.says("窓から木が見えるのがいい").await?;
    window.says("見学先に電話する").await?;

    // The next visit, with three people to see.
    window.ctrl('3').await?;
    window.press("予定を入れる").await?;
    window.choose("病院", "つばきヶ原病院").await?;
    for name in ["平 良子", "堀 昭三", "小林 健吾"] {
        window.press(name).await?;
    }
    window.press("予定に入れる").await?;
    window.sheet_closed().await?;
    window.press("つばきヶ原病院").await?;
    window.press("訪問を始める").await?;

    // Three people's notes without leaving the screen and without waiting: each first letter finds its person.
    window.field("記録").await?;
    for text in ["朝の散歩の話を聞く。", "体の痛みがあり、短く話す。", "物件の写真を一緒に見る。"]
    {
        window.keys(text).await?;
        window.ctrl_enter().await?;
    }
    window.says("3人のうち3人 済み").await?;
    for text in ["体の痛みがあり、短く話す。", "朝の散歩の話を聞く。"] {
        window.keys("k").await?;
        window.says(text).await?;
    }

    // A meeting that belongs to nobody's case.
    window.ctrl('5').await?;
    window.press("活動を記録する").await?;
    window.write("名称", "南部地区の打合せ").await?;
    window.press_last("記録する").await?;
    window.sheet_closed().await?;
    window.says("南部地区の打合せ").await?;

    // The year's report for the municipality, then for everybody.
    window.ctrl('8').await?;
    crate::leaving::mend_a_text(window, "堀昭三").await?;
    for (level, word) in [("自治体提出用", "municipal"), ("公開用", "public")] {
        crate::leaving::write_report(window, level).await?;
        crate::leaving::judge(window, level, word)?;
    }
    assert!(outsider::identifiers().len() > 60, "the outsider knows whom to look for");
    Ok(())
}
