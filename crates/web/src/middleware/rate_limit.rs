//! Rate limits, per process. Cancelling has a budget of its own.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

use domain::ids::BrandKeyId;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota};

use crate::app::RateLimits;
use crate::error::ApiError;

/// A burst holds this many seconds' worth.
const BURST_SECONDS: u32 = 5;
/// Keys that wait for nothing are forgotten when a limiter holds more than this many.
const MAX_KEYS: usize = 50_000;
/// Checks between two looks at how many keys the limiters hold.
const CHECKS_PER_LOOK: u32 = 1_024;

/// One limiter for each thing that is counted.
pub(crate) struct RateLimiter {
    keys: DefaultKeyedRateLimiter<BrandKeyId>,
    pages: DefaultKeyedRateLimiter<IpAddr>,
    cancels: DefaultKeyedRateLimiter<IpAddr>,
    bad_keys: DefaultKeyedRateLimiter<IpAddr>,
    clock: DefaultClock,
    checks: AtomicU32,
}

impl RateLimiter {
    pub(crate) fn new(limits: RateLimits) -> Self {
        Self {
            keys: DefaultKeyedRateLimiter::keyed(quota(limits.per_key)),
            pages: DefaultKeyedRateLimiter::keyed(quota(limits.per_address)),
            cancels: DefaultKeyedRateLimiter::keyed(quota(limits.per_address_cancel)),
            bad_keys: DefaultKeyedRateLimiter::keyed(quota(limits.per_address)),
            clock: DefaultClock::default(),
            checks: AtomicU32::new(0),
        }
    }

    /// Counts a session made with a key.
    pub(crate) fn check_key(&self, key: &BrandKeyId) -> Result<(), ApiError> {
        self.check(&self.keys, key)
    }

    /// Counts a wrong key of an address.
    pub(crate) fn check_bad_key(&self, address: IpAddr) -> Result<(), ApiError> {
        self.check(&self.bad_keys, &network_of(address))
    }

    /// Counts a page of an address; `is_cancel` uses the budget of its own.
    pub(crate) fn check_page(&self, address: IpAddr, is_cancel: bool) -> Result<(), ApiError> {
        self.check(if is_cancel { &self.cancels } else { &self.pages }, &network_of(address))
    }

    fn check<K: Clone + Eq + std::hash::Hash>(
        &self,
        limiter: &DefaultKeyedRateLimiter<K>,
        key: &K,
    ) -> Result<(), ApiError> {
        if self.checks.fetch_add(1, Ordering::Relaxed).is_multiple_of(CHECKS_PER_LOOK) {
            forget_idle(&self.keys);
            forget_idle(&self.pages);
            forget_idle(&self.cancels);
            forget_idle(&self.bad_keys);
        }
        let refused = match limiter.check_key(key) {
            Ok(()) => return Ok(()),
            Err(refused) => refused,
        };
        let wait = refused.wait_time_from(self.clock.now());
        Err(ApiError::too_many(wait.as_secs().max(1)))
    }
}

/// Whoever comes from many addresses must not fill the memory.
fn forget_idle<K: Clone + Eq + std::hash::Hash>(limiter: &DefaultKeyedRateLimiter<K>) {
    if limiter.len() > MAX_KEYS {
        limiter.retain_recent();
        limiter.shrink_to_fit();
    }
}

/// What is counted as one client: an address, or the /64 network that one customer of an IPv6
/// provider has to itself.
fn network_of(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let network = u128::from(address) & !u128::from(u64::MAX);
            IpAddr::V6(Ipv6Addr::from(network))
        }
    }
}

fn quota(per_second: u32) -> Quota {
    let rate = NonZeroU32::new(per_second).unwrap_or(NonZeroU32::MIN);
    Quota::per_second(rate)
        .allow_burst(rate.saturating_mul(NonZeroU32::new(BURST_SECONDS).unwrap_or(NonZeroU32::MIN)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_ipv6_network_are_one_client() {
        let limits = RateLimits { per_key: 1, per_address: 1, per_address_cancel: 1 };
        let limiter = RateLimiter::new(limits);
        let from = |host: u16| Ipv6Addr::new(0x2001, 0xdb8, 1, 2, 0, 0, 0, host).into();
        for host in 0..5 {
            assert!(limiter.check_page(from(host), false).is_ok());
        }
        assert!(limiter.check_page(from(5), false).is_err());
        let elsewhere = Ipv6Addr::new(0x2001, 0xdb8, 1, 3, 0, 0, 0, 5).into();
        assert!(limiter.check_page(elsewhere, false).is_ok());
    }

    #[test]
    fn many_addresses_do_not_fill_the_memory() {
        let limits = RateLimits { per_key: 1, per_address: u32::MAX, per_address_cancel: 1 };
        let limiter = RateLimiter::new(limits);
        for number in 0..60_000_u32 {
            assert!(limiter.check_page(IpAddr::V4(number.into()), false).is_ok());
        }
        assert!(limiter.pages.len() <= MAX_KEYS + CHECKS_PER_LOOK as usize);
    }
}
