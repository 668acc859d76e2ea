// What a figure tells of itself: its description, and its numbers as they are drawn.

import { short } from "./digits.js";

/** @import * as Sent from "./messages" */
/** @import { Frames } from "./frames.js" */

/** @param {Sent.Figure} figure @param {Sent.Telling} telling @param {Frames} frames
 * @param {number} row */
export function tell({ description, told }, telling, frames, row) {
  return description + told.map((one) => sentence(one, telling, frames, row)).join("");
}

/** @param {Sent.Told} told @param {Sent.Telling} telling @param {Frames} frames
 * @param {number} row */
function sentence({ title, array, names, first, words, sparse }, telling, frames, row) {
  const last = first + Math.max(1, names.length);
  const values = frames.row(array, row).subarray(first, last);
  const numbers = Array.from(values, (value, index) => {
    if (sparse && Number.isNaN(value)) return "";
    const written = words.length > 0 ? words[value] : short(value);
    return written && names[index] ? `${names[index]} ${written}` : written;
  });
  const said = numbers.filter(Boolean).join(telling.between);
  const [before, between, after] = telling.sentence.split(/\{title\}|\{numbers\}/);
  return said && before + title + between + said + after;
}
