// The first view: what it weighs, how long the server takes, and when a customer can use it.
import { get } from 'node:http';
import { show } from '../lib/figures.js';
import { listFile, load } from '../lib/processes.js';
import { watchOthers } from '../lib/procfs.js';
import { measureClicks } from './clicks.js';

const OPENINGS = 400;
/** Few enough that the figure is the server's time and not that of waiting in line. */
const CONNECTIONS = 4;
const LIMIT_BYTES = 14 * 1_024;

function transferSize(url, encoding) {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': encoding } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk) => {
        bytes += chunk.length;
      });
      answer.on('end', () => {
        const got = answer.headers['content-encoding'] ?? 'none';
        if (got === encoding) resolve(bytes);
        else reject(new Error(`asked for ${encoding}, got ${got}`));
      });
    }).on('error', reject);
  });
}

async function sessionsFor({ installation, sandbox, server }, count) {
  const customers = await load(['customers', sandbox.url, count]);
  const env = { BENCH_BRAND_KEY: installation.brandKey };
  return load(['sessions', server.url, listFile('view-customers.json', customers)], env);
}

export async function measureView(bench) {
  console.log('==> the first view');
  const { server, roots } = bench;
  const sessions = await sessionsFor(bench, 2 * OPENINGS + 1);
  const page = `${server.url}/retention?session_id=${sessions.pop()}`;
  const gzip = await transferSize(page, 'gzip');
  const brotli = await transferSize(page, 'br');
  const others = watchOthers(roots);
  const open = (method, list) =>
    load(['open', server.url, listFile('view.json', list), CONNECTIONS, method]);
  const byGet = await open('get', sessions.slice(0, OPENINGS));
  const byPost = await open('post', sessions.slice(OPENINGS));
  const used = others();
  return [
    {
      what: 'first view, bytes',
      figures: `${gzip} gzip, ${brotli} brotli`,
      goal: `≤ ${LIMIT_BYTES} compressed`,
      isMet: gzip <= LIMIT_BYTES,
    },
    serverTime('GET', byGet, used),
    serverTime('POST', byPost, used),
    ...(await measureClicks(bench, (count) => sessionsFor(bench, count))),
  ];
}

function serverTime(method, { p50_ms: p50, p99_ms: p99 }, others) {
  return {
    what: `first view opened by ${method}, the flow written before the answer`,
    figures: `p50 ${show(p50)} ms, p99 ${show(p99)} ms`,
    goal: 'p99 ≤ 20 ms',
    isMet: p99 <= 20,
    note: `${OPENINGS} customers, ${CONNECTIONS} at a time`,
    others,
  };
}
