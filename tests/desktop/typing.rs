//! Typing without a pause, cut off at any moment: nothing older than two seconds is lost.

use crate::lock::unlock;
use crate::main_job::{bring_the_year_in, move_in};
use std::time::{Duration, Instant};
use susono_desktop::Window;
use thirtyfour::prelude::*;

/// What a person may lose at most.
const MOST_LOST: Duration = Duration::from_secs(2);
/// After how much typing the window is killed, in milliseconds: no whole number of anything it could count in.
const KILLED_AFTER: [u64; 3] = [3_170, 4_630, 6_290];
/// What is typed again and again, a sign at a time.
const SIGNS: &str = "日曜の夕方が長いと言われる。";

/// One sign and when the window had taken it.
type Typed = Vec<(char, Instant)>;

async fn note_of(window: &Window) -> WebDriverResult<WebElement> {
    window.ctrl('2').await?;
    window.press("林 健吾").await?;
    window.keys("n").await?;
    window.field("内容").await
}

async fn text_of(field: &WebElement) -> WebDriverResult<String> {
    Ok(field.prop("value").await?.unwrap_or_default())
}

/// Types until somebody stops it. A sign on its way when that happens may or may not have arrived.
async fn type_on(field: &WebElement, typed: &mut Typed) -> WebDriverResult<()> {
    for sign in SIGNS.chars().cycle() {
        field.send_keys(sign.to_string()).await?;
        typed.push((sign, Instant::now()));
    }
    Ok(())
}

#[tokio::test]
async fn a_kill_while_typing_takes_two_seconds_at_most() -> WebDriverResult<()> {
    let mut window = Window::open("typing", false).await?;
    let entered = async {
        move_in(&window).await?;
        bring_the_year_in(&window).await
    };
    window.tell(entered.await).await?;
    let mut before = String::new();
    for after in KILLED_AFTER {
        let opened = note_of(&window).await;
        let field = window.tell(opened).await?;
        let mut typed = Typed::new();
        let stopped = tokio::select! {
            stopped = type_on(&field, &mut typed) => stopped,
            () = tokio::time::sleep(Duration::from_millis(after)) => Ok(()),
        };
        let killed = Instant::now();
        let stopped = window.tell(stopped).await;
        window.kill().await?;
        stopped?;

        window = Window::open("typing", true).await?;
        let opened = unlock(&window).await;
        window.tell(opened).await?;
        let opened = note_of(&window).await;
        let there = text_of(&window.tell(opened).await?).await?;
        let old = typed.iter().take_while(|(_, at)| *at + MOST_LOST <= killed);
        let must: String = before.chars().chain(old.map(|(sign, _)| *sign)).collect();
        let may: String = before.chars().chain(SIGNS.chars().cycle().take(typed.len() + 1)).collect();
        assert!(must.len() > before.len(), "too little was typed in {after} ms");
        assert!(
            there.starts_with(&must),
            "older than two seconds and lost: {must} was typed, {there} is there"
        );
        assert!(may.starts_with(&there), "nobody typed this: {there}");
        before = there;
        let left = window.press("今日").await;
        window.tell(left).await?;
    }
    window.close().await
}
