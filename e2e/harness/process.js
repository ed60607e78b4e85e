/** The real program, started and stopped. */

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const REPO = fileURLToPath(new URL('../../', import.meta.url));
const BINARY = process.env.RENUMERATE_BIN ?? `${REPO}target/debug/renumerate`;

/** A running program. */
export class Program {
  #child;
  #errors = '';

  /** @param {string[]} args @param {Record<string, string>} [env] */
  constructor(args, env = {}) {
    this.#child = spawn(BINARY, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stderr.on('data', (text) => {
      this.#errors += text;
    });
  }

  /** The first line it prints, which it does once it listens. @returns {Promise<string>} */
  async firstLine() {
    const lines = createInterface({ input: this.#child.stdout });
    const ended = once(this.#child, 'exit').then(([code]) => {
      throw new Error(`${BINARY} ended with ${code}: ${this.#errors}`);
    });
    const [line] = await Promise.race([once(lines, 'line'), ended]);
    ended.catch(() => {});
    // What it prints later must be read, or the pipe fills and the program waits.
    this.#child.stdout.resume();
    return line;
  }

  /** @param {NodeJS.Signals} [signal] */
  async stop(signal = 'SIGTERM') {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill(signal);
    await ended;
  }
}

/** Runs a command of the program to its end. @returns {Promise<string>} what it printed */
export async function runProgram(args, env = {}) {
  const { stdout } = await promisify(execFile)(BINARY, args, { env: { ...process.env, ...env } });
  return stdout.trim();
}

/** A port nobody holds at the moment. @returns {Promise<number>} */
export async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
