/**
 * Runs every helper against a stub of the session endpoint: the same promises for each language.
 * Run with `node --test demo/backends/test.mjs`; needs php-cli, php-curl, ruby and golang-go.
 */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

const here = import.meta.dirname;
const PRIVATE_KEY = 'sk_test_stub';
const FALLBACK_URL = 'https://lumen.example/cancel';
const CUSTOMER = 'cus_NffrFeUfNV2Hib';
const SUBSCRIPTION = 'sub_1MowQVLkdIwHu7ixeRlqHVzs';

/** How each language asks for one session with both ids and prints the outcome as JSON. */
const languages = {
  node: () => [
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { createRetentionSession } from ${JSON.stringify(path.join(here, 'renumerate.mjs'))};
       const session = await createRetentionSession({ customerId: "${CUSTOMER}", subscriptionId: "${SUBSCRIPTION}" });
       console.log(JSON.stringify({ session_id: session.sessionId, fallback_url: session.fallbackUrl }));
       process.exit();`,
    ],
  ],
  python: () => [
    'python3',
    [
      '-Bc',
      `import json, renumerate
print(json.dumps(renumerate.create_retention_session("${CUSTOMER}", subscription_id="${SUBSCRIPTION}")))`,
    ],
  ],
  php: () => [
    'php',
    [
      '-r',
      `require "renumerate.php";
       echo json_encode(create_retention_session(customerId: "${CUSTOMER}", subscriptionId: "${SUBSCRIPTION}"));`,
    ],
  ],
  ruby: () => [
    'ruby',
    [
      '-r./renumerate',
      '-e',
      `puts JSON.generate(Renumerate.create_retention_session(customer_id: "${CUSTOMER}", subscription_id: "${SUBSCRIPTION}"))`,
    ],
  ],
  go: () => [path.join(goFolder, 'probe'), []],
};

const GO_PROBE = `package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"probe/renumerate"
)

func main() {
	client, err := renumerate.FromEnv()
	if err != nil {
		log.Fatal(err)
	}
	customer := renumerate.Customer{ID: "${CUSTOMER}", SubscriptionID: "${SUBSCRIPTION}"}
	session := client.CreateRetentionSession(context.Background(), customer)
	if err := json.NewEncoder(os.Stdout).Encode(session); err != nil {
		log.Fatal(err)
	}
}
`;

let goFolder;
let stub;
/** What the stub does with the next request, and what the last one looked like. */
let answer;
let received;

before(async () => {
  stub = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    received = {
      method: request.method,
      url: request.url,
      key: request.headers['x-brand-key'],
      type: request.headers['content-type'],
      body: JSON.parse(Buffer.concat(chunks).toString('utf8')),
    };
    answer(response);
  });
  stub.listen(0, '127.0.0.1');
  await once(stub, 'listening');
  await buildGoProbe();
});

after(async () => {
  stub.closeAllConnections();
  stub.close();
  await rm(goFolder, { recursive: true });
});

async function buildGoProbe() {
  goFolder = await mkdtemp(path.join(tmpdir(), 'renumerate-go-'));
  await mkdir(path.join(goFolder, 'renumerate'));
  await copyFile(
    path.join(here, 'renumerate.go'),
    path.join(goFolder, 'renumerate', 'renumerate.go'),
  );
  await writeFile(path.join(goFolder, 'go.mod'), 'module probe\n\ngo 1.19\n');
  await writeFile(path.join(goFolder, 'main.go'), GO_PROBE);
  const { code, stderr } = await run('go', ['build', '-o', 'probe', '.'], { cwd: goFolder });
  assert.equal(code, 0, stderr);
}

function run(command, args, { cwd = here, url = stubUrl(), unset } = {}) {
  const env = {
    ...process.env,
    RENUMERATE_URL: url,
    RENUMERATE_PRIVATE_KEY: PRIVATE_KEY,
    RENUMERATE_FALLBACK_URL: FALLBACK_URL,
  };
  if (unset) delete env[unset];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

const stubUrl = () => `http://127.0.0.1:${stub.address().port}`;

/** Runs one helper; returns its outcome, what it logged and how long it took. */
async function ask(language, options) {
  received = undefined;
  const startedAt = performance.now();
  const [command, args] = languages[language]();
  const { code, stdout, stderr } = await run(command, args, options);
  const seconds = (performance.now() - startedAt) / 1000;
  assert.equal(code, 0, stderr);
  return { outcome: JSON.parse(stdout), stderr, seconds };
}

const json = (status, body) => (response) => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
};

const found = json(200, {
  id: 'ret_stub',
  session: {
    id: 'ret_stub',
    livemode: false,
    expires_at: '2026-11-24T10:00:00Z',
    customer_id: CUSTOMER,
    subscription_id: SUBSCRIPTION,
    url: 'http://localhost/retention?session_id=ret_stub',
  },
});

const failures = {
  'the key is refused': json(401, {
    error: 'Unknown brand key',
    code: 'invalid_brand_key',
    request_id: 'req_1',
  }),
  'the customer is unknown': json(404, {
    error: 'Customer not found',
    code: 'customer_not_found',
    request_id: 'req_2',
  }),
  'a proxy answers with a page': (response) => response.writeHead(502).end('<h1>Bad Gateway</h1>'),
  'the answer has no session': json(200, {}),
  'it is redirected': (response) =>
    response.writeHead(307, { Location: 'https://elsewhere.invalid/' }).end('{}'),
  'the connection breaks': (response) => response.destroy(),
  'there is no answer': () => {},
  'the answer drips': (response) => {
    const drip = setInterval(() => response.write(' '), 200);
    response.on('close', () => clearInterval(drip));
  },
};

for (const language of Object.keys(languages)) {
  describe(language, () => {
    test('asks as the contract says and returns the session', async () => {
      answer = found;
      const { outcome } = await ask(language);
      assert.equal(outcome.session_id, 'ret_stub');
      assert.deepEqual(received, {
        method: 'POST',
        url: '/v1/retention/session',
        key: PRIVATE_KEY,
        type: 'application/json',
        body: { retention: { customer_id: CUSTOMER, subscription_id: SUBSCRIPTION } },
      });
    });

    for (const [what, behavior] of Object.entries(failures)) {
      test(`returns the fallback when ${what}`, async () => {
        answer = behavior;
        const { outcome, stderr, seconds } = await ask(language);
        assert.ok(received, 'the stub was asked');
        assert.equal(outcome.fallback_url, FALLBACK_URL);
        assert.ok(!outcome.session_id);
        assert.match(stderr, /no retention session, using the fallback/);
        assert.ok(!stderr.includes(PRIVATE_KEY), 'the key stays out of the log');
        // Without a deadline the silent and the dripping stub would never end; the margin is for
        // interpreters that start slowly on a busy machine.
        assert.ok(seconds < 10, `took ${seconds} s`);
      });
    }

    test('returns the fallback when nothing listens', async () => {
      const { outcome } = await ask(language, { url: 'http://127.0.0.1:1' });
      assert.equal(outcome.fallback_url, FALLBACK_URL);
    });

    test('names a missing setting', async () => {
      const [command, args] = languages[language]();
      const { code, stdout, stderr } = await run(command, args, {
        unset: 'RENUMERATE_FALLBACK_URL',
      });
      assert.notEqual(code, 0);
      assert.match(stdout + stderr, /RENUMERATE_FALLBACK_URL/);
    });
  });
}

test('the shortest form prints the session', async () => {
  answer = found;
  const { stdout, stderr } = await run(process.execPath, ['quickstart.mjs']);
  assert.equal(stdout.trim(), 'ret_stub', stderr);
});
