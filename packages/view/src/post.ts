const ANSWER_WITHIN_MS = 10_000;

/** Posts a form in the background; rejects when no page of the view came back in time. */
export async function postForm(
  form: HTMLFormElement,
  submitter?: HTMLButtonElement | null,
): Promise<{ title: string; view: HTMLElement }> {
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  if (submitter?.name) body.append(submitter.name, submitter.value);
  const tooLate = new AbortController();
  const timer = setTimeout(() => tooLate.abort(), ANSWER_WITHIN_MS);
  try {
    // Asked by attribute: a control named "action" hides the property.
    const answer = await fetch(form.getAttribute('action') ?? '', {
      method: 'POST',
      body,
      headers: { Accept: 'text/html' },
      signal: tooLate.signal,
    });
    // Only the view is taken over. The answer's own style has another nonce than this page, and
    // parsing it would count as a violation of the policy.
    const html = (await answer.text()).replace(/<style.*?<\/style>/s, '');
    const page = new DOMParser().parseFromString(html, 'text/html');
    const view = page.getElementById('view');
    if (!view) throw new Error('The answer is not a page of the view.');
    return { title: page.title, view: document.importNode(view, true) };
  } finally {
    clearTimeout(timer);
  }
}

/** Submits as a page without scripts would, so that the flow goes on whatever happened to us. */
export function submitNatively(form: HTMLFormElement, submitter?: HTMLButtonElement | null): void {
  if (submitter?.name) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = submitter.name;
    field.value = submitter.value;
    form.append(field);
  }
  // Taken from the prototype: a control named "submit" would hide the method.
  HTMLFormElement.prototype.submit.call(form);
}
