//! Photos and papers of a note. Their bytes lie in the vault in pieces, under the hash of the whole, and are never changed.

use crate::{Reader, Row, StoreError, Writer};
use domain::measure::Id;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Bytes of one piece.
const PIECE: usize = 256 << 10;

/// A photo or paper of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentFact {
    /// Identity.
    pub id: Id,
    /// Note.
    pub contact: Id,
    /// Name of the file as it was chosen.
    pub name: String,
    /// png, jpeg or pdf.
    pub kind: String,
    /// Bytes.
    pub size: u32,
    /// Hash of the bytes.
    pub sha256: String,
}

const FIELDS: &str = "SELECT id, contact_id, name, kind, size, sha256 FROM attachments";

fn attachment(r: &Row) -> Result<AttachmentFact, StoreError> {
    Ok(AttachmentFact {
        id: r.id("id")?,
        contact: r.id("contact_id")?,
        name: r.text("name")?,
        kind: r.text("kind")?,
        size: r.count("size")?,
        sha256: r.text("sha256")?,
    })
}

/// The hash under which bytes are kept, in hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes that nothing names: no note, nothing in the bin, nothing that can be taken back, nothing being typed.
const LOOSE: &str = "NOT EXISTS (SELECT 1 FROM attachments a WHERE a.sha256 = p.sha256)
    AND NOT EXISTS (SELECT 1 FROM trash t WHERE instr(t.body, p.sha256) > 0)
    AND NOT EXISTS (SELECT 1 FROM undo_rows u WHERE u.tbl IN ('attachments', 'trash') AND instr(u.record, p.sha256) > 0)
    AND NOT EXISTS (SELECT 1 FROM drafts d WHERE instr(d.body, p.sha256) > 0)";

impl Reader<'_> {
    /// Photos and papers of some notes, in the order in which they were added.
    pub fn attachments_of(&self, contacts: &[&Id]) -> Result<Vec<AttachmentFact>, StoreError> {
        let ids: Vec<&str> = contacts.iter().map(|id| id.as_str()).collect();
        let ids = serde_json::to_string(&ids).map_err(|_| StoreError::Unreadable("attachments"))?;
        // One row per photo or paper.
        self.all(
            &format!("{FIELDS} WHERE contact_id IN (SELECT value FROM json_each(?1)) ORDER BY id"),
            [ids],
            attachment,
        )
    }

    /// One photo or paper.
    pub fn attachment(&self, id: &Id) -> Result<Option<AttachmentFact>, StoreError> {
        // The one row.
        self.first(&format!("{FIELDS} WHERE id = ?1"), [id.as_str()], attachment)
    }

    /// Bytes by their hash; `None` where they are not there. Error: [`StoreError::Unreadable`] when they are not those of
    /// the hash.
    pub fn attachment_bytes(&self, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT bytes FROM attachment_parts WHERE sha256 = ?1 ORDER BY part")?;
        let mut rows = statement.query([sha256])?;
        let mut bytes = Vec::new();
        let mut found = false;
        while let Some(row) = rows.next()? {
            found = true;
            bytes.extend_from_slice(
                row.get_ref(0)?.as_blob().map_err(|_| StoreError::Unreadable("attachment_parts"))?,
            );
        }
        match found {
            false => Ok(None),
            true if hash(&bytes) == sha256 => Ok(Some(bytes)),
            true => Err(StoreError::Unreadable("attachment_parts")),
        }
    }

    /// Bytes of everything that a note carries, by their hash, for an export.
    pub fn all_attachment_bytes(&self) -> Result<BTreeMap<String, Vec<u8>>, StoreError> {
        let hashes = self.all("SELECT DISTINCT sha256 FROM attachments", [], |r| r.text("sha256"))?;
        let mut all = BTreeMap::new();
        for sha256 in hashes {
            if let Some(bytes) = self.attachment_bytes(&sha256)? {
                all.insert(sha256, bytes);
            }
        }
        Ok(all)
    }

    /// True when some bytes are there that nothing names any more.
    pub fn has_loose_attachments(&self) -> Result<bool, StoreError> {
        let sql = format!(
            "SELECT 1 AS n FROM (SELECT DISTINCT sha256 FROM attachment_parts) p WHERE {LOOSE} LIMIT 1"
        );
        Ok(self.first(&sql, [], |r| r.count("n"))?.is_some())
    }
}

impl Writer<'_> {
    /// Keeps bytes under their hash, once.
    pub fn keep_attachment_bytes(&mut self, bytes: &[u8]) -> Result<String, StoreError> {
        let sha256 = hash(bytes);
        let sql = "INSERT OR IGNORE INTO attachment_parts(sha256, part, bytes) VALUES (?1, ?2, ?3)";
        for (piece, part) in bytes.chunks(PIECE).zip(0u32..) {
            self.conn.prepare_cached(sql)?.execute((&sha256, part, piece))?;
        }
        Ok(sha256)
    }

    /// Adds kept bytes to a note as a photo or paper.
    pub fn add_attachment(
        &mut self,
        contact: &Id,
        name: &str,
        kind: &str,
        size: u32,
        sha256: &str,
    ) -> Result<Id, StoreError> {
        let at = self.at().to_rfc3339();
        self.insert(
            "attachments",
            &[
                ("contact_id", contact.into()),
                ("name", name.into()),
                ("kind", kind.into()),
                ("size", size.into()),
                ("sha256", sha256.into()),
                ("added_at", at.into()),
            ],
        )
    }

    /// Clears bytes that nothing names any more. Gives how many photos and papers they were.
    pub fn clear_loose_attachments(&mut self) -> Result<u32, StoreError> {
        let sql =
            format!("SELECT sha256 FROM (SELECT DISTINCT sha256 FROM attachment_parts) p WHERE {LOOSE}");
        let loose = self.all(&sql, [], |r| r.text("sha256"))?;
        for sha256 in &loose {
            self.conn.prepare_cached("DELETE FROM attachment_parts WHERE sha256 = ?1")?.execute([sha256])?;
        }
        Ok(u32::try_from(loose.len()).unwrap_or(u32::MAX))
    }
}
