//! Times the choice of an offer: a playbook of 50 offers and 30 segments, one customer, one thread.
//! Prints one line of JSON: nanoseconds a choice, the median and the 99th percentile.
//!
//! All 50 offers answer one reason, each for a segment and with a condition of its own, so that
//! every rule is evaluated. Facts are built anew for each choice, as for each customer.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::Write as _;
use std::time::Instant;

use domain::Timestamp;
use domain::brand::{Mode, PauseMode};
use domain::ids::{OfferId, ReasonId};
use domain::offer::{Acceptance, Circumstances, History, Usage, Verdict, assess};
use domain::playbook::{Playbook, Rulebook};
use domain::subscription::{Customer, Subscription};
use serde_json::json;

/// Choices that are timed; each alone, so that a percentile can be told.
const CHOICES: usize = 50_000;
/// Choices before that, while caches and branch predictors learn.
const WARM_UP: usize = 5_000;
const OFFERS: usize = 50;
const SEGMENTS: usize = 30;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let rules = Rulebook::compile(playbook()?).map_err(|found| format!("{found:?}"))?;
    let (customer, subscription) = (customer()?, subscription()?);
    let history = history(&subscription);
    let attributes = serde_json::from_value(json!({ "seats_used": 4, "team": "design" }))?;
    let reason = ReasonId::from_suffix("price");
    let (usage, prices) = (Usage::default(), BTreeMap::new());
    let around = Circumstances {
        customer: Some(&customer),
        subscription: &subscription,
        history: &history,
        usage: &usage,
        prices: &prices,
        attributes: &attributes,
        reason: Some(&reason),
        locale: "en",
        pause_mode: PauseMode::Collection,
        mode: Mode::Live,
        now: Timestamp::from_second(1_795_428_000)?,
    };
    let found = assess(&rules, &around, &[]);
    let eligible = found.iter().filter(|each| each.verdict == Verdict::Eligible).count();
    if found.len() != OFFERS || eligible == 0 || eligible == OFFERS {
        return Err(format!("{eligible} of {} offers are eligible", found.len()).into());
    }
    for _ in 0..WARM_UP {
        black_box(assess(&rules, black_box(&around), &[]));
    }
    let mut times = Vec::with_capacity(CHOICES);
    for _ in 0..CHOICES {
        let start = now();
        black_box(assess(&rules, black_box(&around), &[]));
        times.push(start.elapsed().as_nanos());
    }
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    let line = json!({ "p50_ns": at(50), "p99_ns": at(99), "eligible": eligible });
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}

fn now() -> Instant {
    Instant::now()
}

/// Segments and offers of the size a large brand writes, each rule another one.
fn playbook() -> Result<Playbook, serde_json::Error> {
    let segments: Vec<_> = (0..SEGMENTS)
        .map(|n| {
            let when = match n % 5 {
                0 => format!("interval == \"month\" && amount_minor > {}", n * 100),
                1 => format!("country in [\"US\", \"CA\", \"DE\"] && tenure_days > {n}"),
                2 => format!("plan == \"Pro\" && attributes.seats_used < {}", n + 5),
                3 => format!("has(days_since_accepted) && days_since_accepted > {n}"),
                _ => format!("mrr_minor >= {} || is_trialing", n * 100),
            };
            json!({ "id": format!("segment_{n}"), "name": format!("Segment {n}"), "when": when })
        })
        .collect();
    let offers: Vec<_> = (0..OFFERS)
        .map(|n| {
            json!({
                "id": format!("offer_{n}"),
                "effect": {
                    "kind": "discount",
                    "reduction": { "percent": 5 + n % 40 },
                    "duration": { "months": 1 + n % 12 },
                },
                "when": format!("quantity < {} && sessions_90d <= {}", n + 1, n % 4 + 1),
                "limits": { "per_subscription": 1, "cooldown_days": 30 + n },
            })
        })
        .collect();
    let listed: Vec<_> = (0..OFFERS)
        .map(|n| {
            json!({ "offer": format!("offer_{n}"), "segment": format!("segment_{}", n % SEGMENTS) })
        })
        .collect();
    serde_json::from_value(json!({
        "schema": 1,
        "name": "Large",
        "default_locale": "en",
        "attributes": { "seats_used": "number", "team": "text" },
        "segments": segments,
        "limits": { "cooldown_days": { "pause": 90 }, "stacking": false },
        "reasons": [{ "id": "reason_price", "feedback": "too_expensive", "offers": listed }],
        "offers": offers,
    }))
}

fn customer() -> Result<Customer, serde_json::Error> {
    serde_json::from_value(json!({
        "id": "cus_1", "email": null, "name": null, "livemode": true, "country": "CA",
        "state": "ON", "paid_so_far": [{ "minor": 49_000, "currency": "usd" }],
    }))
}

fn subscription() -> Result<Subscription, serde_json::Error> {
    serde_json::from_value(json!({
        "id": "sub_1", "customer_id": "cus_1", "status": "active", "livemode": true,
        "currency": "usd",
        "items": [{
            "id": "si_1",
            "price": {
                "id": "price_1", "product_id": "prod_1", "product_name": "Pro",
                "unit_amount_minor": 4_900, "currency": "usd",
                "interval": { "unit": "month", "count": 1 }, "is_metered": false,
            },
            "quantity": 3,
            "current_period_start": "2026-11-10T10:00:00Z",
            "current_period_end": "2026-12-10T10:00:00Z",
        }],
        "cancel_at_period_end": false, "cancel_at": null, "ended_at": null, "trial_end": null,
        "paused_collection": null, "discounts": [], "is_invoiced": false, "marker": null,
        "started_at": "2025-11-10T10:00:00Z",
    }))
}

fn history(subscription: &Subscription) -> History {
    let accepted_at = Timestamp::from_second(1_780_000_000).unwrap_or_default();
    let acceptance = Acceptance {
        offer_id: OfferId::from_suffix("earlier"),
        kind: "pause".to_owned(),
        subscription_id: subscription.id.clone(),
        accepted_at,
    };
    History { acceptances: vec![acceptance], sessions_90d: 1 }
}
