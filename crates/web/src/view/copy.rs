//! Every word the retention view says. One [`struct@Copy`] per language; a new language is a new constant.
//!
//! Tone: short, neutral, in the present tense. No regret, no praise, no urgency, no loss. A button
//! says what happens when it is pressed. `{name}` is a placeholder; [`fill`] replaces it.

use super::pages::Direction;

/// The words of one language.
#[derive(Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field's English text is its documentation")]
pub struct Copy {
    pub lang: &'static str,
    pub direction: Direction,
    // Controls
    pub cancel_now: &'static str,
    pub cancel_subscription: &'static str,
    pub continue_on: &'static str,
    pub keep_with_offer: &'static str,
    pub keep_with_pause: &'static str,
    pub keep_plan: &'static str,
    pub keep_subscription: &'static str,
    pub undo_cancellation: &'static str,
    pub close: &'static str,
    pub back_to: &'static str,
    pub check_again: &'static str,
    pub try_again: &'static str,
    pub download_receipt: &'static str,
    pub optional: &'static str,
    // What a subscription is worth saying about
    pub per_interval: [&'static str; 4],
    pub per_intervals: [&'static str; 4],
    pub paid_until: &'static str,
    pub trial_until: &'static str,
    pub payment_overdue: &'static str,
    pub already_ends_on: &'static str,
    // What the finishing control does
    pub cancel_effect_on: &'static str,
    pub cancel_effect_at_once: &'static str,
    // Choose
    pub choose_title: &'static str,
    pub choose_legend: &'static str,
    pub choose_error: &'static str,
    // Reason
    pub reason_title: &'static str,
    pub reason_legend: &'static str,
    pub reason_error: &'static str,
    pub comment_label: &'static str,
    pub comment_too_long: &'static str,
    // Offer
    pub offer_label: &'static str,
    pub tip_label: &'static str,
    pub discount_months: &'static str,
    pub discount_one_month: &'static str,
    pub pause_title: &'static str,
    pub pause_legend: &'static str,
    pub pause_months: &'static str,
    pub pause_one_month: &'static str,
    pub pause_error: &'static str,
    pub resumes_on: &'static str,
    pub pause_effect: &'static str,
    pub with_this_offer: &'static str,
    pub starts: &'static str,
    pub next_invoice_on: &'static str,
    pub ends: &'static str,
    pub after_that: &'static str,
    pub after_the_pause: &'static str,
    pub renews: &'static str,
    pub renews_only: &'static str,
    pub offer_footnote: &'static str,
    pub offer_gone: &'static str,
    pub not_carried_out: &'static str,
    pub other_subscription: &'static str,
    pub tip_setup: (&'static str, [&'static str; 2]),
    pub tip_roadmap: (&'static str, [&'static str; 2]),
    pub tip_support: (&'static str, [&'static str; 2]),
    // Confirm
    pub confirm_title: &'static str,
    pub what_ends: &'static str,
    pub when: &'static str,
    pub until_then: &'static str,
    pub today: &'static str,
    pub usable_until: &'static str,
    pub not_usable: &'static str,
    // Receipt
    pub receipt_title: &'static str,
    pub receipt_document_title: &'static str,
    pub receipt_ends_on: &'static str,
    pub receipt_ended: &'static str,
    pub reference: &'static str,
    pub canceled_at: &'static str,
    pub received_at: &'static str,
    pub plan: &'static str,
    pub undo_until: &'static str,
    // Kept
    pub kept_title: &'static str,
    pub paused_title: &'static str,
    pub kept_unchanged: &'static str,
    pub applied: &'static str,
    pub next_invoice: &'static str,
    pub amount_on: &'static str,
    pub discount_ends: &'static str,
    pub resumes: &'static str,
    pub paused_until: &'static str,
    // Pending
    pub pending_cancel_title: &'static str,
    pub pending_cancel: &'static str,
    pub pending_offer_title: &'static str,
    pub pending_offer: &'static str,
    pub pending_undo_title: &'static str,
    pub pending_undo: &'static str,
    // Undo
    pub undo_title: &'static str,
    pub undo_explained: &'static str,
    pub undone_title: &'static str,
    pub undone: &'static str,
    // Failed
    pub failed_undo: &'static str,
    // Messages
    pub problem_prefix: &'static str,
    pub expired_title: &'static str,
    pub expired: &'static str,
    pub unknown_title: &'static str,
    pub unknown: &'static str,
    pub billing_down_title: &'static str,
    pub billing_down: &'static str,
    pub error_title: &'static str,
    pub error: &'static str,
    pub error_without_session: &'static str,
    pub shell_title: &'static str,
    pub shell: &'static str,
    pub nothing_to_cancel_title: &'static str,
    pub nothing_to_cancel: &'static str,
    pub support: &'static str,
    pub how_to_cancel: &'static str,
    pub how_to_cancel_at: &'static str,
}

