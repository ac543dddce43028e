//! The flow of blocks over pages. A block is a stack of strips that cannot be cut; strips may hold on to the
//! next one, so a heading never stands alone and a paragraph never leaves one line behind.

use super::{DEPTH, LEFT, STEP, TOP};
use crate::page::{Mark, OutlineEntry, Page, Shape};

/// Tolerance of comparisons, in points.
const HAIR: f32 = 0.05;

/// A strip of the page as wide as the text. Its marks count from its upper left corner.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    /// Space above, dropped at the top of a page.
    pub above: f32,
    /// Height.
    pub height: f32,
    /// What lies on it.
    pub marks: Vec<Mark>,
    /// Stays on one page with the next strip.
    pub holds: bool,
    /// Room that must be left on the page, or a new one is begun.
    pub room: f32,
    /// A head to repeat above this strip when it comes to stand first on a page: index into [`Flow::heads`].
    pub head: Option<usize>,
    /// Level and title of its entry in the outline.
    pub outline: Option<(u8, String)>,
}

/// A column of strips, to be cut into pages.
#[derive(Debug, Default)]
pub struct Flow {
    strips: Vec<Strip>,
    heads: Vec<Strip>,
}

impl Flow {
    /// Adds a strip.
    pub fn push(&mut self, strip: Strip) {
        self.strips.push(strip);
    }
    /// Adds a head that is repeated after a break, and returns its number.
    pub fn head(&mut self, head: Strip) -> usize {
        self.heads.push(head);
        self.heads.len() - 1
    }
    /// Number of strips.
    pub fn count(&self) -> usize {
        self.strips.len()
    }
    /// Keeps what was set last on the page of what follows it.
    pub fn hold_last(&mut self) {
        for strip in self.strips.iter_mut().rev() {
            strip.holds = true;
            // White space holds what is above it.
            if !strip.marks.is_empty() {
                break;
            }
        }
    }
    /// Keeps everything from a strip on together, if a page can hold it.
    pub fn hold_from(&mut self, first: usize) {
        let Some(strips) = self.strips.get_mut(first..) else { return };
        if strips.iter().map(|strip| strip.above + strip.height).sum::<f32>() > DEPTH {
            return;
        }
        if let [held @ .., _] = strips {
            held.iter_mut().for_each(|strip| strip.holds = true);
        }
    }
    /// Cuts the column into pages. Page numbers in the outline count from `first`.
    pub fn pages(self, first: usize) -> (Vec<Page>, Vec<OutlineEntry>) {
        let mut cut = Cut { heads: &self.heads, first, y: 0.0, pages: Vec::new(), outline: Vec::new() };
        let mut chain: Vec<Strip> = Vec::new();
        for strip in self.strips {
            let holds = strip.holds;
            chain.push(strip);
            if !holds {
                cut.place(std::mem::take(&mut chain));
            }
        }
        cut.place(chain);
        (cut.pages, cut.outline)
    }
}

struct Cut<'a> {
    heads: &'a [Strip],
    first: usize,
    y: f32,
    pages: Vec<Page>,
    outline: Vec<OutlineEntry>,
}

