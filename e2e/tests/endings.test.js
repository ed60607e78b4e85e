/** Playbooks that end at once, ask afterwards, and ask a question of their own. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from '../harness/axe.js';
import { CAST } from '../harness/demo.js';
import { Flow } from '../harness/flow.js';
import { Installation } from '../harness/serve.js';
import { browserSuite } from '../harness/suite.js';

const SUBSCRIPTION = 'sub_1LumenYearly000000000001';

const playbook = (flow) => `schema = 1
name = "Endings"
default_locale = "en"
[flow]
offer_screens = 0
${flow}
[[reasons]]
id = "reason_missing_features"
feedback = "missing_features"
question.en = "Which feature is missing in {plan}?"
[[reasons]]
id = "reason_switched_service"
feedback = "switched_service"
text = "off"
[[reasons]]
id = "reason_other"
feedback = "other"
`;

const { openContext } = browserSuite();

/** The view of a yearly customer, as a page of its own. */
async function visit(t, flow, options = {}) {
  const server = await Installation.start(t, {
    name: 'Lumen Notes',
    allowedOrigin: 'http://localhost:*',
    playbook: playbook(flow),
  });
  const id = await server.session({ customer_id: CAST.yearly });
  const page = await (await openContext(t, options)).newPage();
  const url = `${server.origin}/retention?session_id=${id}`;
  return { server, page, flow: await Flow.visit(page, url) };
}

test('an end at once pays back what is not used, and asks why afterwards', async (t) => {
  const ending = 'cancel = { mode = "now", unused_time = "refund" }';
  const { server, page, flow } = await visit(t, `survey = "after"\n${ending}`);
  await flow.step('confirm');
  const [promised] = (await flow.text()).match(/\$\d+\.\d\d is refunded for the unused time/) ?? [];
  assert.ok(promised, await flow.text());
  await assertAccessible(page);
  await flow.press('Cancel subscription');
  await flow.step('receipt');
  assert.ok((await flow.text()).includes(promised));
  assert.equal((await server.subscription(SUBSCRIPTION)).status, 'canceled');

  await flow.pick('Something else');
  await flow.view.getByRole('textbox', { name: 'Anything to add?' }).fill('Moved away');
  await assertAccessible(page);
  await flow.press('Send');
  await flow.view.getByText('Your answer is recorded.').waitFor();
  await assertAccessible(page);
});

for (const javaScriptEnabled of [true, false]) {
  const scripts = javaScriptEnabled ? 'with' : 'without';
  test(`a reason asks its own question ${scripts} scripts`, async (t) => {
    const ending = 'cancel = { mode = "at_period_end" }';
    const { server, page, flow } = await visit(t, `survey = "before"\n${ending}`, {
      javaScriptEnabled,
    });
    const question = page.getByRole('textbox', { name: /Which feature is missing in/ });
    const comment = page.getByRole('textbox', { name: /Anything to add/ });
    assert.deepEqual([await question.isVisible(), await comment.isVisible()], [false, true]);
    await flow.pick('I’m switching to another service');
    assert.deepEqual([await question.isVisible(), await comment.isVisible()], [false, false]);
    await flow.pick('Some features I need are missing');
    assert.deepEqual([await question.isVisible(), await comment.isVisible()], [true, false]);
    if (javaScriptEnabled) await assertAccessible(page);
    await question.fill('Export to PDF');
    await flow.press('Cancel now');
    await page.locator('main[data-step="receipt"], main[data-step="pending"]').waitFor();

    const { cancellation_details: details } = await server.subscription(SUBSCRIPTION);
    assert.equal(details.comment, 'Export to PDF');
    assert.equal(details.feedback, 'missing_features');
  });
}
