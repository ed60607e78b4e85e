//! A row that knows where it came from, so that a bad one can be found.

use super::{DbError, Statement, Val};

/// One row of an answer. By convention the first column of every SELECT and RETURNING is the row's
/// id: errors name it.
#[derive(Debug, Clone)]
pub struct Row {
    statement: &'static Statement,
    values: Vec<Val>,
}

impl Row {
    pub(super) fn new(statement: &'static Statement, values: Vec<Val>) -> Row {
        Row { statement, values }
    }

    /// The integer in `column`. Refuses NULL and every other kind.
    pub fn int(&self, column: &str) -> Result<i64, DbError> {
        self.required(column, "an integer", self.opt_int(column)?)
    }

    /// The integer in `column`, `None` for NULL.
    pub fn opt_int(&self, column: &str) -> Result<Option<i64>, DbError> {
        match self.value(column)? {
            Val::Int(v) => Ok(Some(*v)),
            Val::Null => Ok(None),
            other => Err(self.mismatch(column, "an integer", other)),
        }
    }

    /// The real number in `column`; an integer is widened, as SQLite may answer with one.
    pub fn real(&self, column: &str) -> Result<f64, DbError> {
        match self.value(column)? {
            Val::Real(v) => Ok(*v),
            Val::Int(v) => Ok(*v as f64),
            other => Err(self.mismatch(column, "a real number", other)),
        }
    }

    /// The truth value in `column`: a boolean, or SQLite's 0 and 1.
    pub fn bool(&self, column: &str) -> Result<bool, DbError> {
        match self.value(column)? {
            Val::Bool(v) => Ok(*v),
            Val::Int(v @ (0 | 1)) => Ok(*v == 1),
            other => Err(self.mismatch(column, "a boolean", other)),
        }
    }

    /// The text in `column`. Refuses NULL and every other kind.
    pub fn text(&self, column: &str) -> Result<&str, DbError> {
        self.required(column, "a text", self.opt_text(column)?)
    }

    /// The text in `column`, `None` for NULL.
    pub fn opt_text(&self, column: &str) -> Result<Option<&str>, DbError> {
        match self.value(column)? {
            Val::Text(v) => Ok(Some(v)),
            Val::Null => Ok(None),
            other => Err(self.mismatch(column, "a text", other)),
        }
    }

    /// The bytes in `column`. Refuses NULL and every other kind.
    pub fn bytes(&self, column: &str) -> Result<&[u8], DbError> {
        match self.value(column)? {
            Val::Bytes(v) => Ok(v),
            other => Err(self.mismatch(column, "bytes", other)),
        }
    }

    /// An error that names this row, for a value that has the right kind but no meaning.
    pub fn invalid(&self, column: &str, problem: impl std::fmt::Display) -> DbError {
        DbError::Row {
            table: self.statement.table,
            column: column.to_owned(),
            row: self.id(),
            problem: problem.to_string(),
        }
    }

    fn required<T>(&self, column: &str, expected: &str, value: Option<T>) -> Result<T, DbError> {
        value.ok_or_else(|| self.mismatch(column, expected, &Val::Null))
    }

    fn mismatch(&self, column: &str, expected: &str, found: &Val) -> DbError {
        self.invalid(column, format_args!("expected {expected}, found {}", found.kind()))
    }

    fn value(&self, column: &str) -> Result<&Val, DbError> {
        let index = self.statement.columns().iter().position(|name| name == column);
        index
            .and_then(|index| self.values.get(index))
            .ok_or_else(|| self.invalid(column, "the statement does not select this column"))
    }

    fn id(&self) -> String {
        match self.values.first() {
            Some(Val::Text(id)) => id.clone(),
            Some(Val::Int(id)) => id.to_string(),
            Some(other) => other.kind().to_owned(),
            None => "without columns".to_owned(),
        }
    }
}
