//! What the documents name exists, and no file names the machine it was written on.

use crate::tree::{crates, files, read, root};

/// Texts between backticks that look like a path: with a slash, or with the end of a source file.
fn named_paths(text: &str) -> Vec<String> {
    let is_path = |word: &&str| {
        let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "_-./".contains(c));
        plain && !word.is_empty() && (word.contains('/') || word.ends_with(".rs"))
    };
    let quoted = text.split('`').skip(1).step_by(2);
    quoted.filter(is_path).map(|word| word.trim_end_matches('/').to_owned()).collect()
}

/// Every file and folder, each also without its `src/`.
fn known_paths() -> Vec<String> {
    let mut known = Vec::new();
    for file in files() {
        let mut path = file.as_str();
        known.push(path.to_owned());
        while let Some((folder, _)) = path.rsplit_once('/') {
            known.push(folder.to_owned());
            path = folder;
        }
    }
    known.sort();
    known.dedup();
    let short: Vec<_> = known.iter().map(|path| path.replace("/src/", "/")).collect();
    known.extend(short);
    known
}

#[test]
fn every_path_that_the_architecture_names_exists() {
    let known = known_paths();
    let exists = |named: &String| {
        let end = format!("/{named}");
        known.iter().any(|path| path == named || path.ends_with(&end))
    };
    let missing: Vec<_> =
        named_paths(&read("ARCHITECTURE.md")).into_iter().filter(|named| !exists(named)).collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md names what is not there: {missing:?}");
}

#[test]
fn the_architecture_names_every_crate() {
    let text = read("ARCHITECTURE.md");
    for name in crates() {
        assert!(text.contains(&format!("`crates/{name}`")), "{name}");
    }
}

#[test]
fn the_architecture_has_at_most_300_lines() {
    assert!(read("ARCHITECTURE.md").lines().count() <= 300);
}

/// Where this checkout and its owner live, as far as that is a path nobody writes by chance.
fn machine_paths() -> Vec<String> {
    let here = root().to_string_lossy().into_owned();
    let home = std::env::var("HOME").unwrap_or_default() + "/";
    let is_telling = home.len() > "/root".len();
    let here = Some(here).filter(|here| here.matches('/').count() > 1);
    here.into_iter().chain(Some(home).filter(|_| is_telling)).collect()
}

#[test]
fn no_file_names_the_machine_it_was_written_on() {
    let machine = machine_paths();
    for file in files() {
        let text = read(&file);
        for path in &machine {
            assert!(!text.contains(path.as_str()), "{file} names {path}");
        }
    }
}
