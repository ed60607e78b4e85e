//! The store itself: opened, migrated, closed. The engine's port over it is in `port.rs`.

mod port;

use domain::ids::BrandId;
use engine::ports::StoreError;

use crate::db::{Db, DbError, Migration, Options, Row, Statement, Tx, Val};
use crate::test_data;

/// The schema, oldest change first. A file that was released is never edited.
pub static MIGRATIONS: &[Migration] = &[
    Migration {
        number: 1,
        name: "retention_flow",
        sql: include_str!("../migrations/0001_retention_flow.sql"),
    },
    Migration {
        number: 2,
        name: "playbooks",
        sql: include_str!("../migrations/0002_playbooks.sql"),
    },
];

/// The store on SQLite or PostgreSQL. Clones share the database.
#[derive(Debug, Clone)]
pub struct SqlStore {
    db: Db,
}

impl SqlStore {
    /// Opens `sqlite:path`, a plain path or `postgres://…`; see [`Db::open`]. Call
    /// [`SqlStore::migrate`] before the first use.
    ///
    /// # Errors
    /// [`DbError`] when the file cannot be made or the URL is wrong.
    pub fn open(url: &str, options: &Options) -> Result<SqlStore, DbError> {
        Ok(SqlStore { db: Db::open(url, options)? })
    }

    /// Brings the schema up to date; returns how many migrations ran.
    ///
    /// # Errors
    /// [`DbError::Schema`] when the database is newer than this program or a migration failed.
    pub async fn migrate(&self) -> Result<usize, DbError> {
        self.db.migrate(MIGRATIONS).await
    }

    /// Commits what waits and closes; later calls answer [`StoreError::Overloaded`].
    pub async fn close(&self) {
        self.db.close().await;
    }

    /// Throws away what a brand collected in test mode; brand, keys, connection and
    /// playbooks stay. Live data is never touched.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing is thrown away.
    pub async fn clear_test_data(&self, brand_id: &BrandId) -> Result<(), StoreError> {
        let brand_id = brand_id.clone();
        self.db.write(brand_id, |tx: &mut Tx, id| Box::pin(test_data::clear(tx, id))).await
    }

    async fn find<T>(
        &self,
        statement: &'static Statement,
        params: &[Val],
        read: fn(&Row) -> Result<T, DbError>,
    ) -> Result<Option<T>, StoreError> {
        let row = self.db.read_opt(statement, params).await?;
        Ok(row.as_ref().map(read).transpose()?)
    }

    async fn list<T>(
        &self,
        statement: &'static Statement,
        params: &[Val],
        read: fn(&Row) -> Result<T, DbError>,
    ) -> Result<Vec<T>, StoreError> {
        let rows = self.db.read(statement, params).await?;
        Ok(rows.iter().map(read).collect::<Result<_, _>>()?)
    }
}
