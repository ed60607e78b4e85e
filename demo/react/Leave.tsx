/** The integration: the ready button, and a button of the app's own that opens the same view. */

import { CancelButton, RenumerateProvider, useRenumerate } from '@renumerate/js/react';
import type { AccountPageProps, DemoCallbacks } from '../types';

export function Leave(page: AccountPageProps) {
  const { sessionId, fallbackUrl, publicKey, fallbackEmail, callbacks } = page;
  return (
    <section className="card leave" aria-label="Leave Lumen Notes">
      <p>You can leave at any time. Your notes stay yours to export.</p>
      <div className="leave-actions">
        {sessionId ? (
          <RenumerateProvider config={{ publicKey, fallbackUrl, fallbackEmail }}>
            <CancelButton
              sessionId={sessionId}
              className="button button-leave"
              callbacks={callbacks}
            />
            <OwnButton sessionId={sessionId} callbacks={callbacks} />
          </RenumerateProvider>
        ) : (
          // Until there is a session, or without one, an ordinary link leads to the fallback.
          <a className="button button-leave" href={fallbackUrl}>
            Cancel Subscription
          </a>
        )}
      </div>
    </section>
  );
}

function OwnButton({ sessionId, callbacks }: { sessionId: string; callbacks: DemoCallbacks }) {
  const { open } = useRenumerate({ sessionId, callbacks });
  return (
    <button type="button" className="button button-leave" onClick={() => open()}>
      Leave Lumen Notes
    </button>
  );
}
