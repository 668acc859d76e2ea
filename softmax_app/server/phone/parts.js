// What the forms of a phone's page are made of.

import { short } from "../../live/browser/digits.js";

/** @import { Piece, Question } from "./phone" */

const STEPS = 100; // of a slider, as on the course's pages

/** Make an element with words in it, never mark-up.
 * @param {string} tag @param {string} css @param {(Node | string)[]} inner */
export function make(tag, css = "", ...inner) {
  const made = document.createElement(tag);
  if (css) made.className = css;
  made.append(...inner);
  return made;
}

/** @param {Piece[]} pieces @returns {(Node | string)[]} */
export function said(pieces) {
  return pieces.map((one) => {
    if (typeof one === "object") return make("b", "", ...said(one.b));
    return typeof one === "number" ? short(one) : one;
  });
}

/** @param {Question} asked @param {string} label @param {number} value */
export function slider({ low, high }, label, value) {
  const made = /** @type {HTMLInputElement} */ (make("input"));
  Object.assign(made, { type: "range", min: low, max: high, step: (high - low) / STEPS, value });
  made.setAttribute("aria-label", label);
  return made;
}

/** Where a value stands between the ends, as a part of 100. @param {Question} asked @param {number} x */
export function place({ low, high }, x) {
  return (100 * (Math.min(Math.max(x, low), high) - low)) / (high - low);
}
