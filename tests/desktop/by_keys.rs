//! One sitting by the keyboard alone, and what holds it together: somebody new, notes in a row, an act taken back after
//! the window fell over, two entries made one and two again, and no name on any screen while codes are shown.

use crate::lock::unlock;
use crate::main_job::{bring_the_year_in, move_in};
use crate::outsider;
use susono_desktop::Window;
use thirtyfour::prelude::*;

/// One key takes a practised person so long, in milliseconds (Card, Moran, Newell: an average typist).
const KEY_MS: u32 = 280;
/// A new person takes at most so long.
const NEW_PERSON_MS: u32 = 15_000;
/// Notes that are written in a row.
const NOTES: usize = 10;
/// Written at the last of them, and nowhere else.
const LAST: &str = "縁側のねこの話。";

/// Keys as a person presses them, counted: two for a kana, four for a kanji with its conversion.
pub struct Hand<'a> {
    window: &'a Window,
    strokes: u32,
}

impl<'a> Hand<'a> {
    /// A hand that has pressed nothing.
    pub const fn new(window: &'a Window) -> Self {
        Self { window, strokes: 0 }
    }

    /// How many keys it has pressed.
    pub const fn strokes(&self) -> u32 {
        self.strokes
    }

    /// Types a text.
    pub async fn types(&mut self, text: &str) -> WebDriverResult<()> {
        let cost = |c: char| match c {
            'ぁ'..='ん' => 2,
            '一'..='龠' => 4,
            _ => 1,
        };
        self.strokes += text.chars().map(cost).sum::<u32>();
        self.window.keys(text).await
    }

    async fn key(&mut self, key: Key) -> WebDriverResult<()> {
        self.strokes += 1;
        self.window.keys(String::from(char::from(key))).await
    }

    /// Presses Ctrl and Enter.
    pub async fn ctrl_enter(&mut self) -> WebDriverResult<()> {
        self.strokes += 2;
        self.window.ctrl_enter().await
    }
}

#[tokio::test]
async fn a_day_by_keys_alone() -> WebDriverResult<()> {
    let mut window = Window::open("by-keys", false).await?;
    let worked = async {
        move_in(&window).await?;
        bring_the_year_in(&window).await?;
        somebody_new(&window).await?;
        two_entries_become_one_and_two_again(&window).await?;
        notes_in_a_row(&window).await
    };
    window.tell(worked.await).await?;
    window.kill().await?;

    window = Window::open("by-keys", true).await?;
    let went_on = async {
        unlock(&window).await?;
        the_last_note_is_taken_back(&window).await?;
        nobody_is_named_under_codes(&window).await
    };
    window.tell(went_on.await).await?;
    window.close().await
}

/// From anywhere to a new person: the palette, a name with its reading, done.
async fn somebody_new(window: &Window) -> WebDriverResult<()> {
    let mut hand = Hand { window, strokes: 2 };
    window.ctrl('k').await?;
    window.field("名前・機関・画面・することの名前").await?;
    hand.types("とうろく").await?;
    window
        .find(By::XPath("//*[@role='option'][contains(., '対象者を登録する')][@aria-selected='true']"))
        .await?;
    hand.key(Key::Enter).await?;
    window.field("姓").await?;
    for (at, part) in ["試野", "花子", "しの", "はなこ"].into_iter().enumerate() {
        if at > 0 {
            hand.key(Key::Tab).await?;
        }
        hand.types(part).await?;
    }
    hand.ctrl_enter().await?;
    window.sheet_closed().await?;
    window.says("試野 花子").await?;
    let took = hand.strokes * KEY_MS;
    assert!(took <= NEW_PERSON_MS, "{} keys are {took} ms", hand.strokes);
    Ok(())
}

/// Somebody is registered twice; both become one person, and 「元に戻す」 makes them two again.
async fn two_entries_become_one_and_two_again(window: &Window) -> WebDriverResult<()> {
    window.press("登録する").await?;
    window.write("姓", "試野").await?;
    window.keys(String::from(char::from(Key::Tab))).await?;
    window.keys("花子").await?;
    window.says("よく似たお名前の方がもう登録されています。").await?;
    window.ctrl_enter().await?;
    window.sheet_closed().await?;
    window.says("支援中 19人").await?;
    window.press("同じ方とまとめる").await?;
    window.choose("もう一方の登録", "試野 花子さん").await?;
    window.press_last("まとめる").await?;
    window.says("支援中 18人").await?;
    window.sheet_closed().await?;
    window.ctrl('z').await?;
    window.says("元に戻しました：同じ方をまとめる").await?;
    window.says("支援中 19人").await
}

