//! No sequence of events leaves the state machine.

use std::sync::LazyLock;

use domain::billing_action::SubscriptionChange;
use domain::flow::{
    Advance, Answer, Decision, Flow, FlowContext, FlowEvent, Refusal, Step, advance,
};
use domain::ids::{OfferId, ReasonId};
use domain::offer::{Ineligible, PauseChoice, Proposal, Quote};
use domain::playbook::{Playbook, SurveyStage};
use domain::policy::Policy;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use crate::eligibility;
use crate::shapes::{self, DAY, NOW, at, sub};
use crate::situation::Situation;

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
    situation: Option<Situation>,
}

impl Rules {
    fn step(&self, flow: &Flow, event: FlowEvent) -> Result<Advance, Refusal> {
        let around = self.situation.as_ref().map(Situation::around);
        let context = FlowContext {
            playbook: &self.playbook,
            policy: &self.policy,
            subscription: self.situation.as_ref().map(|situation| &situation.subscription),
            around: around.as_ref(),
            now: at(NOW),
        };
        advance(flow, event, context)
    }

    fn allowed(&self) -> usize {
        if self.playbook.flow.survey != SurveyStage::Before {
            return 0;
        }
        let allowed = self.playbook.flow.offer_screens.min(self.policy.max_offers_before_decision);
        usize::try_from(allowed).unwrap()
    }
}

/// The built-in reasons with offers of every kind, read once.
static PLAYBOOK: LazyLock<Playbook> =
    LazyLock::new(|| Playbook { offers: eligibility::offers(), ..domain::playbook::built_in() });

fn playbook() -> Playbook {
    PLAYBOOK.clone()
}

fn offer_ids() -> impl Strategy<Value = OfferId> {
    let known = playbook().offers.into_iter().map(|offer| offer.id);
    let ids: Vec<_> = known.chain([OfferId::from_suffix("unheard_of")]).collect();
    prop::sample::select(ids)
}

/// Any offer, with what the engine would promise: lengths for a pause.
fn proposals() -> impl Strategy<Value = Option<Box<Proposal>>> {
    let offers = prop::sample::select(playbook().offers);
    let proposal = offers.prop_map(|offer| {
        let choice = |months: u32| PauseChoice { months, until: at(NOW + i64::from(months) * DAY) };
        let pause_choices = match offer.effect.as_str() {
            "pause" => (1..=3).map(choice).collect(),
            _ => Vec::new(),
        };
        Box::new(Proposal { offer, quote: Quote { pause_choices, ..Quote::default() } })
    });
    prop::option::weighted(0.8, proposal)
}

fn answers() -> impl Strategy<Value = Answer> {
    let known = playbook().reasons.into_iter().map(|reason| reason.id);
    let ids: Vec<_> = known.chain([ReasonId::from_suffix("unheard_of")]).collect();
    let comments = prop::sample::select(vec![0, 1, 5_000, 5_001]);
    (prop::option::of(prop::sample::select(ids)), prop::option::of(comments)).prop_map(
        |(reason_id, length)| Answer {
            reason_id,
            feedback: None,
            feedback_option: None,
            comment: length.map(|length| "é".repeat(length)),
        },
    )
}

fn refusals() -> impl Strategy<Value = Vec<Ineligible>> {
    prop_oneof![4 => Just(Vec::new()), 1 => Just(vec![Ineligible::AlreadyPaused])]
}

fn events() -> impl Strategy<Value = FlowEvent> {
    let ids = prop::sample::select(vec![sub("1"), sub("2")]);
    prop_oneof![
        1 => ids.prop_map(|subscription_id| FlowEvent::Chose { subscription_id }),
        4 => (answers(), proposals())
            .prop_map(|(answer, proposal)| FlowEvent::Answered { answer, proposal }),
        3 => (offer_ids(), prop::option::of(0_u32..5), refusals()).prop_map(
            |(offer_id, months, because)| FlowEvent::Accepted { offer_id, months, because }
        ),
        3 => proposals().prop_map(|proposal| FlowEvent::Declined { proposal }),
        1 => prop::option::of(answers()).prop_map(|answer| FlowEvent::Canceled { answer }),
        1 => Just(FlowEvent::Kept),
    ]
}

