//! Paper. Figures in, pages out.
//!
//! A document function returns pages of marks ([`page`]); the inks only translate them. Numbers enter as
//! `disclosure::Released` and nothing else; names never enter, except as the search list of [`attack`] and on the papers
//! of the practice ([`documents::records`]), which are no reports.

pub mod attack;
pub mod chart;
pub mod documents;
pub mod fonts;
pub mod ink;
pub mod page;
pub mod raster;
pub mod typeset;

pub use documents::annual::{Annual, Chapter, ChartKind, Cover, Header, Section, lay_out};
pub use documents::keys::{Key, of_released as key_figures};
pub use documents::leaflet::{Leaflet, Part, lay_out as lay_out_leaflet};
pub use documents::network::{Network, NetworkBox};
pub use fonts::Fonts;
pub use page::Document;
