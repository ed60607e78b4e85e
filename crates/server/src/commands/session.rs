//! `renumerate session explain`.

mod explanation;

use domain::brand::Brand;
use domain::ids::SessionUid;
use engine::Engine;
use engine::ports::FlowRecord;
use engine::vault::SESSION_PREFIX;

use super::brand::{found_brand, tool};
use super::{Failure, say};
use crate::cli::session::{ExplainArgs, SessionCommand};
use crate::settings::SettingsError;
use explanation::Explanation;

/// How the references of decisions begin.
const REFERENCE_PREFIX: &str = "RN-";

pub(super) async fn run(command: SessionCommand) -> Result<(), Failure> {
    match command {
        SessionCommand::Explain(args) => explain(args).await,
    }
}

async fn explain(args: ExplainArgs) -> Result<(), Failure> {
    let (_, store, engine) = tool(&args.database).await?;
    let uid = session_uid(&engine, &args.session)?;
    let (brand, flow) = find(&engine, &uid, args.brand_id.as_deref()).await?;
    let explanation = Explanation::read(&engine, brand, flow).await?;
    if args.json {
        say(explanation.json());
    } else {
        explanation.lines().iter().for_each(say);
    }
    store.close().await;
    Ok(())
}

fn wrong(message: String) -> Failure {
    SettingsError::new(message).into()
}

fn session_uid(engine: &Engine, text: &str) -> Result<SessionUid, Failure> {
    if text.starts_with(REFERENCE_PREFIX) {
        return Err(wrong(format!(
            "`{text}` is the reference of a decision; decisions cannot be looked up by it yet. \
             Name the session: `rs_…` as in events, or `ret_…` as your backend got it"
        )));
    }
    if text.starts_with(SESSION_PREFIX) {
        let opened = engine.directory().read_session(text);
        return opened.map(|claims| claims.uid).map_err(|error| {
            wrong(format!("the session cannot be read: {error}, or its master key is gone"))
        });
    }
    SessionUid::parse(text)
        .map_err(|error| wrong(format!("`{text}` is no session: {error}, or with `ret_`")))
}

async fn find(
    engine: &Engine,
    uid: &SessionUid,
    brand_id: Option<&str>,
) -> Result<(Brand, FlowRecord), Failure> {
    let brands = match brand_id {
        Some(text) => vec![found_brand(engine, text).await?],
        None => engine.store().list_brands().await?,
    };
    for brand in brands {
        if let Some(flow) = engine.store().find_flow(&brand.id, uid).await? {
            return Ok((brand, flow));
        }
    }
    let who = brand_id.map_or_else(|| "no brand here has".to_owned(), |id| format!("{id} lacks"));
    Err(wrong(format!(
        "{who} an opened session {uid}. Making a session writes nothing: it is kept from the first \
         look at it"
    )))
}
