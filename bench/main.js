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
import { startHost } from './rows/clicks.js';
import { measureFlows } from './rows/flows.js';
import { measureProcess } from './rows/process.js';
import { measureRequests } from './rows/requests.js';
import { measureSizes } from './rows/sizes.js';
import { measureView } from './rows/view.js';

const GOALS = { perSecond: 1_000, p99: 50 };

async function onSqlite({ roots }) {
  const sandbox = await startSandbox();
  const host = await startHost(await freePort());
  const databaseFile = join(folder, 'bench.db');
  const database = `sqlite:${databaseFile}`;
  const options = { database, sandbox: sandbox.url, hostOrigin: host.url };
  const installation = await makeInstallation(options);
  return { roots, sandbox, host, databaseFile, installation };
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
    const all = { installation, sandbox, roots: [...roots, postgres.pid], label: 'PostgreSQL' };
    return await measureFlows(all);
  } finally {
    await postgres.stop();
  }
}

const sections = {
  requests,
  flows: (bench) => measureFlows({ ...bench, label: 'SQLite', goals: GOALS }),
  postgres: onPostgres,
  view,
  sizes: measureSizes,
  process: measureProcess,
};

const chosen = process.argv.slice(2);
const began = performance.now();
try {
  const bench = await onSqlite({ roots: [process.pid] });
  const rows = [];
  for (const [name, measure] of Object.entries(sections)) {
    if (chosen.length === 0 || chosen.includes(name)) rows.push(...(await measure(bench)));
  }
  bench.host.close();
  report(rows, (performance.now() - began) / 60_000, chosen.length === 0);
} finally {
  await stopAll();
}
