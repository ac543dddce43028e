//! A report leaves, and an outsider reads it.

use crate::outsider;
use std::path::PathBuf;
use susono_desktop::Window;
use thirtyfour::prelude::*;

/// The eight things that only a person can check.
const CHECKS: [&str; 8] = [
    "全員が同じ属性だと",
    "新聞や近所で知られた",
    "珍しい経歴",
    "規模や場所から",
    "本人の声の掲載に",
    "前回の報告との引き算",
    "悪い評価を病院名と",
    "提出先と公開の範囲",
];

/// Writes the report of the last full year at a level.
pub async fn write_report(window: &Window, level: &str) -> WebDriverResult<()> {
    window.press("1えらぶ").await?;
    window.press(level).await?;
    window.press("確かめる").await?;
    window.says("この紙は外に出せます。").await?;
    window.press("出す").await?;
    for check in CHECKS {
        window.press(check).await?;
    }
    window.press("書き出す").await?;
    window.says("書き出しました").await
}

/// Writes somebody's name into a text of the report for the municipality, is stopped, and replaces it.
pub async fn mend_a_text(window: &Window, name: &str) -> WebDriverResult<()> {
    window.press("1えらぶ").await?;
    window.press("自治体提出用").await?;
    window.press("確かめる").await?;
    window.press("文章").await?;
    window.write("本文", &format!("{name}さんとの面談を重ねた。")).await?;
    window.says("対象者の名前です。").await?;
    window.press("点検して直す").await?;
    window.says("もとの文章").await?;
    window.keys("aaa").await?;
    window.says("すべて見ました").await?;
    window.press("出す前の確かめへ").await?;
    window.says("もう一度調べて、名前や番号は見つかりませんでした。").await?;
    for check in ["出す文章を、最初から", "ご近所の方や", "ご本人の声や"] {
        window.press(check).await?;
    }
    window.press("この文章を出せる形にする").await?;
    window.press("報告書の文章に戻す").await?;
    window.says("この文章に、直すところは見つかりませんでした。").await
}

/// Reads the finished file as an outsider would: the figures are there, nobody is.
pub fn judge(window: &Window, level: &str, code: &str) -> WebDriverResult<()> {
    let path = finished(window, level);
    let (pages, text) = outsider::read(&path);
    assert!(pages.len() > 4, "{code}: {} pages", pages.len());
    // 実人数 21, 年度末 16, 新規 10, 退院 7, 終結 5, 延べ 859, 面接 417.
    for figure in ["21", "16", "10", "7", "5", "859", "417"] {
        assert!(text.contains(figure), "{code}: {figure} is missing");
    }
    for secret in outsider::identifiers() {
        assert!(!text.contains(&secret), "{code}: somebody can be recognised");
    }
    if code == "public" {
        for name in outsider::hospitals() {
            assert!(!text.contains(&name), "a hospital is named");
        }
    }
    Ok(())
}

/// The file that was written at a level.
pub fn finished(window: &Window, level: &str) -> PathBuf {
    let folder = std::fs::read_dir(window.dialogs()).expect("the folder of the dialogs");
    folder
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|e| e == "pdf") && path.to_string_lossy().contains(level))
        .expect("a report of this level")
}
