/** The two tabs, by the ARIA tabs pattern: arrow keys move, Tab leaves the list. */

import { byId } from './dom.js';

/** @typedef {"plain" | "react"} TabName */

/** @type {TabName[]} */
const NAMES = ['plain', 'react'];

/**
 * @param {(name: TabName) => void} onChange called at the start and at every change
 */
export function setUpTabs(onChange) {
  /** @param {TabName} name */
  const select = (name) => {
    for (const each of NAMES) {
      const tab = byId(`tab-${each}`);
      tab.setAttribute('aria-selected', String(each === name));
      tab.tabIndex = each === name ? 0 : -1;
      byId(`panel-${each}`).hidden = each !== name;
    }
    history.replaceState(null, '', `#${name}`);
    onChange(name);
  };
  for (const name of NAMES) {
    const tab = byId(`tab-${name}`);
    tab.addEventListener('click', () => select(name));
    tab.addEventListener('keydown', (event) => {
      if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
      event.preventDefault();
      const last = NAMES.length - 1;
      const step = event.key === 'ArrowLeft' ? last : 1;
      const next = { Home: 0, End: last }[event.key] ?? (NAMES.indexOf(name) + step) % NAMES.length;
      byId(`tab-${NAMES[next]}`).focus();
      select(NAMES[next]);
    });
  }
  select(location.hash === '#react' ? 'react' : 'plain');
}
