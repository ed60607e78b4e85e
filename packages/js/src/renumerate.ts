import type { CancelButtonOptions, RenumerateConfig, RetentionCallbacks } from './config.js';
import { closeView, openView } from './dialog.js';
import { element } from './elements.js';
import { DEFAULT_LABELS } from './labels.js';
import { injectStyle } from './style.js';

let shared: Renumerate | undefined;

/**
 * The retention view on a host page. Making one does nothing to the page: it may be made during
 * server rendering, and several may live side by side.
 */
export class Renumerate {
  /** The configuration in force. */
  config: RenumerateConfig;
  #buttons: HTMLButtonElement[] = [];

  constructor(config: RenumerateConfig) {
    this.config = { ...config };
  }

  /**
   * The page's shared instance: made by the first call, its configuration updated by later ones.
   * On a server every call makes its own, so that requests share nothing.
   */
  static getInstance(config?: RenumerateConfig): Renumerate {
    if (!shared || !isBrowser()) {
      if (!config) throw new Error('Renumerate: getInstance needs a configuration first.');
      shared = new Renumerate(config);
    } else if (config) shared.updateConfig(config);
    return shared;
  }

  /** Changes the given settings and keeps the others. */
  updateConfig(config: Partial<RenumerateConfig>): void {
    this.config = { ...this.config, ...config };
  }

  /** Replaces the general callbacks. */
  setCallbacks(callbacks: RetentionCallbacks): void {
    this.updateConfig({ callbacks });
  }

  /** Puts the SDK's style on the page now rather than at the first use. Does nothing on a server. */
  initialize(): void {
    if (isBrowser()) injectStyle();
  }

  /** Closes what this instance opened and removes the buttons it mounted; it stays usable. */
  cleanup(): void {
    closeView(this);
    for (const button of this.#buttons.splice(0)) button.remove();
  }

  /** Text of a cancel button that is given none. */
  get cancelLabel(): string {
    return this.config.labels?.cancelButton ?? DEFAULT_LABELS.cancelButton;
  }

  /**
   * Puts a cancel button into the element with the given id, in place of whatever it holds.
   * @throws Error when the page has no such element.
   */
  mountCancelButton(
    elementId: string,
    sessionId: string,
    classesOrOptions: string | CancelButtonOptions = {},
  ): HTMLButtonElement {
    const options =
      typeof classesOrOptions === 'string' ? { classes: classesOrOptions } : classesOrOptions;
    const container = document.getElementById(elementId);
    if (!container) throw new Error(`Renumerate: no element has the id "${elementId}".`);
    this.initialize();
    const button = element('button', {
      type: 'button',
      className: options.classes || 'renumerate-cancel-btn',
      textContent: options.label ?? this.cancelLabel,
      onclick: () => {
        // Safari does not focus a pressed button, and the dialog gives focus back to it.
        button.focus();
        this.showRetentionView(sessionId, options);
      },
    });
    container.replaceChildren(button);
    this.#buttons.push(button);
    return button;
  }

  /**
   * Opens the retention view over the page. A view already open for this session is brought to the
   * front, one for another session is closed first.
   * @throws Error when no session or server is known, after showing the customer the fallback.
   */
  showRetentionView(sessionId: string, callbacks: RetentionCallbacks = {}): HTMLDialogElement {
    return openView(this, sessionId, callbacks);
  }
}

function isBrowser(): boolean {
  return typeof document === 'object';
}
