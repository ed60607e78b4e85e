// Runs every row side by side and writes the table. `node bench/main.js flows view` runs only those
// and leaves the file alone.
import { join } from 'node:path';
import {
  folder,
  freePort,
  makeInstallation,
  serve,
  startEcho,
  startPostgres,
  startSandbox,
  stop,
  stopAll,
} from './lib/processes.js';
import { report } from './lib/report.js';
import { measureChoice } from './rows/choice.js';
import { startHost } from './rows/clicks.js';
import { measureFlows } from './rows/flows.js';
import { measureProcess } from './rows/process.js';
import { measureRequests, measureSteps } from './rows/requests.js';
import { measureSizes } from './rows/sizes.js';
import { measureView } from './rows/view.js';

const GOALS = { perSecond: 1_000, p99: 50 };

/** A database and a sandbox of its own for each section, so that none is slowed by the one before. */
async function installation(name, roots) {
  const sandbox = await startSandbox();
  const host = await startHost(await freePort());
  const databaseFile = join(folder, `${name}.db`);
  const database = `sqlite:${databaseFile}`;
  const options = { database, sandbox: sandbox.url, hostOrigin: host.url };
  return { roots, sandbox, host, databaseFile, installation: await makeInstallation(options) };
}

async function requests(bench) {
  // The worker looks for due actions with a write each second; sessions are to be seen alone.
  const server = await serve(bench.installation, ['--no-worker']);
  const echo = await startEcho();
  const rows = await measureRequests({ ...bench, server, echo });
  await stop(echo.child);
  await stop(server.child);
  return rows;
}

async function view(bench) {
  const server = await serve(bench.installation);
  const rows = await measureView({ ...bench, server });
  await stop(server.child);
  return rows;
}

async function onPostgres({ sandbox, host, roots }) {
  const postgres = await startPostgres();
  try {
    const options = { database: postgres.url, sandbox: sandbox.url, hostOrigin: host.url };
    const installation = await makeInstallation(options);
    const all = { installation, sandbox, roots: [...roots, postgres.pid] };
    const server = await serve(installation, ['--no-worker']);
    const echo = await startEcho();
    const steps = await measureSteps({ ...all, server, echo }, 'PostgreSQL', 0.2);
    await stop(echo.child);
    await stop(server.child);
    return [...steps, ...(await measureFlows({ ...all, label: 'PostgreSQL' }))];
  } finally {
    await postgres.stop();
  }
}

const sections = {
  requests,
  flows: (bench) => measureFlows({ ...bench, label: 'SQLite', goals: GOALS }),
  postgres: onPostgres,
  view,
  choice: measureChoice,
  sizes: measureSizes,
  process: measureProcess,
};

async function section(name, measure) {
  const bench = await installation(name, [process.pid]);
  const rows = await measure(bench);
  bench.host.close();
  await stop(bench.sandbox.child);
  return rows;
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => stopAll().finally(() => process.exit(1)));
}

const chosen = process.argv.slice(2);
const isWhole = chosen.length === 0;
const began = performance.now();
try {
  const rows = [];
  for (const [name, measure] of Object.entries(sections)) {
    if (isWhole || chosen.includes(name)) rows.push(...(await section(name, measure)));
  }
  report(rows, (performance.now() - began) / 60_000, isWhole);
} finally {
  await stopAll();
}
