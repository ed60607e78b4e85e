//! A Stripe-shaped HTTP service with state, a clock that can be moved, and faults on demand.
