//! Signed calls to addresses that brands name, behind the engine's outbound port.
//!
//! A brand's address is a stranger's: the engine must not be led to a server of its own house.
//!
//! * `guard` – which addresses may be called: the text of the address, the ranges of IP
//!   addresses, and what the operator allows all the same.
//! * `look_up` – names to addresses. The guard sees every address before a connection is made,
//!   and the connection is made to what it saw.
//! * `signature` – the headers of the Standard Webhooks specification.
//! * `exchange` – one request and its answer, both bounded.
//! * `failure` – what it means when there is no answer of success.

mod adapter;
mod exchange;
mod failure;
mod guard;
mod look_up;
mod options;
mod signature;

pub use adapter::{HttpOutbound, SetupError};
pub use guard::{AllowList, AllowListError};
pub use look_up::{LookUp, SystemLookUp};
pub use options::OutboundOptions;
