// A thumb walks by itself to where a mark is, through all that lies between: each picture on the way
// is that of a position.

/** @import { Thumb } from "./thumb.js" */

const LASTS = 400; // ms
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** @param {Thumb} thumb @param {number} index */
export function glide(thumb, index) {
  if (calm.matches || !thumb.ready) {
    thumb.jump(index);
    return;
  }
  const from = thumb.index;
  thumb.grab();
  const walk = {};
  thumb.walk = walk;
  /** @type {number | undefined} */
  let start;
  requestAnimationFrame(function goOn(time) {
    if (thumb.walk !== walk) return; // a hand has come
    start ??= time;
    const left = Math.max(0, 1 - (time - start) / LASTS) ** 3; // fast at first
    thumb.range.value = String(Math.round(index + left * (from - index)));
    thumb.move(thumb.index);
    if (left > 0) requestAnimationFrame(goOn);
    else thumb.rest();
  });
}
