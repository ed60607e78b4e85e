//! What the demo's business sells.

/// The coupon of the customer who already pays less.
pub(super) const COUPON: &str = "EARLY20";

/// What the plans of one person have in common; the metadata key `family` of their products.
pub(super) const PERSONAL: &str = "personal";

/// Id, name, description and family.
pub(super) const PRODUCTS: [(&str, &str, &str, &str); 4] = [
    ("prod_LumenNotesPro", "Lumen Notes Pro", "Notes that light up when you need them", PERSONAL),
    ("prod_LumenNotesTeam", "Lumen Notes Team", "Shared notebooks, billed by seat", ""),
    ("prod_LumenNotesArchive", "Lumen Notes Archive", "Ten years of versions of every note", ""),
    ("prod_LumenNotesBasic", "Lumen Notes Basic", "Notes, without the light", PERSONAL),
];

pub(super) struct Price {
    pub(super) id: &'static str,
    pub(super) product: &'static str,
    pub(super) nickname: &'static str,
    pub(super) currency: &'static str,
    pub(super) interval: &'static str,
    /// Minor units: cents, whole yen, thousandths of a dinar.
    pub(super) amount: i64,
}

pub(super) const PRO_MONTHLY: &str = "price_1LumenProMonthlyUsd";
pub(super) const PRO_YEARLY: &str = "price_1LumenProYearlyUsd";
pub(super) const PRO_YEN: &str = "price_1LumenProMonthlyJpy";
pub(super) const PRO_DINAR: &str = "price_1LumenProMonthlyKwd";
pub(super) const TEAM_SEAT: &str = "price_1LumenTeamMonthlyUsd";
pub(super) const ARCHIVE: &str = "price_1LumenArchiveMonthlyUsd";
pub(super) const BASIC: &str = "price_1LumenBasicMonthlyUsd";

pub(super) const PRICES: [Price; 7] = [
    price(PRO_MONTHLY, "prod_LumenNotesPro", "Pro, monthly", "usd", "month", 4_900),
    price(PRO_YEARLY, "prod_LumenNotesPro", "Pro, yearly", "usd", "year", 49_000),
    price(PRO_YEN, "prod_LumenNotesPro", "Pro, monthly", "jpy", "month", 7_000),
    price(PRO_DINAR, "prod_LumenNotesPro", "Pro, monthly", "kwd", "month", 15_000),
    price(TEAM_SEAT, "prod_LumenNotesTeam", "Team seat, monthly", "usd", "month", 1_200),
    price(ARCHIVE, "prod_LumenNotesArchive", "Archive, monthly", "usd", "month", 500),
    price(BASIC, "prod_LumenNotesBasic", "Basic, monthly", "usd", "month", 1_900),
];

const fn price(
    id: &'static str,
    product: &'static str,
    nickname: &'static str,
    currency: &'static str,
    interval: &'static str,
    amount: i64,
) -> Price {
    Price { id, product, nickname, currency, interval, amount }
}
