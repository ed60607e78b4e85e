/** `renumerate serve` with a brand of its own, beside `renumerate sandbox`: two processes, one may die. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { freePort, Program, runProgram } from './process.js';

const STRIPE_KEY = 'sk_test_lumen_notes';

export class Installation {
  #sandbox;
  /** @type {Program | undefined} */
  #server;
  #env;
  #port;

  constructor(sandbox, env, port, brand, stripe) {
    this.#sandbox = sandbox;
    this.#env = env;
    this.#port = port;
    this.brandKey = brand.brand_key;
    this.publicKey = brand.public_key;
    this.stripe = stripe;
    this.origin = env.RENUMERATE_PUBLIC_URL;
  }

  /**
   * Starts sandbox and server until the test ends.
   * @param {import('node:test').TestContext} t
   * @param {{ name: string, allowedOrigin: string, playbook?: string }} brand `playbook` is TOML
   */
  static async start(t, { name, allowedOrigin, playbook }) {
    const folder = await mkdtemp(`${tmpdir()}/renumerate-e2e-`);
    const sandbox = new Program(['sandbox', '--cast', '--json', '--listen', '127.0.0.1:0']);
    const { url } = JSON.parse(await sandbox.firstLine());
    const port = await freePort();
    const env = {
      DATABASE_URL: `sqlite:${folder}/renumerate.db`,
      RENUMERATE_MASTER_KEY: await runProgram(['keygen']),
      RENUMERATE_PUBLIC_URL: `http://localhost:${port}`,
      RENUMERATE_STRIPE_API_BASE: url,
      STRIPE_SECRET_KEY: STRIPE_KEY,
    };
    const args = ['brand', 'add', '--json', '--name', name, '--allowed-origin', allowedOrigin];
    const brand = JSON.parse(await runProgram(args, env));
    if (playbook) await publish(`${folder}/playbook.toml`, playbook, brand.brand_id, env);
    const installation = new Installation(sandbox, env, port, brand, url);
    t.after(async () => {
      await installation.stop();
      await rm(folder, { recursive: true });
    });
    await installation.startServer();
    return installation;
  }

  /** Starts the server on its port and its data, the first time and every time after. */
  async startServer() {
    this.#server = new Program(['serve', '--listen', `127.0.0.1:${this.#port}`], this.#env);
    await this.#server.firstLine();
  }

  /** Ends the server as a power cut would. */
  async killServer() {
    await this.#server?.stop('SIGKILL');
  }

  async stop() {
    await this.#server?.stop();
    await this.#sandbox.stop();
  }

  /** @param {object} subject @returns {Promise<string>} a session's id */
  async session(subject) {
    const answer = await fetch(`${this.origin}/v1/retention/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Brand-Key': this.brandKey },
      body: JSON.stringify({ retention: subject }),
    });
    return (await answer.json()).id;
  }

  /** @param {string} id @returns {Promise<any>} what Stripe says of a subscription */
  async subscription(id) {
    const headers = { Authorization: `Bearer ${STRIPE_KEY}` };
    return (await fetch(`${this.stripe}/v1/subscriptions/${id}`, { headers })).json();
  }
}

/** Publishes a playbook before the server starts, as an operator does. */
async function publish(file, text, brandId, env) {
  await writeFile(file, text);
  const who = ['--by', 'e2e', '--why', 'A journey', '--skip-prices'];
  await runProgram(['playbook', 'publish', file, '--brand', brandId, ...who], env);
}
