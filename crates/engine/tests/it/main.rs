//! Tests of the use cases against the real store and a sandboxed Stripe, one binary.

#[cfg(test)]
mod faults;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod meanwhile;
#[cfg(test)]
mod playbooks;
#[cfg(test)]
mod silence;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod support;
#[cfg(test)]
mod workers;
