//! `renumerate playbook import | publish | rollback | history`.

use engine::playbooks::{Published, Publisher};

use super::check::{errors, in_words, judge};
use super::{Desk, read, wrong};
use crate::cli::playbook::{HistoryArgs, ImportArgs, PublishArgs, RollbackArgs};
use crate::commands::{Failure, say};

/// Characters of a hash that are shown.
const SHORT: usize = 12;

pub(super) async fn import(args: ImportArgs) -> Result<(), Failure> {
    let by = given("--by", &args.by)?;
    let text = read(&args.file)?;
    let desk = Desk::open(&args.of).await?;
    let (_, findings) = judge(&text, Some(&desk), true).await?;
    let name = args.file.display();
    for finding in &findings {
        say(format_args!("{name}:{finding}"));
    }
    desk.engine.save_playbook_draft(&desk.brand.id, desk.mode, text, by).await?;
    say(format_args!(
        "{name} is the draft of {}; it has {}",
        desk.brand.id,
        in_words(errors(&findings))
    ));
    desk.store.close().await;
    Ok(())
}

pub(super) async fn publish(args: PublishArgs) -> Result<(), Failure> {
    let publisher = publisher(&args.by, &args.why)?;
    let desk = Desk::open(&args.of).await?;
    let (name, text) = match &args.file {
        Some(file) => (file.display().to_string(), read(file)?),
        None => {
            let draft = desk.engine.playbook_draft(&desk.brand.id, desk.mode).await?;
            let message = || wrong(format!("{} has no draft; name a file", desk.brand.id));
            ("draft".to_owned(), draft.ok_or_else(message)?.source)
        }
    };
    let (parsed, findings) = judge(&text, Some(&desk), args.skip_prices).await?;
    for finding in &findings {
        say(format_args!("{name}:{finding}"));
    }
    let count = errors(&findings);
    let Some(parsed) = parsed.filter(|_| count == 0) else {
        let message =
            format!("{name} has {} and is not published; correct it first", in_words(count));
        return Err(wrong(message));
    };
    let published = desk
        .engine
        .publish_playbook(&desk.brand.id, desk.mode, parsed.playbook, text, publisher)
        .await;
    done(desk, published, "published").await
}

pub(super) async fn roll_back(args: RollbackArgs) -> Result<(), Failure> {
    let publisher = publisher(&args.by, &args.why)?;
    let desk = Desk::open(&args.of).await?;
    let published =
        desk.engine.roll_back_playbook(&desk.brand.id, desk.mode, &args.version, publisher).await;
    done(desk, published, "brought back").await
}

async fn done(
    desk: Desk,
    published: Result<Published, engine::playbooks::PublishError>,
    what: &str,
) -> Result<(), Failure> {
    let published = published.map_err(|error| wrong(error.to_string()))?;
    say(format_args!(
        "version {} of {} is {what} as number {}; sessions that are open keep theirs",
        short(&published.hash),
        desk.brand.id,
        published.number
    ));
    desk.store.close().await;
    Ok(())
}

pub(super) async fn history(args: HistoryArgs) -> Result<(), Failure> {
    let desk = Desk::open(&args.of).await?;
    let history = desk.engine.playbook_history(&desk.brand.id, desk.mode).await?;
    for each in &history {
        if args.json {
            say(serde_json::json!({
                "number": each.number, "hash": each.hash, "is_rollback": each.is_rollback,
                "by": each.by, "why": each.why, "at": each.at,
            }));
        } else {
            let back = if each.is_rollback { " (brought back)" } else { "" };
            say(format_args!(
                "{}  {}  {}{back}  {}: {}",
                each.number,
                short(&each.hash),
                each.at,
                each.by,
                each.why
            ));
        }
    }
    if history.is_empty() && !args.json {
        say("nothing is published; sessions follow the built-in playbook");
    }
    desk.store.close().await;
    Ok(())
}

fn publisher(by: &str, why: &str) -> Result<Publisher, Failure> {
    Ok(Publisher { by: given("--by", by)?, why: given("--why", why)? })
}

fn given(flag: &str, text: &str) -> Result<String, Failure> {
    match text.trim() {
        "" => Err(wrong(format!("{flag} is empty; the history needs it"))),
        text => Ok(text.to_owned()),
    }
}

fn short(hash: &str) -> &str {
    hash.get(..SHORT).unwrap_or(hash)
}
