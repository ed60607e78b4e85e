/**
 * Makes a retention session for the cancel button. Node 20 or newer, no dependencies.
 *
 *   const session = await createRetentionSession({ customerId: "cus_…" });
 *   // { sessionId } for the SDK, or { fallbackUrl } for a plain link
 *
 * A customer who wants to leave must never meet an error, so whatever goes wrong, or takes longer
 * than two seconds in all, ends in the fallback link and one line on stderr.
 */

const DEADLINE_MS = 2000;

const serverUrl = setting('RENUMERATE_URL').replace(/\/+$/, '');
const privateKey = setting('RENUMERATE_PRIVATE_KEY');
const fallbackUrl = setting('RENUMERATE_FALLBACK_URL');

/**
 * @param {{ customerId?: string, customerEmail?: string, subscriptionId?: string }} customer
 *   At least one of `customerId` and `customerEmail`, as Stripe knows them.
 * @returns {Promise<{ sessionId: string } | { fallbackUrl: string }>}
 */
export async function createRetentionSession({ customerId, customerEmail, subscriptionId }) {
  try {
    const response = await fetch(`${serverUrl}/v1/retention/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Brand-Key': privateKey },
      // JSON.stringify leaves out what is undefined.
      body: JSON.stringify({
        retention: {
          customer_id: customerId,
          customer_email: customerEmail,
          subscription_id: subscriptionId,
        },
      }),
      redirect: 'error', // never carry the key to another host
      signal: AbortSignal.timeout(DEADLINE_MS), // covers connecting, the answer and its body
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`HTTP ${response.status} ${answer.code}: ${answer.error}`);
    return { sessionId: answer.session.id };
  } catch (error) {
    console.error(`renumerate: no retention session, using the fallback (${error.message})`);
    return { fallbackUrl };
  }
}

/** A missing setting stops the start of the app instead of surprising a customer later. */
function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
