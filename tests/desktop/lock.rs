//! Locking, forgetting, falling over: what was typed is still there.

use crate::main_job::{PASSPHRASE, bring_the_year_in, move_in};
use susono_desktop::Window;
use thirtyfour::prelude::*;

const TYPED: &str = "夕方に電話。「日曜が長い」と言われる。";
/// What is put in at the caret after the lock, and the whole then.
const ADDED: &str = "折り返し。";
const WHOLE: &str = "夕方に電話。折り返し。「日曜が長い」と言われる。";

/// Opens a person's page with the caret in a new record, and types.
async fn begin_a_record(window: &Window) -> WebDriverResult<()> {
    window.ctrl('2').await?;
    window.press("林 健吾").await?;
    window.keys("n").await?;
    window.write("内容", TYPED).await?;
    window.says("保存済み").await
}

async fn the_text_is_there(window: &Window, text: &str) -> WebDriverResult<()> {
    window.press("今日").await?;
    window.ctrl('2').await?;
    window.press("林 健吾").await?;
    window.keys("n").await?;
    let field = window.field("内容").await?;
    assert_eq!(field.prop("value").await?.as_deref(), Some(text), "the draft is what was typed");
    Ok(())
}

#[tokio::test]
async fn a_draft_survives_the_lock_and_a_sudden_end() -> WebDriverResult<()> {
    let window = Window::open("lock", false).await?;
    window.tell(locked_and_opened(&window).await).await?;

    // A sudden end: the process is killed, the vault is whole, the draft is there.
    window.kill().await?;
    let window = Window::open("lock", true).await?;
    window.tell(opened_again(&window, WHOLE).await).await?;
    window.close().await
}

/// The lock shows nothing of the vault, tells a wrong passphrase, and gives everything back.
async fn locked_and_opened(window: &Window) -> WebDriverResult<()> {
    move_in(window).await?;
    bring_the_year_in(window).await?;
    begin_a_record(window).await?;
    // The caret stands behind the first sentence when the lock comes.
    let behind = TYPED.chars().skip_while(|c| *c != '。').skip(1).count();
    window.keys(String::from(char::from(Key::Left)).repeat(behind)).await?;
    window.ctrl('l').await?;
    window.says("書きかけの文章は暗号化して保存してあります。").await?;
    for secret in ["林", "日曜"] {
        window.no_longer_says(secret).await?;
    }
    window.write("パスワード", "mada-chigau-kotoba-desu-kara-akanai").await?;
    window.press("開く").await?;
    window.find(By::Css("[role='alert']".to_owned())).await?;
    window.field("パスワード").await?.clear().await?;
    // One is where one was, with the caret where it stood.
    unlock(window).await?;
    let field = window.field("内容").await?;
    window.keys(ADDED).await?;
    assert_eq!(field.prop("value").await?.as_deref(), Some(WHOLE), "the caret stands where it stood");
    window.says("保存済み").await
}

/// Types the passphrase into the lock.
pub async fn unlock(window: &Window) -> WebDriverResult<()> {
    window.write("パスワード", PASSPHRASE).await?;
    window.press("開く").await?;
    window.says("対象者").await
}

async fn opened_again(window: &Window, text: &str) -> WebDriverResult<()> {
    unlock(window).await?;
    the_text_is_there(window, text).await
}
