//! Opens a sealed session: who may see what.

use domain::ids::{CustomerId, SubscriptionId};
use domain::session::{SessionClaims, Subject};

use crate::Engine;
use crate::directory::{AccessError, BrandAccess};
use crate::mirror::MirrorError;
use crate::ports::StoreError;

/// A session that is good now.
#[derive(Debug, Clone)]
pub struct OpenSession {
    /// The token as given.
    pub token: String,
    /// What it says.
    pub claims: SessionClaims,
    /// The brand it was made for.
    pub access: BrandAccess,
}

/// Why a session does not open. What a customer sees is the same for all but `Expired`.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// Forged, altered, foreign, or made with a key that was revoked.
    #[error("this is not a session of this server")]
    Invalid,
    /// It was good and its time is over.
    #[error("the session has expired")]
    Expired {
        /// The brand's contact, so that the customer still knows where to turn.
        access: Box<BrandAccess>,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl OpenSession {
    /// The one subscription the brand's backend named, with its customer, when nothing could be
    /// checked: enough to accept a cancellation. The worker checks both before it writes.
    #[must_use]
    pub fn named_subscription(&self) -> Option<(CustomerId, SubscriptionId)> {
        let customer_id = match &self.claims.subject {
            Subject::Customers(ids) => ids.first().filter(|_| ids.len() == 1),
            Subject::Unverified { customer_id, .. } => customer_id.as_ref(),
        }?;
        Some((customer_id.clone(), self.claims.subscription_id.clone()?))
    }
}

impl Engine {
    /// Opens a session.
    ///
    /// # Errors
    /// [`SessionError`].
    pub async fn open_session(&self, token: &str) -> Result<OpenSession, SessionError> {
        let claims = self.vault.open_session(token).map_err(|_| SessionError::Invalid)?;
        let access =
            self.directory.access_by_key_id(&claims.brand_id, &claims.brand_key_id).await.map_err(
                |error| match error {
                    AccessError::InvalidKey => SessionError::Invalid,
                    AccessError::Store(error) => SessionError::Store(error),
                },
            )?;
        if claims.is_expired(self.clock.now()) {
            return Err(SessionError::Expired { access: Box::new(access) });
        }
        Ok(OpenSession { token: token.to_owned(), claims, access })
    }

    /// The customers a session is for; those of an unverified session are looked up now.
    pub(super) async fn session_customers(
        &self,
        session: &OpenSession,
        scope: crate::mirror::Scope<'_>,
    ) -> Result<Vec<CustomerId>, MirrorError> {
        match &session.claims.subject {
            Subject::Customers(ids) => Ok(ids.clone()),
            Subject::Unverified { customer_id: Some(id), .. } => Ok(vec![id.clone()]),
            Subject::Unverified { customer_id: None, customer_email } => {
                let email = customer_email.as_deref().unwrap_or_default();
                Ok(self.mirror.customers_by_email(scope, email).await?.to_vec())
            }
        }
    }
}
