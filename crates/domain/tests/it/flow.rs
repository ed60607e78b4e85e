//! No sequence of events leaves the state machine.

use domain::flow::{Advance, Answer, Decision, Flow, FlowContext, FlowEvent, Step, advance};
use domain::ids::{OfferId, ReasonId};
use domain::offer::check;
use domain::playbook::Playbook;
use domain::policy::Policy;
use domain::subscription::Subscription;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use crate::shapes::{self, NOW, at, sub};

/// Failures found once are kept beside the source and tried first ever after: commit them.
pub(crate) fn regressions() -> ProptestConfig {
    let files = FileFailurePersistence::WithSource("regressions");
    ProptestConfig { cases: 512, failure_persistence: Some(Box::new(files)), ..Default::default() }
}

/// What the rules do not change during one test.
#[derive(Debug, Clone)]
struct Rules {
    playbook: Playbook,
    policy: Policy,
    subscription: Option<Subscription>,
    accepted: Vec<OfferId>,
}

impl Rules {
    fn context(&self) -> FlowContext<'_> {
        FlowContext {
            playbook: &self.playbook,
            policy: &self.policy,
            subscription: self.subscription.as_ref(),
            accepted: &self.accepted,
            now: at(NOW),
        }
    }
}

fn offer_ids() -> impl Strategy<Value = OfferId> {
    let known = Playbook::built_in().offers.into_iter().map(|offer| offer.id);
    let ids: Vec<_> = known.chain([OfferId::from_suffix("unheard_of")]).collect();
    prop::sample::select(ids)
}

fn answers() -> impl Strategy<Value = Answer> {
    let known = Playbook::built_in().reasons.into_iter().map(|reason| reason.id);
    let ids: Vec<_> = known.chain([ReasonId::from_suffix("unheard_of")]).collect();
    let comments = prop::sample::select(vec![0, 1, 5_000, 5_001]);
    (prop::option::of(prop::sample::select(ids)), prop::option::of(comments)).prop_map(
        |(reason_id, length)| Answer {
            reason_id,
            feedback: None,
            comment: length.map(|length| "é".repeat(length)),
        },
    )
}

fn events() -> impl Strategy<Value = FlowEvent> {
    let ids = prop::sample::select(vec![sub("1"), sub("2")]);
    prop_oneof![
        1 => ids.prop_map(|subscription_id| FlowEvent::Chose { subscription_id }),
        4 => answers().prop_map(|answer| FlowEvent::Answered { answer }),
        2 => (offer_ids(), prop::option::of(0_u32..5))
            .prop_map(|(offer_id, months)| FlowEvent::Accepted { offer_id, months }),
        3 => Just(FlowEvent::Declined),
        1 => prop::option::of(answers()).prop_map(|answer| FlowEvent::Canceled { answer }),
        1 => Just(FlowEvent::Kept),
    ]
}

fn rules() -> impl Strategy<Value = Rules> {
    let shapes: Vec<_> = shapes::all().into_iter().map(|(_, shape)| shape).collect();
    let shape = prop_oneof![3 => Just(shapes::monthly()), 2 => prop::sample::select(shapes)];
    (prop::option::weighted(0.9, shape), prop::collection::vec(offer_ids(), 0..2), 0_u32..=2)
        .prop_map(|(subscription, accepted, shown)| Rules {
            playbook: Playbook::built_in(),
            policy: Policy { max_offers_before_decision: shown, ..Policy::us_general() },
            subscription,
            accepted,
        })
}

fn flows() -> impl Strategy<Value = Flow> {
    prop_oneof![Just(Flow::start(None)), Just(Flow::start(Some(sub("1"))))]
}

/// Every state passed, with the event that is tried next.
fn walk(flow: Flow, events: &[FlowEvent], rules: &Rules, mut look: impl FnMut(&Flow, &FlowEvent)) {
    let mut flow = flow;
    for event in events {
        look(&flow, event);
        if let Ok(next) = advance(&flow, event.clone(), rules.context()) {
            flow = next.flow;
        }
    }
}

