//! The idempotency keys of one step.

use domain::ids::BillingActionId;

/// Keys tried after a step's first when Stripe holds that for an earlier outcome.
const MAX_FURTHER: u32 = 4;

/// `<action id>`, then `<action id>:1` to `:4`; a step with a name has it behind the action's id,
/// as in `<action id>:release:1`. After a crash the same keys are gone through again.
#[derive(Debug)]
pub(super) struct Keys {
    stem: String,
    further: u32,
}

impl Keys {
    /// The keys of the change's own request.
    pub(super) fn of_change(action_id: &BillingActionId) -> Self {
        Self { stem: action_id.to_string(), further: 0 }
    }

    /// The keys of a further request.
    pub(super) fn of_step(action_id: &BillingActionId, step: &str) -> Self {
        Self { stem: format!("{action_id}:{step}"), further: 0 }
    }

    pub(super) fn current(&self) -> String {
        match self.further {
            0 => self.stem.clone(),
            further => format!("{}:{further}", self.stem),
        }
    }

    /// Goes to the next key; false when there is none left.
    #[must_use]
    pub(super) fn advance(&mut self) -> bool {
        self.further += 1;
        self.further <= MAX_FURTHER
    }
}
