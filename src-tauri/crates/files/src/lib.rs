//! The folder of a vault on disk, and the desk at which a roof asks for everything.
//!
//! | here | what |
//! |---|---|
//! | [`VaultFolder`] | one open vault: its lock, its key files, its database |
//! | [`backup`] | the one-file backup: make, list, check, bring back |
//! | [`pack`] | a folder of CSV files into memory and back |
//! | [`write`] | files that are whole or not there |
//! | [`Desk`] | what the window and the test bridge call, by name |

pub mod backup;
mod clock;
pub mod desk;
mod fixed_folder;
mod folder;
mod heads;
pub mod pack;
mod refusal;
mod side;
mod sidecars;
pub mod write;

pub use clock::{Clock, entropy};
pub use desk::{Chooser, Desk, DeskSettings, read_list};
pub use fixed_folder::FixedFolder;
pub use folder::{Opened, Standing, VaultFolder};
pub use heads::Age;
pub use refusal::FilesError;
pub use store::vault::{KdfCost, RecoveryCode};
