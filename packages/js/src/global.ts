import type { Renumerate as RenumerateClass } from './renumerate.js';

declare global {
  /** The SDK as loaded by a script tag. */
  var Renumerate: typeof RenumerateClass & { Renumerate: typeof RenumerateClass };
}
