//! Stories: activities.
