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
    form = settings_form(form, &group, phase);
    form = ids_form(form, &["phases", index, "default_tax_rates"], &phase.default_tax_rates);
    form = metadata_form(form, &group, &phase.metadata);
    form.with(&["phases", index, "proration_behavior"], "none")
}

/// What a phase sets besides its lines. What is not sent again would be lost with the update: tax,
/// and whose money it is.
fn settings_form(form: Form, group: &[&str], phase: &Phase) -> Form {
    let transfer = phase.transfer_data.as_ref();
    let is_taxed = phase.automatic_tax.as_ref().is_some_and(|tax| tax.enabled);
    let settings: [(&[&str], Option<String>); 9] = [
        (&["trial_end"], phase.trial_end.map(|end| end.to_string())),
        (&["collection_method"], phase.collection_method.clone()),
        (&["default_payment_method"], phase.default_payment_method.as_ref().map(id_of)),
        (&["automatic_tax", "enabled"], is_taxed.then(|| "true".to_owned())),
        (&["description"], phase.description.clone()),
        (&["on_behalf_of"], phase.on_behalf_of.as_ref().map(id_of)),
        (
            &["application_fee_percent"],
            phase.application_fee_percent.map(|percent| percent.to_string()),
        ),
        (
            &["transfer_data", "destination"],
            transfer.and_then(|transfer| transfer.destination.as_ref()).map(id_of),
        ),
        (
            &["transfer_data", "amount_percent"],
            transfer.and_then(|transfer| transfer.amount_percent).map(|part| part.to_string()),
        ),
    ];
    let days = phase.invoice_settings.as_ref().and_then(|settings| settings.days_until_due);
    let form = settings.into_iter().fold(form, |form, (name, value)| match value {
        Some(value) => form.with(&[group, name].concat(), value),
        None => form,
    });
    match days {
        Some(days) => form.with(&[group, &["invoice_settings", "days_until_due"]].concat(), days),
        None => form,
    }
}

fn id_of(object: &Expandable<Identified>) -> String {
    object.id().to_owned()
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
