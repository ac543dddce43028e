//! The one window: built here so that its guards are always attached.

use crate::platform;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, UserAttentionType, WebviewUrl, WebviewWindowBuilder};

const LABEL: &str = "main";

/// Opens the window. The title is constant: no name ever stands in a task bar.
///
/// Error: the system has no screen or no web view.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("すその")
        .inner_size(1280.0, 760.0)
        .min_inner_size(960.0, 600.0)
        .incognito(!is_driven())
        .content_protected(true)
        .devtools(false)
        .zoom_hotkeys_enabled(false)
        .on_navigation(|url| is_own(url.scheme(), url.host_str()))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    platform::prepare(&window)
}

/// True while a test drives the window: the web view of Linux can be driven only with a profile of its own.
/// Whoever can set this variable can already act as the user.
fn is_driven() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true")
}

/// Raises the window when the program is started a second time.
pub fn raise(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // A window that cannot be raised stays where it is.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// Marks the window in the task bar.
pub fn nudge(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // Where the system has no such mark, nothing is lost.
        let _ = window.request_user_attention(Some(UserAttentionType::Informational));
    }
}

/// Only our own pages: `tauri://localhost`, on Windows `http(s)://tauri.localhost`.
fn is_own(scheme: &str, host: Option<&str>) -> bool {
    matches!((scheme, host), ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")))
}

#[cfg(test)]
mod tests {
    use super::is_own;

    #[test]
    fn the_window_shows_our_own_pages_only() {
        assert!(is_own("tauri", Some("localhost")));
        assert!(is_own("http", Some("tauri.localhost")));
        for (scheme, host) in [
            ("https", Some("example.com")),
            ("http", Some("tauri.localhost.evil.example")),
            ("file", None),
            ("data", None),
        ] {
            assert!(!is_own(scheme, host), "{scheme}");
        }
    }
}
