//! The window: the roof that knows Tauri, the screen and the file dialogs. It decides nothing; every
//! question and act goes through [`files::Desk`] to the one door of the house.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod dialogs;
mod doors;
mod platform;
mod soon;
mod window;

use arguments::Arguments;
use std::process::ExitCode;
use std::sync::Arc;
use tauri::{Emitter, Manager};

fn main() -> ExitCode {
    quiet_panics();
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(sentence) => {
            eprintln!("{sentence}");
            return ExitCode::from(2);
        }
    };
    let started = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| window::raise(app)))
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![doors::roof])
        .setup(move |app| {
            let vault = match &arguments.vault {
                Some(folder) => folder.clone(),
                None => {
                    app.path().app_local_data_dir()?.join(if arguments.demo { "practice" } else { "vault" })
                }
            };
            let listener = app.handle().clone();
            let desk = arguments.desk(vault, move |event| {
                // A window that is already gone hears nothing, and that is all right.
                let _ = listener.emit("house", event);
            });
            app.manage(doors::Roof {
                desk: Arc::new(desk),
                chooser: arguments.chooser(app.handle().clone()),
                demo: arguments.demo,
                practice: std::sync::OnceLock::new(),
            });
            window::open(app.handle())?;
            soon::watch(app.handle().clone());
            Ok(())
        })
        .build(tauri::generate_context!());
    match started {
        Ok(app) => {
            app.run(|app, event| {
                if let tauri::RunEvent::Exit = event {
                    app.state::<doors::Roof>().leave();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}", words::ja("shell.no-window"));
            eprintln!("({error})");
            ExitCode::FAILURE
        }
    }
}

/// A panic says where it happened and never what was being written.
fn quiet_panics() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map_or_else(String::new, |l| format!(" ({}:{})", l.file(), l.line()));
        eprintln!("susono: internal error{place}");
    }));
}
