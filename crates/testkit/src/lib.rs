//! Builders, clock, rng and an in-memory application for tests.
