/** Loads the React build of the account page on first use, so the plain tab carries none of it. */

import { byId } from './dom.js';

/**
 * @typedef {{
 *   show(root: Element, page: import("../../types").AccountPageProps): void,
 *   hide(): void,
 * }} ReactPage
 */

/** @type {ReactPage | undefined} */
let reactPage;
/** @type {import("../../types").AccountPageProps | undefined} */
let latest;

/** @param {import("../../types").AccountPageProps} page */
export async function showReactPage(page) {
  latest = page;
  if (!reactPage) {
    // A variable keeps type checkers from looking for the built file.
    const built = './react.js';
    reactPage = /** @type {ReactPage} */ (await import(built));
  }
  // While the file was on its way the customer may have changed, or the tab been left.
  if (latest) reactPage.show(byId('react-root'), latest);
}

export function hideReactPage() {
  latest = undefined;
  reactPage?.hide();
}
