//! One SQL text for SQLite and PostgreSQL, behind the engine's store port.
