//! Who is in the cast, and what they bought when.

use super::catalog::{ARCHIVE, BASIC, PRO_DINAR, PRO_MONTHLY, PRO_YEARLY, PRO_YEN, TEAM_SEAT};

pub(super) struct Member {
    pub(super) customer: &'static str,
    pub(super) name: &'static str,
    pub(super) email: &'static str,
    pub(super) note: &'static str,
    pub(super) subscriptions: &'static [Subscription],
    /// Since when every charge fails.
    pub(super) card_fails_days_ago: Option<i64>,
    /// Two letters, where the customer lives.
    pub(super) country: &'static str,
    /// Whether there is a card to charge.
    pub(super) card: bool,
    /// What the business knows about the customer and sends with a session.
    pub(super) attributes: &'static [(&'static str, i64)],
}

pub(super) struct Subscription {
    pub(super) id: &'static str,
    /// Price and quantity.
    pub(super) items: &'static [(&'static str, i64)],
    pub(super) days_ago: i64,
    pub(super) trial_days: Option<i64>,
    pub(super) cancelled_days_ago: Option<i64>,
    pub(super) discounted: bool,
    /// Ends this many days from now.
    pub(super) ends_in_days: Option<i64>,
    /// Invoices are sent, to be paid within this many days.
    pub(super) days_until_due: Option<i64>,
    /// The price a schedule, made when subscribing, changes to at the period's end.
    pub(super) becomes: Option<&'static str>,
}

const fn member(
    customer: &'static str,
    name: &'static str,
    email: &'static str,
    note: &'static str,
    subscriptions: &'static [Subscription],
) -> Member {
    Member {
        customer,
        name,
        email,
        note,
        subscriptions,
        card_fails_days_ago: None,
        country: "US",
        card: true,
        attributes: &[],
    }
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
        ends_in_days: None,
        days_until_due: None,
        becomes: None,
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
    Member {
        country: "CA",
        ..member(
            "cus_LumenCanada001",
            "Avery Maple",
            "avery.maple@example.com",
            "Yearly Pro, lives in Canada",
            &[subscription("sub_1LumenCanada000000000001", &[(PRO_YEARLY, 1)], 290)],
        )
    },
    Member {
        attributes: &[("notes_last_30_days", 2), ("days_since_last_visit", 24)],
        ..member(
            "cus_LumenLowUse001",
            "Remy Hollow",
            "remy.hollow@example.com",
            "Monthly Pro, hardly used",
            &[subscription("sub_1LumenLowUse000000000001", &[(PRO_MONTHLY, 1)], 140)],
        )
    },
    Member {
        attributes: &[("notes_last_30_days", 86), ("days_since_last_visit", 0)],
        ..member(
            "cus_LumenBasic0001",
            "Sasha Pebble",
            "sasha.pebble@example.com",
            "Monthly Basic, the smallest plan",
            &[subscription("sub_1LumenBasic0000000000001", &[(BASIC, 1)], 55)],
        )
    },
    member(
        "cus_LumenSeats0001",
        "Quinn Delta",
        "quinn.delta@example.com",
        "A team of twelve seats",
        &[subscription("sub_1LumenSeats0000000000001", &[(TEAM_SEAT, 12)], 80)],
    ),
    Member {
        card: false,
        ..member(
            "cus_LumenNoCard001",
            "Toni Glade",
            "toni.glade@example.com",
            "In a trial without a card; it pauses when the trial ends",
            &[Subscription {
                trial_days: Some(30),
                ..subscription("sub_1LumenNoCard000000000001", &[(PRO_MONTHLY, 1)], 12)
            }],
        )
    },
    member(
        "cus_LumenSchedule1",
        "Rowan Ridge",
        "rowan.ridge@example.com",
        "Goes from Pro to Basic at the end of the period, by a schedule",
        &[Subscription {
            becomes: Some(BASIC),
            ..subscription("sub_1LumenSchedule0000000001", &[(PRO_MONTHLY, 1)], 18)
        }],
    ),
    member(
        "cus_LumenInvoiced1",
        "Marin Wharf",
        "marin.wharf@example.com",
        "Pays by invoice within 30 days; one is open",
        &[Subscription {
            days_until_due: Some(30),
            ..subscription("sub_1LumenInvoiced0000000001", &[(TEAM_SEAT, 8)], 22)
        }],
    ),
    member(
        "cus_LumenFixedEnd1",
        "Jules Heath",
        "jules.heath@example.com",
        "Ends on a fixed date, six weeks from now",
        &[Subscription {
            ends_in_days: Some(42),
            ..subscription("sub_1LumenFixedEnd0000000001", &[(PRO_MONTHLY, 1)], 25)
        }],
    ),
];
