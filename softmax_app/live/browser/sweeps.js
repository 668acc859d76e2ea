// The arrays along controls: asked for when a thumb is pointed at, and kept while they are true.

import { unpack } from "./frames.js";

/** @import { Frames } from "./frames.js" */
/** @import { SweepHeader } from "./messages" */
/** @import { Line } from "./line.js" */

export class Sweeps {
  /** @param {Line} line @param {() => void} arrived */
  constructor(line, arrived) {
    this.line = line;
    this.arrived = arrived;
    /** By the control they belong to. @type {Map<string, {key: string, frames: Frames}>} */
    this.known = new Map();
    /** The keys that are on their way. @type {Set<string>} */
    this.coming = new Set();
  }

  /** @param {{header: SweepHeader, frames: Frames}} sweep */
  keep({ header, frames }) {
    this.known.set(header.id, { key: header.key, frames });
  }

  /** The arrays along a control if they are those of this key; those that it does not move are
   * as they are now. @param {string} id @param {string | undefined} key @param {Frames | null} now */
  get(id, key, now) {
    const found = this.known.get(id);
    return found && now && found.key === key ? found.frames.over(now) : null;
  }

  /** Fetch the arrays along a control; false, if that cannot be.
   * @param {string} id @param {string} key @param {string} page @param {string} link */
  async fetch(id, key, page, link) {
    if (this.coming.has(key)) return true;
    this.coming.add(key);
    const found = await this.line.get(page, `sweep/${encodeURIComponent(id)}?${link}`);
    this.coming.delete(key);
    if (!found) return false;
    this.keep(unpack(found));
    this.arrived();
    return true;
  }
}
