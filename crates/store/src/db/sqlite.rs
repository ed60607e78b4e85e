//! SQLite: connections, statements, and the door to the writer thread.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::{CachedStatement, Connection, OpenFlags};

use super::writer::Writer;
use super::{DbError, Options, Row, Statement, Val};

/// The SQLite side of a [`super::Db`]: one writer thread and as many read connections as there are
/// threads reading at once.
#[derive(Debug)]
pub(super) struct Sqlite {
    pub(super) path: PathBuf,
    pub(super) options: Options,
    pub(super) writer: Writer,
    idle: Mutex<Vec<Connection>>,
}

impl Sqlite {
    pub(super) fn open(path: &Path, options: &Options) -> Result<Sqlite, DbError> {
        create_private(path)?;
        let connection = connect(path, options)?;
        Ok(Sqlite {
            path: path.to_owned(),
            options: options.clone(),
            writer: Writer::start(connection, options)?,
            idle: Mutex::new(Vec::new()),
        })
    }

    /// Runs a short read on the calling thread; it waits for no lock and no disk write.
    pub(super) fn read(
        &self,
        statement: &'static Statement,
        params: &[Val],
    ) -> Result<Vec<Row>, DbError> {
        let pooled = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match pooled {
            Some(connection) => connection,
            None => {
                let connection = connect(&self.path, &self.options)?;
                connection.pragma_update(None, "query_only", true)?;
                connection
            }
        };
        let rows = query(&connection, statement, params);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        rows
    }

    pub(super) fn prepare(&self, statement: &'static Statement) -> Result<(), DbError> {
        connect(&self.path, &self.options)?.prepare(statement.for_sqlite())?;
        Ok(())
    }

    pub(super) async fn close(&self) {
        self.writer.close().await;
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// Opens the file for reading and writing with the settings every connection shares.
pub(super) fn connect(path: &Path, options: &Options) -> Result<Connection, DbError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(options.lock_wait)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    // FULL: the commit is on the disk before anybody is answered.
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Plans do not depend on bound values. Otherwise SQLite plans some statements anew at each use.
    connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(256);
    if let Some(bytes) = options.max_file_bytes {
        let page: u32 = connection.query_row("PRAGMA page_size", (), |row| row.get(0))?;
        let pages = i64::try_from(bytes / u64::from(page.max(1))).unwrap_or(i64::MAX);
        connection.pragma_update(None, "max_page_count", pages)?;
    }
    Ok(connection)
}

/// The file holds customers' answers, so other accounts of the machine may not read it. SQLite
/// gives its side files the same permissions.
fn create_private(path: &Path) -> Result<(), DbError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) => Err(DbError::Unavailable(format!("{}: {error}", path.display()))),
    }
}

pub(super) fn query(
    connection: &Connection,
    statement: &'static Statement,
    params: &[Val],
) -> Result<Vec<Row>, DbError> {
    let mut prepared = bind(connection, statement, params)?;
    statement.learn_columns(prepared.column_names());
    let width = prepared.column_count();
    let mut answer = Vec::new();
    let mut rows = prepared.raw_query();
    while let Some(row) = rows.next()? {
        let mut values = Vec::with_capacity(width);
        for index in 0..width {
            values.push(Val::from_sqlite(row.get_ref(index)?)?);
        }
        answer.push(Row::new(statement, values));
    }
    Ok(answer)
}

pub(super) fn execute(
    connection: &Connection,
    statement: &'static Statement,
    params: &[Val],
) -> Result<u64, DbError> {
    let touched = bind(connection, statement, params)?.raw_execute()?;
    Ok(touched as u64)
}

fn bind<'c>(
    connection: &'c Connection,
    statement: &'static Statement,
    params: &[Val],
) -> Result<CachedStatement<'c>, DbError> {
    let mut prepared = connection.prepare_cached(statement.for_sqlite())?;
    let takes = prepared.parameter_count();
    if takes != params.len() {
        let given = params.len();
        return Err(DbError::Engine(format!("the statement takes {takes} values, not {given}")));
    }
    for (index, value) in params.iter().enumerate() {
        value.check()?;
        prepared.raw_bind_parameter(index + 1, value)?;
    }
    Ok(prepared)
}
