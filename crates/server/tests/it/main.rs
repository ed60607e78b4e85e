//! Tests of the binary as a process, one binary.

#[cfg(test)]
mod brand;
#[cfg(test)]
mod command_line;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod playbook;
#[cfg(test)]
mod session;
#[cfg(test)]
mod support;