/// American English.
pub static EN: Copy = Copy {
    lang: "en",
    direction: Direction::Ltr,
    cancel_now: "Cancel now",
    cancel_subscription: "Cancel subscription",
    continue_on: "Continue",
    keep_with_offer: "Keep my plan with this offer",
    keep_with_pause: "Pause my plan",
    keep_plan: "Keep my plan",
    keep_subscription: "Keep my subscription",
    undo_cancellation: "Undo cancellation",
    close: "Close",
    back_to: "Back to {brand}",
    check_again: "Check again",
    try_again: "Try again",
    download_receipt: "Download receipt",
    optional: "optional",
    per_interval: ["per day", "per week", "per month", "per year"],
    per_intervals: ["every {n} days", "every {n} weeks", "every {n} months", "every {n} years"],
    paid_until: "Paid until {date}",
    trial_until: "Trial until {date}",
    payment_overdue: "A payment is overdue",
    already_ends_on: "Canceled, ends {date}",
    cancel_effect_on: "If you cancel now, your plan ends on {date}.",
    cancel_effect_at_once: "If you cancel now, your plan ends today.",
    choose_title: "Which subscription?",
    choose_legend: "You have several. Choose the one to cancel.",
    choose_error: "Choose a subscription first.",
    reason_title: "Cancel your subscription",
    reason_legend: "Why are you canceling?",
    reason_error: "Choose a reason to continue, or cancel now without one.",
    comment_label: "Anything to add?",
    comment_too_long: "Please shorten your text to 5,000 characters.",
    offer_label: "Offer",
    tip_label: "Tip",
    discount_months: "{reduction} off for {n} months",
    discount_one_month: "{reduction} off for 1 month",
    pause_title: "Pause your plan",
    pause_legend: "How long?",
    pause_months: "{n} months",
    pause_one_month: "1 month",
    pause_error: "Choose how long to pause.",
    resumes_on: "Resumes {date}",
    pause_effect: "No invoices during the pause. Your plan resumes by itself on the date you choose.",
    with_this_offer: "With this offer",
    starts: "Starts",
    next_invoice_on: "Next invoice, {date}",
    ends: "Ends",
    after_that: "After that",
    after_the_pause: "After the pause",
    renews: "{price}, renews until you cancel",
    renews_only: "Renews until you cancel",
    offer_footnote: "You can still cancel at any time.",
    offer_gone: "This offer is no longer available for your plan. Nothing has changed.",
    not_carried_out: "The payment provider refused the last change. Nothing has changed; you can choose again.",
    other_subscription: "This page is for another subscription. Nothing has changed.",
    tip_setup: (
        "Help with the set-up",
        [
            "Tell support what you want to get done. They can look at your account with you and set it up.",
            "It costs nothing, and your plan stays as it is.",
        ],
    ),
    tip_roadmap: (
        "Ask about the missing feature",
        [
            "Some features have another name or are close to release. Support can tell you, and passes on what is missing.",
            "Your plan stays as it is.",
        ],
    ),
    tip_support: (
        "Talk to a person",
        [
            "Tell support what went wrong. A person reads it and answers.",
            "Your plan stays as it is.",
        ],
    ),
    confirm_title: "Cancel this subscription?",
    what_ends: "What ends",
    when: "When",
    until_then: "Until then",
    today: "Today, {date}",
    usable_until: "You can use it as before. It does not renew.",
    not_usable: "It ends as soon as you cancel.",
    receipt_title: "Your subscription is canceled",
    receipt_document_title: "Cancellation receipt",
    receipt_ends_on: "You can use it until {date}. It does not renew.",
    receipt_ended: "It ended on {date}.",
    reference: "Reference",
    canceled_at: "Canceled",
    received_at: "Received",
    plan: "Plan",
    undo_until: "You can undo this until {date}.",
    kept_title: "Your plan continues",
    paused_title: "Your pause is set",
    kept_unchanged: "Nothing has changed.",
    applied: "Applied",
    next_invoice: "Next invoice",
    amount_on: "{amount} on {date}",
    discount_ends: "Discount ends",
    resumes: "Resumes",
    paused_until: "Paused until {date}",
    pending_cancel_title: "Your cancellation is received",
    pending_cancel: "It is being carried out. You can close this page; the cancellation stands. The time below counts.",
    pending_offer_title: "Your choice is received",
    pending_offer: "It is being applied to your plan. You can close this page; it goes on without you.",
    pending_undo_title: "Your undo is received",
    pending_undo: "It is being carried out. You can close this page; it goes on without you.",
    undo_title: "Your subscription ends on {date}",
    undo_explained: "It is already canceled. You can undo the cancellation until then, or leave it as it is.",
    undone_title: "Your subscription continues",
    undone: "The cancellation is undone.",
    failed_undo: "The payment provider refused the change, so your cancellation still stands. Try again, or contact support with the reference below.",
    problem_prefix: "Problem",
    expired_title: "This page has expired",
    expired: "Go back to your account and press the cancel button again. It opens a new page.",
    unknown_title: "This page cannot be opened",
    unknown: "The link is not valid. Go back to your account and press the cancel button again.",
    billing_down_title: "Your plan cannot be shown right now",
    billing_down: "The payment provider does not answer. You can cancel anyway: your request is recorded with its time and carried out as soon as possible.",
    error_title: "Something went wrong on our side",
    error: "Try again, or cancel now.",
    error_without_session: "Go back to your account and press the cancel button again.",
    shell_title: "Open this page from your account",
    shell: "Go back to your account and press the cancel button there.",
    nothing_to_cancel_title: "Nothing to cancel",
    nothing_to_cancel: "There is no running subscription here. If you still see charges, go back to your account and open this page again.",
    support: "Support:",
    how_to_cancel: "If that does not work, write to the company that bills you. A message that says you cancel, with the email address of your account, is enough.",
    how_to_cancel_at: "If that does not work, write to {contact}. A message that says you cancel, with the email address of your account, is enough.",
};

