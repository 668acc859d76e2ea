// Moves bars and the numbers beside them to where plotly.js would draw them.
//
// plotly.js makes, styles and measures every label anew for each number. All that other numbers
// change is where a bar ends, what a label says and where it stands: that alone is written here, in
// plotly.js's own arithmetic. What is not certain to come out the same is left to plotly.js.

/** @import { Axis, Bar, BarTrace, Drawn } from "./plotly" */

const PAD = 3; // px that plotly.js leaves between a bar and its label
const OPAQUE = /^#[0-9a-f]{6}$/;
const CLEAR = "rgba(0,0,0,0)";
const MARKUP = /[<&$\n]/;

/** The size of each shape of label in each style of letters. @type {Map<string, Map<string, Box>>} */
const sizes = new Map();
/** @typedef {{width: number, height: number, x: number, y: number}} Box */

document.fonts.addEventListener("loadingdone", () => sizes.clear());

/** Move the bars of a trace to their new points. Return whether it is certain that they are now as
 * plotly.js would draw them. @param {Drawn} plot @param {number} number */
export function moveBars(plot, number) {
  const bars = /** @type {Bar[]} */ (/** @type {unknown} */ (plot.calcdata[number]));
  const { node3, trace } = bars[0];
  if (!node3 || plot._fullLayout.bargap === 0 || !isCertain(trace)) return false;
  const { xaxis, yaxis } = plot._fullLayout._plots[`${trace.xaxis}${trace.yaxis}`];
  const points = node3.node().querySelectorAll(".point");
  const direction = directionOf(bars, yaxis);
  return bars.every((bar, index) =>
    moveBar(points[index], bar, { trace, index, xaxis, yaxis, direction }),
  );
}

/** @param {BarTrace} trace */
function isCertain(trace) {
  const { constraintext, marker, orientation, text, textangle, textposition, texttemplate } = trace;
  return (
    orientation === "v" &&
    (marker.line.width === 0 || marker.color === CLEAR) &&
    marker.cornerradius === undefined &&
    !texttemplate &&
    (!text ||
      textposition === "none" ||
      (textposition === "outside" && constraintext === "none" && typeof textangle === "number"))
  );
}

/**
 * A bar among those of its trace.
 * @typedef {{trace: BarTrace, index: number, xaxis: Axis, yaxis: Axis, direction: number}} Place
 */

/** @param {Element} point @param {Bar} bar @param {Place} place */
function moveBar(point, bar, place) {
  const color = bar.mc ?? place.trace.marker.color;
  if (!point || (color !== CLEAR && !OPAQUE.test(color))) return false;
  const ends = endsOf(bar, place, color === CLEAR ? exact : crisp);
  const { left, right, from, to } = ends;
  const isShape = !Number.isNaN((right - left) * (to - from));
  const path = /** @type {SVGElement} */ (point.firstElementChild);
  write(path, "d", isShape ? `M${left},${from}V${to}H${right}V${from}Z` : "M0,0Z");
  const { width } = place.trace.marker.line;
  if (width) path.style.strokeWidth = `${bar.isBlank ? 0 : width}px`;
  return moveLabel(path.nextElementSibling, bar, place, ends);
}

/** Where a bar stands, in pixels. @typedef {{left: number, right: number, from: number, to: number}} Ends */

/** @param {Bar} bar @param {Place} place @param {typeof exact} rounded @returns {Ends} */
function endsOf(bar, { xaxis, yaxis }, rounded) {
  const [x0, x1] = [xaxis.c2p(bar.p0), xaxis.c2p(bar.p1)];
  const [y0, y1] = [yaxis.c2p(bar.s0), yaxis.c2p(bar.s1)];
  bar.isBlank = y0 === y1 || ![x0, x1, y0, y1].every(Number.isFinite);
  const left = rounded(x0, x1);
  const right = rounded(x1, left);
  const from = rounded(y0, bar.isBlank ? y0 : y1, true);
  return { left, right, from, to: rounded(bar.isBlank ? y0 : y1, from, true) };
}

