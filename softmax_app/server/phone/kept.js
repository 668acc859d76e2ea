// What this browser keeps of a room: who it is there, what was entered and what was sent.

/** @import { Kept } from "./phone" */

const PREFIX = "softmax-room-";
const OLD = 12 * 60 * 60 * 1000; // ms after which nothing of a room is kept

/** @returns {Storage | null} */
function storage() {
  try {
    return localStorage;
  } catch {
    return null; // nothing may be kept here: then it lasts as long as the page
  }
}

/** @param {string} code @returns {Kept} */
export function recall(code) {
  const found = storage();
  for (const name of Object.keys(found ?? {})) {
    const at = name.startsWith(PREFIX) && JSON.parse(found?.getItem(name) ?? "{}").at;
    if (at && at < Date.now() - OLD) found?.removeItem(name);
  }
  const known = found?.getItem(PREFIX + code);
  if (known) return JSON.parse(known);
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const phone = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { phone, at: Date.now(), sent: {}, drafts: {} };
}

/** @param {string} code @param {Kept} kept */
export function remember(code, kept) {
  kept.at = Date.now();
  try {
    storage()?.setItem(PREFIX + code, JSON.stringify(kept));
  } catch {
    // no place: it lasts as long as the page
  }
}
