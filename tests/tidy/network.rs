//! Nothing of the product can speak to a network.

use crate::top;
use std::process::Command;

/// Crates that speak HTTP or TLS. A poller of local sockets is not among them: the system's message bus needs one.
const SPEAKERS: &[&str] = &[
    "reqwest",
    "hyper",
    "h2",
    "rustls",
    "native-tls",
    "openssl",
    "ureq",
    "curl",
    "isahc",
    "surf",
    "attohttpc",
    "tungstenite",
    "quinn",
];

#[test]
fn no_crate_of_the_product_speaks_http_or_tls() {
    for roof in ["susono", "cli"] {
        let output = Command::new(env!("CARGO"))
            .args([
                "tree",
                "--edges",
                "normal",
                "--prefix",
                "none",
                "--format",
                "{p}",
                "--offline",
                "--package",
                roof,
            ])
            .current_dir(top())
            .output()
            .expect("cargo tree");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let tree = String::from_utf8_lossy(&output.stdout);
        assert!(tree.contains("app v"), "the tree of {roof} was read");
        for line in tree.lines() {
            let name = line.split(' ').next().unwrap_or_default();
            assert!(!SPEAKERS.contains(&name), "{roof} uses {name}");
        }
    }
}
