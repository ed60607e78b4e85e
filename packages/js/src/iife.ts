import { rememberScript } from './origin.js';
import { Renumerate } from './renumerate.js';

// `currentScript` is known only while the script runs, so it is read now; nothing else happens.
rememberScript((document.currentScript as HTMLScriptElement | null)?.src);

/** The one global of a script tag: the class itself, also reachable as a member of itself. */
export default Object.assign(Renumerate, { Renumerate });