/** @param {number} end @param {number} _other @param {boolean} [_isHeight] */
function exact(end, _other, _isHeight) {
  return end;
}

/** A bar of less than two pixels is drawn as whole ones.
 * @param {number} end @param {number} other @param {boolean} [isHeight] */
function crisp(end, other, isHeight) {
  if ((isHeight && end === other) || Math.abs(end - other) >= 2) return end;
  return end > other ? Math.ceil(end) : Math.floor(end);
}

/** Which way a bar of no height points: 1 for down, 0 for either.
 * @param {Bar[]} bars @param {Axis} axis */
function directionOf(bars, { range }) {
  const isUp = bars.some(({ s }) => s > 0);
  const isDown = bars.some(({ s }) => s < 0);
  if (isUp && isDown) return 0;
  return range[0] < range[1] === isDown ? 1 : -1;
}

/** @param {Element | null} label @param {Bar} bar @param {Place} place @param {Ends} ends */
function moveLabel(label, bar, { trace, index, xaxis, yaxis, direction }, ends) {
  const text = trace.textposition === "none" ? "" : String(trace.text?.[index] ?? "");
  if (!text || !label) return !text && !label;
  if (MARKUP.test(text) || !(label.firstChild instanceof Text)) return false;
  if (label.firstChild.data !== text) label.firstChild.data = text;
  write(label, "data-unformatted", text);
  const box = sizeOf(label, text);
  if (box.width <= 0) return false;
  write(label, "transform", standing(box, ends, trace.textangle, direction));
  const isInside = xaxis.isPtWithinRange(bar) && yaxis.isPtWithinRange(bar);
  if (isInside) label.removeAttribute("display");
  else label.setAttribute("display", "none");
  return true;
}

/** How a label of this size stands beyond the end of its bar.
 * @param {Box} box @param {Ends} ends @param {number} angle @param {number} direction */
function standing(box, { left, right, from, to }, angle, direction) {
  const turned = (Math.PI / 180) * angle;
  const height = box.width * Math.abs(Math.sin(turned)) + box.height * Math.abs(Math.cos(turned));
  const pad = Math.abs(right - left) > 2 * PAD ? PAD : 0;
  const way = from === to && direction ? direction : from < to ? 1 : -1;
  const x = (left + right) / 2 - box.x;
  const y = to + way * pad - (box.y + (-way * height) / 2);
  const rotated = angle ? `rotate(${angle} ${box.x} ${box.y})` : "";
  return `translate(${x},${y})${rotated}`;
}

/** The size of a label and its middle, as plotly.js measures them. All digits are as wide, but the
 * last one may lean out: labels that have it in common, and the places of digits, are measured once.
 * @param {Element} label @param {string} text @returns {Box} */
function sizeOf(label, text) {
  const style = label.getAttribute("style") ?? "";
  const known = sizes.get(style) ?? new Map();
  sizes.set(style, known);
  const shape = text.replace(/\d(?=.)/g, "0");
  const size = known.get(shape) ?? measured(label);
  known.set(shape, size);
  return size;
}

/** @param {Element} label @returns {Box} */
function measured(label) {
  const tester = /** @type {Element} */ (document.getElementById("js-plotly-tester"));
  const origin = /** @type {Element} */ (tester.querySelector(".js-reference-point"));
  const copy = /** @type {Element} */ (label.cloneNode(true));
  copy.removeAttribute("transform");
  copy.removeAttribute("display");
  tester.append(copy);
  const { left, right, top, bottom, width, height } = copy.getBoundingClientRect();
  const { left: x, top: y } = origin.getBoundingClientRect();
  copy.remove();
  return { width, height, x: (left - x + (right - x)) / 2, y: (top - y + (bottom - y)) / 2 };
}

/** @param {Element} element @param {string} name @param {string} value */
function write(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
