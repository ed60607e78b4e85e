// Whole flows: open, answer, then take the offer or cancel; and what became of every decision.
import { setTimeout as sleep } from 'node:timers/promises';
import { median, show } from '../lib/figures.js';
import { listFile, load, serve, stop } from '../lib/processes.js';
import { memory, watchOthers } from '../lib/procfs.js';
import { measureRounds } from '../lib/rounds.js';

/** Few enough that the sandbox, which looks through everything it holds, stays quick. */
const FLOWS = 400;
/** Rounds at most: each needs new customers. */
const TRIES = 3;
const CONNECTIONS = 64;
/** How long the outbox may take to empty. */
const DRAIN_SECONDS = 120;

export async function measureFlows({ installation, sandbox, roots, label, goals }) {
  console.log(`==> whole flows on ${label}`);
  const server = await serve(installation, ['--no-worker', '--confirm-wait-ms', '0']);
  const decided = [];
  const round = async () => {
    const customers = await load(['customers', sandbox.url, FLOWS]);
    const file = listFile('customers.json', customers);
    const env = { BENCH_BRAND_KEY: installation.brandKey };
    const sessions = await load(['sessions', server.url, file], env);
    const others = watchOthers(roots);
    const args = [server.url, listFile('sessions.json', sessions), CONNECTIONS];
    const result = await load(['flows', ...args]);
    decided.push(...customers);
    return { ...result, others: others() };
  };
  const rounds = await measureRounds({ flows: round }, TRIES);
  const highest = memory(server.child.pid).highest;
  await stop(server.child);
  const drained = await drain(installation, decided.length);
  const fate = await verify(sandbox.url, decided);
  return rows({ rounds, drained, fate, label, goals, highest });
}

/** A server with its worker on the database the flows were decided in. */
async function drain(installation, count) {
  const began = performance.now();
  const worker = await serve(installation);
  const settled = async () => (await worker.metrics()).billing_actions_total ?? 0;
  const seconds = () => (performance.now() - began) / 1_000;
  let done = await settled();
  while (done < count && seconds() < DRAIN_SECONDS) {
    await sleep(50);
    done = await settled();
  }
  const took = seconds();
  await stop(worker.child);
  return { perSecond: done / took, done };
}

/** Looks at the sandbox what became of every decision. */
async function verify(sandbox, customers) {
  const { objects, requests } = await (await fetch(`${sandbox}/_sandbox/state`)).json();
  const wanted = new Set(customers);
  const subscriptions = Object.values(objects).filter(
    ({ object, customer }) => object === 'subscription' && wanted.has(customer),
  );
  const changes = new Map();
  for (const { method, path, executed, replayed } of requests) {
    if (method === 'POST' && executed && !replayed) changes.set(path, (changes.get(path) ?? 0) + 1);
  }
  const changesOf = ({ id }) => changes.get(`/v1/subscriptions/${id}`) ?? 0;
  const isChanged = (s) => s.cancel_at_period_end || s.discounts.length === 1;
  return {
    lost: subscriptions.filter((s) => !isChanged(s) || changesOf(s) === 0).length,
    double: subscriptions.filter((s) => changesOf(s) > 1).length,
    count: subscriptions.length,
  };
}

function rows({ rounds, drained, fate, label, goals, highest }) {
  const all = rounds.of('flows');
  const middle = (step, figure) => median(all.map((result) => result[step][figure]));
  const perSecond = median(all.map((result) => result.per_second));
  const p99 = middle('flow', 'p99_ms');
  const steps = ['open', 'answer', 'accept', 'cancel'].map(
    (step) => `${step} ${show(middle(step, 'p50_ms'))} / ${show(middle(step, 'p99_ms'))}`,
  );
  return [
    {
      what: `whole flows, durable at each step, ${label}`,
      figures: `${show(perSecond)} flows/s, p50 ${show(middle('flow', 'p50_ms'))} ms, p99 ${show(p99)} ms a flow`,
      goal: goals && `≥ ${show(goals.perSecond)}/s; p99 ≤ ${goals.p99} ms; none lost`,
      isMet:
        goals && perSecond >= goals.perSecond && p99 <= goals.p99 && fate.lost + fate.double === 0,
      note: `p50 / p99 ms a step: ${steps.join(', ')}`,
      others: rounds.others,
    },
    {
      what: `its decisions carried out at the sandbox, ${label}`,
      figures: `${show(drained.perSecond)} a second by one worker`,
      goal: 'zero lost, zero double',
      isMet: fate.lost + fate.double === 0 && drained.done === fate.count,
      note: `${fate.count} decided, ${drained.done} settled, ${fate.lost} lost, ${fate.double} double`,
    },
    {
      what: `memory of the server under these flows, ${label}`,
      figures: `${show(highest)} MB at its highest`,
      goal: '≤ 150 MB',
      isMet: highest <= 150,
    },
  ];
}
