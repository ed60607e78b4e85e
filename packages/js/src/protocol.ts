/**
 * The messages between the retention view (inside the frame) and the host page around it.
 * One map, used by both sides: the view sends what the SDK expects, or neither compiles.
 */

/** Which of our pages a frame shows. */
export type FrameName = 'retention' | 'subscription';

/** How the customer ended the flow by a decision. */
export type Decision = 'retained' | 'cancelled';

/** How a flow ended: by a decision, or `dismissed` when it was closed without one. */
export type Outcome = Decision | 'dismissed';

/** What every callback is given. */
export interface RetentionPayload {
  outcome: Outcome;
  /** The retention session the view was opened with. */
  sessionId: string;
  /** The offer the customer took. */
  offer?: { id: string; kind: string };
  /** The answer to "why": the brand's reason id, and Stripe's word for it. */
  reason?: { id: string; feedback?: string };
  /** When the change takes effect, ISO 8601. */
  effectiveAt?: string;
}

/** Every message the view sends, by type. */
export interface ViewMessages {
  /** The page is loaded and usable; nothing else stops the fallback timer. */
  ready: { iframe: FrameName; version: string };
  /** The height the page needs, in CSS pixels. */
  resize: { iframe: FrameName; height: number };
  'close-dialog': Record<string, never>;
  'on-retained': RetentionPayload;
  'on-cancelled': RetentionPayload;
  'on-complete': RetentionPayload;
  /** The page cannot do its work; it names no session, so its data is empty. */
  'catastrophic-failure': Record<string, never>;
}

/** A message as it travels: `{ type, data }`. */
export type ViewMessage = {
  [Type in keyof ViewMessages]: { type: Type; data: ViewMessages[Type] };
}[keyof ViewMessages];

/**
 * Whether a received value has the envelope of a message. The fields of `data` are unchecked: the
 * sender is trusted only by its origin and window, and each number is checked where it is used.
 */
export function isViewMessage(value: unknown): value is ViewMessage {
  return (value as ViewMessage | null | undefined)?.data instanceof Object;
}
