import { vi } from 'vitest';

/** What the view told the host page: message type, data, and the origin it was addressed to. */
export type Told = [type: string, data: unknown, target: string];

/** The host page, as far as the view sees it. */
export interface Host {
  told: Told[];
  /** The messages of some types, without their targets. */
  heard: (...types: string[]) => unknown[];
}

const HOST_ORIGIN = 'https://app.example';
const cleanups: (() => void)[] = [];

/** A page of the view as the server sends it; `attributes` go on its main element. */
export function page(attributes: string, content = '', title = 'Cancel'): string {
  return `<!doctype html><html><head><title>${title}</title></head><body>
    <div id="status" role="status"></div>
    <main id="view" ${attributes}>
      <h1 tabindex="-1">${title}</h1>
      ${content}
      <form id="refresh" method="post" action="/retention" hidden>
        <input type="hidden" name="session_id" value="ret_1"><input type="hidden" name="action" value="refresh">
      </form>
    </main></body></html>`;
}

/** A page that belongs to a session, addressed to the host page. */
export function sessionPage(step: string, attributes = '', content = ''): string {
  const session = `data-session="ret_1" data-target-origin="${HOST_ORIGIN}"`;
  return page(`data-step="${step}" ${session} ${attributes}`, content, `Step ${step}`);
}

/** A form of a step with two buttons, `keep` and `cancel`. */
export const STEP_FORM = `<form id="step" method="post" action="/retention">
  <input type="hidden" name="session_id" value="ret_1">
  <input type="radio" name="reason" value="unused" checked>
  <button name="action" value="keep">Keep</button><button name="action" value="cancel">Cancel</button>
</form>`;

/** Lets the browser stand inside a host page; `around` is what it says of the host's origin. */
export function standInFrame(around?: string): Host {
  const told: Told[] = [];
  const postMessage = ({ type, data }: { type: string; data: unknown }, target: string) =>
    told.push([type, data, target]);
  vi.stubGlobal('parent', { postMessage });
  const ancestorOrigins = around ? { 0: around, length: 1 } : undefined;
  Object.defineProperty(location, 'ancestorOrigins', {
    value: ancestorOrigins,
    configurable: true,
  });
  return {
    told,
    heard: (...types) =>
      told.filter(([type]) => types.includes(type)).map(([type, data]) => [type, data]),
  };
}

/** Loads a page: its HTML, then the script at its end. */
export async function load(html: string): Promise<void> {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.title = parsed.title;
  document.body.replaceChildren(...parsed.body.childNodes);
  const listen = vi.spyOn(document, 'addEventListener');
  vi.resetModules();
  await import('../src/main.js');
  for (const [type, listener] of listen.mock.calls) {
    cleanups.push(() => document.removeEventListener(type, listener as EventListener));
  }
}

/** Leaves the page: its script hears no more. */
export function leave(): void {
  for (const cleanup of cleanups.splice(0)) cleanup();
  history.replaceState(null, '', '/retention');
}

/** The server in place of `fetch`: answers are given in order, an error ends the connection. */
export function serve(...answers: (string | Error)[]) {
  const server = vi.fn(async (_url: string, _init: RequestInit): Promise<Response> => {
    const answer = answers.shift();
    if (typeof answer !== 'string') throw answer ?? new Error('The test gave no more answers.');
    return new Response(answer);
  });
  vi.stubGlobal('fetch', server);
  return server;
}

/** Catches native submits: the fields of each form, in order. */
export function catchSubmits(): string[] {
  const submitted: string[] = [];
  vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (
    this: HTMLFormElement,
  ) {
    submitted.push(fieldsOf(this));
  });
  return submitted;
}

/** Presses a button of the step's form, and waits until the answer is on the page. */
export async function press(action: string): Promise<void> {
  const button = document.querySelector<HTMLButtonElement>(`#step [value=${action}]`);
  const submitter = { submitter: button, bubbles: true, cancelable: true };
  document.getElementById('step')?.dispatchEvent(new SubmitEvent('submit', submitter));
  await vi.advanceTimersByTimeAsync(0);
}

/** The element that holds the page's content. */
export function view(): HTMLElement {
  return document.getElementById('view') as HTMLElement;
}

function fieldsOf(form: HTMLFormElement): string {
  return [...form.querySelectorAll('input')].map(({ name, value }) => `${name}=${value}`).join('&');
}
