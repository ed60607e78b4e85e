//! The table: which offers are not shown for which shape, and the words under which the reasons are
//! stored, joined by `+`.

/// Offers that are not shown for a shape; every other is.
pub(super) type Row = &'static [(&'static str, &'static str)];

const ONE_SEAT: (&str, &str) = ("seats", "too_few_seats");
const NO_TRIAL: (&str, &str) = ("trial", "not_trialing");

const CANNOT_BE_PRICED: Row = &[
    ("discount", "no_fixed_amount"),
    ("amount", "no_fixed_amount"),
    ("replacing", "no_fixed_amount"),
    ("pause", "no_fixed_amount"),
    ("plan_now", "no_fixed_amount"),
    ("plan_later", "no_fixed_amount"),
    ("seats", "no_fixed_amount"),
    ("free", "no_fixed_amount"),
    ("trial", "not_trialing+no_fixed_amount"),
];

const NOT_RUNNING: Row = &[
    ("discount", "status"),
    ("amount", "status"),
    ("replacing", "status"),
    ("pause", "status"),
    ("plan_now", "status"),
    ("plan_later", "status"),
    ("seats", "status+too_few_seats"),
    ("free", "status"),
    ("trial", "status"),
    ("credit", "status"),
    ("refund", "status"),
    ("custom", "status"),
];

const ENDED: Row = &[
    ("discount", "already_ending+status"),
    ("amount", "already_ending+status"),
    ("replacing", "already_ending+status"),
    ("pause", "already_ending+status"),
    ("plan_now", "already_ending+status"),
    ("plan_later", "already_ending+status"),
    ("seats", "already_ending+status+too_few_seats"),
    ("free", "already_ending+status"),
    ("trial", "already_ending+status"),
    ("credit", "already_ending+status"),
    ("refund", "already_ending+status"),
    ("talk", "already_ending"),
    ("content", "already_ending"),
    ("custom", "already_ending+status"),
];

const ENDING: Row = &[
    ("discount", "already_ending"),
    ("amount", "already_ending"),
    ("replacing", "already_ending"),
    ("pause", "already_ending"),
    ("plan_now", "already_ending"),
    ("plan_later", "already_ending"),
    ("seats", "already_ending+too_few_seats"),
    ("free", "already_ending"),
    ("trial", "already_ending+not_trialing"),
    ("credit", "already_ending"),
    ("refund", "already_ending"),
    ("talk", "already_ending"),
    ("content", "already_ending"),
    ("custom", "already_ending"),
];

const COLLECTION_PAUSED: Row = &[
    ("discount", "already_paused"),
    ("amount", "already_paused"),
    ("replacing", "already_paused"),
    ("pause", "already_paused"),
    ("plan_now", "already_paused"),
    ("plan_later", "already_paused"),
    ("seats", "already_paused+too_few_seats"),
    ("free", "already_paused"),
    ("trial", "not_trialing+already_paused"),
    ("credit", "already_paused"),
    ("refund", "already_paused"),
    ("custom", "already_paused"),
];

const SCHEDULED: Row = &[
    ("discount", "scheduled"),
    ("amount", "scheduled"),
    ("replacing", "scheduled"),
    ("pause", "scheduled"),
    ("plan_now", "scheduled"),
    ("plan_later", "scheduled"),
    ("seats", "scheduled+too_few_seats"),
    ("free", "scheduled"),
    ("trial", "not_trialing+scheduled"),
];

const IN_TRIAL: Row = &[
    ("discount", "trial_uses_months"),
    ("pause", "status"),
    ("plan_later", "status"),
    ("seats", "status+too_few_seats"),
    ("free", "status+trial_uses_months"),
    ("refund", "no_refundable_invoice"),
];

/// Paid for, although the provider calls it a trial.
const MOVED: Row = &[
    ("discount", "trial_uses_months"),
    ("pause", "status"),
    ("plan_now", "status"),
    ("plan_later", "status"),
    ("seats", "status+too_few_seats"),
    ("free", "status+trial_uses_months"),
    NO_TRIAL,
];

const IN_YEN: Row = &[
    ("plan_now", "price_in_other_currency"),
    ("plan_later", "price_in_other_currency"),
    ONE_SEAT,
    NO_TRIAL,
];

const IN_DINAR: Row = &[
    ("amount", "no_amount_in_currency"),
    ("plan_now", "price_in_other_currency"),
    ("plan_later", "price_in_other_currency"),
    ONE_SEAT,
    NO_TRIAL,
    ("credit", "no_amount_in_currency"),
    ("refund", "no_amount_in_currency"),
];

/// What is not shown for a shape.
pub(super) fn expected(shape: &str) -> Row {
    match shape {
        "monthly"
        | "weekly"
        | "daily"
        | "quarterly"
        | "flexible billing"
        | "collected by invoice" => &[ONE_SEAT, NO_TRIAL],
        "yearly" => &[
            ("discount", "interval_does_not_fit"),
            ONE_SEAT,
            NO_TRIAL,
            ("refund", "no_refundable_invoice"),
        ],
        "yen" => IN_YEN,
        "dinar" => IN_DINAR,
        "five seats" => &[NO_TRIAL],
        "two monthly lines" => &[
            ("plan_now", "several_items"),
            ("plan_later", "several_items"),
            ("seats", "several_items"),
            NO_TRIAL,
        ],
        "monthly and yearly lines"
        | "no line"
        | "metered"
        | "tiered"
        | "no period"
        | "more seats than can be counted" => CANNOT_BE_PRICED,
        "nothing paid yet" => &[ONE_SEAT, NO_TRIAL, ("refund", "no_refundable_invoice")],
        "discounted by 20 %" => &[
            ("discount", "already_discounted"),
            ("amount", "already_discounted"),
            ONE_SEAT,
            ("free", "already_discounted"),
            NO_TRIAL,
        ],
        "discounted by an amount" => &[
            ("discount", "already_discounted"),
            ("amount", "already_discounted"),
            ("replacing", "discount_worth_more"),
            ONE_SEAT,
            ("free", "already_discounted"),
            NO_TRIAL,
        ],
        "trialing" => IN_TRIAL,
        "renewal moved" => MOVED,
        "past due" | "unpaid" | "incomplete" | "paused" | "a status newer than the program" => {
            NOT_RUNNING
        }
        "collection paused" => COLLECTION_PAUSED,
        "schedule attached" => SCHEDULED,
        "ending with the period" | "ending on a date" | "ending in a year" => ENDING,
        "incomplete expired" | "canceled" => ENDED,
        other => unreachable!("`{other}` has no row in this table"),
    }
}
