//! Which offer answers a customer: assessed, priced by the provider, and recorded.

use std::collections::BTreeMap;
use std::time::Duration;

use domain::Timestamp;
use domain::flow::may_present;
use domain::ids::{OfferId, ReasonId};
use domain::offer::assessment::budget_month;
use domain::offer::{
    Assessment, Circumstances, History, Ineligible, Proposal, Usage, Verdict, assess, reassess,
};
use domain::subscription::Price;
use jiff::ToSpan;

use super::quote::quote;
use super::visit::Visit;
use crate::Engine;
use crate::ports::{AssessedWhen, AssessmentRecord, BillingAccount, StoreError};

/// Days in which a customer's sessions are counted.
const SESSION_DAYS: i64 = 90;
/// Offers that are priced at most before the customer is shown the next screen: each costs two
/// questions to the provider, and somebody waits.
const MAX_QUOTES: u32 = 3;
/// How long a customer waits for prices.
const PATIENCE: Duration = Duration::from_secs(3);

/// What eligibility depends on besides the visit.
#[derive(Debug, Default)]
pub(super) struct Surroundings {
    history: History,
    usage: Usage,
    prices: BTreeMap<String, Price>,
}

impl Surroundings {
    /// Everything together; none while the subscription is not known.
    pub(super) fn circumstances<'a>(
        &'a self,
        visit: &'a Visit,
        reason: Option<&'a ReasonId>,
        now: Timestamp,
    ) -> Option<Circumstances<'a>> {
        let claims = &visit.session.claims;
        let subscription = visit.subscription()?;
        let playbook = visit.pinned.playbook();
        let owner = visit.snapshots.iter().find(|s| s.customer.id == subscription.customer_id);
        Some(Circumstances {
            customer: owner.map(|snapshot| &snapshot.customer),
            subscription,
            history: &self.history,
            usage: &self.usage,
            prices: &self.prices,
            attributes: &claims.attributes,
            reason,
            locale: claims.locale.as_deref().unwrap_or(&playbook.default_locale),
            pause_mode: visit.session.access.brand.pause_mode,
            mode: claims.mode,
            now,
        })
    }
}

impl Engine {
    /// Reads what eligibility depends on.
    pub(super) async fn surroundings(&self, visit: &Visit) -> Result<Surroundings, StoreError> {
        let Some(subscription) = visit.subscription() else { return Ok(Surroundings::default()) };
        let (brand_id, mode) = (&visit.record.brand_id, visit.record.mode);
        let now = self.clock.now();
        let since = now.checked_sub((SESSION_DAYS * 24).hours()).unwrap_or(Timestamp::MIN);
        let owner = &subscription.customer_id;
        let month = budget_month(now);
        let (history, usage) = tokio::join!(
            self.store.read_history(brand_id, mode, owner, since),
            self.store.read_usage(brand_id, mode, &month)
        );
        let prices = self.named_prices(visit).await?;
        Ok(Surroundings { history: history?, usage: usage?, prices })
    }

    /// The prices the playbook names. One that cannot be read is missing, and its offer is not
    /// eligible.
    async fn named_prices(&self, visit: &Visit) -> Result<BTreeMap<String, Price>, StoreError> {
        let mut names: Vec<&str> = visit.pinned.playbook().named_prices().collect();
        if names.is_empty() {
            return Ok(BTreeMap::new());
        }
        names.sort_unstable();
        names.dedup();
        let (brand_id, mode) = (&visit.record.brand_id, visit.record.mode);
        let Some(account) = self.directory.account(brand_id, mode).await? else {
            return Ok(BTreeMap::new());
        };
        let read = names.into_iter().map(|id| self.mirror.price(brand_id, mode, &account, id));
        let found = futures_util::future::join_all(read);
        let found = tokio::time::timeout(PATIENCE, found).await.unwrap_or_default();
        Ok(found.into_iter().flatten().map(|price| (price.id.clone(), price)).collect())
    }

    /// The offer to show for a reason, if one fits, and what was found out about every offer.
    pub(super) async fn propose(
        &self,
        visit: &Visit,
        around: &Circumstances<'_>,
        declined: &[OfferId],
    ) -> Result<(Option<Box<Proposal>>, AssessmentRecord), StoreError> {
        let mut offers = assess(&visit.pinned.rules, around, declined);
        note_failed_rules(&offers, visit);
        let flow = &visit.record.flow;
        let may_present = may_present(flow, visit.pinned.playbook(), &self.policy);
        let account = self.directory.account(&visit.record.brand_id, visit.record.mode).await?;
        let mut proposal = None;
        let mut quotes = 0;
        for assessed in offers.iter_mut().filter(|each| each.verdict == Verdict::Eligible) {
            let Some(offer) = visit.pinned.playbook().find_offer(&assessed.offer_id) else {
                continue;
            };
            if let Some(shown) = flow.presentation(&assessed.offer_id) {
                proposal =
                    Some(Proposal { offer: shown.offer.clone(), quote: shown.quote.clone() });
            } else if may_present && quotes < MAX_QUOTES {
                quotes += 1;
                let quoted = self.quote_in_time(account.as_ref(), offer, around).await;
                match quoted {
                    Ok(quote) => proposal = Some(Proposal { offer: offer.clone(), quote }),
                    Err(because) => {
                        assessed.verdict = Verdict::Refused;
                        assessed.because.push(because);
                        continue;
                    }
                }
            } else {
                break;
            }
            assessed.verdict = Verdict::Shown;
            break;
        }
        let record = AssessmentRecord {
            when: AssessedWhen::Open,
            assessed_at: around.now,
            reason_id: around.reason.cloned(),
            offers,
        };
        Ok((proposal.map(Box::new), record))
    }

    async fn quote_in_time(
        &self,
        account: Option<&BillingAccount>,
        offer: &domain::offer::Offer,
        around: &Circumstances<'_>,
    ) -> Result<domain::offer::Quote, Ineligible> {
        let asked = quote(self.billing.as_ref(), account, offer, around);
        tokio::time::timeout(PATIENCE, asked).await.unwrap_or(Err(Ineligible::NoPreview))
    }

    /// Assesses an offer that is about to be accepted again, on a subscription that was read just
    /// now where the provider answers.
    pub(super) fn reassess(
        &self,
        visit: &Visit,
        around: &Circumstances<'_>,
        offer_id: &OfferId,
    ) -> AssessmentRecord {
        AssessmentRecord {
            when: AssessedWhen::Accept,
            assessed_at: around.now,
            reason_id: around.reason.cloned(),
            offers: vec![reassess(&visit.pinned.rules, offer_id, around)],
        }
    }
}

/// A rule that fails means "not eligible"; the brand learns of it once for each session.
fn note_failed_rules(offers: &[Assessment], visit: &Visit) {
    let failed = offers.iter().flat_map(|each| &each.because).find_map(|because| match because {
        Ineligible::RuleFailed { rule, message } => Some((rule, message)),
        _ => None,
    });
    if let Some((rule, message)) = failed
        && visit.record.flow.answer.is_none()
    {
        let hash = &visit.pinned.hash;
        tracing::warn!(
            playbook = hash,
            rule,
            message,
            "a rule of the playbook failed for a customer; its offers are not shown"
        );
    }
}
