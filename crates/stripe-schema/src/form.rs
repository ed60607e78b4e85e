//! Form-encoded parameters in Stripe's bracket notation: `items[0][price]=x&expand[]=customer`.

use crate::issue::{Issue, IssueKind};

/// A decoded parameter: one value, or a group of named ones in the order they came.
///
/// Lists are groups whose names are numbers; whether a group is a list is for the schema to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A single value.
    Leaf(String),
    /// Named members.
    Group(Vec<(String, Node)>),
}

/// Deepest nesting accepted. Stripe's own parameters need seven levels.
const MAX_DEPTH: usize = 16;

/// Most pairs accepted. Looking names up is quadratic, so this bounds the time a request can take.
const MAX_PAIRS: usize = 2_000;

/// Decodes several form-encoded texts into one tree, later values replacing earlier ones.
pub fn decode(texts: &[&str]) -> Result<Node, Issue> {
    let mut root = Vec::new();
    let mut count = 0;
    for text in texts {
        for (name, value) in pairs(text)? {
            count += 1;
            if count > MAX_PAIRS {
                return Err(Issue::new(IssueKind::Malformed, name));
            }
            let path = split_name(&name);
            if path.len() > MAX_DEPTH {
                return Err(Issue::new(IssueKind::Malformed, name));
            }
            insert(&mut root, &path, value).map_err(|()| Issue::new(IssueKind::Malformed, name))?;
        }
    }
    Ok(Node::Group(root))
}

/// Decodes the pairs of one form-encoded text without reading the brackets.
pub fn pairs(text: &str) -> Result<Vec<(String, String)>, Issue> {
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match (percent_decode(name), percent_decode(value)) {
                (Some(name), Some(value)) => Ok((name, value)),
                _ => Err(Issue::new(IssueKind::Malformed, name)),
            }
        })
        .collect()
}

/// `None` if the text is not valid percent-encoded UTF-8.
fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let high = char::from(rest.next()?).to_digit(16)?;
                let low = char::from(rest.next()?).to_digit(16)?;
                u8::try_from(high * 16 + low).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

/// `a[b][]` becomes `a`, `b` and the empty name. A name with unbalanced brackets stays whole, so
/// that it is reported as an unknown parameter.
fn split_name(name: &str) -> Vec<&str> {
    let Some((first, rest)) = name.split_once('[') else { return vec![name] };
    let Some(inner) = rest.strip_suffix(']') else { return vec![name] };
    if first.is_empty() {
        return vec![name];
    }
    std::iter::once(first).chain(inner.split("][")).collect()
}

fn insert(group: &mut Vec<(String, Node)>, path: &[&str], value: String) -> Result<(), ()> {
    let Some((first, rest)) = path.split_first() else { return Err(()) };
    let name = if first.is_empty() { next_index(group, rest) } else { (*first).to_owned() };
    let position = group.iter().position(|(known, _)| *known == name);
    if rest.is_empty() {
        match position {
            Some(at) => match &mut group[at].1 {
                Node::Leaf(old) => *old = value,
                Node::Group(_) => return Err(()),
            },
            None => group.push((name, Node::Leaf(value))),
        }
        return Ok(());
    }
    let at = position.unwrap_or_else(|| {
        group.push((name, Node::Group(Vec::new())));
        group.len() - 1
    });
    match &mut group[at].1 {
        Node::Group(members) => insert(members, rest, value),
        Node::Leaf(_) => Err(()),
    }
}

/// The list index an empty pair of brackets means: `a[][x]=1&a[][y]=2` fills one element,
/// `a[][x]=1&a[][x]=2` begins a second.
fn next_index(group: &[(String, Node)], rest: &[&str]) -> String {
    if let (Some((name, Node::Group(members))), Some(member)) = (group.last(), rest.first())
        && !member.is_empty()
        && !members.iter().any(|(known, _)| known == member)
    {
        return name.clone();
    }
    group.len().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(text: &str) -> Node {
        Node::Leaf(text.to_owned())
    }

    fn group(members: Vec<(&str, Node)>) -> Node {
        Node::Group(members.into_iter().map(|(name, node)| (name.to_owned(), node)).collect())
    }

    #[test]
    fn brackets_become_groups() {
        let tree = decode(&["a[b][c]=1&a[b][d]=x%20y+z&e="]).unwrap();
        let inner = group(vec![("c", leaf("1")), ("d", leaf("x y z"))]);
        assert_eq!(tree, group(vec![("a", group(vec![("b", inner)])), ("e", leaf(""))]));
    }

    #[test]
    fn empty_brackets_number_themselves() {
        let tree = decode(&["e[]=a&e[]=b&i[][p]=1&i[][q]=2&i[][p]=3"]).unwrap();
        let first = group(vec![("p", leaf("1")), ("q", leaf("2"))]);
        let items = group(vec![("0", first), ("1", group(vec![("p", leaf("3"))]))]);
        assert_eq!(
            tree,
            group(vec![("e", group(vec![("0", leaf("a")), ("1", leaf("b"))])), ("i", items)])
        );
    }

    #[test]
    fn a_name_cannot_be_value_and_group() {
        assert!(decode(&["a=1&a[b]=2"]).is_err());
        assert!(decode(&["a[b]=2&a=1"]).is_err());
        assert!(decode(&["a=%ff"]).is_err());
        assert!(decode(&["a=%2"]).is_err());
        assert!(decode(&[&format!("a{}=1", "[b]".repeat(40))]).is_err());
        assert!(decode(&[&"a[]=1&".repeat(2_001)]).is_err());
    }
}
