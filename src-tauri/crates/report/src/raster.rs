//! Pictures of the finished bytes, drawn by a reader that knows nothing of the writer.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// The page cannot be drawn.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("cannot draw page {0}")]
pub struct RasterError(pub usize);

/// Widest picture, in pixels.
const WIDEST: u32 = 4000;

/// A page, counted from 0, as PNG of the given width.
pub fn page(bytes: &[u8], page: usize, width_px: u32) -> Result<Vec<u8>, RasterError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| RasterError(page))?;
    let leaf = pdf.pages().get(page).ok_or(RasterError(page))?;
    let (width, _) = leaf.render_dimensions();
    let scale = width_px.clamp(1, WIDEST) as f32 / width;
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let picture = render(
        leaf,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    picture.into_png().map_err(|_| RasterError(page))
}

/// Number of pages of the finished bytes.
pub fn pages(bytes: &[u8]) -> usize {
    Pdf::new(bytes.to_vec()).map_or(0, |pdf| pdf.pages().len())
}
