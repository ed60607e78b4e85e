//! Puts the sample page that `npm run build` made into the program.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Where the page is built to.
const PAGE: &str = "demo/dist";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../..");
    let page = root.join(PAGE);
    println!("cargo::rerun-if-changed={}", page.display());
    let mut files = Vec::new();
    if page.exists() {
        collect(&page, &mut files)?;
    } else if env::var("PROFILE")? == "release" {
        return Err(format!("{PAGE} is missing: run `make build`, which builds it first").into());
    } else {
        println!("cargo::warning={PAGE} is missing: run `make assets`; going on without the page");
    }
    files.sort();
    let mut code = String::from("pub(super) const FILES: &[(&str, &[u8])] = &[\n");
    for file in &files {
        let name = file.strip_prefix(&page)?.to_string_lossy().replace('\\', "/");
        writeln!(code, "    ({name:?}, include_bytes!({:?})),", fs::canonicalize(file)?)?;
    }
    code.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("demo_files.rs"), code)?;
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        println!("cargo::rerun-if-changed={}", path.display());
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
