//! WebKitGTK: the half-typed word of an input method is shown in the field, and nothing is spell-checked. The desktop's
//! notifications, where it has any.

use std::collections::HashMap;
use tauri::WebviewWindow;
use webkit2gtk::{InputMethodContextExt, SettingsExt, WebContextExt, WebViewExt};
use zbus::zvariant::Value;

/// Switches the preview of input methods on, which the web view library switches off, and spelling off.
pub fn prepare(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|view| {
        let view = view.inner();
        if let Some(context) = view.input_method_context() {
            context.set_enable_preedit(true);
        }
        if let Some(context) = view.context() {
            context.set_spell_checking_enabled(false);
        }
        if let Some(settings) = WebViewExt::settings(&view) {
            settings.set_enable_page_cache(false);
            settings.set_enable_developer_extras(false);
        }
    })
}

/// Hands a sentence to the desktop's notifications (Desktop Notifications Specification 1.2, `Notify`).
pub fn tell(sentence: &str) {
    let no_acts: &[&str] = &[];
    let no_hints: HashMap<&str, Value<'_>> = HashMap::new();
    let notice = ("すその", 0_u32, "", "すその", sentence, no_acts, no_hints, -1_i32);
    let place = "org.freedesktop.Notifications";
    // Without a desktop that shows notices there is none; the app shows the plan itself.
    let _ = zbus::blocking::Connection::session().and_then(|bus| {
        bus.call_method(Some(place), "/org/freedesktop/Notifications", Some(place), "Notify", &notice)
    });
}
