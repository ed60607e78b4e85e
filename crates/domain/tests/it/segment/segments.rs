//! Segments that read segments.

use domain::segment::{EvalError, Expression, Loop, Scope, Vocabulary, order_segments};
use proptest::prelude::*;

use super::customer;

/// Segments `s0`, `s1`, … with these rules.
fn compile(rules: &[String]) -> Vec<Expression> {
    let names = (0..rules.len()).map(|index| format!("s{index}")).collect();
    let words = Vocabulary::new([].into(), names);
    rules.iter().map(|rule| Expression::compile(rule, &words).unwrap()).collect()
}

fn texts(rules: &[&str]) -> Vec<Expression> {
    compile(&rules.iter().map(|rule| (*rule).to_owned()).collect::<Vec<_>>())
}

#[test]
fn each_segment_comes_after_those_it_reads() {
    let segments = texts(&["in_segment.s2 && in_segment.s1", "in_segment.s2", "is_trialing"]);
    assert_eq!(order_segments(&segments), Ok(vec![2, 1, 0]));
}

#[test]
fn a_circle_is_found_with_its_members_alone() {
    let segments =
        texts(&["in_segment.s1", "in_segment.s2", "in_segment.s3", "!in_segment.s1", "true"]);
    assert_eq!(order_segments(&segments), Err(Loop { path: vec![1, 2, 3] }));
    assert_eq!(order_segments(&texts(&["in_segment.s0"])), Err(Loop { path: vec![0] }));
}

#[test]
fn a_circle_that_is_evaluated_fails_instead_of_running_on() {
    let segments = texts(&["in_segment.s1", "!in_segment.s0"]);
    let facts = customer();
    let scope = Scope::new(&facts, &segments);
    assert!(segments[0].holds(&scope).is_err());
}

#[test]
fn a_failing_segment_fails_the_rules_that_need_it() {
    let segments = texts(&["days_since.pause > 1", "!in_segment.s0", "in_segment.s0 || true"]);
    let facts = customer();
    let scope = Scope::new(&facts, &segments);
    assert_eq!(segments[1].holds(&scope), Err(EvalError::Segment("s0".to_owned())));
    assert_eq!(segments[1].holds(&scope), Err(EvalError::Segment("s0".to_owned())));
    assert_eq!(segments[2].holds(&scope), Ok(true));
}

#[test]
fn a_rule_with_a_segment_that_the_scope_lacks_fails() {
    let segments = texts(&["in_segment.s1", "true"]);
    let facts = customer();
    assert!(segments[0].holds(&Scope::new(&facts, &segments[..1])).is_err());
}

proptest! {
    /// Reading only later segments can make no circle, whatever the edges.
    #[test]
    fn an_order_exists_and_respects_every_edge(
        edges in prop::collection::vec(prop::collection::vec(0_usize..12, 0..4), 12)
    ) {
        let rules: Vec<String> = edges
            .iter()
            .enumerate()
            .map(|(from, to)| {
                let reads = to.iter().filter(|to| **to > from).map(|to| format!("in_segment.s{to}"));
                reads.chain(["is_paused".to_owned()]).collect::<Vec<_>>().join(" && ")
            })
            .collect();
        let segments = compile(&rules);
        let order = order_segments(&segments).unwrap();
        let place = |index: usize| order.iter().position(|at| *at == index).unwrap();
        prop_assert_eq!(order.len(), segments.len());
        for (index, segment) in segments.iter().enumerate() {
            for read in segment.segments() {
                prop_assert!(place(*read) < place(index));
            }
        }
    }
}
