//! Playbooks that come with the program, as the files they are.

use super::{Playbook, SCHEMA_VERSION, source};

/// Name and text of each.
const READY: &[(&str, &str)] = &[
    ("saas-monthly", include_str!("../../../../playbooks/saas-monthly.toml")),
    ("saas-yearly", include_str!("../../../../playbooks/saas-yearly.toml")),
    ("media", include_str!("../../../../playbooks/media.toml")),
    ("box", include_str!("../../../../playbooks/box.toml")),
    ("app-with-trial", include_str!("../../../../playbooks/app-with-trial.toml")),
];

/// The playbooks that come with the program: name and TOML text. The first is the built-in one.
#[must_use]
pub fn ready() -> &'static [(&'static str, &'static str)] {
    READY
}

/// The playbook of a brand that has published none.
#[must_use]
pub fn built_in() -> Playbook {
    let text = READY.first().map_or("", |(_, text)| text);
    match source::parse(text) {
        Ok(parsed) => parsed.playbook,
        // A test reads the file, so this is for the compiler alone: no reasons, no offers.
        Err(_) => Playbook {
            schema: SCHEMA_VERSION,
            name: String::new(),
            default_locale: "en".to_owned(),
            locales: Vec::new(),
            flow: super::FlowOptions::default(),
            attributes: std::collections::BTreeMap::new(),
            segments: Vec::new(),
            limits: super::PlaybookLimits::default(),
            reasons: Vec::new(),
            offers: Vec::new(),
        },
    }
}
