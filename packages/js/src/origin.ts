import type { RenumerateConfig } from './config.js';

let scriptUrl: string | undefined;

/** Says where the script-tag build was loaded from: the last place a server is looked for. */
export function rememberScript(url: string | undefined): void {
  scriptUrl = url;
}

/**
 * The origin of the server: `baseUrl`, else the public key's, else that of the SDK's script.
 * Sessions are bearers, so they only go over TLS or stay on this machine.
 * @throws Error when none of the three names such a server.
 */
export function resolveOrigin({ baseUrl, publicKey }: RenumerateConfig): string {
  const url = baseUrl || urlFromKey(publicKey) || scriptUrl;
  try {
    const { protocol, hostname, origin } = new URL(url as string);
    if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return origin;
  } catch {
    // Not a URL at all: the same advice helps.
  }
  throw new Error(
    `Renumerate: no server at "${url}". Set baseUrl or publicKey, https or loopback.`,
  );
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|127[.\d]+|\[::1])$/.test(hostname);
}

/** A key is `pk_test_` or `pk_live_` + base64url(origin + "$" + brand id); others are opaque. */
function urlFromKey(key: string): string | undefined {
  try {
    const text = atob(key.slice(8).replace(/-/g, '+').replace(/_/g, '/'));
    return /^(https?:.+)\$/.exec(text)?.[1];
  } catch {
    // Not base64: a key in another form, which names no server.
    return undefined;
  }
}
