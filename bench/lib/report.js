// The table, and the machine it was made on.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { show } from './figures.js';
import { root } from './processes.js';
import { QUIET } from './rounds.js';

const firstLine = (file, args) => {
  try {
    return execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
      .split('\n')[0]
      .trim();
  } catch {
    return `${file}: unknown`;
  }
};

function machine() {
  const name = readFileSync('/etc/os-release', 'utf8').match(/^PRETTY_NAME="(.*)"$/m)?.[1];
  const [{ model }] = cpus();
  return [
    `- Machine: ${cpus().length} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${name}, Linux ${release()}`,
    `- Date: ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `- Versions: ${[
      firstLine('rustc', ['--version']),
      `Node ${process.version}`,
      firstLine('/usr/bin/chromium', ['--version']),
      firstLine('psql', ['--version']),
      // wrk prints its version and then how to use it.
      'wrk 1 thread, 64 connections',
    ].join('; ')}`,
    `- Commit: ${firstLine('git', ['-C', root, 'rev-parse', '--short', 'HEAD'])}`,
  ];
}

const verdict = ({ isMet, goal }) => (goal ? (isMet ? 'met' : '**missed**') : '');

function tableRow(row) {
  const { what, figures, ratio, goal = '', note = '', others } = row;
  const noise = others > QUIET ? `others used ${show(others)} of a core` : '';
  const notes = [note, noise].filter(Boolean).join('; ');
  const shown = ratio === undefined ? '' : ratio.toFixed(2);
  return `| ${what} | ${figures} | ${shown} | ${goal} | ${verdict(row)} | ${notes} |`;
}

/** The README shows the same table, shortened, between its two marks. */
function writeReadme(rows) {
  const path = join(root, 'README.md');
  const short = [
    '| what | figures | ratio | goal | |',
    '|---|---|---|---|---|',
    ...rows.map((row) => {
      const ratio = row.ratio === undefined ? '' : row.ratio.toFixed(2);
      return `| ${row.what} | ${row.figures} | ${ratio} | ${row.goal ?? ''} | ${verdict(row)} |`;
    }),
  ].join('\n');
  const marked = /(<!-- bench:start -->\n)[\s\S]*?(\n<!-- bench:end -->)/;
  const text = readFileSync(path, 'utf8').replace(marked, (_, start, end) => {
    return `${start}${machine()[0]}\n\n${short}${end}`;
  });
  writeFileSync(path, text);
}

/** Prints the table; a whole run also writes `bench/results.md` and the README's part. */
export function report(rows, minutes, isWhole) {
  const text = [
    '# Figures',
    '',
    'Written by `make bench`. Everything ran on one machine at one time: the server, the sandboxed Stripe, the load and the browser',
    'shared its cores. Peers ran in the same rounds, one after the other, and a ratio compares within a round; figures are medians of',
    `three rounds. Rounds in which other processes used more than ${QUIET} of a core are dropped as long as quieter ones come; a row says when none came.`,
    '',
    ...machine(),
    `- Duration: ${minutes.toFixed(1)} minutes`,
    '',
    '| what | figures | ratio to the peer above | goal | | notes |',
    '|---|---|---|---|---|---|',
    ...rows.map(tableRow),
    '',
  ].join('\n');
  console.log(`\n${text}`);
  if (!isWhole) return;
  writeFileSync(join(root, 'bench/results.md'), text);
  writeReadme(rows);
  console.log('==> written to bench/results.md and README.md');
}
