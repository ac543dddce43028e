//! The house: one door, one list of queries and commands.
//!
//! Start with [`contract`] (everything the program can do), then [`house`] (how it is done), then one
//! feature folder. No Tauri, no paths, no clock: what is true around a call comes in as [`Circumstances`].

pub mod circumstances;
pub mod contract;
pub mod failure;
pub mod house;
pub mod topic;

pub mod activities;
pub mod cases;
pub mod consents;
pub mod contacts;
pub mod exchange;
pub mod face;
pub mod homes;
pub mod issues;
pub mod organisations;
pub mod peers;
pub mod plans;
pub mod practice;
pub mod programmes;
pub mod records;
pub mod redaction;
pub mod reports;
pub mod retention;
pub mod road;
pub mod search;
pub mod settings;
pub mod settlement;
pub mod today;
pub mod trash;

pub use circumstances::Circumstances;
pub use failure::Failure;
pub use house::{Cancel, Event, House, Reply};
pub use topic::Topic;
