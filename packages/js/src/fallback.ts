import type { RenumerateConfig } from './config.js';
import { element } from './elements.js';
import type { Labels } from './labels.js';

/**
 * What the customer gets when the view cannot be shown: proof of having asked, and every
 * configured way to cancel without us.
 */
export function fallbackContent(
  { fallbackUrl, fallbackEmail }: RenumerateConfig,
  labels: Labels,
  sessionId: string,
  askedAt: Date,
): HTMLElement {
  // The end of the id is enough to find the session by, and opens nothing.
  const reference = `${labels.reference}: ${sessionId.slice(-12) || +askedAt}`;
  const proof = `\r\n${askedAt.toLocaleString([], { dateStyle: 'long', timeStyle: 'long' })}\r\n${reference}`;
  const ways: HTMLElement[] = [];
  const addLink = (href: string, textContent: string) =>
    ways.push(element('a', { href, textContent }));

  const url = fallbackUrl && webUrl(fallbackUrl);
  if (url) addLink(url, labels.fallbackLink);
  if (fallbackEmail) {
    const [subject, body] = [`${labels.mailText} ${reference}`, labels.mailText + proof].map(
      encodeURIComponent,
    );
    const mail = `mailto:${fallbackEmail}?subject=${subject}&body=${body}`;
    addLink(mail, `${labels.fallbackMail}: ${fallbackEmail}`);
  }
  if (!ways[0]) ways.push(element('p', { textContent: labels.fallbackContact }));
  return element(
    'div',
    { className: 'renumerate-error-content' },
    element('h2', { tabIndex: -1, textContent: labels.fallbackTitle }),
    element('p', { textContent: labels.fallbackText + proof }),
    ...ways,
  );
}

/** Only web and mail addresses become links; a `javascript:` one counts as not configured. */
function webUrl(url: string): string | undefined {
  const { protocol, href } = element('a', { href: url });
  return /^(https?|mailto):$/.test(protocol) ? href : undefined;
}
