//! `renumerate playbook diff`.

use std::path::Path;

use domain::playbook::{Playbook, diff};

use super::{Desk, parse, read, wrong};
use crate::cli::playbook::DiffArgs;
use crate::commands::{Failure, say};

pub(super) async fn run(args: DiffArgs) -> Result<(), Failure> {
    let desk = Desk::maybe(&args.of).await?;
    let first = named(&args.old, desk.as_ref()).await?;
    let (old, new) = match &args.new {
        Some(new) => (first, named(new, desk.as_ref()).await?),
        None => (published(desk.as_ref()).await?, first),
    };
    for change in diff(&old, &new) {
        if args.json {
            say(serde_json::json!(change));
        } else {
            say(change);
        }
    }
    if let Some(desk) = desk {
        desk.store.close().await;
    }
    Ok(())
}

/// A file, or a version of the brand.
async fn named(name: &str, desk: Option<&Desk>) -> Result<Playbook, Failure> {
    let file = Path::new(name);
    let text = match desk {
        _ if file.exists() => read(file)?,
        Some(desk) => desk.version_text(name).await?,
        None => {
            let message = format!("there is no file `{name}`; for a version, name the --brand");
            return Err(wrong(message));
        }
    };
    parse(&text, name)
}

/// What is published; the built-in playbook when no brand is named.
async fn published(desk: Option<&Desk>) -> Result<Playbook, Failure> {
    match desk {
        Some(desk) => parse(&desk.published_text().await?, "the published playbook"),
        None => Ok(domain::playbook::built_in()),
    }
}
