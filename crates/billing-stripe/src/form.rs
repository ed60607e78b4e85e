//! Stripe's parameters: form-encoded pairs whose names spell a tree in brackets.

use std::fmt::{Display, Write};

/// Parameters of one request, in the order they were set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Form(String);

impl Form {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Sets one parameter: `["a", "b"]` is written `a[b]`, and an empty part appends to a list.
    #[must_use]
    pub(crate) fn with(mut self, name: &[&str], value: impl Display) -> Self {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        for (depth, part) in name.iter().enumerate() {
            if depth > 0 {
                self.0.push('[');
            }
            percent_encode(part, &mut self.0);
            if depth > 0 {
                self.0.push(']');
            }
        }
        self.0.push('=');
        percent_encode(&value.to_string(), &mut self.0);
        self
    }

    /// Sets the parameters of another form after these.
    #[must_use]
    pub(crate) fn and(mut self, other: &Self) -> Self {
        if !self.0.is_empty() && !other.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(&other.0);
        self
    }

    /// Asks for related objects in place of their ids.
    #[must_use]
    pub(crate) fn expand(self, paths: &[&str]) -> Self {
        paths.iter().fold(self, |form, path| form.with(&["expand", ""], path))
    }

    /// The encoded text, for a query or a body.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Keeps RFC 3986's unreserved characters; everything else is written as bytes in hexadecimal.
fn percent_encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// One segment of a path.
pub(crate) fn path_segment(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    percent_encode(text, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use stripe_schema::form::{Node, decode, pairs};

    use super::*;

    #[test]
    fn names_are_written_in_brackets() {
        let form = Form::new()
            .with(&["cancel_at_period_end"], true)
            .with(&["discounts", "0", "coupon"], "a b&c")
            .with(&["metadata", "engine_action"], "act_1")
            .expand(&["discounts.source.coupon"]);
        assert_eq!(
            form.as_str(),
            "cancel_at_period_end=true&discounts[0][coupon]=a%20b%26c\
             &metadata[engine_action]=act_1&expand[]=discounts.source.coupon"
        );
    }

    #[test]
    fn a_path_segment_cannot_leave_its_place() {
        assert_eq!(path_segment("../a?b#c"), "..%2Fa%3Fb%23c");
    }

    proptest! {
        #[test]
        fn any_value_survives(values in prop::collection::vec(any::<String>(), 1..6)) {
            let form = values.iter().enumerate().fold(Form::new(), |form, (index, value)| {
                form.with(&["list", &index.to_string(), "text"], value)
            });
            let expected: Vec<_> = values
                .iter()
                .enumerate()
                .map(|(index, value)| (format!("list[{index}][text]"), value.clone()))
                .collect();
            prop_assert_eq!(pairs(form.as_str()).unwrap(), expected);
        }

        #[test]
        fn any_name_survives(name in "[^\\[\\]]{1,12}", value in any::<String>()) {
            let form = Form::new().with(&["metadata", &name], &value);
            let inner = Node::Group(vec![(name, Node::Leaf(value))]);
            let expected = Node::Group(vec![("metadata".to_owned(), inner)]);
            prop_assert_eq!(decode(&[form.as_str()]).unwrap(), expected);
        }

        #[test]
        fn the_text_has_only_safe_characters(value in any::<String>()) {
            let form = Form::new().with(&["a"], &value);
            prop_assert!(form.as_str().is_ascii());
            prop_assert_eq!(form.as_str().matches(['&', ' ', '\n', '#', '?']).count(), 0);
        }
    }
}
