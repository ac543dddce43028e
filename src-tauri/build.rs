//! Names the one command that the window may call, so that Tauri refuses every other.
fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&["roof"]);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
