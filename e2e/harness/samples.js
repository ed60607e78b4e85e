/** The samples of the published integration guide, and the programs made of them. */

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';

const REPO = fileURLToPath(new URL('../../', import.meta.url));
const GUIDE = `${REPO}testdata/seed/retention-flow.md`;

/**
 * The fenced samples of one language, in the order of the guide.
 * @param {string} language @returns {Promise<string[]>}
 */
export async function samples(language) {
  const guide = await readFile(GUIDE, 'utf8');
  const fences = [...guide.matchAll(/^( *)```(\w+)\n((?:.*\n)*?) *```$/gm)];
  return fences.filter(([, , found]) => found === language).map(([, , , code]) => code);
}

/** A folder in which `@renumerate/js` and React are found as in an application. */
export async function sampleFolder(t) {
  const cache = `${REPO}node_modules/.cache`;
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(`${cache}/renumerate-samples-`);
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

const STRICT = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    jsx: 'react-jsx',
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'bundler',
    lib: ['ES2022', 'DOM'],
    types: ['node'],
    allowSyntheticDefaultImports: true,
  },
};

/**
 * Type-checks the given files together, strictly.
 * @param {string} folder @param {Record<string, string>} files by name
 */
export async function typeCheck(folder, files) {
  for (const [name, code] of Object.entries(files)) await writeFile(`${folder}/${name}`, code);
  const settings = { ...STRICT, files: Object.keys(files) };
  await writeFile(`${folder}/tsconfig.json`, JSON.stringify(settings));
  const tsc = `${REPO}node_modules/.bin/tsc`;
  await promisify(execFile)(tsc, ['-p', folder]).catch(({ stdout }) => {
    throw new Error(stdout);
  });
}

/**
 * Bundles a program for a script tag.
 * @param {string} folder @param {string} code @returns {Promise<string>}
 */
export async function bundle(folder, code) {
  const entry = `${folder}/entry.tsx`;
  await writeFile(entry, code);
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'sample' } },
  });
  return [result].flat()[0].output[0].code;
}
