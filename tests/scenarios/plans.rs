//! Stories: plans.
