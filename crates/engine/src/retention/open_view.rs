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
            Visited::NothingToCancel(session) => self.view(session, Screen::NothingToCancel, None),
            Visited::ProviderDown(session) => self.provider_down(session),
        })
    }

    pub(super) fn provider_down(&self, session: OpenSession) -> RetentionView {
        let can_cancel = session.named_subscription().is_some();
        self.view(session, Screen::ProviderDown { can_cancel }, None)
    }
}
