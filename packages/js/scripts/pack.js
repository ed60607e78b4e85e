// Packs the built SDK as `dist-pack/renumerate-js-<version>.tgz`, which the server embeds.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

rmSync(`${root}dist-pack`, { recursive: true, force: true });
mkdirSync(`${root}dist-pack`);
execFileSync('npm', ['pack', '--pack-destination', 'dist-pack'], { cwd: root, stdio: 'inherit' });
