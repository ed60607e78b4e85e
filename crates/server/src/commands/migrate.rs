//! `renumerate migrate`.

use store::SqlStore;

use super::{Failure, say};
use crate::cli::DatabaseArgs;
use crate::settings::CoreSettings;

pub(super) async fn run(args: DatabaseArgs) -> Result<(), Failure> {
    let settings = CoreSettings::read(&args)?;
    let store = SqlStore::open(&settings.database_url, &store::db::Options::default())?;
    let ran = store.migrate().await?;
    say(format_args!("{ran} migrations applied; the database is up to date"));
    store.close().await;
    Ok(())
}
