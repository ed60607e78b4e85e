// Keeps the declarations that the entries lead to, and writes a `.d.cts` beside each: the same text,
// importing its `.cjs` neighbors.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const dist = new URL('../dist/', import.meta.url);
const neighbor = /(['"])\.\/([\w-]+)\.js\1/g;

const reached = new Set(['index', 'react', 'global']);
for (const name of reached) {
  const text = readFileSync(new URL(`${name}.d.ts`, dist), 'utf8');
  for (const [, , imported] of text.matchAll(neighbor)) reached.add(imported);
  writeFileSync(new URL(`${name}.d.cts`, dist), text.replace(neighbor, '$1./$2.cjs$1'));
}

for (const file of readdirSync(dist)) {
  const [name, ...extension] = file.split('.');
  if (extension[0] === 'd' && !reached.has(name)) rmSync(new URL(file, dist));
}