impl Cut<'_> {
    fn place(&mut self, chain: Vec<Strip>) {
        let Some(opening) = chain.first() else { return };
        let height: f32 = chain.iter().map(|s| s.above + s.height).sum();
        let room = DEPTH - self.y;
        // White space alone asks for no page.
        if chain.iter().all(|s| s.marks.is_empty() && s.outline.is_none()) {
            if self.y > 0.0 {
                self.y = (self.y + height).min(DEPTH);
            }
            return;
        }
        if self.pages.is_empty() || (self.y > 0.0 && height.max(opening.room) > room + HAIR) {
            self.turn(opening.head);
        }
        for strip in chain {
            let above = if self.y > 0.0 { strip.above } else { 0.0 };
            if self.y > 0.0 && self.y + above + strip.height > DEPTH + HAIR {
                self.turn(strip.head);
            }
            let above = if self.y > 0.0 { strip.above } else { 0.0 };
            self.y += above;
            self.set(strip);
        }
    }

    fn turn(&mut self, head: Option<usize>) {
        if let (Some(page), Some(head)) = (self.pages.last_mut(), head.and_then(|h| self.heads.get(h))) {
            // Where a table goes on overleaf, its last row on this page is closed by a hairline.
            let rule = head.marks.iter().find(|mark| matches!(mark.shape, Shape::Line { .. }));
            page.marks.extend(rule.and_then(|rule| closing(rule, self.y)).map(|mark| mark.moved(LEFT, TOP)));
        }
        self.pages.push(Page::default());
        self.y = 0.0;
        if let Some(head) = head.and_then(|h| self.heads.get(h)) {
            self.set(head.clone());
        }
    }

    fn set(&mut self, strip: Strip) {
        let page = self.pages.len().saturating_sub(1);
        if let Some((level, title)) = strip.outline {
            self.outline.push(OutlineEntry { level, title, page: self.first + page, y: TOP + self.y - STEP });
        }
        if let Some(page) = self.pages.last_mut() {
            page.marks.extend(strip.marks.into_iter().map(|mark| mark.moved(LEFT, TOP + self.y)));
        }
        self.y += strip.height;
    }
}

/// A hairline as wide as a rule, at a height.
fn closing(rule: &Mark, y: f32) -> Option<Mark> {
    let Shape::Line { points, colour, .. } = &rule.shape else { return None };
    let points = points.iter().map(|point| (point.0, y)).collect();
    Some(Mark { element: None, shape: Shape::Line { points, width: 0.4, colour: *colour, dash: 0.0 } })
}

/// A height on the grid that holds `points`.
pub fn on_grid(points: f32) -> f32 {
    ((points - HAIR) / STEP).ceil() * STEP
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(height: f32, holds: bool, head: Option<usize>) -> Strip {
        Strip { height, holds, head, outline: Some((1, height.to_string())), ..Strip::default() }
    }

    #[test]
    fn what_holds_together_moves_to_the_next_page_together() {
        let mut flow = Flow::default();
        flow.push(strip(DEPTH - 10.0, false, None));
        flow.push(strip(6.0, true, None));
        flow.push(strip(6.0, false, None));
        let (pages, outline) = flow.pages(2);
        assert_eq!(pages.len(), 2);
        assert_eq!(outline.iter().map(|o| o.page).collect::<Vec<_>>(), [2, 3, 3]);
    }

    #[test]
    fn what_a_page_can_hold_is_kept_whole_and_what_it_cannot_is_not() {
        for (height, whole) in [(30.0, true), (DEPTH / 2.0, false)] {
            let mut flow = Flow::default();
            flow.push(strip(DEPTH - 50.0, false, None));
            let first = flow.count();
            flow.push(strip(height, false, None));
            flow.push(strip(height, false, None));
            flow.push(strip(1.0, false, None));
            flow.hold_from(first);
            let held: Vec<bool> = flow.strips[first..].iter().map(|strip| strip.holds).collect();
            assert_eq!(held, [whole, whole, false]);
            let outline = flow.pages(0).1;
            let pages: Vec<usize> = outline[1..].iter().map(|entry| entry.page).collect();
            assert_eq!(pages, if whole { [1, 1, 1] } else { [1, 1, 2] });
        }
    }

    #[test]
    fn white_space_at_the_foot_begins_no_page() {
        let mut flow = Flow::default();
        flow.push(strip(DEPTH - 5.0, false, None));
        flow.push(Strip { above: STEP, ..Strip::default() });
        assert_eq!(flow.pages(0).0.len(), 1);
    }

    #[test]
    fn a_head_is_repeated_where_its_table_goes_on() {
        let mut flow = Flow::default();
        let head = flow.head(Strip { height: 20.0, outline: Some((9, "head".into())), ..Strip::default() });
        flow.push(strip(DEPTH - 5.0, false, None));
        for _ in 0..3 {
            flow.push(strip(DEPTH / 2.0 - 20.0, false, Some(head)));
        }
        let (pages, outline) = flow.pages(0);
        assert_eq!(pages.len(), 3);
        assert_eq!(outline.iter().filter(|o| o.title == "head").map(|o| o.page).collect::<Vec<_>>(), [1, 2]);
    }
}
