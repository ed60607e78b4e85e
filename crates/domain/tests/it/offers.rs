//! What offers do and when they end.

mod cancel;
mod changes;
mod effects;
mod guard;
mod limits;
mod order;
mod sentences;
mod table;
