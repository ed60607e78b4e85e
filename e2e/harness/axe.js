/** axe-core, run inside one document. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails with rule and element for every violation in a page or frame.
 * @param {import('playwright-core').Page | import('playwright-core').Frame} document
 */
export async function assertAccessible(document, options = {}) {
  await document.evaluate(SOURCE);
  const { violations, passes } = await document.evaluate(
    ([values, rules]) => globalThis.axe.run({ runOnly: { type: 'tag', values }, rules }),
    [TAGS, options.rules ?? {}],
  );
  assert.ok(passes.length > 5, 'axe looked at the page');
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
  assert.deepEqual(found, []);
}
