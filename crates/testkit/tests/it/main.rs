//! The repository keeps its own rules: edges between crates, sizes, names in the documents.

#[cfg(test)]
mod app;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod edges;
#[cfg(test)]
mod sizes;
#[cfg(test)]
mod tree;
