//! Integration tests of the web crate, one binary.

#[cfg(test)]
mod pages;
