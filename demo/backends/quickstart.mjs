/**
 * The call alone, without a safety net: what `renumerate.mjs` does, in its shortest form.
 * Run it against the demo: RENUMERATE_URL=http://localhost:4321 RENUMERATE_PRIVATE_KEY=sk_test_… node quickstart.mjs
 */

const { RENUMERATE_URL, RENUMERATE_PRIVATE_KEY } = process.env;

const response = await fetch(`${RENUMERATE_URL}/v1/retention/session`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-Brand-Key': RENUMERATE_PRIVATE_KEY },
  body: JSON.stringify({
    retention: {
      customer_id: 'cus_NffrFeUfNV2Hib',
      subscription_id: 'sub_1MowQVLkdIwHu7ixeRlqHVzs',
    },
  }),
});

const {
  session: { id },
} = await response.json();

console.log(id);
