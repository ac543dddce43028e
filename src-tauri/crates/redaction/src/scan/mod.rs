//! One look at a text: every layer says what it found, and overlaps are settled, the longest first.

mod ages;
mod around;
mod context;
mod dates;
mod digits;
mod honorific;
mod latin;
mod named;
mod neighbours;
mod numbers;
mod own;
mod places;
mod settle;
mod shapes;

use crate::dictionary::{Dictionary, Subject};
use crate::level::Level;
use crate::normal::Normal;
use crate::register::Job;
use std::ops::Range;

pub(crate) use dates::Calendar;
pub(crate) use shapes::{kanji_value, pattern};

/// Which layer found something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Somebody or something of the vault.
    Dictionary,
    /// Telephone, certificate and other numbers.
    Numbers,
    /// E-mail, addresses of the web, accounts.
    Net,
    /// Dates.
    Dates,
    /// Ages.
    Ages,
    /// Addresses, buildings, organisations.
    Places,
    /// A name that nobody registered, by what stands beside it.
    Context,
}

impl Layer {
    /// Identity of the layer.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dictionary => "dictionary",
            Self::Numbers => "numbers",
            Self::Net => "net",
            Self::Dates => "dates",
            Self::Ages => "ages",
            Self::Places => "places",
            Self::Context => "context",
        }
    }
}

/// How sure a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// It must not leave.
    Block,
    /// It looks like something that must not leave; somebody has to look.
    Warn,
}

/// One stretch of the input that is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// First character.
    pub start: usize,
    /// Behind the last character.
    pub end: usize,
    /// Who found it.
    pub layer: Layer,
    /// What it is: `client`, `staff`, `phone`, `birth`, `address` …
    pub code: &'static str,
    /// How sure it is.
    pub certainty: Certainty,
    /// What stands there instead.
    pub replacement: String,
}

/// What a stretch is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Somebody or something of the vault; true when several share the word.
    Known(Subject, bool),
    /// Somebody whom nobody registered.
    Somebody(Job),
    /// A relative by name: 母, 兄.
    Relative(String),
    /// 電話番号.
    Phone,
    /// メールアドレス.
    Mail,
    /// URL.
    Url,
    /// Account of a network or of a service.
    Account,
    /// 個人番号: its last digit is right.
    MyNumber,
    /// 保険者番号: it is called so and its last digit is right.
    Insurer,
    /// Any number or code.
    Number,
    /// 生年月日.
    Birth,
    /// A date, with what is said instead.
    Date(String),
    /// An age, with its band.
    Age(String),
    /// 住所.
    Address,
    /// 病院.
    Hospital,
    /// グループホーム.
    GroupHome,
    /// 会社.
    Company,
    /// 学校.
    School,
    /// 金融機関.
    Bank,
    /// Any other organisation.
    Organisation,
    /// 病棟.
    Ward,
}

impl What {
    /// True for people.
    pub(crate) const fn is_person(&self) -> bool {
        matches!(
            self,
            Self::Known(Subject::Client(_) | Subject::Person(..), _) | Self::Somebody(_) | Self::Relative(_)
        )
    }
}

/// One finding in characters of the normalised copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub units: Range<usize>,
    pub layer: Layer,
    pub what: What,
    pub certainty: Certainty,
    /// The same person as this word: the reading behind a name.
    pub same_as: Option<String>,
    /// Everybody whom the word can mean.
    pub owners: Vec<Subject>,
}

impl Found {
    pub(crate) const fn new(units: Range<usize>, layer: Layer, what: What, certainty: Certainty) -> Self {
        Self { units, layer, what, certainty, same_as: None, owners: Vec::new() }
    }
}

/// Looks once, with every layer. What comes back does not overlap and stands in order.
pub(crate) fn scan(
    normal: &Normal,
    dictionary: &Dictionary,
    level: Level,
    calendar: &mut Calendar,
) -> Vec<Found> {
    let mut found = numbers::find(normal);
    found.extend(places::find(normal));
    found.extend(named::find(normal, dictionary));
    found.extend(context::find(normal));
    found.extend(honorific::find(normal));
    found.extend(latin::find(normal));
    around::readings(normal, &mut found);
    around::echoes(normal, &mut found);
    neighbours::find(normal, &mut found);
    found.extend(ages::find(normal, level, &found));
    let dates = dates::find(normal, dictionary, level, &found, calendar);
    found.extend(dates);
    settle::settle(normal, found)
}
