import { element } from './elements.js';
import { isViewMessage, type ViewMessage } from './protocol.js';

/** Without a `ready` message for this long the view is asked for once more, by GET. */
export const RETRY_AFTER_MS = 4_000;
/** Without a `ready` message for this long the fallback is shown. */
export const GIVE_UP_AFTER_MS = 8_000;

/** What the view is asked for; the names are the fields of the form. */
export interface ViewFields {
  session_id: string;
  parent_origin: string;
  locale?: string;
}

/**
 * Loads the view into a frame that is already in the document, and listens to it until the
 * returned function is called. `onFailure` is called at most once, after the last message.
 */
export function connectFrame(
  frame: HTMLIFrameElement,
  origin: string,
  fields: ViewFields,
  onMessage: (message: ViewMessage) => void,
  onFailure: (error: Error) => void,
): () => void {
  const view = `${origin}/retention`;
  // Aborting it removes both listeners.
  const listening = new AbortController();
  // The ladder ends with `ready`, with a failure or with the dialog.
  let isOver = false;
  // A page of the view loads and says `ready`, in either order. Below 0 one has only loaded: after
  // the first `ready` that is the browser's own page, the server went away between two steps.
  let balance = 0;
  const disconnect = () => {
    isOver = true;
    balance = 0;
    listening.abort();
  };
  const giveUp = (why: string) => {
    disconnect();
    onFailure(new Error(`Renumerate: ${why} from ${origin}`));
  };
  const giveUpOnSilence = () => (isOver && balance >= 0) || giveUp('no answer');
  const retryByGet = () => {
    // A frame with an address has been retried.
    if (isOver || frame.src) return;
    balance = 0;
    frame.src = `${view}?session_id=${encodeURIComponent(fields.session_id)}`;
  };
  addEventListener(
    'message',
    ({ source, origin: sender, data }) => {
      if (sender !== origin || source !== frame.contentWindow || !isViewMessage(data)) return;
      if (data.type === 'ready') {
        isOver = true;
        balance++;
      }
      if (data.type === 'catastrophic-failure') giveUp(data.type);
      else onMessage(data);
    },
    listening,
  );
  frame.onload = () => {
    balance = balance > 0 ? 0 : -1;
    if (isOver) setTimeout(giveUpOnSilence, RETRY_AFTER_MS);
  };
  // A page whose CSP forbids the form post may still allow the frame, and the other way round.
  document.addEventListener(
    'securitypolicyviolation',
    ({ blockedURI, effectiveDirective }) => {
      if (isOver || !blockedURI.startsWith(origin)) return;
      if (effectiveDirective === 'form-action') retryByGet();
      if (effectiveDirective === 'frame-src') giveUp(effectiveDirective);
    },
    listening,
  );
  setTimeout(retryByGet, RETRY_AFTER_MS);
  setTimeout(giveUpOnSilence, GIVE_UP_AFTER_MS);
  postInto(frame, view, fields);
  return disconnect;
}

/** Submits the fields as a form, so that the session never stands in a URL. */
function postInto(frame: HTMLIFrameElement, action: string, fields: ViewFields): void {
  const inputs = Object.entries(fields).map(([name, value]) =>
    element('input', { type: 'hidden', name, value }),
  );
  const form = element('form', { method: 'post', action, target: frame.name }, ...inputs);
  frame.after(form);
  form.submit();
  form.remove();
}
