//! The members of the sandbox's cast that tests speak of.

/// A customer and the first subscription, by the ids Stripe knows them by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// `cus_…`
    pub customer: &'static str,
    /// `sub_…`; empty when there is none.
    pub subscription: &'static str,
    /// The customer's e-mail.
    pub email: &'static str,
}

const fn member(customer: &'static str, subscription: &'static str, email: &'static str) -> Member {
    Member { customer, subscription, email }
}

/// Monthly, the plainest case: 49.00 USD.
pub const ROBIN: Member =
    member("cus_NffrFeUfNV2Hib", "sub_1MowQVLkdIwHu7ixeRlqHVzs", "robin.field@example.com");
/// Yearly, paid ahead.
pub const SAM: Member =
    member("cus_LumenYearly001", "sub_1LumenYearly000000000001", "sam.harbor@example.com");
/// In a trial.
pub const KIM: Member =
    member("cus_LumenTrialing1", "sub_1LumenTrialing0000000001", "kim.meadow@example.com");
/// Past due.
pub const NOA: Member =
    member("cus_LumenPastDue01", "sub_1LumenPastDue00000000001", "noa.quarry@example.com");
/// Several lines in one subscription.
pub const ASH: Member =
    member("cus_LumenTeam00001", "sub_1LumenTeam00000000000001", "ash.orchard@example.com");
/// Already ending.
pub const LEE: Member =
    member("cus_LumenLeaving01", "sub_1LumenLeaving00000000001", "lee.summit@example.com");
/// Two subscriptions; this is the older one.
pub const ALEX: Member =
    member("cus_LumenTwoSubs01", "sub_1LumenTwoSubs00000000001", "alex.canyon@example.com");
/// The newer subscription of [`ALEX`].
pub const ALEX_SECOND: &str = "sub_1LumenTwoSubs00000000002";
/// Shares the e-mail with another customer, who has a subscription too.
pub const DANA: Member =
    member("cus_LumenShared001", "sub_1LumenShared000000000001", "dana.brook@example.com");
/// Has a discount already.
pub const JO: Member =
    member("cus_LumenDiscount1", "sub_1LumenDiscount0000000001", "jo.lantern@example.com");
/// Has no subscription.
pub const MAX: Member = member("cus_LumenEmpty0001", "", "max.prairie@example.com");
/// A team of twelve seats, 12.00 USD each.
pub const QUINN: Member =
    member("cus_LumenSeats0001", "sub_1LumenSeats0000000000001", "quinn.delta@example.com");
/// Pays by invoice.
pub const MARIN: Member =
    member("cus_LumenInvoiced1", "sub_1LumenInvoiced0000000001", "marin.wharf@example.com");
/// Ends on a date that is no end of a period.
pub const JULES: Member =
    member("cus_LumenFixedEnd1", "sub_1LumenFixedEnd0000000001", "jules.heath@example.com");
