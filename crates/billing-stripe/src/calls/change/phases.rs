//! The phases of a schedule that changes a line at renewal.

use std::collections::{BTreeMap, HashMap};

use domain::billing_action::ItemChange;
use domain::subscription::Interval;

use crate::form::Form;
use crate::wire::{Expandable, Identified, Phase, PhaseDiscount, PhaseItem, Schedule};

/// What the next phase changes.
pub(super) struct Plan<'a> {
    /// The line is found in a phase by its price.
    pub(super) old_price: &'a str,
    pub(super) change: &'a ItemChange,
    /// Of the new price: the next phase lasts one of it.
    pub(super) interval: Interval,
}

/// The running phase as it is, and the next one as planned.
/// The error is what is missing.
pub(super) fn phases(schedule: &Schedule, plan: &Plan<'_>) -> Result<Form, &'static str> {
    let running = schedule.running().ok_or("running phase")?;
    let mut next = Phase { trial_end: None, ..running.clone() };
    let item = next.items.iter_mut().find(|item| item.price_id() == plan.old_price);
    let item = item.ok_or("such item")?;
    item.price = Some(Expandable::Id(plan.change.price_id.clone()));
    item.quantity = plan.change.quantity.or(item.quantity);
    let unit = plan.interval.unit.as_str();
    Ok(phase_form("0", running)
        .with(&["phases", "0", "start_date"], running.start_date)
        .with(&["phases", "0", "end_date"], running.end_date)
        .and(&phase_form("1", &next))
        .with(&["phases", "1", "duration", "interval"], unit)
        .with(&["phases", "1", "duration", "interval_count"], plan.interval.count))
}

/// What a phase is, but for its time.
fn phase_form(index: &str, phase: &Phase) -> Form {
    let group = ["phases", index];
    let mut form = Form::new();
    for (at, item) in phase.items.iter().enumerate() {
        form = form.and(&item_form(&[&group[..], &["items", &at.to_string()]].concat(), item));
    }
    form = discounts_form(form, &group, &phase.discounts);
    if let Some(end) = phase.trial_end {
        form = form.with(&["phases", index, "trial_end"], end);
    }
    if let Some(method) = &phase.collection_method {
        form = form.with(&["phases", index, "collection_method"], method);
    }
    if let Some(method) = &phase.default_payment_method {
        form = form.with(&["phases", index, "default_payment_method"], method.id());
    }
    form = ids_form(form, &["phases", index, "default_tax_rates"], &phase.default_tax_rates);
    form = metadata_form(form, &group, &phase.metadata);
    form.with(&["phases", index, "proration_behavior"], "none")
}

fn item_form(group: &[&str], item: &PhaseItem) -> Form {
    let under = |name: &'static str| [group, &[name]].concat();
    let mut form = Form::new().with(&under("price"), item.price_id());
    if let Some(quantity) = item.quantity {
        form = form.with(&under("quantity"), quantity);
    }
    form = discounts_form(form, group, &item.discounts);
    form = ids_form(form, &under("tax_rates"), &item.tax_rates);
    metadata_form(form, group, &item.metadata)
}

fn discounts_form(form: Form, group: &[&str], discounts: &[PhaseDiscount]) -> Form {
    discounts.iter().enumerate().fold(form, |form, (at, entry)| {
        // The running discount goes on; its coupon would begin anew.
        let (name, id) = match (&entry.discount, &entry.promotion_code, &entry.coupon) {
            (Some(discount), _, _) => ("discount", discount),
            (None, Some(code), _) => ("promotion_code", code),
            (None, None, Some(coupon)) => ("coupon", coupon),
            (None, None, None) => return form,
        };
        form.with(&[group, &["discounts", &at.to_string(), name]].concat(), id.id())
    })
}

fn ids_form(form: Form, group: &[&str], ids: &[Expandable<Identified>]) -> Form {
    ids.iter().fold(form, |form, id| form.with(&[group, &[""]].concat(), id.id()))
}

/// In the order of its names, so that a repeat is the same text.
fn metadata_form(form: Form, group: &[&str], metadata: &HashMap<String, String>) -> Form {
    let sorted: BTreeMap<_, _> = metadata.iter().collect();
    sorted.into_iter().fold(form, |form, (name, value)| {
        form.with(&[group, &["metadata", name.as_str()]].concat(), value)
    })
}
