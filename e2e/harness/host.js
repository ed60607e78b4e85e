/** Pages of a SaaS on an origin of its own, which is never the server's. */

import { once } from 'node:events';
import { createServer } from 'node:http';

/** @typedef {{ body: string, headers?: Record<string, string> }} HostedPage */

/**
 * Serves pages until the test ends.
 * @param {import('node:test').TestContext} t
 * @param {Record<string, HostedPage>} pages by path
 * @returns {Promise<string>} the origin
 */
export async function serveHost(t, pages) {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://host').pathname];
    response.writeHead(page ? 200 : 404, {
      'Content-Type': 'text/html; charset=utf-8',
      ...page?.headers,
    });
    response.end(page?.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}`;
}

/** What the host's own way to cancel shows. */
export const OWN_WAY = { body: '<!doctype html><title>Ours</title><h1>Cancel with us</h1>' };

/**
 * An account page with the script tag, which writes down what it hears in `heard`.
 * @param {{ sdk: string, sessionId: string, config: object, headers?: Record<string, string> }} options
 * @returns {HostedPage}
 */
export function accountPage({ sdk, sessionId, config, headers }) {
  const settings = { fallbackUrl: '/own-way', fallbackEmail: 'help@host.example', ...config };
  const body = `<!doctype html>
    <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Account</title>
    <div id="cancel"><a href="/own-way">Cancel</a></div>
    <script src="${sdk}/sdk/renumerate.js"></script>
    <script>
      window.heard = [];
      const hear = (name) => (payload) =>
        heard.push({ name, payload: payload instanceof Error ? payload.message : payload });
      const names = ['onComplete', 'onRetained', 'onCancelled', 'onDismissed', 'onError'];
      const callbacks = Object.fromEntries(names.map((name) => [name, hear(name)]));
      new Renumerate({ ...${JSON.stringify(settings)}, callbacks })
        .mountCancelButton('cancel', ${JSON.stringify(sessionId)});
    </script></html>`;
  return { body, headers };
}

/** Names of the callbacks an account page heard. @param {import('playwright-core').Page} page */
export async function heardNames(page) {
  return (await heard(page)).map(({ name }) => name);
}

/** @returns {Promise<{ name: string, payload: any }[]>} */
export function heard(page) {
  return page.evaluate(() => globalThis.heard);
}
