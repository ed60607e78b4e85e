import { expect, vi } from 'vitest';
import { Renumerate, type RenumerateConfig } from '../src/index.js';
import type { ViewMessages } from '../src/protocol.js';

/** The server's origin in the tests, and a public key that carries it. */
export const SERVER = 'https://cancel.example';
export const KEY = keyFor(SERVER);

/** A public key as the server makes it. */
export function keyFor(origin: string): string {
  const encoded = btoa(`${origin}$brand_1`).replace(/\+/g, '-').replace(/\//g, '_');
  return `pk_test_${encoded.replace(/=/g, '')}`;
}

/** What the last form posted into a frame: its address, target and fields. */
export interface PostedForm {
  action: string;
  method: string;
  target: string;
  fields: Record<string, string>;
}

/** Catches forms in place of the browser; the list grows as they are submitted. */
export function catchForms(): PostedForm[] {
  const posted: PostedForm[] = [];
  vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (
    this: HTMLFormElement,
  ) {
    expect(this.isConnected).toBe(true);
    const inputs = [...this.querySelectorAll('input')];
    posted.push({
      action: this.getAttribute('action') ?? '',
      method: this.method,
      target: this.target,
      fields: Object.fromEntries(inputs.map(({ name, value }) => [name, value])),
    });
  });
  return posted;
}

/** An SDK instance for the test server. */
export function sdk(config: Partial<RenumerateConfig> = {}): Renumerate {
  return new Renumerate({ publicKey: KEY, ...config });
}

/** The dialogs on the page. */
export function dialogs(): HTMLDialogElement[] {
  return [...document.querySelectorAll<HTMLDialogElement>('dialog.renumerate-dialog')];
}

/** The frame of the open dialog, with a window of its own to tell it from others. */
export function frame(): HTMLIFrameElement {
  const found = document.querySelector<HTMLIFrameElement>('.renumerate-dialog-content iframe');
  if (!found) throw new Error('No view is open.');
  if (!found.dataset.isPrepared) {
    Object.defineProperty(found, 'contentWindow', { value: { name: 'window of the view' } });
    found.dataset.isPrepared = 'true';
  }
  return found;
}

/** Delivers a message as the view in the open dialog sends it. */
export function viewSays<Type extends keyof ViewMessages>(
  type: Type,
  data: ViewMessages[Type],
  from: { origin?: string; source?: unknown } = {},
): void {
  const { contentWindow } = frame();
  const { origin = SERVER, source = contentWindow } = from;
  const event = new MessageEvent('message', { data: { type, data }, origin });
  Object.defineProperty(event, 'source', { value: source });
  dispatchEvent(event);
}

/** Says that the view is usable. */
export function viewIsReady(): void {
  viewSays('ready', { iframe: 'retention', version: '0.1.0' });
}

/** Delivers the browser's report of a blocked request. */
export function cspBlocks(effectiveDirective: string, blockedURI = `${SERVER}/retention`): void {
  const event = new Event('securitypolicyviolation', { bubbles: true });
  document.dispatchEvent(Object.assign(event, { effectiveDirective, blockedURI }));
}

/** A full set of callbacks that remember their calls. */
export function listeners() {
  return {
    onComplete: vi.fn(),
    onRetained: vi.fn(),
    onCancelled: vi.fn(),
    onDismissed: vi.fn(),
    onError: vi.fn(),
  };
}

/** Presses the button that closes the dialog. */
export function pressClose(): void {
  document.querySelector<HTMLButtonElement>('.renumerate-dialog-close')?.click();
}

/** Takes everything off the page. */
export function clearPage(): void {
  for (const dialog of dialogs()) dialog.close();
  document.body.replaceChildren();
}
