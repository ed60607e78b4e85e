//! SQL texts: written once, registered, and rewritten once for SQLite.

use std::sync::OnceLock;

/// One registered SQL text with `$1…$n` placeholders, good for both engines.
/// Only the [`crate::statements!`] macro makes them, so none escapes the test that prepares each
/// on both engines.
#[derive(Debug)]
pub struct Statement {
    /// The table the statement is about; errors name it.
    pub table: &'static str,
    /// The text as written, in PostgreSQL's placeholders.
    pub text: &'static str,
    claims: bool,
    sqlite: OnceLock<String>,
    postgres: OnceLock<String>,
    columns: OnceLock<Vec<String>>,
}

impl Statement {
    /// A statement about `table`. Use [`crate::statements!`] instead.
    #[must_use]
    pub const fn new(table: &'static str, text: &'static str, claims: bool) -> Statement {
        Statement {
            table,
            text,
            claims,
            sqlite: OnceLock::new(),
            postgres: OnceLock::new(),
            columns: OnceLock::new(),
        }
    }

    /// The text for SQLite. `$1` there would be numbered by first appearance; `?1` is positional.
    #[must_use]
    pub fn for_sqlite(&self) -> &str {
        self.sqlite.get_or_init(|| question_marks(self.text))
    }

    /// The text for PostgreSQL. A claim locks the rows it selects and steps over those that another
    /// worker has locked; SQLite has one writer, so it needs neither. This is the only place where
    /// the two texts differ.
    #[must_use]
    pub fn for_postgres(&self) -> &str {
        if !self.claims {
            return self.text;
        }
        self.postgres.get_or_init(|| format!("{} FOR UPDATE SKIP LOCKED", self.text))
    }

    /// Column names of the answer, known after the first run.
    pub(super) fn columns(&self) -> &[String] {
        self.columns.get().map_or(&[], Vec::as_slice)
    }

    pub(super) fn learn_columns<'n>(&self, names: impl Iterator<Item = &'n str>) {
        self.columns.get_or_init(|| names.map(str::to_owned).collect());
    }
}

/// Declares statements and the `STATEMENTS` list that registers them.
///
/// ```
/// store::statements! {
///     /// One account by id.
///     FIND: "accounts", "SELECT id, name FROM accounts WHERE id = $1";
///     /// Accounts nobody works on.
///     NEXT: claim "accounts", "SELECT id FROM accounts WHERE state = 'due' LIMIT $1";
/// }
/// assert_eq!(STATEMENTS.len(), 2);
/// assert_eq!(FIND.for_sqlite(), "SELECT id, name FROM accounts WHERE id = ?1");
/// ```
/// `claim` marks a SELECT whose rows are locked for this unit where there are several writers.
#[macro_export]
macro_rules! statements {
    (@claims claim) => { true };
    (@claims) => { false };
    ($($(#[$doc:meta])* $name:ident : $($claim:ident)? $table:literal, $text:expr;)*) => {
        $(
            $(#[$doc])*
            pub(crate) static $name: $crate::db::Statement =
                $crate::db::Statement::new($table, $text, $crate::statements!(@claims $($claim)?));
        )*
        /// Every statement of this file.
        pub(crate) static STATEMENTS: &[&$crate::db::Statement] = &[$(&$name),*];
    };
}

/// Turns `$1` into `?1` outside quoted strings, quoted identifiers and comments.
#[must_use]
pub fn question_marks(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    let mut at = 0;
    while at < bytes.len() {
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        match bytes[at] {
            quote @ (b'\'' | b'"') => at = after(bytes, at + 1, &[quote]),
            b'-' if next == b'-' => at = after(bytes, at + 2, b"\n"),
            b'/' if next == b'*' => at = after(bytes, at + 2, b"*/"),
            b'$' if next.is_ascii_digit() && !follows_word(bytes, at) => {
                out.push_str(&text[copied..at]);
                out.push('?');
                at += 1;
                copied = at;
            }
            _ => at += 1,
        }
    }
    out.push_str(&text[copied..]);
    out
}

/// Index just behind the next `end` at or after `from`, or the end of the text. A doubled quote
/// ends one string and starts the next, so it needs no case of its own.
fn after(bytes: &[u8], from: usize, end: &[u8]) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.windows(end.len()).position(|w| w == end).map_or(bytes.len(), |i| from + i + end.len())
}

/// In `a$1` the dollar belongs to the name.
fn follows_word(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        let byte = bytes[before];
        byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || !byte.is_ascii()
    })
}
