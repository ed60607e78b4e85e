//! What stands in for a stored playbook that this program cannot follow.

use domain::playbook::{CancelMode, Playbook, Rulebook};
use serde_json::Value;

/// The built-in playbook without offers. A cancellation ends as the stored document says, as far
/// as that part of it can be read: the brand chose it, and it decides what is paid back.
pub(super) fn rules(built_in: &Rulebook, document: &str) -> Rulebook {
    let mut playbook: Playbook = built_in.playbook().clone();
    playbook.flow.offer_screens = 0;
    if let Some(cancel) = cancel_mode(document) {
        playbook.flow.cancel = cancel;
    }
    // Neither field has a part in what is compiled, so this compiles as the built-in one does.
    Rulebook::compile(playbook).unwrap_or_else(|_| built_in.clone())
}

fn cancel_mode(document: &str) -> Option<CancelMode> {
    let document: Value = serde_json::from_str(document).ok()?;
    serde_json::from_value(document.pointer("/flow/cancel")?.clone()).ok()
}
