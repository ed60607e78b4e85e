//! Puts the files that `npm run build` made into the program.
//!
//! Without them a release build stops and says what to run; a debug build goes on with an empty
//! script, so that `cargo check` works in a fresh checkout.

use std::path::Path;
use std::{env, fs};

use crate::BuildError;

const SDK: &str = "packages/js/dist/renumerate.iife.js";
const VIEW: &str = "packages/view/dist/view.js";

pub(crate) fn embed(root: &Path, out: &Path) -> Result<(), BuildError> {
    let version = sdk_version(root)?;
    let package = format!("packages/js/dist-pack/renumerate-js-{version}.tgz");
    take(root, SDK, &out.join("sdk.js"))?;
    take(root, VIEW, &out.join("view.js"))?;
    take(root, &package, &out.join("package.tgz"))?;
    fs::write(
        out.join("assets.rs"),
        format!(
            "/// Version of the SDK inside.\n\
             pub const SDK_VERSION: &str = {version:?};\n\
             pub(super) const SDK_SCRIPT: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/sdk.js\"));\n\
             pub(super) const VIEW_SCRIPT: &str = include_str!(concat!(env!(\"OUT_DIR\"), \"/view.js\"));\n\
             pub(super) const PACKAGE: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/package.tgz\"));\n"
        ),
    )?;
    Ok(())
}

fn sdk_version(root: &Path) -> Result<String, BuildError> {
    let manifest = root.join("packages/js/package.json");
    println!("cargo::rerun-if-changed={}", manifest.display());
    let text = fs::read_to_string(manifest)?;
    let line = text.lines().find(|line| line.trim_start().starts_with("\"version\""));
    let version = line.and_then(|line| line.split('"').nth(3));
    Ok(version.ok_or("packages/js/package.json names no version")?.to_owned())
}

fn take(root: &Path, from: &str, to: &Path) -> Result<(), BuildError> {
    let path = root.join(from);
    println!("cargo::rerun-if-changed={}", path.display());
    if path.exists() {
        fs::copy(path, to)?;
        return Ok(());
    }
    if env::var("PROFILE")? == "release" {
        return Err(format!("{from} is missing: run `make build`, which builds it first").into());
    }
    println!("cargo::warning={from} is missing: run `make assets`; going on with an empty file");
    fs::write(to, "")?;
    Ok(())
}
