//! Writes every sample of every page of the retention view to a directory, to be looked at:
//! `cargo run -p web --example gallery -- target/gallery`.

use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let directory = PathBuf::from(std::env::args().nth(1).ok_or("usage: gallery DIRECTORY")?);
    std::fs::create_dir_all(&directory)?;
    let mut index = String::from("<!doctype html><title>Gallery</title><ul>");
    for (name, html) in web::view::pages::samples::gallery()? {
        std::fs::write(directory.join(format!("{name}.html")), html)?;
        write!(index, "<li><a href=\"{name}.html\">{name}</a>")?;
    }
    std::fs::write(directory.join("index.html"), index)?;
    Ok(())
}
