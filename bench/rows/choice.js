// How long the choice of an offer takes, without a server around it.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../lib/processes.js';

const GOAL_NS = 20_000;
const us = (ns) => `${(ns / 1_000).toPrecision(3)} µs`;

export async function measureChoice() {
  console.log('==> choice of an offer');
  const program = join(root, 'target/release/choose');
  const runs = [];
  for (let round = 0; round < 3; round += 1) {
    const { stdout } = await promisify(execFile)(program, [], { cwd: root });
    runs.push(JSON.parse(stdout));
  }
  runs.sort((a, b) => a.p50_ns - b.p50_ns);
  const median = runs[1];
  return [
    {
      what: 'offer choice, 50 offers and 30 segments, every rule evaluated',
      figures: `p50 ${us(median.p50_ns)}, p99 ${us(median.p99_ns)}`,
      goal: '≤ 20 µs',
      isMet: median.p50_ns <= GOAL_NS,
      note: `${median.eligible} of 50 eligible, facts built anew each time`,
    },
  ];
}