/// Replaces each `{name}` of a sentence by its value. Values are never searched for placeholders.
#[must_use]
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(sentence.len() + 32);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        out.push_str(values.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value));
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// How often a price is charged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interval {
    /// Every day or some days.
    Day,
    /// Every week or some weeks.
    Week,
    /// Every month or some months.
    Month,
    /// Every year or some years.
    Year,
}

impl Copy {
    /// A price with its rhythm: `$49.00 per month`, `$120.00 every 3 months`.
    #[must_use]
    pub fn price(&self, amount: &str, every: u32, interval: Interval) -> String {
        let index = interval as usize;
        let rhythm = if every == 1 {
            self.per_interval[index].to_owned()
        } else {
            fill(self.per_intervals[index], &[("n", &every.to_string())])
        };
        format!("{amount} {rhythm}")
    }

    /// Heading of a discount over some months: `25% off for 3 months`.
    #[must_use]
    pub fn discount_over(&self, reduction: &str, months: u32) -> String {
        let n = months.to_string();
        let sentence = if months == 1 { self.discount_one_month } else { self.discount_months };
        fill(sentence, &[("reduction", reduction), ("n", &n)])
    }

    /// Length of a pause: `1 month`, `3 months`.
    #[must_use]
    pub fn pause_length(&self, months: u32) -> String {
        let sentence = if months == 1 { self.pause_one_month } else { self.pause_months };
        fill(sentence, &[("n", &months.to_string())])
    }

    /// A sentence whose one placeholder is `{date}`, such as [`Copy::paid_until`].
    #[must_use]
    pub fn dated(&self, sentence: &str, date: &str) -> String {
        fill(sentence, &[("date", date)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_once_and_values_stay_as_they_are() {
        assert_eq!(fill("{a} to {b}", &[("a", "{b}"), ("b", "$1")]), "{b} to $1");
        assert_eq!(fill("open { brace", &[]), "open { brace");
        assert_eq!(EN.discount_over("25%", 3), "25% off for 3 months");
        assert_eq!(EN.discount_over("$5.00", 1), "$5.00 off for 1 month");
        assert_eq!(EN.price("$49.00", 1, Interval::Month), "$49.00 per month");
        assert_eq!(EN.price("¥900", 3, Interval::Week), "¥900 every 3 weeks");
        assert_eq!(EN.dated(EN.paid_until, "May 1, 2027"), "Paid until May 1, 2027");
    }

    #[test]
    fn no_word_of_regret_urgency_or_pressure_is_used() {
        let said = format!("{EN:?}").to_lowercase();
        for word in [
            "sorry",
            "miss you",
            "hurry",
            "last chance",
            "only today",
            " lose ",
            "are you sure",
            "wait",
            "don't",
            "cancelled",
        ] {
            assert!(!said.contains(word), "{word}");
        }
    }
}
