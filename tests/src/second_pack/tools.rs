//! Dice, days and sheets from which a ward is made.

/// Dice that fall the same way for the same seed (splitmix64).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    pub(super) fn below(&mut self, n: usize) -> usize {
        (self.roll() % n.max(1) as u64) as usize
    }
    pub(super) fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }
    pub(super) fn percent(&mut self, n: usize) -> bool {
        self.below(100) < n
    }
    pub(super) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

const DAYS: [usize; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// A day as a number of days that sorts and moves: 372 to the year, 31 to the month, so that no calendar is needed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(pub(super) usize);

impl Day {
    pub(super) const fn of(year: usize, month: usize, day: usize) -> Self {
        Self(year * 372 + (month - 1) * 31 + day - 1)
    }
    pub(super) const fn later(self, days: usize) -> Self {
        Self(self.0 + days)
    }
    pub(super) fn text(self) -> String {
        let (year, month, day) = (self.0 / 372, self.0 % 372 / 31, self.0 % 31 + 1);
        format!("{year:04}-{:02}-{:02}", month + 1, day.min(DAYS[month]))
    }
    /// The date, now and then known to the month or the year only.
    pub(super) fn perhaps_partial(self, dice: &mut Dice) -> String {
        let text = self.text();
        match dice.below(20) {
            0 => text[..4].to_owned(),
            1 | 2 => text[..7].to_owned(),
            _ => text,
        }
    }
}

pub(super) struct Sheet {
    head: &'static str,
    pub(super) rows: Vec<Vec<String>>,
}

impl Sheet {
    pub(super) const fn new(head: &'static str) -> Self {
        Self { head, rows: Vec::new() }
    }
    pub(super) fn row(&mut self, cells: &[&str]) {
        self.rows.push(cells.iter().map(|c| (*c).to_owned()).collect());
    }
    pub(super) fn bytes(&self, bom: bool) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(self.head.split(',')).unwrap();
        for row in &self.rows {
            writer.write_record(row).unwrap();
        }
        let text = writer.into_inner().unwrap();
        if bom { [b"\xEF\xBB\xBF".as_slice(), &text].concat() } else { text }
    }
}
