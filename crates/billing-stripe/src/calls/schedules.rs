//! Subscription schedules.

use engine::ports::BillingError;

use crate::form::{Form, path_segment};
use crate::transport::{Client, Request};
use crate::wire::Schedule;

/// Path of a schedule.
pub(super) fn schedule_path(id: &str) -> String {
    format!("/v1/subscription_schedules/{}", path_segment(id))
}

/// `GET /v1/subscription_schedules/{schedule}`.
pub(super) async fn find_schedule(
    client: &Client<'_>,
    id: &str,
) -> Result<Option<Schedule>, BillingError> {
    client.find(Request::get("find_schedule", schedule_path(id), Form::new())).await
}
