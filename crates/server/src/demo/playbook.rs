//! What the demo's business asks and offers: a playbook that shows every kind of offer.

use domain::brand::Mode;
use domain::ids::BrandId;
use domain::playbook::source;
use engine::Engine;
use engine::playbooks::Publisher;
use serde::Serialize;

use super::receiver;
use crate::commands::Failure;
use crate::settings::SettingsError;

/// The file; the address in it is replaced by the one the demo's receiver has.
const TEXT: &str = include_str!("playbook.toml");
/// The address in the file.
const ADDRESS_IN_FILE: &str = "https://localhost:4323/offers/early-access";

/// A customer of the cast, a reason, and what is offered then.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Example {
    /// Who.
    pub(super) customer: &'static str,
    /// What they choose.
    pub(super) reason: &'static str,
    /// The reason as they read it in English.
    pub(super) says: &'static str,
    /// The offer's id in the playbook.
    pub(super) offer: &'static str,
    /// What is offered.
    pub(super) sees: &'static str,
}

const fn example(
    customer: &'static str,
    (reason, says): (&'static str, &'static str),
    offer: &'static str,
    sees: &'static str,
) -> Example {
    Example { customer, reason, says, offer, sees }
}

const PRICE: (&str, &str) = ("reason_too_expensive", "It’s too expensive");
const UNUSED: (&str, &str) = ("reason_unused", "I don’t use it enough");
const FEATURES: (&str, &str) = ("reason_missing_features", "Some features I need are missing");
const COMPLEX: (&str, &str) = ("reason_too_complex", "It’s too hard to use");
const QUALITY: (&str, &str) = ("reason_low_quality", "The quality isn’t what I expected");
const SERVICE: (&str, &str) =
    ("reason_customer_service", "The customer service isn’t what I expected");

/// One way to each kind of offer. A test walks every one.
pub(super) const EXAMPLES: [Example; 13] = [
    example("cus_NffrFeUfNV2Hib", PRICE, "offer_discount", "25 % off for three months"),
    example("cus_NffrFeUfNV2Hib", UNUSED, "offer_pause", "A pause"),
    example("cus_LumenYearly001", UNUSED, "offer_pause", "A fair pause: the renewal moves"),
    example("cus_LumenLowUse001", UNUSED, "offer_basic", "A smaller plan from the renewal on"),
    example("cus_LumenDiscount1", PRICE, "offer_basic", "A smaller plan; a second discount is not"),
    example("cus_LumenSeats0001", PRICE, "offer_fewer_seats", "Three seats less"),
    example("cus_LumenCanada001", PRICE, "offer_month_later", "The renewal a month later"),
    example("cus_LumenTrialing1", UNUSED, "offer_longer_trial", "Two more weeks of trial"),
    example("cus_NffrFeUfNV2Hib", QUALITY, "offer_credit", "A credit"),
    example("cus_NffrFeUfNV2Hib", SERVICE, "offer_refund", "Money back for the last invoice"),
    example("cus_LumenYearly001", SERVICE, "offer_talk", "A person to talk to"),
    example("cus_NffrFeUfNV2Hib", COMPLEX, "offer_tip_setup", "Help, nothing to accept"),
    example(
        "cus_NffrFeUfNV2Hib",
        FEATURES,
        "offer_early_access",
        "Something of the business’s own",
    ),
];

/// Publishes the demo's playbook for its brand.
pub(super) async fn publish(
    engine: &Engine,
    brand_id: &BrandId,
    receiver_origin: &str,
) -> Result<(), Failure> {
    let text = TEXT.replace(ADDRESS_IN_FILE, &format!("{receiver_origin}{}", receiver::PATH));
    let broken = |what: String| SettingsError::new(format!("the demo's playbook: {what}"));
    let parsed = source::parse(&text).map_err(|findings| {
        broken(findings.first().map(ToString::to_string).unwrap_or_default())
    })?;
    let publisher =
        Publisher { by: "renumerate demo".to_owned(), why: "The demo has started".to_owned() };
    engine
        .publish_playbook(brand_id, Mode::Test, parsed.playbook, text, publisher)
        .await
        .map_err(|error| broken(error.to_string()))?;
    Ok(())
}
