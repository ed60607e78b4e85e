import css from './style.css?inline';

let sheet: CSSStyleSheet | undefined;

/** Puts our style on the page. A constructed sheet needs no permission in the page's CSP. */
export function injectStyle(): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  // Asked of the page, not remembered: another script may have replaced the list.
  const { adoptedStyleSheets } = document;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
