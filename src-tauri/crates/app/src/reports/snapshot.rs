//! Everything a report needs, read in one go, so that the computing holds nothing.

use super::letters::shuffled;
use super::secrets::{Own, search_list};
use super::tables::{Alias, hospitals_in_year};
use super::{AnnualRequest, Level};
use crate::{Circumstances, Failure, House};
use domain::metrics::{Figures, Records, Year};
use report::attack::Secrets;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use store::Reader;

/// The state of the store at one moment, as one report needs it.
pub(super) struct Snapshot {
    /// Acts kept when it was taken.
    pub generation: u64,
    /// Everything that is counted.
    pub records: Records,
    /// Figures of the year.
    pub figures: Figures,
    /// The year.
    pub year: Year,
    /// Hospitals as this reader sees them.
    pub hospitals: Vec<Alias>,
    /// Texts.
    pub texts: BTreeMap<String, String>,
    /// 年度のねらい.
    pub aim: String,
    /// The user's organisation, name and receiver.
    pub settings: Letterhead,
    /// The search list.
    pub secrets: Secrets,
    /// Minutes that were filled in by rule.
    pub estimated: u32,
    /// Published figures of the year's earlier reports, by level.
    pub earlier: Vec<(Level, String)>,
}

/// What stands on the cover.
#[derive(Clone, Debug, Default)]
pub(super) struct Letterhead {
    pub organisation: String,
    pub author: String,
    pub receiver: String,
    pub city: String,
}

impl Letterhead {
    fn read(reader: &Reader) -> Result<Self, Failure> {
        let setting = |key: &str| -> Result<String, Failure> { Ok(reader.setting(key)?.unwrap_or_default()) };
        Ok(Self {
            organisation: setting("organisation")?,
            author: setting("author")?,
            receiver: setting("receiver")?,
            city: setting("city")?,
        })
    }
}

/// The search list of this vault for a level.
pub(super) fn secrets_of(reader: &Reader, level: Level) -> Result<Secrets, Failure> {
    let head = Letterhead::read(reader)?;
    let own = Own { organisation: &head.organisation, author: &head.author, city: &head.city };
    Ok(search_list(&reader.names()?, &own, level))
}

/// The search list for a finished file that is marked for inside the office: everybody but its maker.
pub(super) fn secrets_inside(reader: &Reader) -> Result<Secrets, Failure> {
    let own = Own { organisation: "", author: "", city: "" };
    Ok(search_list(&reader.names()?, &own, Level::Municipal))
}

impl Snapshot {
    /// Reads the store for one report.
    pub fn take(house: &House, around: &Circumstances, request: AnnualRequest) -> Result<Self, Failure> {
        let letters =
            if request.level == Level::Public { letters_key(house, around)? } else { String::new() };
        let generation = house.generation();
        house.read(|reader| {
            let records = reader.records()?;
            let year = Year::new(request.fiscal_year);
            let figures = Figures::count(&records, &year, around.today());
            let found = hospitals_in_year(&records, &figures);
            let occasion = format!("annual|{}|{}", request.fiscal_year.year(), around.today());
            let hospitals = if request.level == Level::Public {
                shuffled(found, &letters, &occasion)
            } else {
                found.into_iter().map(|(key, shown)| Alias { key, shown }).collect()
            };
            Ok(Self {
                generation,
                hospitals,
                texts: reader.report_sections(request.fiscal_year)?,
                aim: reader.year_aim(request.fiscal_year.year())?.unwrap_or_default(),
                settings: Letterhead::read(reader)?,
                secrets: secrets_of(reader, request.level)?,
                estimated: reader
                    .estimated_minutes(request.fiscal_year.first(), request.fiscal_year.last())?,
                earlier: earlier(reader, request)?,
                records,
                figures,
                year,
            })
        })
    }
}

/// Reports of the same year that have left the office.
fn earlier(reader: &Reader, request: AnnualRequest) -> Result<Vec<(Level, String)>, Failure> {
    let releases = reader.releases_of(request.fiscal_year)?;
    let known = releases.into_iter().filter_map(|(code, figures)| Some((Level::from_code(&code)?, figures)));
    Ok(known.filter(|(level, _)| level.leaves()).collect())
}

/// The vault's key for shuffled letters, made at its first use.
fn letters_key(house: &House, around: &Circumstances) -> Result<String, Failure> {
    if let Some(key) = house.read(|reader| Ok(reader.letters_key()?))? {
        return Ok(key);
    }
    house.perform(around, None, |writer| {
        let dice = (0..4).map(|_| writer.new_id().to_string()).collect::<String>();
        let key: String = Sha256::digest(dice).iter().map(|byte| format!("{byte:02x}")).collect();
        writer.keep_letters_key(&key)?;
        Ok(writer.letters_key()?.unwrap_or(key))
    })
}
