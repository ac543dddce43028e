//! Opening the window, and the makers of generated files.

use crate::setup;
use crate::shell::{Done, cargo, program, step, top};

const NO_SCREEN: &str = "\
画面のない環境のため、窓は開けません。画面のある環境で同じ命令をもう一度お試しください。
代わりに、練習用の一年から報告書（PDF）を書き出して、動くことを確かめます。
(No display: the window cannot open. The practice year's report is written instead.)";

/// Installs, builds, and opens the window; without a screen it writes the practice year's report instead.
pub fn run(rest: &[&str]) -> Done {
    setup::packages(false)?;
    setup::screens()?;
    if !has_screen() {
        eprintln!("{NO_SCREEN}");
        return practice_report();
    }
    step(
        "window (building takes some minutes the first time)",
        &mut cargo(&["build", "--quiet", "--package", "susono"]),
    )?;
    let window = top().join("target/debug").join(format!("susono{}", std::env::consts::EXE_SUFFIX));
    step("すその", &mut program(&window.to_string_lossy(), rest))
}

fn has_screen() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some())
}

fn practice_report() -> Done {
    step("building", &mut cargo(&["build", "--quiet", "--package", "cli"]))?;
    let folder = top().join("target/practice");
    // The folder may not be there yet.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
    let passphrase = folder.join("passphrase.txt");
    std::fs::write(&passphrase, "renshu-susono-renshu-susono-renshu-susono\n").map_err(|e| e.to_string())?;
    let pdf = folder.join("令和7年度_活動実績報告書_練習用.pdf");
    let (vault, passphrase) = (folder.join("vault"), passphrase.to_string_lossy().into_owned());
    let vault = vault.to_string_lossy();
    let pack = top().join("assets/demo/pack");
    let cli = top().join("target/debug").join(format!("susono-cli{}", std::env::consts::EXE_SUFFIX));
    let common = ["--vault", &vault, "--passphrase-file", &passphrase, "--now", "2026-11-02T09:00+09:00"];
    for (name, arguments) in [
        ("practice vault", vec!["init", "--new-passphrase-file", &passphrase]),
        ("practice year", vec!["import-pack", &pack.to_string_lossy()]),
        (
            "report",
            vec![
                "report",
                "annual",
                "--fiscal-year",
                "2025",
                "--level",
                "municipal",
                "--out",
                &pdf.to_string_lossy(),
            ],
        ),
    ] {
        step(name, program(&cli.to_string_lossy(), &arguments).args(common))?;
    }
    println!("{}", pdf.display());
    Ok(())
}

/// Writes the contract, the words of the screens and the golden schema.
pub fn contract() -> Done {
    step("generated files", &mut cargo(&["run", "--quiet", "--package", "susono-tests", "--bin", "generate"]))
}

/// Runs the long proofs; they say how far they are and end with a summary.
pub fn soak(rest: &[&str]) -> Done {
    setup::packages(false)?;
    let mut arguments =
        vec!["run", "--quiet", "--release", "--package", "susono-tests", "--bin", "soak", "--"];
    arguments.extend(rest);
    step("long proofs", &mut cargo(&arguments))
}

/// Prints ratios against references that run beside us.
pub fn bench(rest: &[&str]) -> Done {
    setup::packages(true)?;
    setup::references()?;
    setup::screens()?;
    let windows =
        ["build", "--quiet", "--release", "--package", "susono", "--package", "susono-empty-window"];
    step("windows", &mut cargo(&windows))?;
    let mut arguments = vec!["run", "--quiet", "--release", "--package", "susono-benches", "--"];
    arguments.extend(rest);
    step("benchmarks", &mut cargo(&arguments))
}

/// Builds the installer.
pub fn dist() -> Done {
    setup::packages(false)?;
    setup::screens()?;
    let tauri = top().join("ui/node_modules/.bin/tauri");
    step("installer", &mut program(&tauri.to_string_lossy(), &["build"]))
}
