//! Arithmetic of billing: periods, discounts, lines, invoices.

pub(crate) mod discounting;
pub(crate) mod invoicing;
pub(crate) mod lines;
pub(crate) mod period;
pub(crate) mod phasing;
pub(crate) mod prorating;
pub(crate) mod renewal;
