//! The house: one door, one list of queries and commands.
