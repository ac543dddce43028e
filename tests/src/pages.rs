//! The pages of a vault's file as they lie in it, decrypted without the store: whatever a deletion left behind shows here.

use aes::Aes256;
use aes::cipher::{BlockCipherDecrypt, KeyInit};

/// Bytes of a page.
const PAGE: usize = 4096;
/// Bytes at the end of a page: what the first block is mixed with, and the seal.
const SEAL: usize = 80;
/// Bytes at the begin of the file that stand in the clear.
const SALT: usize = 16;

/// Decrypts every page of an SQLCipher file that was opened with a raw key.
pub fn decrypted(file: &[u8], key: &[u8; 32]) -> Vec<u8> {
    let cipher = Aes256::new(key.into());
    let mut plain = Vec::with_capacity(file.len());
    for (number, page) in file.chunks_exact(PAGE).enumerate() {
        let begin = if number == 0 { SALT } else { 0 };
        let (text, seal) = page.split_at(PAGE - SEAL);
        let mut before: [u8; 16] = seal[..16].try_into().expect("a block");
        for block in text[begin..].chunks_exact(16) {
            let sealed: [u8; 16] = block.try_into().expect("a block");
            let mut open = sealed.into();
            cipher.decrypt_block(&mut open);
            plain.extend(open.iter().zip(before).map(|(byte, mix)| byte ^ mix));
            before = sealed;
        }
    }
    plain
}
