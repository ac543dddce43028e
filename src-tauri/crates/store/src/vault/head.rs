//! The head: what a vault remembers outside its database, so that an older database in its place is noticed.
//!
//! A head says how far the log of acts had come and, once the vault was closed in order, what every page was. It
//! is sealed under a key of the vault: nobody without the key can write one.

use super::open::PAGE;
use super::{MacKey, hex};
use crate::house::Mark;
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

const FORMAT: &str = "susono-head/1";
/// Bytes of a head's file, always the same: it is written over itself and needs no room on a full disk.
const LENGTH: usize = 512;
/// Bytes at the end of each page by which SQLCipher seals it: vector and HMAC-SHA512.
const PAGE_SEAL: usize = 16 + 64;

/// How far a vault had come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Counts up with every head that is written.
    pub turn: u64,
    /// The newest row of the log.
    pub mark: Mark,
    /// Sum over the seals of all pages, where the vault was closed in order.
    pub pages: Option<String>,
}

impl Head {
    fn text(&self, vault_id: &str) -> String {
        let or_none = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
        let (hash, pages) = (or_none(&self.mark.hash), or_none(self.pages.as_deref().unwrap_or_default()));
        format!("{FORMAT} {vault_id} {} {} {hash} {pages}", self.turn, self.mark.count)
    }

    /// The bytes of the head of this vault.
    pub fn to_bytes(&self, vault_id: &str, key: &MacKey) -> Vec<u8> {
        let text = self.text(vault_id);
        let mut line = format!("{text} {}", code(&text, key)).into_bytes();
        line.resize(LENGTH - 1, b' ');
        line.push(b'\n');
        line
    }

    /// Reads a head; `None` where it is damaged, of another vault or not written by its key.
    pub fn parse(bytes: &[u8], vault_id: &str, key: &MacKey) -> Option<Self> {
        let words: Vec<&str> = str::from_utf8(bytes).ok()?.split(' ').collect();
        let [_, _, turn, count, hash, pages, ..] = words.as_slice() else { return None };
        let some = |text: &str| (text != "-").then(|| text.to_owned());
        let mark = Mark { count: count.parse().ok()?, hash: some(hash).unwrap_or_default() };
        let head = Self { turn: turn.parse().ok()?, mark, pages: some(pages) };
        // Only what would be written again in the same way is a head: no second spelling, no byte too many.
        (head.to_bytes(vault_id, key) == bytes).then_some(head)
    }
}

/// HMAC-SHA256, which is what HKDF's first step is.
fn code(text: &str, key: &MacKey) -> String {
    let (code, _) = Hkdf::<Sha256>::extract(Some(key.bytes()), text.as_bytes());
    hex(&code).to_string()
}

/// Sum over the seals of all pages of a database file. Two files that the same key opens and whose pages are whole
/// have the same sum only if they hold the same pages in the same places.
pub fn pages(path: &Path) -> io::Result<String> {
    let page = usize::try_from(PAGE).unwrap_or(4096);
    let mut file = File::open(path)?;
    let mut buffer = vec![0u8; 64 * page];
    let mut sum = Sha256::new();
    loop {
        let mut filled = 0;
        while filled < buffer.len() {
            match file.read(&mut buffer[filled..])? {
                0 => break,
                read => filled += read,
            }
        }
        for page in buffer[..filled].chunks(page) {
            sum.update(&page[page.len().saturating_sub(PAGE_SEAL)..]);
        }
        if filled < buffer.len() {
            return Ok(hex(&sum.finalize()).to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::RootKey;

    #[test]
    fn a_head_comes_back_and_every_flipped_bit_and_every_other_key_is_noticed() {
        let key = RootKey::new([7; 32]).mac_key();
        let mark = Mark { count: 12, hash: "ab".repeat(32) };
        for pages in [None, Some("cd".repeat(32))] {
            let head = Head { turn: 41, mark: mark.clone(), pages };
            let bytes = head.to_bytes("00ff", &key);
            assert_eq!(bytes.len(), LENGTH);
            assert_eq!(Head::parse(&bytes, "00ff", &key), Some(head));
            assert_eq!(Head::parse(&bytes, "00fe", &key), None);
            assert_eq!(Head::parse(&bytes, "00ff", &RootKey::new([8; 32]).mac_key()), None);
            assert_eq!(Head::parse(&bytes[..LENGTH - 1], "00ff", &key), None);
            for at in 0..LENGTH * 8 {
                let mut wrong = bytes.clone();
                wrong[at / 8] ^= 1 << (at % 8);
                assert_eq!(Head::parse(&wrong, "00ff", &key), None, "bit {at}");
            }
        }
        let empty = Head { turn: 1, mark: Mark::default(), pages: None };
        assert_eq!(Head::parse(&empty.to_bytes("00ff", &key), "00ff", &key), Some(empty));
    }
}
