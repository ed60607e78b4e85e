//! Makes a retention session: checks the customer, seals what is known, writes nothing.

use domain::ids::{CustomerId, SessionUid, SubscriptionId};
use domain::session::{Attributes, DEFAULT_LIFE_SECONDS, SessionClaims, Subject};
use std::sync::Arc;

use crate::Engine;
use crate::directory::BrandAccess;
use crate::mirror::{MirrorError, Scope};
use crate::naming;
use crate::ports::{BillingError, CustomerSnapshot, StoreError};

/// A request for a session; every field is checked for form before it comes here.
#[derive(Debug, Clone, Default)]
pub struct CreateSession {
    /// The customer by id.
    pub customer_id: Option<CustomerId>,
    /// The customer by e-mail.
    pub customer_email: Option<String>,
    /// One of the customer's subscriptions.
    pub subscription_id: Option<SubscriptionId>,
    /// BCP 47.
    pub locale: Option<String>,
    /// ISO 3166-1 or -2.
    pub region: Option<String>,
    /// For segments.
    pub attributes: Attributes,
    /// Life in seconds.
    pub expires_in: Option<i64>,
    /// Where to go back to.
    pub return_url: Option<String>,
}

/// A session.
#[derive(Debug, Clone)]
pub struct CreatedSession {
    /// The sealed token, `ret_…`.
    pub id: String,
    /// What it says.
    pub claims: SessionClaims,
}

/// Why no session is made.
#[derive(Debug, thiserror::Error)]
pub enum CreateSessionError {
    /// Neither an id nor an e-mail is given.
    #[error("neither customer_id nor customer_email is given")]
    MissingCustomer,
    /// The provider has no such customer.
    #[error("the billing provider has no such customer")]
    CustomerNotFound,
    /// The customer has no such subscription, or none that can be canceled.
    #[error("the customer has no such subscription that can be canceled")]
    SubscriptionNotFound,
    /// Id and e-mail are of two customers.
    #[error("customer_id and customer_email are of two customers")]
    CustomerMismatch,
    /// A test key on a live customer, or the reverse.
    #[error("the key and the customer are of different modes")]
    ModeMismatch,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What was found out, or that the provider could not be asked.
enum Found {
    Verified { customers: Vec<CustomerId>, subscription_id: Option<SubscriptionId> },
    ProviderDown,
}

impl Engine {
    /// Makes a session for a customer of the key's brand.
    ///
    /// When the provider is down the session is made all the same and checked when it is
    /// opened: the cancel button must work.
    ///
    /// # Errors
    /// [`CreateSessionError`].
    pub async fn create_session(
        &self,
        access: &BrandAccess,
        request: CreateSession,
    ) -> Result<CreatedSession, CreateSessionError> {
        if request.customer_id.is_none() && request.customer_email.is_none() {
            return Err(CreateSessionError::MissingCustomer);
        }
        let account = self.directory.account(&access.brand.id, access.mode).await?;
        let scope =
            Scope { brand_id: &access.brand.id, mode: access.mode, account: account.as_ref() };
        let (subject, subscription_id) = match self.find_subject(scope, &request).await? {
            Found::Verified { customers, subscription_id } => {
                (Subject::Customers(customers), subscription_id)
            }
            Found::ProviderDown => (
                Subject::Unverified {
                    customer_id: request.customer_id.clone(),
                    customer_email: request.customer_email.clone(),
                },
                request.subscription_id.clone(),
            ),
        };
        Ok(self.seal(access, request, subject, subscription_id))
    }

    fn seal(
        &self,
        access: &BrandAccess,
        request: CreateSession,
        subject: Subject,
        subscription_id: Option<SubscriptionId>,
    ) -> CreatedSession {
        let now = self.clock.now();
        let issued_at_ms = now.as_millisecond();
        let life_ms = request.expires_in.unwrap_or(DEFAULT_LIFE_SECONDS) * 1_000;
        let claims = SessionClaims {
            uid: SessionUid::from_suffix(&naming::id_suffix(now, self.rng.as_ref())),
            brand_id: access.brand.id.clone(),
            brand_key_id: access.key_id.clone(),
            mode: access.mode,
            subject,
            subscription_id,
            locale: request.locale,
            region: request.region,
            return_url: request.return_url,
            attributes: request.attributes,
            issued_at_ms,
            expires_at_ms: issued_at_ms + life_ms,
        };
        CreatedSession { id: self.vault.seal_session(&claims, self.rng.as_ref()), claims }
    }

