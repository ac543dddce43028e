//! Lists as people keep them: thirty text files and twenty workbooks, each with what must be read from it, and both
//! parsers against bytes that nobody wrote. Every person and place is invented.

mod books;
mod files;
mod fuzz;
mod summary;
