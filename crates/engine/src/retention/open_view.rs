//! Shows where a session stands. Decides nothing.

use super::open_session::{OpenSession, SessionError};
use super::screen::{RetentionView, Screen};
use super::visit::Visited;
use crate::Engine;
use crate::ports::StoreError;

/// Why the view cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// The session does not open.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Engine {
    /// The page a session is on.
    ///
    /// # Errors
    /// [`ViewError`].
    pub async fn open_view(&self, token: &str) -> Result<RetentionView, ViewError> {
        let session = self.open_session(token).await?;
        Ok(match self.visit(session).await? {
            Visited::Open(visit) => self.page(&visit, None).await?,
            Visited::NothingToCancel(session) => {
                self.message(session, Screen::NothingToCancel).await?
            }
            Visited::ProviderDown(session) => self.provider_down(session).await?,
        })
    }

    pub(super) async fn provider_down(
        &self,
        session: OpenSession,
    ) -> Result<RetentionView, StoreError> {
        let can_cancel = session.named_subscription().is_some();
        self.message(session, Screen::ProviderDown { can_cancel }).await
    }

    /// A page of a session that has no flow.
    pub(super) async fn message(
        &self,
        session: OpenSession,
        screen: Screen,
    ) -> Result<RetentionView, StoreError> {
        let claims = &session.claims;
        let pinned = self.playbooks.current(&claims.brand_id, claims.mode).await?;
        Ok(self.view(session, pinned, screen, None))
    }
}
