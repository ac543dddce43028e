//! Memory. The only room with SQL.
