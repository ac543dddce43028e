//! The fictional ward that the stories share.
