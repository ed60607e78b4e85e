// Starts the programs under test, each a process of its own, and ends them.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const root = fileURLToPath(new URL('../..', import.meta.url));
const program = (name) => join(root, 'target/release', name);
export const renumerate = program('renumerate');

/** Everything of this run lies here and vanishes with it. */
export const folder = mkdtempSync(join(tmpdir(), 'renumerate-bench-'));

const running = new Set();
/** Ends what is not a child of ours. */
const halts = new Set();

/** Ends every process that is still running, and removes the folder. */
export async function stopAll() {
  await Promise.all([...[...running].map(stop), ...[...halts].map((halt) => halt())]);
  rmSync(folder, { recursive: true, force: true });
}

export async function stop(child) {
  if (!running.delete(child)) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Starts a program and waits for the first line it prints. */
async function start(file, args, env) {
  const child = spawn(file, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ${args.join(' ')} ended with ${code}`);
  });
  const line = once(createInterface(child.stdout), 'line').then(([text]) => text);
  // Ending later is what `stop` asks for.
  ended.catch(() => {});
  return { child, line: await Promise.race([line, ended]) };
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

export async function startEcho() {
  const { child, line } = await start(program('echo'), []);
  return { child, url: line };
}

export async function startSandbox() {
  const { child, line } = await start(renumerate, ['sandbox', '--listen', '127.0.0.1:0', '--json']);
  return { child, url: JSON.parse(line).url };
}

/** The load generator; answers the JSON it printed. */
export async function load(args, env = {}) {
  const options = { env: { ...process.env, ...env }, maxBuffer: 1 << 28 };
  return JSON.parse((await run(program('load'), args.map(String), options)).stdout);
}

/** Writes a list where the load generator finds it. */
export function listFile(name, list) {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(list));
  return file;
}

/** A database with a brand, its keys and its connection to the sandbox. */
export async function makeInstallation({ database, sandbox, hostOrigin }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = join(folder, `${port}.toml`);
  // The limits stay on, they are only too high to be met.
  const limits = ['per_key', 'per_address', 'per_address_cancel'];
  const lines = limits.map((name) => `${name} = 1000000000`);
  writeFileSync(config, `[rate_limits]\n${lines.join('\n')}\n`);
  const master = (await run(renumerate, ['keygen'])).stdout.trim();
  const env = {
    RENUMERATE_MASTER_KEY: master,
    DATABASE_URL: database,
    RENUMERATE_CONFIG: config,
    RENUMERATE_PUBLIC_URL: url,
    RENUMERATE_STRIPE_API_BASE: sandbox,
    STRIPE_SECRET_KEY: 'sk_test_bench',
    // Slow answers are what is measured; they need not be told one by one.
    RENUMERATE_LOG: 'error',
  };
  const add = ['brand', 'add', '--name', 'Bench', '--allowed-origin', hostOrigin, '--json'];
  const { stdout } = await run(renumerate, add, { env: { ...process.env, ...env } });
  const { brand_key: brandKey, public_key: publicKey } = JSON.parse(stdout);
  return { port, url, env, brandKey, publicKey };
}

/** `renumerate serve` on an installation, with its metrics on an address of their own. */
export async function serve(installation, args = []) {
  const admin = `127.0.0.1:${await freePort()}`;
  const env = { ...installation.env, RENUMERATE_ADMIN_LISTEN: admin };
  const listen = ['--listen', `127.0.0.1:${installation.port}`];
  const { child } = await start(renumerate, ['serve', ...listen, ...args], env);
  return { child, url: installation.url, metrics: () => metrics(`http://${admin}/metrics`) };
}

/** Sums of the samples by metric name. */
async function metrics(url) {
  const sums = {};
  for (const line of (await (await fetch(url)).text()).split('\n')) {
    const [, name, value] = line.match(/^(\w+)(?:\{.*\})? (\S+)$/) ?? [];
    if (name) sums[name] = (sums[name] ?? 0) + Number(value);
  }
  return sums;
}

/** A PostgreSQL of our own. */
export async function startPostgres() {
  const script = join(root, 'scripts/postgres-for-tests.sh');
  const place = join(folder, 'postgres');
  const url = (await run(script, ['start', place])).stdout.trim();
  const data = join(readFileSync(join(place, 'home'), 'utf8').trim(), 'data');
  const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const halt = async () => {
    if (halts.delete(halt)) await run(script, ['stop', place]);
  };
  halts.add(halt);
  return { url, pid, stop: halt };
}
