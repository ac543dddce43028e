//! Stories in the real window.

mod leaving;
mod main_job;
mod outsider;
