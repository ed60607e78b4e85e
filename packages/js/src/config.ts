import type { Labels } from './labels.js';
import type { RetentionPayload } from './protocol.js';

/** What the host page wants to hear. Each is called at most once per opening of the view. */
export interface RetentionCallbacks {
  /** The flow has ended, by a decision or by being dismissed: exactly one call per opening. */
  onComplete?: ((payload: RetentionPayload) => void) | undefined;
  /** The customer stays. */
  onRetained?: ((payload: RetentionPayload) => void) | undefined;
  /** The customer cancelled. */
  onCancelled?: ((payload: RetentionPayload) => void) | undefined;
  /** The view was closed without a decision. */
  onDismissed?: ((payload: RetentionPayload) => void) | undefined;
  /** The view could not be shown, and the customer sees the fallback instead. */
  onError?: ((error: Error) => void) | undefined;
}

/** Configuration of one {@link Renumerate} instance. */
export interface RenumerateConfig {
  /** The brand's public key (`pk_test_…` or `pk_live_…`). It carries the origin of the server. */
  publicKey: string;
  /** The server to talk to, when it is not the one named by the key: https, or http on loopback. */
  baseUrl?: string | undefined;
  /** Where a cancellation may be mailed to when the server cannot be reached. */
  fallbackEmail?: string | undefined;
  /** A page where the customer can cancel when the server cannot be reached (http, https, mailto). */
  fallbackUrl?: string | undefined;
  /** Log what the SDK does to the console. */
  debug?: boolean | undefined;
  /** Language of the view, BCP 47; default: the session's own, else the browser's. */
  locale?: string | undefined;
  /** Other words for what the SDK itself shows. */
  labels?: Partial<Labels> | undefined;
  /** General callbacks; one given to a single call replaces the one of the same name here. */
  callbacks?: RetentionCallbacks | undefined;
}

/** Look and callbacks of one mounted cancel button. */
export interface CancelButtonOptions extends RetentionCallbacks {
  /** CSS classes of the button; they replace the default style. */
  classes?: string | undefined;
  /** Text of the button. */
  label?: string | undefined;
}
