//! WebKitGTK: the half-typed word of an input method is shown in the field, and nothing is spell-checked.

use tauri::WebviewWindow;
use webkit2gtk::{InputMethodContextExt, SettingsExt, WebContextExt, WebViewExt};

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
