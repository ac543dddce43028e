//! The real window, driven as a person would: find what is written there, type, press.
//!
//! One driver and one program per story, each with a folder and a profile of its own, also beside another run of the
//! same stories; everything is polled, nothing sleeps longer than it must.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};
use thirtyfour::error::{WebDriverErrorInner, WebDriverResult};
use thirtyfour::prelude::*;
use tokio::process::{Child, Command};

/// How long a person would wait before calling it broken. Building a key takes seconds in a debug build.
const PATIENCE: Duration = Duration::from_secs(40);

/// One open window with its vault and the folder in which dialogs are answered.
pub struct Window {
    /// The driver's session.
    pub driver: WebDriver,
    service: Child,
    folder: PathBuf,
}

/// The moment at which a story begins.
const NOW: &str = "2026-11-02T09:00+09:00";
/// Where there is no bus of a desktop.
const NO_BUS: &str = "disabled:";

/// The folder of a story of this run.
fn folder_of(story: &str) -> PathBuf {
    top().join("target/window").join(format!("{story}-{}", std::process::id()))
}

/// Top folder of the project.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

impl Window {
    /// Starts the program on a folder of its own, fresh unless `keep` says so. It stays when the story stops.
    pub async fn open(story: &str, keep: bool) -> WebDriverResult<Self> {
        if !keep {
            // The folder may not be there yet.
            let _ = std::fs::remove_dir_all(folder_of(story));
        }
        Self::open_at(story, NOW, NO_BUS).await
    }

