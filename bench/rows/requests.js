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

const json = 'Content-Type: application/json';
const form = 'Content-Type: application/x-www-form-urlencoded';

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

const helloFile = () => requestFile('hello', [{ method: 'GET', path: '/hello' }]);

/** Sessions of a few customers over and over, and the same bodies for the peer. */
async function creations({ installation, sandbox }) {
  const customers = await load(['customers', sandbox.url, CUSTOMERS]);
  const headers = [json, `X-Brand-Key: ${installation.brandKey}`];
  const to = (path) =>
    customers.map((customer) => {
      const body = JSON.stringify({ retention: { customer_id: customer } });
      return { path, headers, body };
    });
  return {
    echo: requestFile('echo', to('/echo')),
    create: requestFile('create', to('/v1/retention/session')),
  };
}

/** Each flow is answered with other words each time: a step that changes nothing writes nothing. */
async function steps({ server, installation, sandbox }) {
  const customers = await load(['customers', sandbox.url, FLOWS]);
  const env = { BENCH_BRAND_KEY: installation.brandKey };
  const file = listFile('step-customers.json', customers);
  const sessions = await load(['sessions', server.url, file], env);
  await load(['open', server.url, listFile('step-sessions.json', sessions), 16, 'post']);
  const answers = ['one', 'two'].flatMap((comment) =>
    sessions.map((session) => ({
      path: '/retention',
      headers: [form],
      body: `session_id=${session}&action=answer&reason=reason_too_expensive&comment=${comment}`,
    })),
  );
  return requestFile('step', answers);
}

/** What the database did: units and commits so far, and the size and time of its files. */
async function databaseState(server, file) {
  const { store_batch_units_sum: units = 0, store_commit_seconds_count: commits = 0 } =
    await server.metrics();
  const stamps = (file ? [file, `${file}-wal`] : []).map((path) => {
    const { size, mtimeMs } = statSync(path);
    return `${size} ${mtimeMs}`;
  });
  return { units, commits, files: stamps.join() };
}

/** A contender: a run to warm up, then the run that counts. */
const contender = (target, requests, { roots, databaseFile }) => {
  const options = { url: target.url, requests, pid: target.child.pid };
  const state = () => (target.metrics ? databaseState(target, databaseFile) : {});
  return async () => {
    // The mirror is warm after the first run; what is read anew within a run is a write.
    await wrk({ ...options, seconds: WARM_UP_SECONDS });
    const others = watchOthers(roots);
    const before = await state();
    const result = await wrk({ ...options, seconds: SECONDS });
    const after = await state();
    return {
      ...result,
      others: others(),
      units: after.units - before.units,
      commits: after.commits - before.commits,
      sameFiles: after.files === before.files,
    };
  };
};

export async function measureRequests(bench) {
  console.log('==> session create and one durable step, beside a bare axum');
  const { echo, create } = await creations(bench);
  const rounds = await measureRounds({
    echo: contender(bench.echo, echo, bench),
    create: contender(bench.server, create, bench),
    hello: contender(bench.echo, helloFile(), bench),
    step: contender(bench.server, await steps(bench), bench),
  });
  const goal = '≥ 0.60 of the echo; p99 ≤ 10 ms; no write';
  const created = row(rounds, 'session create, all middleware', 'create', 'echo', goal);
  const writes = rounds.of('create').reduce((sum, { commits }) => sum + commits, 0);
  const sameFiles = rounds.of('create').every((result) => result.sameFiles);
  created.isMet = created.ratio >= 0.6 && created.p99 <= 10 && writes === 0 && sameFiles;
  created.note = `${writes} commits; database file and log ${sameFiles ? 'unchanged' : 'changed'}`;
  return [
    row(rounds, 'bare axum, `POST` JSON echo', 'echo'),
    created,
    row(rounds, 'bare axum, `GET` JSON', 'hello'),
    stepRow(rounds, 'SQLite', 0.25),
  ];
}

/** The step alone, on another database. */
export async function measureSteps(bench, label, least) {
  console.log(`==> one durable step on ${label}`);
  const rounds = await measureRounds({
    hello: contender(bench.echo, helloFile(), bench),
    step: contender(bench.server, await steps(bench), bench),
  });
  return [row(rounds, 'bare axum, `GET` JSON', 'hello'), stepRow(rounds, label, least)];
}

function stepRow(rounds, label, least) {
  const what = `one durable step of a flow, all middleware, ${label}`;
  const step = row(rounds, what, 'step', 'hello', `≥ ${least.toFixed(2)} of the bare GET`);
  step.isMet = step.ratio >= least;
  const perCommit = median(rounds.of('step').map(({ requests, commits }) => requests / commits));
  step.note = `${show(perCommit)} steps in one commit`;
  return step;
}

function row(rounds, what, name, peer, goal) {
  const results = rounds.of(name);
  const middle = (figure) => median(results.map((result) => result[figure]));
  const ratios = (peers) => results.map(({ perSecond }, at) => perSecond / peers[at].perSecond);
  const [p50, p99] = [middle('p50'), middle('p99')];
  return {
    what,
    figures:
      `${show(middle('perSecond'))}/s, p50 ${show(p50)} ms, p99 ${show(p99)} ms, ` +
      `${show(middle('cpuMicros'))} µs CPU a request`,
    ratio: peer && median(ratios(rounds.of(peer))),
    p99,
    goal,
    others: rounds.others,
  };
}
