//! Stories in the real window.

mod bell;
mod by_keys;
mod leaving;
mod lock;
mod main_job;
mod outsider;
mod typing;
mod week;
