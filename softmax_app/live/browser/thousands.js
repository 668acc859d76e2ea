// Large counts, their thousands apart.

import { short } from "./digits.js";

/** With its thousands apart. @param {number} x */
export function count(x) {
  return grouped(short(x));
}

/** The thousands apart, where a number has more than four digits before its point.
 * @param {string} digits */
export function grouped(digits) {
  return digits.replace(/^−?\d{5,}/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
}
