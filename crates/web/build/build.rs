//! What is made before the crate is compiled: the files of `npm run build` and the view's words.

mod assets;
mod messages;
mod source;

use std::path::PathBuf;
use std::{env, error, fs};

/// Whatever stops a build.
pub(crate) type BuildError = Box<dyn error::Error>;

fn main() -> Result<(), BuildError> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    assets::embed(&root.join("../.."), &out)?;
    fs::write(out.join("messages.rs"), messages::generate(&root.join("locales"))?)?;
    Ok(())
}