fn rules() -> impl Strategy<Value = Rules> {
    let shapes: Vec<_> = shapes::all().into_iter().map(|(_, shape)| shape).collect();
    let shape = prop_oneof![3 => Just(shapes::monthly()), 2 => prop::sample::select(shapes)];
    let survey = prop_oneof![
        6 => Just(SurveyStage::Before),
        1 => Just(SurveyStage::After),
        1 => Just(SurveyStage::Off),
    ];
    (prop::option::weighted(0.9, shape), survey, 0_u32..=3, 0_u32..=3).prop_map(
        |(subscription, survey, screens, shown)| {
            let mut playbook = playbook();
            playbook.flow.survey = survey;
            playbook.flow.offer_screens = screens;
            Rules {
                playbook,
                policy: Policy { max_offers_before_decision: shown, ..Policy::us_general() },
                situation: subscription.map(Situation::of),
            }
        },
    )
}

fn flows() -> impl Strategy<Value = Option<domain::ids::SubscriptionId>> {
    prop_oneof![Just(None), Just(Some(sub("1")))]
}

/// A way through the screens: whom it is for, what is pressed, under which rules.
fn ways() -> impl Strategy<Value = (Flow, Vec<FlowEvent>, Rules)> {
    (flows(), prop::collection::vec(events(), 1..12), rules()).prop_map(
        |(subscription, events, rules)| {
            (Flow::start(subscription, rules.playbook.flow.survey), events, rules)
        },
    )
}

