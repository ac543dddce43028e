//! Photos and papers of a note. They come in as bytes, are kept in the vault, and are only ever shown inside: nothing is
//! written beside the vault, nothing is handed to another program.
//!
//! What a file is, its first bytes say, never its name. Bytes that were staged and never recorded are cleared at the next
//! opening.

use crate::house::{Command, House, Study};
use crate::{Circumstances, Failure, Topic};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use store::attachments::AttachmentFact;
use store::{Reader, Writer};

/// Largest file: 20 MiB.
const MOST_BYTES: usize = 20 << 20;
/// Most photos and papers of one note.
const MOST: usize = 20;
/// Longest name, in characters.
const LONGEST: usize = 120;
/// Widest picture of a page.
const WIDEST: u32 = 2400;

/// A file that is in the vault and belongs to no note yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct StagedFile {
    /// Name as it was chosen.
    pub name: String,
    /// Hash of its bytes.
    pub sha256: String,
    /// png, jpeg or pdf.
    pub kind: String,
    /// Bytes.
    pub size: u32,
}

/// A photo or paper of a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Attachment {
    /// Identity.
    pub id: Id,
    /// Name as it was chosen.
    pub name: String,
    /// png, jpeg or pdf.
    pub kind: String,
    /// Bytes.
    pub size: u32,
}

impl From<AttachmentFact> for Attachment {
    fn from(fact: AttachmentFact) -> Self {
        Self { id: fact.id, name: fact.name, kind: fact.kind, size: fact.size }
    }
}

/// What bytes are, by their beginning.
fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    match infer::get(bytes)?.mime_type() {
        "image/png" => Some("png"),
        "image/jpeg" => Some("jpeg"),
        "application/pdf" => Some("pdf"),
        _ => None,
    }
}

/// Puts a file into the vault, for a note that is being written.
///
/// Errors: `attachment.unreadable`, `attachment.too-large`, `attachment.kind`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct StageFile {
    name: String,
    /// The bytes in Base64.
    data: String,
}

impl Command for StageFile {
    type Answer = StagedFile;
    const CHANGES: &'static [Topic] = &[];
    const UNDOABLE: bool = false;

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<StagedFile, Failure> {
        let too_large = || Failure::new("attachment.too-large").with("n", MOST_BYTES >> 20).at("data");
        if self.data.len() > MOST_BYTES.div_ceil(3) * 4 + 4 {
            return Err(too_large());
        }
        let bytes =
            STANDARD.decode(&self.data).map_err(|_| Failure::new("attachment.unreadable").at("data"))?;
        if bytes.len() > MOST_BYTES {
            return Err(too_large());
        }
        let kind = kind_of(&bytes).ok_or_else(|| Failure::new("attachment.kind").at("data"))?;
        if kind == "pdf" && report::raster::pages(&bytes) == 0 {
            return Err(Failure::new("attachment.unreadable").at("data"));
        }
        let sha256 = writer.keep_attachment_bytes(&bytes)?;
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        Ok(StagedFile { name: short(&self.name), sha256, kind: kind.to_owned(), size })
    }
}

/// A name without folders and of a length that can be shown.
fn short(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = name.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    if name.trim().is_empty() { "-".to_owned() } else { name }
}

/// Adds staged files to a note. Errors: `attachment.too-many`, `attachment.gone`.
pub(super) fn add(writer: &mut Writer, contact: &Id, files: &[StagedFile]) -> Result<(), Failure> {
    let there = writer.attachments_of(&[contact])?;
    if there.len() + files.len() > MOST {
        return Err(Failure::new("attachment.too-many").with("n", MOST));
    }
    for file in files.iter().filter(|file| there.iter().all(|known| known.sha256 != file.sha256)) {
        let bytes = writer.attachment_bytes(&file.sha256)?.ok_or_else(|| Failure::new("attachment.gone"))?;
        let kind = kind_of(&bytes).ok_or_else(|| Failure::new("attachment.kind"))?;
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        writer.add_attachment(contact, &short(&file.name), kind, size, &file.sha256)?;
    }
    Ok(())
}

/// Adds files to a note that is recorded. Errors: `contact.unknown`, `attachment.too-many`, `attachment.gone`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct AttachFiles {
    contact_id: Id,
    files: Vec<StagedFile>,
}

impl Command for AttachFiles {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Contacts];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        if !writer.is_contact(&self.contact_id)? {
            return Err(Failure::new("contact.unknown").at("contact_id"));
        }
        add(writer, &self.contact_id, &self.files)
    }
}

/// Asks for a photo, or one page of a paper, as a picture. Pages count from 1. A picture that a device made is given as it
/// is; a page is drawn to the width asked for.
///
/// Errors: `attachment.gone`, `report.no-page`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct AttachmentPage {
    attachment_id: Id,
    page: u32,
    width: u32,
}

/// A picture to be shown inside.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct AttachmentPicture {
    /// image/png or image/jpeg.
    pub mime: String,
    /// The picture in Base64.
    pub data: String,
    /// Pages in all.
    #[ts(type = "number")]
    pub pages: usize,
}

impl Study for AttachmentPage {
    type Answer = AttachmentPicture;
    const TOPICS: &'static [Topic] = &[Topic::Contacts];

    fn study(self, _: &Circumstances, house: &House) -> Result<AttachmentPicture, Failure> {
        let gone = || Failure::new("attachment.gone").at("attachment_id");
        let (kind, bytes) = house.read(|reader| {
            let fact = reader.attachment(&self.attachment_id)?.ok_or_else(gone)?;
            let bytes = reader.attachment_bytes(&fact.sha256)?.ok_or_else(gone)?;
            Ok::<_, Failure>((fact.kind, bytes))
        })?;
        if kind != "pdf" {
            return Ok(AttachmentPicture {
                mime: format!("image/{kind}"),
                data: STANDARD.encode(&bytes),
                pages: 1,
            });
        }
        let no_page = || Failure::new("report.no-page").at("page");
        let index =
            usize::try_from(self.page).ok().and_then(|page| page.checked_sub(1)).ok_or_else(no_page)?;
        let png = report::raster::page(&bytes, index, self.width.clamp(1, WIDEST)).map_err(|_| no_page())?;
        let pages = report::raster::pages(&bytes);
        Ok(AttachmentPicture { mime: "image/png".to_owned(), data: STANDARD.encode(&png), pages })
    }
}

/// Photos and papers of some notes, each with its note.
pub(super) fn of(reader: &Reader, contacts: &[&Id]) -> Result<Vec<(Id, Attachment)>, Failure> {
    Ok(reader.attachments_of(contacts)?.into_iter().map(|fact| (fact.contact.clone(), fact.into())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_is_its_bytes_say() {
        for (bytes, kind) in [
            (&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], Some("png")),
            (&b"\xff\xd8\xff\xe0\0\x10JFIF"[..], Some("jpeg")),
            (&b"%PDF-1.7\n"[..], Some("pdf")),
            (&b"<svg onload='alert(1)'/>"[..], None),
            (&b"MZ\x90\0"[..], None),
            (&b"PK\x03\x04"[..], None),
            (&b""[..], None),
        ] {
            assert_eq!(kind_of(bytes), kind);
        }
    }

    #[test]
    fn a_name_carries_no_folder_and_no_control() {
        assert_eq!(short("/home/x/髙橋 同意書.pdf"), "髙橋 同意書.pdf");
        assert_eq!(short("C:\\写真\\a\u{7}.jpg"), "a.jpg");
        assert_eq!(short(" "), "-");
        assert_eq!(short(&"あ".repeat(300)).chars().count(), LONGEST);
    }
}
