//! Values that both engines hold alike.

use bytes::BytesMut;
use rusqlite::types::{ToSqlOutput, Value as SqliteValue, ValueRef};
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

use super::DbError;

/// One parameter or one column. Times are [`Val::Int`] milliseconds, documents are [`Val::Text`].
#[derive(Debug, Clone, PartialEq)]
pub enum Val {
    /// SQL NULL.
    Null,
    /// BIGINT.
    Int(i64),
    /// DOUBLE PRECISION; must be a finite number.
    Real(f64),
    /// TEXT; must not hold U+0000, which PostgreSQL refuses.
    Text(String),
    /// BYTEA.
    Bytes(Vec<u8>),
    /// BOOLEAN. SQLite keeps it as 0 or 1 and hands it back as [`Val::Int`].
    Bool(bool),
}

macro_rules! val_from {
    ($($source:ty => |$value:ident| $made:expr;)*) => {
        $(impl From<$source> for Val {
            fn from($value: $source) -> Val {
                $made
            }
        })*
    };
}

val_from! {
    i64 => |v| Val::Int(v);
    i32 => |v| Val::Int(v.into());
    u32 => |v| Val::Int(v.into());
    f64 => |v| Val::Real(v);
    bool => |v| Val::Bool(v);
    String => |v| Val::Text(v);
    &String => |v| Val::Text(v.clone());
    &str => |v| Val::Text(v.to_owned());
    Vec<u8> => |v| Val::Bytes(v);
    &[u8] => |v| Val::Bytes(v.to_vec());
}

impl<T: Into<Val>> From<Option<T>> for Val {
    fn from(value: Option<T>) -> Val {
        value.map_or(Val::Null, Into::into)
    }
}

impl Val {
    /// What only one engine would refuse (or silently change) is refused for both.
    pub(super) fn check(&self) -> Result<(), DbError> {
        match self {
            Val::Text(text) if text.contains('\0') => {
                Err(DbError::Unstorable("a text contains U+0000".to_owned()))
            }
            Val::Real(number) if !number.is_finite() => {
                Err(DbError::Unstorable(format!("{number} is not a finite number")))
            }
            _ => Ok(()),
        }
    }

    /// The kind, for error messages; the value itself may be personal.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Val::Null => "null",
            Val::Int(_) => "an integer",
            Val::Real(_) => "a real number",
            Val::Text(_) => "a text",
            Val::Bytes(_) => "bytes",
            Val::Bool(_) => "a boolean",
        }
    }

    /// Takes over a column of the current SQLite row.
    pub(super) fn from_sqlite(value: ValueRef<'_>) -> Result<Val, DbError> {
        Ok(match value {
            ValueRef::Null => Val::Null,
            ValueRef::Integer(v) => Val::Int(v),
            ValueRef::Real(v) => Val::Real(v),
            ValueRef::Text(v) => match std::str::from_utf8(v) {
                Ok(text) => Val::Text(text.to_owned()),
                Err(_) => return Err(DbError::Engine("a text column is not UTF-8".to_owned())),
            },
            ValueRef::Blob(v) => Val::Bytes(v.to_vec()),
        })
    }

    /// Takes over column `index` of a PostgreSQL row.
    pub(super) fn from_postgres(
        row: &tokio_postgres::Row,
        index: usize,
    ) -> Result<Val, tokio_postgres::Error> {
        let ty = row.columns()[index].type_();
        let value = match *ty {
            Type::INT8 => row.try_get::<_, Option<i64>>(index)?.map(Val::Int),
            Type::INT4 => row.try_get::<_, Option<i32>>(index)?.map(Val::from),
            Type::FLOAT8 => row.try_get::<_, Option<f64>>(index)?.map(Val::Real),
            Type::BOOL => row.try_get::<_, Option<bool>>(index)?.map(Val::Bool),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(index)?.map(Val::Bytes),
            // Every other type either is a text or is refused by the driver, with its name.
            _ => row.try_get::<_, Option<String>>(index)?.map(Val::Text),
        };
        Ok(value.unwrap_or(Val::Null))
    }
}

impl rusqlite::ToSql for Val {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Val::Null => ToSqlOutput::Owned(SqliteValue::Null),
            Val::Int(v) => ToSqlOutput::Owned(SqliteValue::Integer(*v)),
            Val::Real(v) => ToSqlOutput::Owned(SqliteValue::Real(*v)),
            Val::Text(v) => ToSqlOutput::Borrowed(ValueRef::Text(v.as_bytes())),
            Val::Bytes(v) => ToSqlOutput::Borrowed(ValueRef::Blob(v)),
            Val::Bool(v) => ToSqlOutput::Owned(SqliteValue::Integer(i64::from(*v))),
        })
    }
}

impl ToSql for Val {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match (self, ty) {
            (Val::Null, _) => Ok(IsNull::Yes),
            (Val::Int(v), &Type::INT8) => v.to_sql(ty, out),
            // PostgreSQL infers int4 for `$1` beside an integer literal; a narrowing is checked.
            (Val::Int(v), &Type::INT4) => i32::try_from(*v)?.to_sql(ty, out),
            (Val::Real(v), &Type::FLOAT8) => v.to_sql(ty, out),
            (Val::Text(v), &Type::TEXT | &Type::VARCHAR) => v.to_sql(ty, out),
            (Val::Bytes(v), &Type::BYTEA) => v.to_sql(ty, out),
            (Val::Bool(v), &Type::BOOL) => v.to_sql(ty, out),
            _ => Err(format!("{} was given where the statement takes {ty}", self.kind()).into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        // The kind is known only with the value, so `to_sql` refuses instead.
        true
    }

    to_sql_checked!();
}