/// Every state passed, with the event that is tried next.
fn walk(
    (flow, events, rules): (Flow, Vec<FlowEvent>, Rules),
    mut look: impl FnMut(&Flow, &FlowEvent, &Rules),
) {
    let mut flow = flow;
    for event in &events {
        look(&flow, event, &rules);
        if let Ok(next) = rules.step(&flow, event.clone()) {
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
    fn a_decided_flow_never_changes(way in ways()) {
        let mut decided: Option<Flow> = None;
        walk(way, |flow, event, rules| {
            if let Some(decided) = &decided {
                assert_eq!(flow, decided);
                assert_eq!(rules.step(flow, event.clone()), Err(Refusal::AlreadyDecided));
            } else if is_over(flow) {
                decided = Some(flow.clone());
            }
        });
    }

    #[test]
    fn the_same_event_twice_is_the_same_as_once(way in ways()) {
        walk(way, |flow, event, rules| {
            let Ok(once) = rules.step(flow, event.clone()) else { return };
            // To go on past one offer brings another; to go on past that is another step.
            let brings_another = matches!(event, FlowEvent::Declined { .. })
                && matches!(once.flow.step, Step::Offer { .. });
            if !is_over(&once.flow) && !brings_another {
                let twice = rules.step(&once.flow, event.clone());
                assert_eq!(twice, Ok(Advance { flow: once.flow, change: None, follow_up: None }));
            }
        });
    }

    #[test]
    fn canceling_is_possible_in_every_state_that_has_a_subscription(
        way in ways(), answer in prop::option::of(answers()),
    ) {
        walk(way, |flow, _, rules| {
            if is_over(flow) || flow.subscription_id.is_none() { return }
            let cancel = FlowEvent::Canceled { answer: answer.clone() };
            let next = rules.step(flow, cancel).unwrap();
            assert_eq!(next.flow.decision(), Some(&Decision::Canceled));
            assert!(next.change.is_some_and(|change| change.is_cancel()));
        });
    }

    #[test]
    fn a_flow_shows_no_more_offers_than_playbook_and_policy_allow(way in ways()) {
        walk(way, |flow, _, rules| assert!(flow.presentations.len() <= rules.allowed()));
    }

    #[test]
    fn an_offer_that_was_declined_does_not_come_back(way in ways()) {
        let mut declined: Vec<OfferId> = Vec::new();
        walk(way, |flow, _, _| {
            if let Step::Offer { offer_id } = &flow.step {
                assert!(!declined.contains(offer_id), "{offer_id}");
            }
            declined = flow.declined();
        });
    }

    #[test]
    fn an_accepted_offer_was_shown_and_was_not_refused(way in ways()) {
        walk(way, |flow, event, rules| {
            let Ok(next) = rules.step(flow, event.clone()) else { return };
            let Some(taken) = next.flow.decision().and_then(Decision::taken) else { return };
            let FlowEvent::Accepted { offer_id, months, because } = event else {
                panic!("{event:?} took an offer")
            };
            assert_eq!((&taken.offer.id, because.as_slice()), (offer_id, [].as_slice()));
            let shown = flow.presentations.iter().find(|shown| shown.offer == taken.offer).unwrap();
            assert_eq!(taken.quote, shown.quote);
            assert_eq!(next.change.is_some(), taken.offer.effect.has_effect());
            if taken.offer.effect.as_str() == "pause" {
                let picked = shown.quote.pause_choices.iter().find(|c| Some(c.months) == *months);
                assert_eq!(taken.until, Some(picked.unwrap().until));
            }
        });
    }

    #[test]
    fn whoever_was_shown_the_way_to_a_person_can_still_do_everything(way in ways()) {
        walk(way, |flow, event, rules| {
            let Step::Redirected { offer_id } = &flow.step else { return };
            assert!(flow.is_redirected && flow.presentation(offer_id).is_some());
            for event in [
                FlowEvent::Canceled { answer: None },
                FlowEvent::Kept,
                FlowEvent::Declined { proposal: None },
                FlowEvent::Accepted { offer_id: offer_id.clone(), months: None, because: vec![] },
            ] {
                assert!(rules.step(flow, event).is_ok());
            }
            if let Ok(next) = rules.step(flow, event.clone()) {
                assert!(next.flow.is_redirected, "that is never forgotten");
            }
        });
    }

    #[test]
    fn a_subscription_once_chosen_is_never_exchanged(way in ways()) {
        let mut chosen = way.0.subscription_id.clone();
        walk(way, |flow, _, _| {
            assert!(chosen.is_none() || chosen == flow.subscription_id);
            chosen.clone_from(&flow.subscription_id);
        });
    }

    #[test]
    fn only_a_decision_changes_something(way in ways()) {
        walk(way, |flow, event, rules| {
            let Ok(next) = rules.step(flow, event.clone()) else { return };
            if next.flow.decision().is_none() {
                assert_eq!((next.change, next.follow_up), (None, None));
            }
        });
    }

    #[test]
    fn what_was_said_afterwards_changes_the_answer_alone(way in ways(), said in answers()) {
        let mut last = None;
        let playbook = way.2.playbook.clone();
        walk(way, |flow, _, _| last = Some(flow.clone()));
        let mut flow = last.unwrap();
        let before = flow.clone();
        let too_long = said.comment.as_ref().is_some_and(|text| text.chars().count() > 5_000);
        let unknown = said.reason_id.as_ref().is_some_and(|id| playbook.find_reason(id).is_none());
        let annotated = flow.annotate(said.clone(), &playbook);
        if too_long || unknown {
            prop_assert!(annotated.is_err());
            prop_assert_eq!(flow, before);
        } else {
            prop_assert_eq!(annotated, Ok(()));
            let answer = flow.answer.clone().unwrap();
            prop_assert_eq!((answer.reason_id, answer.comment), (said.reason_id, said.comment));
            prop_assert_eq!(Flow { answer: before.answer.clone(), ..flow }, before);
        }
    }

    #[test]
    fn a_reopened_flow_is_undecided_and_shows_no_offer_again(way in ways()) {
        let mut last = None;
        walk(way, |flow, event, rules| {
            last = rules.step(flow, event.clone()).ok().map(|next| next.flow);
        });
        let Some(flow) = last.filter(|flow| matches!(flow.step, Step::Done { .. })) else {
            return Ok(());
        };
        let reopened = flow.clone().reopened();
        prop_assert_eq!(reopened.decision(), None);
        prop_assert!(reopened.presentations.iter().all(|shown| shown.is_declined));
        prop_assert_eq!(reopened.presentations.len(), flow.presentations.len());
        prop_assert_eq!(reopened.answer, flow.answer);
    }
}

#[test]
fn the_difference_of_a_change_is_that_of_the_moment_it_was_shown_for() {
    let rules = Rules {
        playbook: playbook(),
        policy: Policy::us_general(),
        situation: Some(Situation::of(shapes::monthly())),
    };
    let begins = shapes::monthly().current_period_start().unwrap();
    let offer = rules.playbook.offers.iter().find(|offer| offer.id.as_str().ends_with("plan_now"));
    let offer = offer.unwrap();
    let start = Flow::start(Some(sub("1")), SurveyStage::Before);
    for (priced_at, expected) in [
        (None, at(NOW)),
        (Some(at(NOW - 600)), at(NOW - 600)),
        (Some(at(NOW - DAY)), at(NOW - DAY)),
        // A renewal came in between.
        (Some(at(begins.as_second() - 1)), begins),
    ] {
        let quote = Quote { priced_at, ..Quote::default() };
        let proposal = Some(Box::new(Proposal { offer: offer.clone(), quote }));
        let answer =
            Answer { reason_id: None, feedback: None, feedback_option: None, comment: None };
        let shown = rules.step(&start, FlowEvent::Answered { answer, proposal }).unwrap();
        let offer_id = offer.id.clone();
        let accepted = FlowEvent::Accepted { offer_id, months: None, because: Vec::new() };
        let change = rules.step(&shown.flow, accepted).unwrap().change;
        let Some(SubscriptionChange::ChangeItem(item)) = change else { panic!("{change:?}") };
        assert_eq!(item.proration_date, Some(expected), "{priced_at:?}");
    }
}
