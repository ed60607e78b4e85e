// The process itself: how soon it is ready, what it takes.
import { statSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, show } from '../lib/figures.js';
import { renumerate, serve, stop } from '../lib/processes.js';
import { memory } from '../lib/procfs.js';

const STARTS = 7;
const SETTLE_MS = 1_500;

/** Milliseconds from starting the program until it says that it is ready. */
async function startToReady(installation) {
  const began = performance.now();
  const starting = serve(installation);
  while (!(await isReady(`${installation.url}/readyz`))) await sleep(1);
  const took = performance.now() - began;
  return { took, child: (await starting).child };
}

function isReady(url) {
  return new Promise((resolve) => {
    const asked = request(url, { agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
    asked.end();
  });
}

export async function measureProcess({ installation }) {
  console.log('==> start and memory');
  const starts = [];
  let idle = 0;
  for (let start = 0; start < STARTS; start += 1) {
    const { took, child } = await startToReady(installation);
    starts.push(took);
    if (start === STARTS - 1) {
      await sleep(SETTLE_MS);
      idle = memory(child.pid).now;
    }
    await stop(child);
  }
  const size = statSync(renumerate).size / 1e6;
  const ready = median(starts);
  return [
    row('start until ready', `${show(ready)} ms`, '≤ 200 ms', ready <= 200),
    row('memory, idle', `${show(idle)} MB`, '≤ 30 MB', idle <= 30),
    row('release binary', `${show(size)} MB`, '≤ 30 MB', size <= 30),
  ];
}

const row = (what, figures, goal, isMet) => ({ what, figures, goal, isMet });
