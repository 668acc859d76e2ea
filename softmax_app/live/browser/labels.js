// What is written at bars and in cells: as many digits as there is room for.

import { fitting } from "./digits.js";

/** @import { Labelled, Layout, Trace } from "./plotly" */

const APART = 4; // pixels between labels
const [ABOVE, BELOW] = ["above", "below"]; // 0
const FLAT = 1e-4; // of the axis: a bar that is shorter has no height, and its value on either side
const AT_AN_END = 0.4; // of a step: what the outermost values may have beyond their own bars

/** How wide the labels of a trace may be, in ems: each, and from the middle of one bar to the next,
 * where they stand above bars; and how much a bar with a height is at least.
 * @typedef {{each: number, step: number, least: number}} Room */

/** A label keeps to its bar or cell, lest it lie on the next one; others are free.
 * @param {Trace} trace @param {Layout} layout @returns {Room} */
export function roomOf(trace, layout) {
  const { type, orientation, textfont, width = 1 } = /** @type {Labelled} */ (trace);
  const { xaxis = "x", yaxis = "y" } = /** @type {Labelled} */ (trace);
  const isUpright = type === "bar" && orientation !== "h"; // others lie below one another
  if ((!isUpright && type !== "heatmap") || !textfont) {
    return { each: Number.POSITIVE_INFINITY, step: 0, least: 0 };
  }
  const { margin } = layout;
  const { domain: [start, end] = [0, 1], range } = layout[`xaxis${xaxis.slice(1)}`];
  const along = (end - start) * ((layout.width ?? 0) - margin.l - margin.r);
  const step = along / Math.abs(range[1] - range[0]);
  const each = (step * width - APART) / textfont.size;
  if (!isUpright) return { each, step: 0, least: 0 };
  const [low, high] = layout[`yaxis${yaxis.slice(1)}`].range;
  return { each, step: step / textfont.size, least: FLAT * Math.abs(high - low) };
}

/** A value that finds no room over its own bar has that of its neighbours as well, if they are
 * shorter and nothing is written on this side of them: the peaks, at least, have their values.
 * @param {ArrayLike<number>} values @param {Room} room */
export function labels(values, { each, step, least }) {
  const texts = Array.from(values, (value) => fitting(value, each));
  if (step === 0 || !texts.includes("")) return texts;
  /** What is written on. @type {Set<string>} */
  const taken = new Set();
  const take = (/** @type {number[]} */ bars, /** @type {number} */ index) => {
    for (const k of bars) for (const side of sidesOf(values[index], least)) taken.add(k + side);
  };
  for (const [index, text] of texts.entries()) if (text) take([index], index);
  const longestFirst = [...texts.keys()].sort((i, j) => Math.abs(values[j]) - Math.abs(values[i]));
  for (const index of longestFirst) {
    const beside = [index - 1, index + 1].filter((k) => k in texts);
    const isFree = (/** @type {number} */ k) =>
      !sidesOf(values[index], least).some((s) => taken.has(k + s));
    const isPeak = beside.every((k) => isFree(k) && isShorter(values[k], values[index]));
    if (!isFree(index) || !isPeak) continue;
    texts[index] = fitting(values[index], each + (beside.length === 2 ? 2 : AT_AN_END) * step);
    take([index, ...beside], index);
  }
  return texts;
}

/** Where a bar's value is written. @param {number} value @param {number} least */
function sidesOf(value, least) {
  if (Math.abs(value) < least) return [ABOVE, BELOW];
  return value < 0 ? [BELOW] : [ABOVE];
}

/** Does a bar end before another, on that one's side of 0? @param {number} one @param {number} other */
function isShorter(one, other) {
  return other > 0 ? one < other : one > other;
}
