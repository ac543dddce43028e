//! Stories through the door, over the real store. One file per noun.

mod activities;
mod attack;
mod cases;
mod consents;
mod contacts;
mod crash;
mod disclosure;
mod door;
mod faces;
mod figures;
mod handed;
mod notes;
mod packs;
mod plans;
mod programmes;
mod records;
mod redaction;
mod releases;
mod reports;
mod road;
mod search;
mod tables;
mod trash;
mod twins;
mod undo;
mod vault;
