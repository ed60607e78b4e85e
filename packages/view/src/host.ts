import type { ViewMessages } from '../../js/src/protocol.js';

/** Whether a host page is around us. */
export const isFramed = (): boolean => parent !== window;

/** Sends a message to the host page, addressed so that no other page can read it. */
export function tellHost<Type extends keyof ViewMessages>(
  view: HTMLElement,
  type: Type,
  data: ViewMessages[Type],
): void {
  if (!isFramed()) return;
  for (const target of targetOrigins(view)) parent.postMessage({ type, data }, target);
}

/** Tells whoever is around us that this page cannot help. The page of a failure holds no data. */
export function tellFailure(): void {
  if (isFramed()) parent.postMessage({ type: 'catastrophic-failure', data: {} }, '*');
}

/**
 * The origin that the server named; else the one around us if the brand allows it; else each one
 * that the brand allows, of which the browser delivers to the right one only.
 */
function targetOrigins(view: HTMLElement): string[] {
  const { targetOrigin, allowedOrigins = '[]' } = view.dataset;
  if (targetOrigin) return [targetOrigin];
  const allowed: string[] = JSON.parse(allowedOrigins);
  // Unknown to Firefox.
  const around = location.ancestorOrigins?.[0];
  if (around && allowed.some((entry) => matches(around, entry))) return [around];
  return allowed.filter((entry) => !entry.endsWith(':*'));
}

/** An entry may end in `:*`, which stands for any port, also the default one. */
function matches(origin: string, entry: string): boolean {
  return entry.endsWith(':*') ? `${origin}:`.startsWith(entry.slice(0, -1)) : origin === entry;
}
