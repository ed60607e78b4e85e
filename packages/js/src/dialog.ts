import type { RenumerateConfig, RetentionCallbacks } from './config.js';
import { element } from './elements.js';
import { fallbackContent } from './fallback.js';
import { connectFrame } from './frame.js';
import { DEFAULT_LABELS } from './labels.js';
import { resolveOrigin } from './origin.js';
import type { ViewMessage } from './protocol.js';
import { createReporter } from './report.js';
import { injectStyle } from './style.js';

/** Whoever opens views; its configuration is read when it is needed. */
export interface Owner {
  config: RenumerateConfig;
}

interface Opening {
  owner: Owner;
  sessionId: string;
  dialog: HTMLDialogElement;
  focus: () => void;
  /** Closes and removes the dialog; further calls do nothing. */
  end: () => void;
}

// A page has one modal view at a time, whichever instance opened it.
let current: Opening | undefined;

/** Closes the open view if it is this owner's. */
export function closeView(owner: Owner): void {
  if (current?.owner === owner) current.end();
}

/**
 * Opens the view, or brings back the one that is open for the same session.
 * @throws Error when no session or server is known, after showing the fallback.
 */
export function openView(
  owner: Owner,
  sessionId: string,
  callbacks: RetentionCallbacks,
): HTMLDialogElement {
  if (current?.sessionId === sessionId && current.dialog.isConnected) {
    current.focus();
    return current.dialog;
  }
  current?.end();

  const { config } = owner;
  const labels = { ...DEFAULT_LABELS, ...config.labels };
  const { dialog, close, content, frame } = buildDialog(labels.dialogTitle, labels.close);
  const askedAt = new Date();
  const opener = document.activeElement as HTMLElement | null;
  const report = createReporter(owner, sessionId, callbacks);
  let disconnect: (() => void) | undefined;

  const focus = () => content.querySelector<HTMLElement>('iframe,h2')?.focus();
  const end = () => {
    if (current?.end !== end) return;
    current = undefined;
    disconnect?.();
    dialog.close();
    dialog.remove();
    opener?.focus();
    report.settle('dismissed');
  };
  const onMessage = ({ type, data }: ViewMessage) => {
    if (config.debug) console.debug('Renumerate:', type, data);
    if (type === 'ready' && document.activeElement === close) focus();
    if (type === 'resize') frame.style.height = `${data.height}px`;
    if (type === 'close-dialog') end();
    if ('outcome' in data) report.settle(data.outcome, data);
  };
  const onFailure = (error: Error) => {
    content.replaceChildren(fallbackContent(config, labels, sessionId, askedAt));
    focus();
    report.fail(error);
  };
  close.onclick = dialog.onclose = end;
  current = { owner, sessionId, dialog, focus, end };
  injectStyle();
  document.body.append(dialog);
  dialog.showModal();
  try {
    if (!sessionId) throw new Error('Renumerate: no session id.');
    const { locale } = config;
    const fields = {
      session_id: sessionId,
      parent_origin: location.origin,
      ...(locale && { locale }),
    };
    disconnect = connectFrame(frame, resolveOrigin(config), fields, onMessage, onFailure);
  } catch (error) {
    onFailure(error as Error);
    throw error;
  }
  return dialog;
}

function buildDialog(title: string, closeLabel: string) {
  const close = element('button', {
    type: 'button',
    className: 'renumerate-dialog-close',
    ariaLabel: closeLabel,
    textContent: '\u00d7',
  });
  // The name is the target of the form; it only has to differ from other frames' names.
  const name = `renumerate-${Math.random()}`;
  const frame = element('iframe', { name, title, referrerPolicy: 'strict-origin' });
  const content = element('div', { className: 'renumerate-dialog-content' }, frame);
  const dialog = element(
    'dialog',
    { className: 'renumerate-dialog', ariaLabel: title },
    close,
    content,
  );
  return { dialog, close, content, frame };
}