    async fn find_subject(
        &self,
        scope: Scope<'_>,
        request: &CreateSession,
    ) -> Result<Found, CreateSessionError> {
        let found = match self.find_customers(scope, request).await {
            Err(Stop::Billing(error)) => {
                tracing::warn!(%error, "a session is issued unverified: the billing provider did not answer");
                return Ok(Found::ProviderDown);
            }
            Err(Stop::Refused(error)) => return Err(error),
            Ok(found) => found,
        };
        let subscription_id = pick_subscription(&found, request.subscription_id.as_ref())?;
        let customers = found.iter().map(|snapshot| snapshot.customer.id.clone()).collect();
        Ok(Found::Verified { customers, subscription_id })
    }

    async fn find_customers(
        &self,
        scope: Scope<'_>,
        request: &CreateSession,
    ) -> Result<Vec<Arc<CustomerSnapshot>>, Stop> {
        if let Some(id) = &request.customer_id {
            let snapshot = self.find_one(scope, id).await?;
            if let Some(email) = &request.customer_email {
                self.check_email(scope, &snapshot, email).await?;
            }
            return Ok(vec![snapshot]);
        }
        let email = request.customer_email.as_deref().unwrap_or_default();
        let ids = self.mirror.customers_by_email(scope, email).await?;
        let mut found = Vec::with_capacity(ids.len());
        for id in ids.iter() {
            found.push(self.find_one(scope, id).await?);
        }
        if found.is_empty() { Err(CreateSessionError::CustomerNotFound.into()) } else { Ok(found) }
    }

    async fn find_one(
        &self,
        scope: Scope<'_>,
        id: &CustomerId,
    ) -> Result<Arc<CustomerSnapshot>, Stop> {
        let snapshot = self.mirror.fresh(scope, id).await?;
        let snapshot = snapshot.ok_or(CreateSessionError::CustomerNotFound)?;
        if snapshot.customer.livemode != scope.mode.is_live() {
            return Err(CreateSessionError::ModeMismatch.into());
        }
        Ok(snapshot)
    }

    /// The e-mail is refused only if it belongs to another customer; otherwise the id wins.
    async fn check_email(
        &self,
        scope: Scope<'_>,
        snapshot: &CustomerSnapshot,
        email: &str,
    ) -> Result<(), Stop> {
        let own = snapshot.customer.email.as_deref().unwrap_or_default();
        if own.eq_ignore_ascii_case(email) {
            return Ok(());
        }
        let others = self.mirror.customers_by_email(scope, email).await?;
        if others.is_empty() || others.contains(&snapshot.customer.id) {
            Ok(())
        } else {
            Err(CreateSessionError::CustomerMismatch.into())
        }
    }
}

/// Why the search for customers stops early.
enum Stop {
    Refused(CreateSessionError),
    Billing(BillingError),
}

impl From<MirrorError> for Stop {
    fn from(error: MirrorError) -> Self {
        match error {
            MirrorError::Billing(error) => Self::Billing(error),
            MirrorError::Store(error) => Self::Refused(error.into()),
        }
    }
}

impl From<CreateSessionError> for Stop {
    fn from(error: CreateSessionError) -> Self {
        Self::Refused(error)
    }
}

/// The one subscription, or none when the customer has to choose among several.
pub(super) fn pick_subscription(
    found: &[Arc<CustomerSnapshot>],
    wanted: Option<&SubscriptionId>,
) -> Result<Option<SubscriptionId>, CreateSessionError> {
    let mut cancelable = found
        .iter()
        .flat_map(|snapshot| &snapshot.subscriptions)
        .filter(|subscription| subscription.is_cancelable());
    if let Some(wanted) = wanted {
        return cancelable
            .find(|subscription| subscription.id == *wanted)
            .map(|subscription| Some(subscription.id.clone()))
            .ok_or(CreateSessionError::SubscriptionNotFound);
    }
    let first = cancelable.next().ok_or(CreateSessionError::SubscriptionNotFound)?;
    Ok(if cancelable.next().is_some() { None } else { Some(first.id.clone()) })
}
