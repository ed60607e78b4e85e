//! The check of a playbook with what only the brand and its provider know.

use std::collections::BTreeMap;

use domain::billing_action::{Coupon, CouponReduction};
use domain::brand::{Brand, Mode};
use domain::money::Money;
use domain::offer::{DiscountDuration, OfferKind, Reduction};
use domain::playbook::{CheckContext, Finding, Playbook, check};
use domain::subscription::Price;

use crate::Engine;
use crate::ports::{BillingAccount, BillingError, StoreError};

/// Why a playbook could not be checked to the end.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// The provider did not answer.
    #[error(transparent)]
    Billing(#[from] BillingError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Engine {
    /// Everything to say about a playbook of a brand. With a connected account its prices are
    /// read and its coupons made, which changes nothing for anybody: a coupon or price that the
    /// provider refuses is found here and not by a customer.
    ///
    /// # Errors
    /// [`CheckError`] when the provider or the database does not answer.
    pub async fn check_playbook(
        &self,
        brand: &Brand,
        mode: Mode,
        playbook: &Playbook,
    ) -> Result<Vec<Finding>, CheckError> {
        let context = CheckContext::for_brand(brand, &self.policy);
        let Some(account) = self.directory.account(&brand.id, mode).await? else {
            return Ok(check(playbook, &context));
        };
        let prices = self.read_prices(&account, playbook).await?;
        let mut findings = check(playbook, &CheckContext { prices: Some(&prices), ..context });
        self.check_coupons(&account, playbook, &mut findings).await?;
        Ok(findings)
    }

    /// What keeps a playbook from being published, without asking the provider.
    pub(super) fn publication_errors(&self, brand: &Brand, playbook: &Playbook) -> Vec<Finding> {
        let mut findings = check(playbook, &CheckContext::for_brand(brand, &self.policy));
        findings.retain(|finding| finding.severity == domain::playbook::Severity::Error);
        findings
    }

    async fn read_prices(
        &self,
        account: &BillingAccount,
        playbook: &Playbook,
    ) -> Result<BTreeMap<String, Price>, BillingError> {
        let mut named: Vec<&str> =
            playbook.offers.iter().flat_map(|offer| offer.effect.prices()).collect();
        named.sort_unstable();
        named.dedup();
        let mut prices = BTreeMap::new();
        for id in named {
            let found = self.billing.find_price(account, id).await?;
            prices.extend(found.map(|price| (id.to_owned(), price)));
        }
        Ok(prices)
    }

    async fn check_coupons(
        &self,
        account: &BillingAccount,
        playbook: &Playbook,
        findings: &mut Vec<Finding>,
    ) -> Result<(), BillingError> {
        for (index, offer) in playbook.offers.iter().enumerate() {
            for coupon in coupons(&offer.effect) {
                match self.billing.ensure_coupon(account, &coupon).await {
                    Ok(()) => {}
                    Err(BillingError::Rejected { code, reason }) => {
                        let message = format!(
                            "the billing provider refuses the coupon {} ({code}: {reason}); \
                             correct the offer, or the coupon there",
                            coupon.id()
                        );
                        let place = format!("offers[{index}].effect");
                        findings.push(Finding::error("coupon_refused", place, message));
                    }
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(())
    }
}

/// The coupons an offer may need, one for each currency it sets an amount in.
fn coupons(kind: &OfferKind) -> Vec<Coupon> {
    let percent =
        |percent, duration| vec![Coupon { reduction: CouponReduction::Percent(percent), duration }];
    match kind {
        OfferKind::Discount { reduction: Reduction::Percent(off), duration, .. } => {
            percent(*off, *duration)
        }
        OfferKind::Discount { reduction: Reduction::Amount(amounts), duration, .. } => amounts
            .0
            .iter()
            .map(|(currency, minor)| Coupon {
                reduction: CouponReduction::Amount(Money::new(*minor, *currency)),
                duration: *duration,
            })
            .collect(),
        OfferKind::FreePeriod { months } => {
            percent(domain::money::Percent::const_new::<100>(), DiscountDuration::Months(*months))
        }
        _ => Vec::new(),
    }
}
