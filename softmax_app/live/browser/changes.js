// Puts what has changed into what was there: ../changes.py says how it is told.

/** @import { Change } from "./messages" */

/** The value after a change; whatever has not changed is the very same object.
 * @template T @param {T} old @param {Change} change @returns {T} */
export function changed(old, change) {
  if (change === null) return old;
  if (Array.isArray(change)) return /** @type {T} */ (change[0]);
  const copy = /** @type {any} */ (Array.isArray(old) ? [...old] : { ...old });
  for (const [member, inner] of Object.entries(change)) {
    copy[member] = changed(copy[member], inner);
  }
  return copy;
}
