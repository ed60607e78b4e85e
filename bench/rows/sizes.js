// What a host page downloads of the SDK, and the frame of its script.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../lib/processes.js';

const NAMES = {
  core: 'SDK, core (ES module)',
  react: 'SDK, React entry',
  iife: 'SDK, script tag',
  view: 'script of the view',
};

export async function measureSizes() {
  console.log('==> sizes of the scripts');
  const args = ['packages/size.js', '--json'];
  const { stdout } = await promisify(execFile)('node', args, { cwd: root });
  return JSON.parse(stdout).map(({ name, gzip, brotli, limit }) => ({
    what: NAMES[name] ?? name,
    figures: `${gzip} bytes gzip, ${brotli} bytes brotli`,
    goal: `≤ ${limit} bytes gzip`,
    isMet: gzip <= limit,
  }));
}
