//! The doctor on work that waits: billing actions, and changes planned for later.

use domain::Timestamp;
use engine::ports::{OpenActions, Store};

use super::Report;
use crate::commands::Failure;

/// What waits longer is late, in seconds.
const PATIENCE_SECONDS: i64 = 900;

pub(super) async fn report_work(
    report: &mut Report,
    store: &dyn Store,
    now: Timestamp,
) -> Result<(), Failure> {
    let open = store.summarize_open_actions().await?;
    match trouble(&open, now) {
        None => report.good(&format!("billing actions: {} open", open.open)),
        Some(remedy) => report.bad("billing actions", &remedy),
    }
    match store.next_planned_change_due_at().await? {
        Some(due_at) if is_late(due_at, now) => {
            let remedy = format!(
                "one was due at {due_at} and has not been taken up: does `renumerate serve` or \
                 `renumerate worker` run on this database?"
            );
            report.bad("planned changes", &remedy);
        }
        Some(due_at) => report.good(&format!("planned changes: the next is due at {due_at}")),
        None => report.good("planned changes: none"),
    }
    Ok(())
}

fn is_late(at: Timestamp, now: Timestamp) -> bool {
    now.as_second() - at.as_second() > PATIENCE_SECONDS
}

fn trouble(open: &OpenActions, now: Timestamp) -> Option<String> {
    if open.blocked > 0 {
        return Some(format!(
            "{} accepted change(s) wait for you: Stripe refuses the key or the change. The log at \
             level `error` names each; they are tried again by themselves",
            open.blocked
        ));
    }
    let oldest = open.oldest.filter(|oldest| is_late(*oldest, now))?;
    Some(format!(
        "{} open, the oldest was accepted at {oldest}: does `renumerate serve` or `renumerate \
         worker` run on this database, and does Stripe answer?",
        open.open
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_for_the_operator_or_too_long_is_trouble() {
        let now = Timestamp::from_second(1_795_428_000).unwrap();
        let ago = |seconds: i64| Timestamp::from_second(now.as_second() - seconds).unwrap();
        for (open, blocked, oldest, expected) in [
            (0, 0, None, None),
            (2, 0, Some(ago(900)), None),
            (2, 0, Some(ago(901)), Some("2 open, the oldest")),
            (2, 1, Some(ago(1)), Some("1 accepted change(s) wait for you")),
        ] {
            let found = trouble(&OpenActions { open, blocked, oldest }, now);
            match expected {
                None => assert_eq!(found, None),
                Some(words) => assert!(found.unwrap().starts_with(words), "{words}"),
            }
        }
        for (at, expected) in [(ago(900), false), (ago(901), true), (ago(-60), false)] {
            assert_eq!(is_late(at, now), expected, "{at}");
        }
    }
}
