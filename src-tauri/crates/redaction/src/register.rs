//! Everybody and everything of the vault that a text must not carry out.

use chrono::NaiveDate;

/// A client.
#[derive(Clone, Debug, Default)]
pub struct Client {
    /// Surname.
    pub family: String,
    /// Given name.
    pub given: String,
    /// Kana of the surname.
    pub family_kana: String,
    /// Kana of the given name.
    pub given_kana: String,
    /// Other names: nicknames, former names, initials.
    pub aliases: Vec<String>,
    /// Birth date, where it is known to the day.
    pub birth: Option<NaiveDate>,
}

/// What somebody of the directory does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Job {
    /// 医師.
    Physician,
    /// 看護師.
    Nurse,
    /// Other professionals.
    Staff,
    /// ピアサポーター.
    Peer,
    /// 家族.
    Family,
    /// 大家.
    Landlord,
    /// Not known.
    Other,
}

/// A person of the directory: staff, peers, family, landlords, the user.
#[derive(Clone, Debug)]
pub struct Person {
    /// Name as written; perhaps a surname alone.
    pub name: String,
    /// Kana.
    pub kana: String,
    /// What the person does.
    pub job: Job,
}

/// What an organisation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganisationKind {
    /// 病院.
    Hospital,
    /// グループホーム.
    GroupHome,
    /// 市・区の役所.
    PublicBody,
    /// 会社.
    Company,
    /// Any other.
    #[default]
    Other,
}

/// An organisation of the directory.
#[derive(Clone, Debug, Default)]
pub struct Organisation {
    /// Name as written.
    pub name: String,
    /// Kana.
    pub kana: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its telephone and its number as a provider.
    pub numbers: Vec<String>,
    /// Its address.
    pub address: String,
}

/// Everything that is looked for by name.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// Clients.
    pub clients: Vec<Client>,
    /// People of the directory and the user.
    pub people: Vec<Person>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// Wards of hospitals.
    pub wards: Vec<String>,
    /// 区 and towns.
    pub districts: Vec<String>,
    /// Names of buildings.
    pub buildings: Vec<String>,
    /// Numbers of people: charts, telephones, certificates.
    pub numbers: Vec<String>,
    /// Codes of cases.
    pub codes: Vec<String>,
    /// Addresses of people and of houses that were looked at.
    pub addresses: Vec<String>,
    /// Ends of organisation names without which the short form remains, such as the name of the city.
    pub city: String,
}
