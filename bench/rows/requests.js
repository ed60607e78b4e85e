// Session creation and one durable step, each beside the bare peer.
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, show } from '../lib/figures.js';
import { folder, listFile, load } from '../lib/processes.js';
import { watchOthers } from '../lib/procfs.js';
import { measureRounds } from '../lib/rounds.js';
import { wrk } from '../lib/wrk.js';

const SECONDS = 4;
const WARM_UP_SECONDS = 1;
const CUSTOMERS = 200;
const FLOWS = 512;

/** The requests of one contender, as `wrk.lua` reads them. */
function requestFile(name, requests) {
  const file = join(folder, name);
  const lines = requests.flatMap(({ method = 'POST', path, headers = [], body = '' }) => [
    method,
    path,
    headers.join('\t'),
    body,
  ]);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

const json = 'Content-Type: application/json';
const form = 'Content-Type: application/x-www-form-urlencoded';

async function prepare({ server, installation, sandbox }) {
  const customers = await load(['customers', sandbox.url, CUSTOMERS + FLOWS]);
  const body = (customer) => JSON.stringify({ retention: { customer_id: customer } });
  const bodies = customers.slice(0, CUSTOMERS).map(body);
  const env = { BENCH_BRAND_KEY: installation.brandKey };
  const flows = listFile('step-customers.json', customers.slice(CUSTOMERS));
  const sessions = await load(['sessions', server.url, flows], env);
  await load(['open', server.url, listFile('step-sessions.json', sessions), 16, 'post']);
  // Each flow is answered with other words each time: a step that changes nothing writes nothing.
  const steps = ['one', 'two'].flatMap((comment) =>
    sessions.map((session) => ({
      path: '/retention',
      headers: [form],
      body: `session_id=${session}&action=answer&reason=reason_too_expensive&comment=${comment}`,
    })),
  );
  const key = `X-Brand-Key: ${installation.brandKey}`;
  const create = bodies.map((text) => ({
    path: '/v1/retention/session',
    headers: [json, key],
    body: text,
  }));
  return {
    echo: requestFile(
      'echo',
      bodies.map((text) => ({ path: '/echo', headers: [json, key], body: text })),
    ),
    hello: requestFile('hello', [{ method: 'GET', path: '/hello' }]),
    create: requestFile('create', create),
    step: requestFile('step', steps),
  };
}

/** What the database did: units committed so far, and the size and time of its files. */
async function databaseState(server, path) {
  const { store_batch_units_sum: units = 0, store_commit_seconds_count: commits = 0 } =
    await server.metrics();
  const files = [path, `${path}-wal`].map((file) => {
    const { size, mtimeMs } = statSync(file);
    return `${size} ${mtimeMs}`;
  });
  return { units, commits, files: files.join() };
}

export async function measureRequests(bench) {
  const { server, echo, databaseFile, roots } = bench;
  console.log('==> session create and one durable step, beside a bare axum');
  const files = await prepare(bench);
  const run = async (target, requests, usedByOthers) => {
    const options = { url: target.url, requests, pid: target.child.pid };
    await wrk({ ...options, seconds: WARM_UP_SECONDS });
    const others = watchOthers(roots);
    const result = await wrk({ ...options, seconds: SECONDS });
    return { ...result, others: others() ?? usedByOthers() };
  };
  const watched = async (requests) => {
    // The mirror is warm after the first run; what is read anew within a run is a write.
    await wrk({ url: server.url, requests, pid: server.child.pid, seconds: WARM_UP_SECONDS });
    const others = watchOthers(roots);
    const before = await databaseState(server, databaseFile);
    const result = await wrk({
      url: server.url,
      requests,
      pid: server.child.pid,
      seconds: SECONDS,
    });
    const after = await databaseState(server, databaseFile);
    return {
      ...result,
      others: others(),
      units: after.units - before.units,
      commits: after.commits - before.commits,
      sameFiles: after.files === before.files,
    };
  };
  const rounds = await measureRounds(
    {
      echo: () => run(echo, files.echo),
      create: () => watched(files.create),
      hello: () => run(echo, files.hello),
      step: () => watched(files.step),
    },
    roots,
  );
  return rows(rounds);
}

function rows(rounds) {
  const middle = (name, figure) => median(rounds.of(name).map((result) => result[figure]));
  const ratio = (name, peer) =>
    median(rounds.of(name).map((result, at) => result.perSecond / rounds.of(peer)[at].perSecond));
  const line = (what, name, peer, goal, extra) => ({
    what,
    figures:
      `${show(middle(name, 'perSecond'))}/s, p50 ${show(middle(name, 'p50'))} ms, ` +
      `p99 ${show(middle(name, 'p99'))} ms, ${show(middle(name, 'cpuMicros'))} µs CPU a request`,
    ratio: peer && ratio(name, peer),
    goal,
    note: extra,
    others: rounds.others,
  });
  const writes = rounds.of('create').reduce((sum, { units }) => sum + units, 0);
  const sameFiles = rounds.of('create').every((result) => result.sameFiles);
  const steps = rounds.of('step');
  const perCommit = median(steps.map(({ units, commits }) => units / commits));
  const share = median(steps.map(({ units, requests }) => units / requests));
  const p99 = middle('create', 'p99');
  const created = ratio('create', 'echo');
  const stepped = ratio('step', 'hello');
  return [
    line('bare axum, `POST` JSON echo', 'echo'),
    {
      ...line(
        'session create, all middleware',
        'create',
        'echo',
        '≥ 0.60 of the echo; p99 ≤ 10 ms; no write',
      ),
      isMet: created >= 0.6 && p99 <= 10 && writes === 0 && sameFiles,
      note: `${writes} writes committed; database file and log ${sameFiles ? 'unchanged' : 'changed'}`,
    },
    line('bare axum, `GET` JSON', 'hello'),
    {
      ...line(
        'one durable step, all middleware, SQLite',
        'step',
        'hello',
        '≥ 0.25 of the bare GET',
      ),
      isMet: stepped >= 0.25,
      note: `${show(share)} durable units a request, ${show(perCommit)} in one commit`,
    },
  ];
}
