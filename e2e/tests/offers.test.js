/** Every kind of offer in the browser: what its card says, what holds at Stripe once it is taken. */

import assert from 'node:assert/strict';
import { assertAccessible } from '../harness/axe.js';
import { CAST } from '../harness/demo.js';
import { Flow } from '../harness/flow.js';
import { demoSuite } from '../harness/suite.js';

const { test } = demoSuite();

const UNUSED = 'I don’t use it enough';
const HARDLY_USED = { notes_last_30_days: 2 };

/** @type {[string, object][]} */
const KINDS = [
  [
    'a smaller plan',
    {
      subject: { customer_id: CAST.lowUse, attributes: HARDLY_USED },
      reason: UNUSED,
      card: /Change to Lumen Notes Basic.*\$19\.00 per month.*Lumen Notes Pro, \$49\.00/s,
      accept: 'Change to Lumen Notes Basic',
      kept: /Your plan is changed.*Lumen Notes Basic from/s,
      atStripe: ({ schedule }) => assert.ok(schedule),
    },
  ],
  [
    'a fair pause of a yearly plan',
    {
      subject: { customer_id: CAST.yearly },
      reason: UNUSED,
      card: /The renewal moves by the same time/s,
      pick: '2 months',
      accept: 'Pause my plan',
      kept: /Your pause is set.*Resumes/s,
      atStripe: ({ trial_end, pause_collection }) => {
        assert.ok(trial_end > 0);
        assert.equal(pause_collection, null);
      },
    },
  ],
  [
    'a credit',
    {
      subject: { customer_id: CAST.monthly },
      reason: 'The quality isn’t what I expected',
      card: /\$10\.00 credit.*\$39\.00 on/s,
      accept: 'Keep my plan with the credit',
      kept: /Your plan continues.*\$10\.00 credit.*\$39\.00 on/s,
      atStripe: (_, { balance }) => assert.equal(balance, -1000),
    },
  ],
  [
    'a longer trial',
    {
      subject: { customer_id: CAST.trial },
      reason: UNUSED,
      card: /14 more days of trial.*Nothing is charged before that/s,
      accept: 'Extend my trial',
      kept: /Your trial is extended/s,
      atStripe: ({ status, trial_end, trial_start }) => {
        assert.equal(status, 'trialing');
        assert.equal(Math.round((trial_end - trial_start) / 86_400), 28);
      },
    },
  ],
  [
    'fewer seats',
    {
      subject: { customer_id: CAST.seats },
      reason: 'It’s too expensive',
      card: /Reduce to 9 seats.*\$108\.00 per month/s,
      accept: 'Keep 9 seats',
      kept: /Your plan is changed.*9 seats from/s,
      atStripe: ({ schedule, items }) => {
        assert.ok(schedule);
        assert.equal(items.data[0].quantity, 12);
      },
    },
  ],
  [
    'something of the business’s own',
    {
      subject: { customer_id: CAST.monthly },
      reason: 'Some features I need are missing',
      card: /Early access to the new editor/s,
      accept: 'Switch it on and stay',
      kept: /The new editor is switched on for you/s,
      atStripe: ({ cancel_at_period_end }) => assert.equal(cancel_at_period_end, false),
    },
  ],
];

for (const [name, { subject, reason, card, pick, accept, kept, atStripe }] of KINDS) {
  test(`${name} is offered, taken and held`, async ({ page, demo }) => {
    const flow = await Flow.visit(page, await demo.viewUrl(subject));
    await flow.answer(reason);
    await flow.step('offer');
    assert.match(await flow.text(), card);
    await assertAccessible(page);
    if (pick) await flow.pick(pick);
    await flow.press(accept);
    await flow.step('kept');

    assert.match(await flow.text(), kept);
    await assertAccessible(page);
    const { customer, subscriptions } = await demo.state(subject.customer_id);
    atStripe(subscriptions[0], customer);
  });
}

test('the way to a person is no decision, and leads back to the cancellation', async ({
  page,
  demo,
}) => {
  const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: CAST.yearly }));
  await flow.answer('The customer service isn’t what I expected');
  await flow.step('offer');
  await flow.press('Write to us');
  await flow.step('redirected');
  await assertAccessible(page);
  const link = flow.view.getByRole('link', { name: 'Write to us' });
  assert.equal(await link.getAttribute('href'), 'mailto:support@lumen-notes.example');
  assert.equal(await flow.view.locator('main').getAttribute('data-outcome'), null);
  await flow.press('Continue to cancel');
  await flow.step('confirm');
});
