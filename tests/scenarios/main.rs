//! Stories through the door, over the real store. One file per noun.

mod activities;
mod attack;
mod cases;
mod contacts;
mod crash;
mod disclosure;
mod door;
mod figures;
mod packs;
mod plans;
mod programmes;
mod redaction;
mod releases;
mod reports;
mod search;
mod tables;
mod undo;
mod vault;
