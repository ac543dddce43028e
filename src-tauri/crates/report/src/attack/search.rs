//! The search for what must not be in a file. A full name, an alias or a number is a hit wherever it stands; a
//! surname or given name only beside an honorific or a role; nothing inside the report's own words.

use super::beside::{Mask, is_kana, lone};
use super::haystack::{Haystack, Text, plain};
use super::{Finding, Kind, ReadBack, Secrets, births, grams};
use domain::text::fold::fold;
use std::collections::BTreeSet;
use words::{fill, ja};

/// What the information about a report may say.
const INFORMATION: &[&str] = &["Title", "CreationDate", "ModDate"];
/// Numbers shorter than this say nothing by themselves.
const SHORT: usize = 4;
/// Numbers from this length on are looked for across spaces too.
const LONG: usize = 9;

/// One place of the file.
struct Place {
    page: Option<usize>,
    name: String,
    hay: Haystack,
    /// Its lines, so that what ends one does not run into what begins the next.
    lines: Vec<Text>,
    reading: Reading,
}

/// How a place is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// As it is meant to be.
    Straight,
    /// Line by line where that is not how it was drawn.
    Level,
    /// Backwards or from top to bottom: neighbours are there by chance, so only longer names count.
    Turned,
}

/// Characters a name has at least to be one backwards or from top to bottom.
const TURNED: usize = 3;

