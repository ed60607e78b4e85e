//! Oracle for tests: validates requests and answers against Stripe's published OpenAPI document.
