//! Files stay small enough to be read in one go.

use crate::tree::{files, read};

/// No source file is longer, in lines.
const REFUSED_AT: usize = 600;
/// Half of the source files are shorter, in lines.
const MEDIAN: usize = 120;

/// Source files with their lengths; tests apart.
fn sources() -> Vec<(usize, String)> {
    let is_source = |path: &String| {
        let is_code = [".rs", ".ts", ".tsx"].iter().any(|end| path.ends_with(end));
        is_code && path.contains("/src/") && !path.contains(".test.")
    };
    let lengths = files().into_iter().filter(is_source);
    lengths.map(|path| (read(&path).lines().count(), path)).collect()
}

#[test]
fn no_source_file_is_longer_than_600_lines() {
    for (lines, path) in sources() {
        assert!(lines <= REFUSED_AT, "{path} has {lines} lines: split it");
    }
}

#[test]
fn half_of_the_source_files_are_shorter_than_120_lines() {
    let mut sources = sources();
    sources.sort();
    let (median, _) = &sources[sources.len() / 2];
    assert!(*median < MEDIAN, "the median is {median} lines");
}
