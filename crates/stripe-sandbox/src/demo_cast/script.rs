//! Who is in the cast, and what they bought when.

/// The coupon of the customer who already pays less.
pub(super) const COUPON: &str = "EARLY20";

/// Id, name and description.
pub(super) const PRODUCTS: [(&str, &str, &str); 3] = [
    ("prod_LumenNotesPro", "Lumen Notes Pro", "Notes that light up when you need them"),
    ("prod_LumenNotesTeam", "Lumen Notes Team", "Shared notebooks, billed by seat"),
    ("prod_LumenNotesArchive", "Lumen Notes Archive", "Ten years of versions of every note"),
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

const PRO_MONTHLY: &str = "price_1LumenProMonthlyUsd";
const PRO_YEARLY: &str = "price_1LumenProYearlyUsd";
const PRO_YEN: &str = "price_1LumenProMonthlyJpy";
const PRO_DINAR: &str = "price_1LumenProMonthlyKwd";
const TEAM_SEAT: &str = "price_1LumenTeamMonthlyUsd";
const ARCHIVE: &str = "price_1LumenArchiveMonthlyUsd";

pub(super) const PRICES: [Price; 6] = [
    price(PRO_MONTHLY, "prod_LumenNotesPro", "Pro, monthly", "usd", "month", 4_900),
    price(PRO_YEARLY, "prod_LumenNotesPro", "Pro, yearly", "usd", "year", 49_000),
    price(PRO_YEN, "prod_LumenNotesPro", "Pro, monthly", "jpy", "month", 7_000),
    price(PRO_DINAR, "prod_LumenNotesPro", "Pro, monthly", "kwd", "month", 15_000),
    price(TEAM_SEAT, "prod_LumenNotesTeam", "Team seat, monthly", "usd", "month", 1_200),
    price(ARCHIVE, "prod_LumenNotesArchive", "Archive, monthly", "usd", "month", 500),
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

pub(super) struct Member {
    pub(super) customer: &'static str,
    pub(super) name: &'static str,
    pub(super) email: &'static str,
    pub(super) note: &'static str,
    pub(super) subscriptions: &'static [Subscription],
    /// Since when every charge fails.
    pub(super) card_fails_days_ago: Option<i64>,
}

pub(super) struct Subscription {
    pub(super) id: &'static str,
    /// Price and quantity.
    pub(super) items: &'static [(&'static str, i64)],
    pub(super) days_ago: i64,
    pub(super) trial_days: Option<i64>,
    pub(super) cancelled_days_ago: Option<i64>,
    pub(super) discounted: bool,
}

const fn member(
    customer: &'static str,
    name: &'static str,
    email: &'static str,
    note: &'static str,
    subscriptions: &'static [Subscription],
) -> Member {
    Member { customer, name, email, note, subscriptions, card_fails_days_ago: None }
}

const fn subscription(
    id: &'static str,
    items: &'static [(&'static str, i64)],
    days_ago: i64,
) -> Subscription {
    Subscription {
        id,
        items,
        days_ago,
        trial_days: None,
        cancelled_days_ago: None,
        discounted: false,
    }
}

/// The cast, the plainest case first.
pub(super) static CAST: &[Member] = &[
    member(
        "cus_NffrFeUfNV2Hib",
        "Robin Field",
        "robin.field@example.com",
        "Monthly Pro, the plainest case",
        &[subscription("sub_1MowQVLkdIwHu7ixeRlqHVzs", &[(PRO_MONTHLY, 1)], 77)],
    ),
    member(
        "cus_LumenYearly001",
        "Sam Harbor",
        "sam.harbor@example.com",
        "Yearly Pro, paid ahead",
        &[subscription("sub_1LumenYearly000000000001", &[(PRO_YEARLY, 1)], 200)],
    ),
    member(
        "cus_LumenTrialing1",
        "Kim Meadow",
        "kim.meadow@example.com",
        "In a trial, nothing paid yet",
        &[Subscription {
            trial_days: Some(14),
            ..subscription("sub_1LumenTrialing0000000001", &[(PRO_MONTHLY, 1)], 5)
        }],
    ),
    Member {
        card_fails_days_ago: Some(30),
        ..member(
            "cus_LumenPastDue01",
            "Noa Quarry",
            "noa.quarry@example.com",
            "Past due, the last charge failed",
            &[subscription("sub_1LumenPastDue00000000001", &[(PRO_MONTHLY, 1)], 70)],
        )
    },
    member(
        "cus_LumenTeam00001",
        "Ash Orchard",
        "ash.orchard@example.com",
        "A team: five seats and an add-on in one subscription",
        &[subscription("sub_1LumenTeam00000000000001", &[(TEAM_SEAT, 5), (ARCHIVE, 1)], 100)],
    ),
    member(
        "cus_LumenLeaving01",
        "Lee Summit",
        "lee.summit@example.com",
        "Already cancelling at the end of the period",
        &[Subscription {
            cancelled_days_ago: Some(3),
            ..subscription("sub_1LumenLeaving00000000001", &[(PRO_MONTHLY, 1)], 45)
        }],
    ),
    member(
        "cus_LumenYen000001",
        "Yuki Shore",
        "yuki.shore@example.com",
        "Pays in yen, a currency without decimals",
        &[subscription("sub_1LumenYen000000000000001", &[(PRO_YEN, 1)], 50)],
    ),
    member(
        "cus_LumenDinar0001",
        "Noor Valley",
        "noor.valley@example.com",
        "Pays in Kuwaiti dinar, a currency with three decimals",
        &[subscription("sub_1LumenDinar0000000000001", &[(PRO_DINAR, 1)], 50)],
    ),
    member(
        "cus_LumenTwoSubs01",
        "Alex Canyon",
        "alex.canyon@example.com",
        "Two subscriptions at once",
        &[
            subscription("sub_1LumenTwoSubs00000000001", &[(PRO_MONTHLY, 1)], 130),
            subscription("sub_1LumenTwoSubs00000000002", &[(TEAM_SEAT, 3)], 40),
        ],
    ),
    member(
        "cus_LumenShared001",
        "Dana Brook",
        "dana.brook@example.com",
        "Shares an e-mail with another customer (first of two)",
        &[subscription("sub_1LumenShared000000000001", &[(PRO_MONTHLY, 1)], 90)],
    ),
    member(
        "cus_LumenShared002",
        "Dana Brook",
        "dana.brook@example.com",
        "Shares an e-mail with another customer (second of two)",
        &[subscription("sub_1LumenShared000000000002", &[(TEAM_SEAT, 2)], 35)],
    ),
    member(
        "cus_LumenDiscount1",
        "Jo Lantern",
        "jo.lantern@example.com",
        "Already has 20 % off for good",
        &[Subscription {
            discounted: true,
            ..subscription("sub_1LumenDiscount0000000001", &[(PRO_MONTHLY, 1)], 65)
        }],
    ),
    member(
        "cus_LumenEmpty0001",
        "Max Prairie",
        "max.prairie@example.com",
        "A customer without a subscription",
        &[],
    ),
];
