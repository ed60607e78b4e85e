//! Playbooks and settings of the test brand.

use domain::brand::{Brand, Mode};
use domain::ids::BrandId;
use domain::playbook::source;
use engine::playbooks::Publisher;
use engine::ports::{PlaybookVersion, PublishPlaybook};

use crate::app::{BRAND, TestApp};

impl TestApp {
    /// Publishes a playbook in test mode, as TOML: sessions that open from now on follow it.
    ///
    /// # Panics
    /// When the text is no playbook that can be followed.
    pub async fn publish(&self, text: &str) {
        let parsed = match source::parse(text) {
            Ok(parsed) => parsed,
            Err(findings) => panic!("{findings:?}\n{text}"),
        };
        let publisher = Publisher { by: "test".to_owned(), why: "test".to_owned() };
        let (brand_id, text) = (self.brand_id(), text.to_owned());
        self.engine
            .publish_playbook(&brand_id, Mode::Test, parsed.playbook, text, publisher)
            .await
            .unwrap();
    }

    /// Publishes what the check refuses, such as a call to a receiver inside the test.
    ///
    /// # Panics
    /// When the text is no playbook.
    pub async fn publish_unchecked(&self, text: &str) {
        let parsed = source::parse(text).unwrap();
        let version = PlaybookVersion {
            hash: "unchecked".to_owned(),
            document: source::canonical(&parsed.playbook),
            source: text.to_owned(),
        };
        let publish = PublishPlaybook {
            brand_id: self.brand_id(),
            mode: Mode::Test,
            version,
            is_rollback: false,
            by: "test".to_owned(),
            why: "test".to_owned(),
            at: self.engine.clock().now(),
        };
        self.engine.store().publish_playbook(&publish).await.unwrap();
    }

    /// Changes what the brand allows.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn change_brand(&self, change: impl FnOnce(&mut Brand)) {
        let store = self.engine.store();
        let found = store.find_brand(&BrandId::from_suffix(BRAND)).await.unwrap();
        let mut brand = found.expect("the test brand");
        change(&mut brand);
        store.save_brand(&brand).await.unwrap();
        self.engine.forget_cached();
    }
}
