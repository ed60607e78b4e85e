//! Changes, in few words.

use domain::billing_action::{
    CancelWhen, Coupon, CouponReduction, ItemChange, Reading, Said, SubscriptionChange,
};
use domain::money::{Money, Percent};
use domain::offer::{DiscountDuration, Proration, Timing};
use domain::subscription::Subscription;

/// Nothing.
pub(crate) const SILENT: Said = Said { feedback: None, feedback_option: None, comment: None };

/// Whether the change shows on the subscription.
pub(crate) fn shows(change: &SubscriptionChange, subscription: &Subscription) -> bool {
    change.is_reached(Reading { subscription, has_entry: false })
}

/// A cancellation with the billing period, without a word.
pub(crate) const CANCEL: SubscriptionChange =
    SubscriptionChange::Cancel { when: CancelWhen::AtPeriodEnd, said: SILENT };

pub(crate) fn cancel_saying(said: Said) -> SubscriptionChange {
    SubscriptionChange::Cancel { when: CancelWhen::AtPeriodEnd, said }
}

pub(crate) fn cancel_now(credit_unused: bool) -> SubscriptionChange {
    SubscriptionChange::Cancel { when: CancelWhen::Now { credit_unused }, said: SILENT }
}

pub(crate) fn percent_off(percent: u8, duration: DiscountDuration) -> Coupon {
    let percent = Percent::try_from(percent).unwrap();
    Coupon { reduction: CouponReduction::Percent(percent), duration }
}

pub(crate) fn amount_off(amount: Money, duration: DiscountDuration) -> Coupon {
    Coupon { reduction: CouponReduction::Amount(amount), duration }
}

/// A percentage for some months, beside what runs.
pub(crate) fn discount_of(percent: u8, months: u32) -> SubscriptionChange {
    let coupon = percent_off(percent, DiscountDuration::Months(months));
    SubscriptionChange::Discount { coupon, replace: false }
}

/// The first line has another price and number of units.
pub(crate) fn item_change(
    before: &Subscription,
    price_id: &str,
    quantity: Option<u64>,
    timing: Timing,
    proration: Proration,
) -> SubscriptionChange {
    SubscriptionChange::ChangeItem(ItemChange {
        item_id: before.items[0].id.clone(),
        price_id: price_id.to_owned(),
        quantity,
        timing,
        proration,
        proration_date: None,
    })
}
