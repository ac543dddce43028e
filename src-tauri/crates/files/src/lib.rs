//! The folder of a vault on disk: lock, key files, atomic writes, backups.