    /// Starts the program at a moment, on what the story left, with a bus of the desktop.
    pub async fn open_at(story: &str, now: &str, bus: &str) -> WebDriverResult<Self> {
        let folder = folder_of(story);
        std::fs::create_dir_all(folder.join("dialogs"))?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let service = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .arg("--host=127.0.0.1")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("DBUS_SESSION_BUS_ADDRESS", bus)
            .env("XDG_DATA_HOME", folder.join("profile"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .kill_on_drop(true)
            .spawn()?;
        let until = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if Instant::now() > until {
                return Err(refused("the driver did not answer"));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let binary = top().join("target/debug/susono").canonicalize()?;
        let arguments = serde_json::json!([
            "--vault",
            folder.join("vault"),
            "--dialogs",
            folder.join("dialogs"),
            "--now",
            now
        ]);
        let mut capabilities = Capabilities::new();
        capabilities
            .set("webkitgtk:browserOptions", serde_json::json!({ "binary": binary, "args": arguments }))?;
        let driver = WebDriver::new(&format!("http://127.0.0.1:{port}"), capabilities)
            .await
            .map_err(|error| refused(&format!("the window did not open: {error}")))?;
        Ok(Self { driver, service, folder })
    }

    /// Folder of the vault.
    pub fn vault(&self) -> PathBuf {
        self.folder.join("vault")
    }

    /// Folder in which every dialog is answered.
    pub fn dialogs(&self) -> PathBuf {
        self.folder.join("dialogs")
    }

    /// Closes the window and everything that was started for it, and takes its folder away.
    pub async fn close(mut self) -> WebDriverResult<()> {
        let group = self.service.id();
        match self.driver.clone().quit().await {
            // The program ends with its window, often before the driver has asked it what else is open.
            Err(error) if matches!(error.as_inner(), WebDriverErrorInner::UnknownError(_)) => {}
            outcome => outcome.map_err(|error| refused(&format!("the window did not close: {error}")))?,
        }
        if let Some(group) = group {
            // The window may have ended with the session.
            let _ =
                Command::new("kill").arg("--").arg(format!("-{group}")).stderr(Stdio::null()).status().await;
        }
        self.service.wait().await?;
        // The last of its processes may still be writing; then a little stays.
        let _ = std::fs::remove_dir_all(&self.folder);
        Ok(())
    }

    /// Ends everything at once, as a power cut or a crash would.
    pub async fn kill(mut self) -> WebDriverResult<()> {
        if let Some(group) = self.service.id() {
            Command::new("kill").args(["-9", "--"]).arg(format!("-{group}")).status().await?;
        }
        self.service.wait().await?;
        // The session is gone with the process; leaving it would ask a driver that no longer answers.
        self.driver.clone().leak().map_err(|_| refused("the session had ended before"))
    }

    /// Waits for an element. Error: what was looked for and what the screen said instead.
    pub async fn find(&self, by: By) -> WebDriverResult<WebElement> {
        let until = Instant::now() + PATIENCE;
        loop {
            for element in self.driver.find_all(by.clone()).await? {
                if self.is_drawn(&element).await.unwrap_or(false) {
                    return Ok(element);
                }
            }
            if Instant::now() > until {
                let screen = self.text().await.unwrap_or_default();
                return Err(refused(&format!("{by:?} is not on the screen:\n{screen}")));
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// True when an element takes room on the screen.
    async fn is_drawn(&self, element: &WebElement) -> WebDriverResult<bool> {
        let script = "return arguments[0].getClientRects().length > 0";
        self.driver.execute(script, vec![element.to_json()?]).await?.convert()
    }

    /// Everything that is written on the screen.
    pub async fn text(&self) -> WebDriverResult<String> {
        let script = "return document.body ? document.body.innerText : ''";
        self.driver.execute(script, Vec::new()).await?.convert()
    }

    /// Waits until the screen says something.
    pub async fn says(&self, text: &str) -> WebDriverResult<()> {
        let until = Instant::now() + PATIENCE;
        while !self.text().await?.contains(text) {
            if Instant::now() > until {
                return Err(refused(&format!("「{text}」 is not on the screen:\n{}", self.text().await?)));
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
        Ok(())
    }

    /// Waits until the screen no longer says something.
    pub async fn no_longer_says(&self, text: &str) -> WebDriverResult<()> {
        let until = Instant::now() + PATIENCE;
        while self.text().await?.contains(text) {
            if Instant::now() > until {
                return Err(refused(&format!("「{text}」 stays on the screen:\n{}", self.text().await?)));
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
        Ok(())
    }

    /// Hands the outcome of a story on; one that stopped leaves a picture of where, if the window can still give one.
    pub async fn tell<T>(&self, outcome: WebDriverResult<T>) -> WebDriverResult<T> {
        if outcome.is_err() {
            // What stopped the story is what is to be told, not that there is no picture of it.
            let _ = self.picture("where-it-stopped").await;
        }
        outcome
    }

    /// Waits until no sheet lies over the screen.
    pub async fn sheet_closed(&self) -> WebDriverResult<()> {
        let until = Instant::now() + PATIENCE;
        while !self.driver.find_all(By::Css("[role='dialog']")).await?.is_empty() {
            if Instant::now() > until {
                return Err(refused(&format!("a sheet stays open:\n{}", self.text().await?)));
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
        Ok(())
    }

    /// Presses what is there. A screen that is drawn anew in between has the same thing again; what cannot be pressed yet
    /// is waited for, as a person would.
    async fn click(&self, by: By) -> WebDriverResult<()> {
        let until = Instant::now() + PATIENCE;
        loop {
            let element = self.find(by.clone()).await?;
            if !element.is_enabled().await.unwrap_or(false) {
                if Instant::now() > until {
                    let screen = self.text().await.unwrap_or_default();
                    return Err(refused(&format!("{by:?} cannot be pressed:\n{screen}")));
                }
                tokio::time::sleep(Duration::from_millis(40)).await;
                continue;
            }
            // What lies under the foot of a sheet is in the window and out of sight.
            let reveal = "arguments[0].scrollIntoView({ block: 'center' })";
            match self.driver.execute(reveal, vec![element.to_json()?]).await {
                Err(error) if is_stale(&error) && Instant::now() < until => continue,
                outcome => outcome?,
            };
            match element.click().await {
                Err(error) if is_in_motion(&error) && Instant::now() < until => {}
                outcome => return outcome,
            }
        }
    }

    /// Presses the button, link, tab or choice that carries these words.
    pub async fn press(&self, words: &str) -> WebDriverResult<()> {
        let path = format!(
            "//*[self::button or self::a or @role='button' or @role='tab' or @role='radio' or @role='option' or @role='row' or @role='menuitem' or self::label]\
             [normalize-space(.)='{words}' or @aria-label='{words}' or starts-with(normalize-space(.), '{words}')]"
        );
        self.click(By::XPath(path)).await
    }

    /// Presses the last of several buttons with these words: the one of the sheet that opened last.
    pub async fn press_last(&self, words: &str) -> WebDriverResult<()> {
        let path = format!("(//button[starts-with(normalize-space(.), '{words}')])[last()]");
        self.click(By::XPath(path)).await
    }

    /// The field under a label.
    pub async fn field(&self, label: &str) -> WebDriverResult<WebElement> {
        let path = format!(
            "//input[@aria-label='{label}'] | //textarea[@aria-label='{label}'] | \
             //*[@id=//label[normalize-space(.)='{label}' or starts-with(normalize-space(.), '{label}')]/@for]"
        );
        self.find(By::XPath(path)).await
    }

    /// Chooses from the list under a label.
    pub async fn choose(&self, label: &str, option: &str) -> WebDriverResult<()> {
        let button = format!(
            "//button[@aria-haspopup='listbox'][contains(@aria-labelledby, string((//*[normalize-space(.)='{label}'][@id])[last()]/@id))]"
        );
        self.click(By::XPath(button)).await?;
        self.click(By::XPath(format!("//*[@role='option'][starts-with(normalize-space(.), '{option}')]")))
            .await
    }

    /// Types into the field under a label, after what is there.
    pub async fn write(&self, label: &str, text: &str) -> WebDriverResult<()> {
        let until = Instant::now() + PATIENCE;
        loop {
            match self.field(label).await?.send_keys(text).await {
                Err(error) if is_in_motion(&error) && Instant::now() < until => {}
                outcome => return outcome,
            }
        }
    }

    /// Presses keys where the caret is.
    pub async fn keys(&self, keys: impl AsRef<str>) -> WebDriverResult<()> {
        self.driver.action_chain().send_keys(keys.as_ref()).perform().await
    }

    /// Presses Ctrl and a key.
    pub async fn ctrl(&self, key: char) -> WebDriverResult<()> {
        self.driver
            .action_chain()
            .key_down(Key::Control)
            .send_keys(key.to_string())
            .key_up(Key::Control)
            .perform()
            .await
    }

    /// Presses Ctrl and Enter.
    pub async fn ctrl_enter(&self) -> WebDriverResult<()> {
        self.driver
            .action_chain()
            .key_down(Key::Control)
            .send_keys(Key::Enter)
            .key_up(Key::Control)
            .perform()
            .await
    }

    /// Keeps a picture of the screen beside the vault.
    pub async fn picture(&self, name: &str) -> WebDriverResult<()> {
        self.driver.screenshot(&self.folder.join(format!("{name}.png"))).await
    }
}

impl Drop for Window {
    /// Whatever a story that stopped left running ends with it. Its session is given up first: leaving it would wait
    /// minutes for a driver that no longer answers.
    fn drop(&mut self) {
        // A story that went well has left its session already.
        let _ = self.driver.clone().leak();
        if let Some(group) = self.service.id() {
            // The processes may be gone already.
            let _ = std::process::Command::new("kill")
                .args(["-9", "--"])
                .arg(format!("-{group}"))
                .stderr(Stdio::null())
                .status();
        }
    }
}

/// True when the element was drawn anew since it was found.
fn is_stale(error: &WebDriverError) -> bool {
    matches!(error.as_inner(), WebDriverErrorInner::StaleElementReference(_))
}

/// True when the element was drawn anew, or something still lay over it.
fn is_in_motion(error: &WebDriverError) -> bool {
    is_stale(error) || matches!(error.as_inner(), WebDriverErrorInner::ElementNotInteractable(_))
}

fn refused(what: &str) -> WebDriverError {
    WebDriverErrorInner::FatalError(what.to_owned()).into()
}