/// Ten people of the list, one after the other: N, the text, Ctrl+Enter, J, without waiting for the disk.
async fn notes_in_a_row(window: &Window) -> WebDriverResult<()> {
    window.press("今日").await?;
    window.ctrl('2').await?;
    window.says("支援中 19人").await?;
    let rows = "return [...document.querySelectorAll('[role=row][data-key]')].map((row) => row.innerText)";
    let rows: Vec<String> = window.driver.execute(rows, Vec::new()).await?.convert()?;
    assert!(rows.len() > NOTES, "{rows:?}");
    for (at, row) in rows.iter().take(NOTES).enumerate() {
        let name = row.split("さん").next().unwrap_or_default().trim();
        window.find(By::XPath(format!("//main//h2[contains(., '{name}')]"))).await?;
        window.keys("n").await?;
        window.find(By::Css("textarea:focus")).await?;
        let text =
            if at + 1 == NOTES { LAST.to_owned() } else { format!("廊下で話す。{}人目。", at + 1) };
        window.keys(&text).await?;
        window.ctrl_enter().await?;
        window.keys("j").await?;
    }
    window.keys("k").await?;
    window.says(LAST).await
}

/// What was done before the window fell over can be taken back after it.
async fn the_last_note_is_taken_back(window: &Window) -> WebDriverResult<()> {
    window.ctrl('k').await?;
    window.field("名前・機関・画面・することの名前").await?;
    window.keys(LAST).await?;
    window.says("記録の本文").await?;
    window.keys(String::from(char::from(Key::Escape))).await?;
    window.sheet_closed().await?;
    window.ctrl('z').await?;
    window.says("元に戻しました：記録").await?;
    window.ctrl('k').await?;
    window.field("名前・機関・画面・することの名前").await?;
    window.keys(LAST).await?;
    window.says("を記録すべてからさがす").await?;
    window.keys(String::from(char::from(Key::Enter))).await?;
    window.says("あてはまる記録はありません。").await
}

/// Everything that is written on a screen or read out from it.
const TOLD: &str = "
    const said = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-valuetext'];
    const all = [...document.querySelectorAll('*')];
    const told = all.flatMap((one) => [...said.map((name) => one.getAttribute(name) ?? ''), one.value ?? '']);
    return [document.title, document.body.innerText, ...told].join('\\n');";

/// With codes shown, no place of the rail holds a name of the ward, neither on the screen nor for a screen reader.
async fn nobody_is_named_under_codes(window: &Window) -> WebDriverResult<()> {
    let names: Vec<String> = outsider::rows("cases.csv")
        .into_iter()
        .flat_map(|case| {
            [
                format!("{}{}", case["family_name"], case["given_name"]),
                format!("{}{}", case["family_kana"], case["given_kana"]),
            ]
        })
        .filter(|name| name.chars().count() > 2)
        .collect();
    assert!(names.len() > 40, "the story knows whom to look for");
    let told = async || -> WebDriverResult<String> {
        let text: String = window.driver.execute(TOLD, Vec::new()).await?.convert()?;
        Ok(text.split_whitespace().collect())
    };
    window.ctrl('2').await?;
    window.says("あべ さつき").await?;
    let text = told().await?;
    assert!(names.iter().any(|name| text.contains(name.as_str())), "the story can see names at all");
    window.press("仮名").await?;
    window.says("仮名で表示中").await?;
    for (digit, head) in ('1'..='8').zip([
        "次の一手",
        "支援中",
        "予定を入れる",
        "プログラム",
        "活動を記録する",
        "病院以外",
        "気づいたこと",
        "えらぶ",
    ]) {
        window.ctrl(digit).await?;
        window.says(head).await?;
        nobody(&told().await?, &names, &format!("place {digit}"));
    }
    // Deeper in: a person with all tabs, the search of everything, the settings.
    window.ctrl('2').await?;
    window.press("対象者06").await?;
    for tab in ["経過", "確認事項", "意向・同意", "住まい", "退院後"] {
        let path = format!("//*[@role='tab'][starts-with(normalize-space(.), '{tab}')]");
        window.find(By::XPath(path)).await?.click().await?;
        nobody(&told().await?, &names, tab);
    }
    window.press("さがす").await?;
    window.keys("面接").await?;
    window.says("を記録すべてからさがす").await?;
    window.keys(String::from(char::from(Key::Enter))).await?;
    window.says("件").await?;
    nobody(&told().await?, &names, "search");
    window.press("設定").await?;
    for part in ["保存期限", "ごみ箱", "期限と間隔"] {
        window.press(part).await?;
        nobody(&told().await?, &names, part);
    }
    Ok(())
}

/// No name of the ward stands in what a place tells.
fn nobody(told: &str, names: &[String], place: &str) {
    let named: Vec<&String> = names.iter().filter(|name| told.contains(name.as_str())).collect();
    assert!(named.is_empty(), "{place} names {named:?}");
}
