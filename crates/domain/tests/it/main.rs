//! Tests of the domain from outside, one binary.

#[cfg(test)]
mod eligibility;
#[cfg(test)]
mod flow;
#[cfg(test)]
mod money;
#[cfg(test)]
mod offers;
#[cfg(test)]
mod pause;
#[cfg(test)]
mod playbook;
#[cfg(test)]
mod segment;
#[cfg(test)]
mod shapes;
#[cfg(test)]
mod situation;
