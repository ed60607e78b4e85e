//! Whether and when to try again.

use std::time::Duration;

use engine::ports::Rng;

use super::answer::Attempt;

const FIRST_DELAY: Duration = Duration::from_millis(500);
const MAX_DELAY: Duration = Duration::from_secs(5);

/// The policy of Stripe's own libraries, except that a replayed failure is never repeated: the
/// same key would bring the same stored answer for ever.
pub(super) fn may_retry(attempt: &Attempt) -> bool {
    match attempt {
        Attempt::Lost { .. } => true,
        Attempt::Unsendable { .. } => false,
        Attempt::Answered(answer) if answer.is_success() => false,
        Attempt::Answered(_) if attempt.is_replayed_failure() => false,
        Attempt::Answered(answer) => {
            answer.should_retry.unwrap_or(answer.status == 409 || answer.status >= 500)
        }
    }
}

/// The wait before retry number `retry` (the first is 1): doubling from half a second, at most
/// five, of which a random half is taken off, but never less than half a second and never less
/// than the server asks for.
pub(super) fn delay(retry: u32, attempt: &Attempt, rng: &dyn Rng) -> Duration {
    let doublings = retry.saturating_sub(1).min(8);
    let full = (FIRST_DELAY * 2u32.pow(doublings)).min(MAX_DELAY);
    let jittered = full.mul_f64(0.5 + fraction(rng) / 2.0).max(FIRST_DELAY);
    match attempt {
        Attempt::Answered(answer) => jittered.max(answer.retry_after.unwrap_or_default()),
        _ => jittered,
    }
}

/// A number from 0 up to, but not including, 1.
fn fraction(rng: &dyn Rng) -> f64 {
    let mut bytes = [0; 4];
    rng.fill(&mut bytes);
    f64::from(u32::from_le_bytes(bytes)) / (f64::from(u32::MAX) + 1.0)
}

#[cfg(test)]
mod tests {
    use super::super::answer::Answer;
    use super::*;

    struct Fixed(u8);

    impl Rng for Fixed {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.fill(self.0);
        }
    }

    fn answered(status: u16, should_retry: Option<bool>, is_replayed: bool) -> Attempt {
        Attempt::Answered(Answer { status, should_retry, is_replayed, ..Answer::default() })
    }

    fn lost() -> Attempt {
        Attempt::Lost { reason: String::new() }
    }

    #[test]
    fn the_server_decides_first_and_the_status_second() {
        let cases = [
            (200, None, false, false),
            (200, Some(true), false, false),
            (400, None, false, false),
            (400, Some(true), false, true),
            (409, None, false, true),
            (409, Some(false), false, false),
            (429, None, false, false),
            (429, Some(true), false, true),
            (500, None, false, true),
            (503, Some(false), false, false),
            (500, None, true, false),
            (500, Some(true), true, false),
        ];
        for (status, should_retry, is_replayed, expected) in cases {
            let attempt = answered(status, should_retry, is_replayed);
            assert_eq!(may_retry(&attempt), expected, "{attempt:?}");
        }
        assert!(may_retry(&lost()));
    }

    #[test]
    fn delays_double_with_jitter_between_half_a_second_and_five() {
        let shortest: Vec<_> = (1..=6).map(|n| delay(n, &lost(), &Fixed(0)).as_millis()).collect();
        assert_eq!(shortest, [500, 500, 1000, 2000, 2500, 2500]);
        for (retry, full) in [(1, 500), (2, 1000), (3, 2000), (4, 4000), (5, 5000), (9, 5000)] {
            let longest = delay(retry, &lost(), &Fixed(255)).as_micros();
            assert!((full - 1) * 1000 < longest && longest <= full * 1000, "{retry}: {longest}");
        }
    }

    #[test]
    fn the_wait_the_server_asks_for_is_kept() {
        let retry_after = Some(Duration::from_secs(7));
        let attempt = Attempt::Answered(Answer { status: 429, retry_after, ..Answer::default() });
        assert_eq!(delay(1, &attempt, &Fixed(0)), Duration::from_secs(7));
    }
}
