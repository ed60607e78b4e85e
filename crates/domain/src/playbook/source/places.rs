//! From a path such as `offers[2].when` to a line and a column.

use super::tree::{Node, Value};

/// Where everything of a playbook's text stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Places {
    text: String,
    /// Byte at which each line begins.
    lines: Vec<usize>,
    root: Node,
}

/// A line and a column of a text, both counted from 1; a column is a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl Places {
    pub(super) fn new(text: &str, root: Node) -> Self {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(starts.map(|(index, _)| index + 1)).collect();
        Self { text: text.to_owned(), lines, root }
    }

    pub(super) fn root(&self) -> &Node {
        &self.root
    }

    /// The position of a path, or of what is nearest around it; `offset` is a byte of the text
    /// that stands there.
    #[must_use]
    pub fn locate(&self, place: &str, offset: Option<usize>) -> Position {
        let (node, key_at, is_exact) = self.find(place);
        let at = match (&node.value, offset) {
            (Value::Text(_), Some(offset)) if is_exact => {
                let raw = self.text.get(node.span.clone()).unwrap_or_default();
                node.span.start + raw_offset(raw, offset)
            }
            (Value::Table(_) | Value::Array(_), _) => key_at.unwrap_or(node.span.start),
            _ => node.span.start,
        };
        self.position(at)
    }

    /// The position of the key a path ends with.
    pub(super) fn locate_key(&self, place: &str) -> Position {
        let (node, key_at, _) = self.find(place);
        self.position(key_at.unwrap_or(node.span.start))
    }

    /// The position of a byte.
    pub(super) fn position(&self, at: usize) -> Position {
        let at = at.min(self.text.len());
        let line = self.lines.partition_point(|start| *start <= at).max(1);
        let start = self.lines.get(line - 1).copied().unwrap_or_default();
        let before = self.text.as_bytes().get(start..at).unwrap_or_default();
        let characters = before.iter().filter(|byte| (**byte & 0xC0) != 0x80).count();
        Position { line, column: characters + 1 }
    }

    /// The deepest part of the path that is there, where its key stands, and whether it is the
    /// whole path.
    fn find(&self, place: &str) -> (&Node, Option<usize>, bool) {
        let (mut node, mut key_at) = (&self.root, None);
        let mut rest = place;
        while !rest.is_empty() {
            if let Some(tail) = rest.strip_prefix('[') {
                let Some((index, after)) = tail.split_once(']') else { break };
                let item = match (&node.value, index.parse::<usize>()) {
                    (Value::Array(items), Ok(index)) => items.get(index),
                    _ => None,
                };
                let Some(item) = item else { break };
                (node, key_at, rest) = (item, None, after);
                continue;
            }
            let tail = rest.strip_prefix('.').unwrap_or(rest);
            // A key may hold dots itself: the longest that fits is meant.
            let ends = |after: &str| after.is_empty() || after.starts_with(['.', '[']);
            let fits = |key: &str| tail.strip_prefix(key).filter(|after| ends(after));
            let Value::Table(entries) = &node.value else { break };
            let found = entries
                .iter()
                .filter_map(|entry| fits(&entry.key).map(|after| (entry, after)))
                .max_by_key(|(entry, _)| entry.key.len());
            let Some((entry, after)) = found else { break };
            (node, key_at, rest) = (&entry.node, Some(entry.key_span.start), after);
        }
        (node, key_at, rest.is_empty())
    }
}

/// The byte of a quoted text that makes byte `wanted` of its value; its end when there is none.
fn raw_offset(raw: &str, wanted: usize) -> usize {
    let is_multiline = raw.starts_with("\"\"\"") || raw.starts_with("'''");
    let has_escapes = raw.starts_with('"');
    let mut at = if is_multiline { 3 } else { 1 };
    if is_multiline {
        let rest = raw.get(at..).unwrap_or_default();
        at += if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
    }
    let mut made = 0;
    while made < wanted {
        let rest = raw.get(at..).unwrap_or_default();
        let Some(first) = rest.chars().next() else { break };
        let (read, gives) = if has_escapes && first == '\\' {
            escape(rest)
        } else {
            (first.len_utf8(), first.len_utf8())
        };
        if made + gives > wanted {
            break;
        }
        at += read;
        made += gives;
    }
    at.min(raw.len().saturating_sub(1))
}

/// How many bytes an escape takes and how many it makes.
fn escape(rest: &str) -> (usize, usize) {
    let digits = |count: usize| {
        let code = rest.get(2..2 + count).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        (2 + count, code.and_then(char::from_u32).map_or(1, char::len_utf8))
    };
    match rest.as_bytes().get(1) {
        Some(b'x') => digits(2),
        Some(b'u') => digits(4),
        Some(b'U') => digits(8),
        Some(byte) if byte.is_ascii_whitespace() => {
            let after = rest[1..].trim_start_matches([' ', '\t', '\r', '\n']);
            (rest.len() - after.len(), 0)
        }
        _ => (2.min(rest.len()), 1),
    }
}
