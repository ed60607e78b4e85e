//! Thin Stripe client behind the engine's billing port.
