// One run of wrk: one thread, 64 connections.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cpuSeconds } from './procfs.js';

const script = fileURLToPath(new URL('../wrk.lua', import.meta.url));

/** Runs for `seconds`; `requests` is a file as `wrk.lua` reads it. */
export async function wrk({ url, requests, seconds, pid }) {
  const args = ['-t1', '-c64', `-d${seconds}s`, '--timeout', '30s', '-s', script, url];
  const before = cpuSeconds(pid);
  const { stdout } = await promisify(execFile)('wrk', args, {
    env: { ...process.env, BENCH_REQUESTS: requests },
  });
  const cpu = cpuSeconds(pid) - before;
  const result = JSON.parse(stdout.match(/^BENCH (.*)$/m)[1]);
  if (result.failed > 0) throw new Error(`${url}: ${result.failed} requests failed`);
  return {
    perSecond: (result.requests / result.microseconds) * 1e6,
    p50: result.p50 / 1_000,
    p99: result.p99 / 1_000,
    cpuMicros: (cpu / result.requests) * 1e6,
    requests: result.requests,
  };
}
