/** Fills the e-mail of the fallback page with what the link knows about the customer. */

import { byId } from './dom.js';

const known = new URLSearchParams(location.search);
const lines = [
  'Please cancel my Lumen Notes subscription at the end of the paid period.',
  '',
  `Account: ${known.get('email') || 'the address this e-mail comes from'}`,
  `Subscription: ${known.get('subscription') || 'all of them'}`,
  `Asked on: ${new Date().toUTCString()}`,
];
const message = new URLSearchParams({
  subject: 'Cancel my subscription',
  body: lines.join('\r\n'),
});

// Mail programs read "+" as itself, not as a space.
byId('mail').setAttribute(
  'href',
  `mailto:support@lumen-notes.example?${message.toString().replaceAll('+', '%20')}`,
);
byId('message').textContent = lines.join('\n');