/// The secrets, prepared once for all places.
struct Needles {
    whole: Vec<(Whole, Option<(Kind, &'static str)>)>,
    lone: Vec<Text>,
    places: Vec<Text>,
}

/// A secret that is a hit wherever it stands.
enum Whole {
    /// A number, code or telephone: its form, and its letters and digits alone.
    Number { form: Text, bare: Text, long: bool },
    /// A name or other words, and the name the other way round.
    Words(Vec<Text>),
    /// Too short to mean somebody by itself.
    Lone(Text),
}

/// Looks for secrets in what was read.
pub fn search(read: &ReadBack, secrets: &Secrets) -> Vec<Finding> {
    let mut found = foreign(read);
    let fixed = fixed(&secrets.fixed_words);
    let lists = [
        (&secrets.whole, None),
        (&secrets.codes, Some((Kind::Code, "code"))),
        (&secrets.addresses, Some((Kind::Address, "address"))),
    ];
    let listed = |(list, kind): (&Vec<String>, Option<(Kind, &'static str)>)| {
        list.iter().filter_map(move |secret| Some((whole(secret)?, kind))).collect::<Vec<_>>()
    };
    let needles = Needles {
        whole: lists.into_iter().flat_map(listed).collect(),
        lone: secrets.lone.iter().map(|name| Text::folded(name)).collect(),
        places: secrets.places.iter().map(|name| Text::folded(name)).collect(),
    };
    let places = places_of(read);
    for place in &places {
        look(place, &needles, &fixed, &secrets.births, &mut found);
    }
    let pages: Vec<&Place> =
        places.iter().filter(|p| p.page.is_some() && p.reading == Reading::Straight).collect();
    let texts: Vec<&Text> = pages.iter().map(|place| &place.hay.folded).collect();
    let own: Vec<Text> =
        fixed.iter().cloned().chain(secrets.own_names.iter().map(|n| Text::folded(n))).collect();
    for index in grams::pages(&texts, &own, &secrets.notes) {
        let detail = fill(&ja("attack.note"), &[("place", &pages[index].name)]);
        found.insert(Finding { kind: Kind::Note, page: pages[index].page, detail });
    }
    found.into_iter().collect()
}

fn look(
    place: &Place,
    needles: &Needles,
    fixed: &[Text],
    births: &[chrono::NaiveDate],
    found: &mut BTreeSet<Finding>,
) {
    let mut hit = |kind: Kind, key: &str, form: &str| {
        let form = if form.is_empty() { String::new() } else { ja(&format!("report.paper.leak.{form}")) };
        let room = if matches!(kind, Kind::Code | Kind::Address) { "attack" } else { "report.paper.leak" };
        let sentence = ja(&format!("{room}.{key}"));
        let detail = fill(&sentence, &[("place", &place.name), ("form", &form)]);
        found.insert(Finding { kind, page: place.page, detail });
    };
    let mask = Mask { hay: &place.hay.folded, fixed };
    let turned = place.reading == Reading::Turned;
    for (secret, kind) in &needles.whole {
        match secret {
            Whole::Words(forms)
                if forms.iter().any(|form| (!turned || form.len() >= TURNED) && mask.finds(form)) =>
            {
                let (kind, key) = kind.unwrap_or((Kind::Name, "name"));
                hit(kind, key, "");
            }
            _ if turned => {}
            Whole::Number { form, bare, long } if number(form, bare, *long, &place.hay) => {
                let (kind, key) = kind.unwrap_or((Kind::Number, "number"));
                hit(kind, key, "");
            }
            Whole::Lone(name) if lone(name, &mask) => hit(Kind::LoneName, "lone_name", ""),
            _ => {}
        }
    }
    if turned {
        return;
    }
    let line = |name: &Text| place.lines.iter().any(|hay| lone(name, &Mask { hay, fixed }));
    if needles.lone.iter().any(|name| lone(name, &mask) || line(name)) {
        hit(Kind::LoneName, "lone_name", "");
    }
    if needles.places.iter().any(|name| mask.finds(name)) {
        hit(Kind::Place, "place", "");
    }
    let hay = &place.hay.plain;
    for birth in births.iter().filter(|b| births::anchors(**b).iter().any(|a| hay.holds(a))) {
        for (form, notation) in births::notations(*birth) {
            if hay.stands(&Text::new(notation)) {
                hit(Kind::Birth, "birth", form.key());
            }
        }
    }
}

fn places_of(read: &ReadBack) -> Vec<Place> {
    let name = |key: &str| ja(&format!("report.paper.leak.{key}"));
    let place = |page: Option<usize>, name: String, text: &str, reading: Reading| Place {
        page,
        name,
        hay: Haystack::new(text),
        lines: if reading == Reading::Straight {
            text.lines().map(Text::folded).collect()
        } else {
            Vec::new()
        },
        reading,
    };
    let mut all = Vec::new();
    for (i, text) in read.pages.iter().enumerate() {
        let words = fill(&name("page"), &[("page", &(i + 1).to_string())]);
        all.push(place(Some(i + 1), words.clone(), text, Reading::Straight));
        let readings = [Reading::Level, Reading::Turned, Reading::Turned];
        for (text, reading) in read.views.get(i).into_iter().flatten().zip(readings) {
            all.push(place(Some(i + 1), words.clone(), text, reading));
        }
    }
    let dates = |key: &str| key.ends_with("Date");
    let straight = |name: String, text: &str| place(None, name, text, Reading::Straight);
    let said = read.metadata.iter().filter(|(key, _)| !dates(key));
    all.extend(said.map(|(_, text)| straight(name("metadata"), text)));
    all.extend(read.outline.iter().map(|text| straight(name("outline"), text)));
    all.extend(read.alternatives.iter().map(|text| straight(name("alternative"), text)));
    all.extend(read.strings.iter().map(|text| straight(ja("attack.inside"), text)));
    all.extend(read.file_name.iter().map(|text| straight(ja("attack.file_name"), text)));
    all
}

/// What no report has, whatever it says.
fn foreign(read: &ReadBack) -> BTreeSet<Finding> {
    let mut found = BTreeSet::new();
    let mut add = |kind: Kind, page: Option<usize>, detail: String| {
        found.insert(Finding { kind, page, detail });
    };
    for (kind, page, key) in &read.odd {
        add(*kind, *page, ja(&format!("attack.odd.{key}")));
    }
    for key in read.metadata.keys().filter(|key| !INFORMATION.contains(&key.as_str())) {
        let kind = if key == "XMP" { Kind::Xmp } else { Kind::Author };
        let key: String = key.chars().filter(char::is_ascii_alphanumeric).take(20).collect();
        add(kind, None, fill(&ja("report.paper.leak.author"), &[("key", &key)]));
    }
    let every: String = read.pages.iter().flat_map(|page| page.split_whitespace()).collect();
    let printed = |title: &&String| every.contains(&title.split_whitespace().collect::<String>());
    if !read.outline.iter().all(|title| printed(&title)) {
        add(Kind::Foreign, None, ja("attack.odd.outline"));
    }
    let spare = read.unprinted.len().max(read.spare_glyphs);
    if spare > 0 {
        add(Kind::Glyph, None, fill(&ja("report.paper.leak.unprinted"), &[("n", &spare.to_string())]));
    }
    for table in &read.tables {
        for row in &table.odd_marks {
            let detail = fill(&ja("attack.mask"), &[("id", &table.id)]);
            add(Kind::Mask, table.pages.get(*row).copied(), detail);
        }
        let letters: Vec<char> = table.rows.iter().filter_map(|row| lettered(row.first()?)).collect();
        if letters.iter().enumerate().any(|(i, c)| u32::from(*c) != u32::from('A') + i as u32) {
            add(Kind::Order, table.pages.first().copied(), fill(&ja("attack.order"), &[("id", &table.id)]));
        }
    }
    found
}

/// The letter that stands for a hospital.
fn lettered(caption: &str) -> Option<char> {
    match plain(caption)[..] {
        [letter, '病', '院'] if letter.is_ascii_lowercase() => Some(letter.to_ascii_uppercase()),
        _ => None,
    }
}

/// The report's own words, folded, placeholders cut out.
fn fixed(words: &[String]) -> Vec<Text> {
    let mut all: BTreeSet<String> = BTreeSet::new();
    for word in words {
        let parts = word.split('{').map(|p| p.split_once('}').map_or(p, |(_, after)| after));
        all.extend(parts.map(fold).filter(|part| part.chars().count() > 1));
    }
    all.into_iter().map(Text::new).collect()
}

/// Prepares a secret that is a hit wherever it stands; a number that is too short says nothing.
fn whole(secret: &str) -> Option<Whole> {
    let form = plain(secret);
    if form.iter().any(char::is_ascii_digit) && form.iter().all(char::is_ascii) {
        let bare: Vec<char> = form.iter().copied().filter(char::is_ascii_alphanumeric).collect();
        let letters = bare.iter().any(char::is_ascii_alphabetic);
        let long = !letters && bare.len() >= LONG;
        let text = |chars: Vec<char>| Text::new(chars.into_iter().collect());
        return (letters || bare.len() >= SHORT).then(|| Whole::Number {
            form: text(form),
            bare: text(bare),
            long,
        });
    }
    let name = Text::folded(secret);
    if name.len() < 2 || (name.len() < 3 && name.chars.iter().all(|c| is_kana(*c))) {
        return Some(Whole::Lone(name));
    }
    let parts: Vec<&str> = secret.split_whitespace().collect();
    let turned =
        if let [first, second] = parts[..] { Some(Text::folded(&format!("{second}{first}"))) } else { None };
    Some(Whole::Words(turned.into_iter().chain([name]).collect()))
}

/// A number as a word of its own, with or without its dashes; a long one across spaces and from abroad too.
fn number(form: &Text, bare: &Text, long: bool, hay: &Haystack) -> bool {
    if hay.plain.stands(form) || hay.joined.stands(bare) {
        return true;
    }
    let abroad =
        bare.chars.strip_prefix(&['0']).map(|rest| Text::new(['8', '1'].iter().chain(rest).collect()));
    long && (hay.tight.stands(bare) || abroad.is_some_and(|n| hay.tight.stands(&n) || hay.joined.stands(&n)))
}
