//! Customers.

use domain::ids::CustomerId;
use domain::subscription::Customer;

use super::Unreadable;
use crate::wire;

/// None for a deleted customer.
pub(crate) fn customer(customer: wire::Customer) -> Result<Option<Customer>, Unreadable> {
    if customer.deleted {
        return Ok(None);
    }
    let wire::Address { country, state } = customer.address.unwrap_or_default();
    Ok(Some(Customer {
        id: CustomerId::parse(&customer.id).map_err(|_| Unreadable::new("customer.id"))?,
        email: customer.email,
        name: customer.name,
        livemode: customer.livemode,
        country: country.filter(|country| !country.is_empty()),
        state: state.filter(|state| !state.is_empty()),
        paid_so_far: None,
    }))
}
