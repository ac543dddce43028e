//! The practice: types and rules of the ward. No IO, no SQL, no clock, no wording of screens.
//!
//! | 日本語 | here |
//! |---|---|
//! | 対象者・ケース | `client` (the human being), `case` (one episode of support) |
//! | 支援経過記録 | `contact` |
//! | 段階（入口から出口まで） | [`vocabulary::Stage`] |
//! | 年度 | [`calendar::FiscalYear`] |
//! | さがす言葉としぼり込み | [`asked::Asked`] |
//! | 実人数・延べ件数 | distinct persons, contacts: [`metrics`] |
//! | 地域移行・定着の様式 | [`open_format`] |

pub mod alerts;
pub mod asked;
pub mod calendar;
pub mod checklist;
pub mod likeness;
pub mod measure;
pub mod metrics;
pub mod open_format;
pub mod road;
pub mod text;
pub mod vocabulary;