fn is_over(flow: &Flow) -> bool {
    matches!(flow.step, Step::Done { .. } | Step::Undone { .. })
}

proptest! {
    #![proptest_config(regressions())]

    #[test]
    fn a_decided_flow_never_changes(
        flow in flows(), events in prop::collection::vec(events(), 1..12), rules in rules(),
    ) {
        let mut decided: Option<Flow> = None;
        walk(flow, &events, &rules, |flow, event| {
            if let Some(decided) = &decided {
                assert_eq!(flow, decided);
                assert!(advance(flow, event.clone(), rules.context()).is_err());
            } else if is_over(flow) {
                decided = Some(flow.clone());
            }
        });
    }

    #[test]
    fn the_same_event_twice_is_the_same_as_once(
        flow in flows(), events in prop::collection::vec(events(), 1..12), rules in rules(),
    ) {
        walk(flow, &events, &rules, |flow, event| {
            let Ok(once) = advance(flow, event.clone(), rules.context()) else { return };
            let twice = advance(&once.flow, event.clone(), rules.context());
            if !is_over(&once.flow) {
                assert_eq!(twice, Ok(Advance { flow: once.flow, change: None }));
            }
        });
    }

    #[test]
    fn canceling_is_possible_in_every_state_that_has_a_subscription(
        flow in flows(), events in prop::collection::vec(events(), 1..12), rules in rules(),
    ) {
        walk(flow, &events, &rules, |flow, _| {
            if is_over(flow) || flow.subscription_id.is_none() { return }
            let cancel = FlowEvent::Canceled { answer: None };
            let next = advance(flow, cancel, rules.context()).unwrap();
            assert_eq!(next.flow.decision(), Some(&Decision::Canceled));
            assert!(next.change.is_some_and(|change| change.is_cancel()));
        });
    }

    #[test]
    fn a_flow_shows_no_more_offers_than_the_policy_allows(
        flow in flows(), events in prop::collection::vec(events(), 1..12), rules in rules(),
    ) {
        let allowed = usize::try_from(rules.policy.max_offers_before_decision).unwrap();
        walk(flow, &events, &rules, |flow, _| assert!(flow.presentations.len() <= allowed));
    }

    #[test]
    fn an_offer_that_was_declined_does_not_come_back(
        flow in flows(), events in prop::collection::vec(events(), 1..12), rules in rules(),
    ) {
        walk(flow, &events, &rules, |flow, _| {
            let Step::Offer { offer_id } = &flow.step else { return };
            let shown = flow.presentations.iter().find(|shown| shown.offer.id == *offer_id);
            assert!(!shown.unwrap().is_declined);
        });
    }

    #[test]
    fn an_accepted_offer_was_shown_and_still_fits(
        flow in flows(), events in prop::collection::vec(events(), 1..12), rules in rules(),
    ) {
        walk(flow, &events, &rules, |flow, event| {
            let Ok(next) = advance(flow, event.clone(), rules.context()) else { return };
            let Some(Decision::Retained { offer: Some(offer), .. }) = next.flow.decision() else {
                return;
            };
            assert!(flow.presentations.iter().any(|shown| shown.offer == *offer));
            let subscription = rules.subscription.as_ref().unwrap();
            assert_eq!(check(offer, subscription, &rules.accepted), Ok(()));
            assert_eq!(next.change.is_some(), offer.kind.changes_subscription());
        });
    }

    #[test]
    fn a_subscription_once_chosen_is_never_exchanged(
        flow in flows(), events in prop::collection::vec(events(), 1..12), rules in rules(),
    ) {
        let mut chosen = flow.subscription_id.clone();
        walk(flow, &events, &rules, |flow, _| {
            assert!(chosen.is_none() || chosen == flow.subscription_id);
            chosen.clone_from(&flow.subscription_id);
        });
    }
}
