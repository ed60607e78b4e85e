// Measures what a host page downloads, and fails when an entry outgrows its budget.
// `--json` prints the figures alone, for the bench.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';

const KB = 1024;
const budgets = [
  { name: 'core', file: 'js/dist/index.js', limit: 3.0 * KB },
  { name: 'react', file: 'js/dist/react.js', limit: 1.2 * KB, external: ['react', /\/index\.js$/] },
  { name: 'iife', file: 'js/dist/renumerate.iife.js', limit: 3.0 * KB, isFinal: true },
  { name: 'view', file: 'view/dist/view.js', limit: 2.0 * KB, isFinal: true },
];

/** The file as a bundler of the host would ship it: its modules in one, minified. */
async function bundle(path, external = []) {
  const { output } = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: path, external, preserveEntrySignatures: 'strict' },
    },
  });
  return output[0].code;
}

const rows = [];
const garbled = [];
for (const { name, file, limit, external, isFinal } of budgets) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const code = isFinal ? readFileSync(path, 'utf8') : await bundle(path, external);
  // A page may declare any charset, or none, before it loads a script.
  if (isFinal && Buffer.byteLength(code) !== code.length) garbled.push(name);
  rows.push({
    name,
    file: `packages/${file}`,
    minified: Buffer.byteLength(code),
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
    limit: Math.round(limit),
  });
}

if (process.argv.includes('--json')) console.log(JSON.stringify(rows));
else console.table(rows, ['name', 'minified', 'gzip', 'brotli', 'limit']);

const tooLarge = rows.filter(({ gzip, limit }) => gzip > limit);
for (const { name, gzip, limit } of tooLarge) {
  console.error(`${name} has ${gzip} bytes gzipped, ${gzip - limit} more than its budget.`);
}
for (const name of garbled) console.error(`${name} holds characters that are not ASCII.`);
process.exitCode = tooLarge.length + garbled.length ? 1 : 0;
