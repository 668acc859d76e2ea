// Bars and points go to their new places in a moment, where something else than a hand has moved
// them: what changes is seen to change. It is the drawing that goes there; the numbers are new at once.

/** @import { Feed } from "./messages" */
/** @import { Frames } from "./frames.js" */

const LASTS = 400; // ms
const LONGEST = 200; // ms that one frame leads on: a slow machine shows some of the way too
const PLACES = ["x", "y"];
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Arrays, and the position in hand. @typedef {{frames: Frames, row: number}} Shown */

export class Morph {
  /** @param {Shown} from */
  constructor(from) {
    this.from = from;
    /** When a frame of it was last drawn. @type {number | null} */
    this.last = null;
    /** For how many milliseconds it has gone on. */
    this.gone = 0;
    /** How far it is, from 0 to 1: fast at first, and slowly to its end. */
    this.share = 0;
  }

  /** Go on; is it under way still? @param {number} time */
  goOn(time) {
    this.gone += Math.min(LONGEST, time - (this.last ?? time));
    this.last = time;
    this.share = 1 - Math.max(0, 1 - this.gone / LASTS) ** 3;
    return this.gone < LASTS;
  }

  /** Where something is drawn on the way to these values: what is not a place, or is not finite,
   * is there already. @param {Feed} feed @param {ArrayLike<number>} values */
  between({ array, attribute }, values) {
    if (!PLACES.includes(attribute)) return values;
    const { from, share } = this;
    const old = from.frames.row(array, from.row);
    return Float64Array.from(values, (value, index) => {
      const way = value - old[index];
      return Number.isFinite(way) ? old[index] + share * way : value;
    });
  }
}

/** What leads from one picture to another: nothing, if the reader wants no motion, if they are not of
 * the same things or show the same. @param {Shown | null} from @param {Shown | null} to */
export function morphing(from, to) {
  if (calm.matches || !from || !to || !from.frames.isLike(to.frames)) return null;
  const names = [...to.frames.arrays.keys()];
  const isSame = names.every((name) => {
    const old = from.frames.row(name, from.row);
    return to.frames.row(name, to.row).every((value, index) => Object.is(value, old[index]));
  });
  return isSame ? null : new Morph(from);
}
