/** The SDK as the server itself hands it out: to npm, to Node and to a script tag. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { Demo } from '../harness/demo.js';

const run = promisify(execFile);
const { version } = JSON.parse(
  await readFile(new URL('../../packages/js/package.json', import.meta.url), 'utf8'),
);

/** Nobody listens there: an installation that asked a registry would fail. */
const NO_REGISTRY = 'http://127.0.0.1:9/';

/** @type {Demo} */
let demo;
/** @type {string} */
let folder;

before(async () => {
  demo = await Demo.start();
  folder = await mkdtemp(`${tmpdir()}/renumerate-npm-`);
  await writeFile(`${folder}/package.json`, '{"name": "app", "private": true}');
  const url = `${demo.origin}/sdk/renumerate-js-${version}.tgz`;
  const flags = ['--no-audit', '--no-fund', '--fetch-retries=0', `--registry=${NO_REGISTRY}`];
  await run('npm', ['install', url, `--cache=${folder}/.npm`, ...flags], { cwd: folder });
});
after(async () => {
  await demo?.stop();
  await rm(folder, { recursive: true });
});

test('the installed package can be required', async () => {
  const code = "console.log(typeof require('@renumerate/js').Renumerate)";
  const { stdout } = await run(process.execPath, ['-e', code], { cwd: folder });

  assert.equal(stdout.trim(), 'function');
});

test('the installed package can be imported', async () => {
  const code = "import { Renumerate } from '@renumerate/js'; console.log(typeof Renumerate)";
  const args = ['--input-type=module', '-e', code];
  const { stdout } = await run(process.execPath, args, { cwd: folder });

  assert.equal(stdout.trim(), 'function');
});

test('the versioned script never changes, and the other one is the same', async () => {
  const versioned = await fetch(`${demo.origin}/sdk/${version}/renumerate.js`);
  const latest = await fetch(`${demo.origin}/sdk/renumerate.js`);
  const sums = await Promise.all(
    [versioned, latest].map(async (answer) =>
      createHash('sha384')
        .update(await answer.text())
        .digest('base64'),
    ),
  );

  assert.equal(sums[0], sums[1]);
  assert.match(versioned.headers.get('cache-control') ?? '', /immutable/);
  assert.equal(versioned.headers.get('access-control-allow-origin'), '*');
});
