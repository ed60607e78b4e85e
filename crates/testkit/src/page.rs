//! A page of the view as a customer sees it.

use crate::http::Answer;

/// A page of HTML.
#[derive(Debug, Clone)]
pub struct Page {
    /// The answer it came in.
    pub answer: Answer,
    html: String,
}

impl Page {
    pub(crate) fn new(answer: Answer) -> Self {
        let html = answer.text();
        Self { answer, html }
    }

    /// The page's source.
    #[must_use]
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.answer.status.as_u16()
    }

    /// Name of the screen.
    #[must_use]
    pub fn step(&self) -> &str {
        self.attribute("data-step").unwrap_or_default()
    }

    /// Whether a button with this action stands on the page.
    #[must_use]
    pub fn has_button(&self, action: &str) -> bool {
        self.html.contains(&format!("<button class=\"button\" name=\"action\" value=\"{action}\""))
            || self.html.contains(&format!("name=\"action\" value=\"{action}\""))
    }

    /// Whether the page says this, tags aside.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        self.words().contains(words)
    }

    /// Value of a field of the form, unescaped.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<String> {
        let at = self.html.find(&format!("name=\"{name}\""))?;
        let rest = self.html[at..].split('>').next()?;
        value_of(rest, "value").map(unescape)
    }

    /// Where the receipt of this page is, without the download.
    #[must_use]
    pub fn receipt_path(&self) -> Option<String> {
        let at = self.html.find("/receipt/rcp_")?;
        self.html[at..].split(['"', '?']).next().map(str::to_owned)
    }

    /// What the host page is told, if a decision stands.
    #[must_use]
    pub fn payload(&self) -> Option<serde_json::Value> {
        let text = unescape(self.attribute("data-payload")?);
        Some(serde_json::from_str(&text).expect("the payload is JSON"))
    }

    /// An attribute of the page, as written.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        value_of(&self.html, name)
    }

    /// The text of the page: tags, styles and scripts taken out, entities resolved.
    #[must_use]
    pub fn words(&self) -> String {
        let mut body = self.html.as_str();
        let mut text = String::new();
        while let Some((before, rest)) = body.split_once('<') {
            text.push_str(before);
            let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            let end = match name {
                "style" => "</style>",
                "script" => "</script>",
                _ => ">",
            };
            body = rest.split_once(end).map_or("", |(_, after)| after);
        }
        text.push_str(body);
        unescape(&text)
    }
}

fn value_of<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    let start = format!("{name}=\"");
    let at = html.find(&start)? + start.len();
    html[at..].split('"').next()
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (entity, tail) = after.split_once(';').expect("every ampersand begins an entity");
        out.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "nbsp" => '\u{a0}',
            number => {
                let code = number.strip_prefix('#').and_then(|code| code.parse().ok());
                code.and_then(char::from_u32).unwrap_or_else(|| panic!("entity `{number}`"))
            }
        });
        rest = tail;
    }
    out.push_str(rest);
    out
}
