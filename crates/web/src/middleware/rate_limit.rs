//! Rate limits, per process. Cancelling has a budget of its own.

use std::net::IpAddr;
use std::num::NonZeroU32;

use domain::ids::BrandKeyId;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota};

use crate::app::RateLimits;
use crate::error::ApiError;

/// A burst holds this many seconds' worth.
const BURST_SECONDS: u32 = 5;
/// Keys are forgotten when a limiter holds more than this many.
const MAX_KEYS: usize = 100_000;

/// One limiter for each thing that is counted.
pub(crate) struct RateLimiter {
    keys: DefaultKeyedRateLimiter<BrandKeyId>,
    pages: DefaultKeyedRateLimiter<IpAddr>,
    cancels: DefaultKeyedRateLimiter<IpAddr>,
    bad_keys: DefaultKeyedRateLimiter<IpAddr>,
    clock: DefaultClock,
}

impl RateLimiter {
    pub(crate) fn new(limits: RateLimits) -> Self {
        Self {
            keys: DefaultKeyedRateLimiter::keyed(quota(limits.per_key)),
            pages: DefaultKeyedRateLimiter::keyed(quota(limits.per_address)),
            cancels: DefaultKeyedRateLimiter::keyed(quota(limits.per_address_cancel)),
            bad_keys: DefaultKeyedRateLimiter::keyed(quota(limits.per_address)),
            clock: DefaultClock::default(),
        }
    }

    /// Counts a session made with a key.
    pub(crate) fn check_key(&self, key: &BrandKeyId) -> Result<(), ApiError> {
        self.check(&self.keys, key)
    }

    /// Counts a wrong key of an address.
    pub(crate) fn check_bad_key(&self, address: IpAddr) -> Result<(), ApiError> {
        self.check(&self.bad_keys, &address)
    }

    /// Counts a page of an address; `is_cancel` uses the budget of its own.
    pub(crate) fn check_page(&self, address: IpAddr, is_cancel: bool) -> Result<(), ApiError> {
        self.check(if is_cancel { &self.cancels } else { &self.pages }, &address)
    }

    fn check<K: Clone + Eq + std::hash::Hash>(
        &self,
        limiter: &DefaultKeyedRateLimiter<K>,
        key: &K,
    ) -> Result<(), ApiError> {
        let refused = match limiter.check_key(key) {
            Ok(()) => return Ok(()),
            Err(refused) => refused,
        };
        if limiter.len() > MAX_KEYS {
            limiter.retain_recent();
        }
        let wait = refused.wait_time_from(self.clock.now());
        Err(ApiError::too_many(wait.as_secs().max(1)))
    }
}

fn quota(per_second: u32) -> Quota {
    let rate = NonZeroU32::new(per_second).unwrap_or(NonZeroU32::MIN);
    Quota::per_second(rate)
        .allow_burst(rate.saturating_mul(NonZeroU32::new(BURST_SECONDS).unwrap_or(NonZeroU32::MIN)))
}
