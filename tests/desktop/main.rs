//! Stories in the real window.

mod leaving;
mod lock;
mod main_job;
mod outsider;
mod typing;
