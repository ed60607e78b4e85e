//! Schedules.

use domain::ids::BillingActionId;
use domain::subscription::{PlannedItem, Schedule};

use super::{Unreadable, timestamp};
use crate::calls::MARKER;
use crate::wire::{self, Expandable};

/// A schedule that was not expanded is known by its id alone.
pub(super) fn schedule(schedule: &Expandable<wire::Schedule>) -> Result<Schedule, Unreadable> {
    let schedule = match schedule {
        Expandable::Id(id) => {
            let id = id.clone();
            return Ok(Schedule { id, marker: None, next_items: Vec::new(), next_starts_at: None });
        }
        Expandable::Object(object) => object,
    };
    let next = schedule.next();
    let items = next.map(|phase| phase.items.as_slice()).unwrap_or_default();
    Ok(Schedule {
        id: schedule.id.clone(),
        marker: schedule.metadata.get(MARKER).and_then(|id| BillingActionId::parse(id).ok()),
        next_items: items.iter().map(planned_item).collect(),
        next_starts_at: next
            .map(|phase| timestamp(phase.start_date, "schedule.phases"))
            .transpose()?,
    })
}

fn planned_item(item: &wire::PhaseItem) -> PlannedItem {
    PlannedItem { price_id: item.price_id().to_owned(), quantity: item.quantity }
}
