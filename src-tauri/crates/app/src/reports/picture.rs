//! A page of finished bytes as a picture.

use crate::Failure;
use serde::Serialize;

/// A page as a picture.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct PagePicture {
    /// PNG in Base64.
    pub png: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Widest picture.
const WIDEST: u32 = 4000;

impl PagePicture {
    /// A page, counted from 1, of a width in pixels. Error: `report.no-page`.
    pub fn of(pdf: &[u8], page: u32, width: u32) -> Result<Self, Failure> {
        let no_page = || Failure::new("report.no-page").at("page");
        let index = usize::try_from(page).ok().and_then(|p| p.checked_sub(1)).ok_or_else(no_page)?;
        let png = report::raster::page(pdf, index, width.clamp(1, WIDEST)).map_err(|_| no_page())?;
        let side =
            |at: usize| png.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_be_bytes);
        Ok(Self { width: side(16), height: side(20), png: base64(&png) })
    }
}

/// Bytes as Base64 (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let n = (u32::from(chunk[0]) << 16)
            | (u32::from(*chunk.get(1).unwrap_or(&0)) << 8)
            | u32::from(*chunk.get(2).unwrap_or(&0));
        for place in 0..4 {
            let sign = if place <= chunk.len() { SIGNS[(n >> (18 - 6 * place)) as usize & 63] } else { b'=' };
            out.push(char::from(sign));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn pictures_cross_as_base64() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
