/** The few DOM helpers the sample page needs. */

/**
 * Makes an element. Children are nodes or text; text is never parsed as markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/**
 * An element the page is known to have.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`the page has no #${id}`);
  return node;
}

/**
 * @param {string} id
 * @returns {HTMLSelectElement}
 */
export function selectById(id) {
  const node = byId(id);
  if (!(node instanceof HTMLSelectElement)) throw new Error(`#${id} is not a select`);
  return node;
}

/**
 * Writes text only where it differs, so that a selection and a screen reader's place survive.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Says something to screen readers without moving the focus.
 * @param {string} text
 */
export function announce(text) {
  byId('announcer').textContent = text;
}
