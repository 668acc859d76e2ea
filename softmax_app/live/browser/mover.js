// Draws the data of a figure anew, and leaves the rest of it alone.
//
// `Plotly.react` looks through a whole figure for what may have changed and then draws all of it,
// axes and titles too: ten times the work that other numbers need. This takes only those of its
// steps that draw data, in their order and with plotly.js's own functions. They are found on what
// it has drawn and are no public interface: its version is pinned, and tests/browser/test_moved.py
// holds that both ways end in the same picture.

import { moveBars } from "./bars.js";

/** @import { Drawn, FullTrace, Plot, Subplot, Trace, TraceModule } from "./plotly" */

/** What may be fed to a trace and changes how that trace is drawn, and nothing else.
 * @type {Record<string, string[]>} */
const MOVES = {
  bar: ["x", "y", "text"],
  heatmap: ["z", "text"],
  scatter: ["x", "y", "text", "marker.size", "marker.symbol"],
};

/** Another value for an attribute of a trace. @typedef {{trace: number, attribute: string, value: unknown}} Change */

/** Draw a figure with other numbers. Return whether that could be done so.
 * @param {Plot} plot @param {Change[]} changes */
export function move(plot, changes) {
  if (!isDrawn(plot) || !changes.every((change) => canMove(plot, change))) return false;
  for (const { trace, attribute, value } of changes) {
    set(plot.data[trace], attribute, value);
    set(plot._fullData[trace], attribute, value);
  }
  const traces = [...new Set(changes.map(({ trace }) => trace))];
  for (const trace of traces) calculate(plot, trace);
  for (const group of groupsOf(plot, traces)) draw(plot, group);
  plot._fullLayout._rehover?.();
  return true;
}

/** @param {Plot} plot @returns {plot is Drawn} */
function isDrawn(plot) {
  return Boolean(plot.data && plot._fullData && plot._fullLayout && plot.calcdata);
}

/** Is it known what plotly.js does with as many other numbers, and does nothing else follow?
 * @param {Drawn} plot @param {Change} change */
function canMove({ _fullData, _fullLayout }, { trace: number, attribute, value }) {
  const trace = _fullData[number];
  const axes = _fullLayout._plots[`${trace.xaxis}${trace.yaxis}`];
  return (
    trace.visible === true &&
    MOVES[trace.type]?.includes(attribute) === true &&
    lengthOf(value) === lengthOf(get(trace, attribute)) &&
    [axes.xaxis, axes.yaxis].every((axis) => isOfNumbers(axis.type) && axis.autorange === false) &&
    standsAlone(trace, _fullLayout)
  );
}

/** @param {string} type of an axis */
function isOfNumbers(type) {
  return type === "linear" || type === "log";
}

/** Does no other trace, no error bar and no scale of colours hang on its numbers?
 * @param {FullTrace} trace @param {{barmode?: string}} layout */
function standsAlone(trace, { barmode }) {
  return (
    (trace.type !== "bar" || barmode === "overlay") &&
    (trace.type !== "heatmap" || trace.zauto === false) &&
    !trace.stackgroup &&
    !trace.error_x?.visible &&
    !trace.error_y?.visible
  );
}

/** Work out the points of a trace, which plotly.js keeps between the data and the drawing. Those that
 * are drawn are bound to their elements, and stay the same objects.
 * @param {Drawn} plot @param {number} number */
function calculate(plot, number) {
  const trace = plot._fullData[number];
  const points = plot.calcdata[number];
  const found = trace._module.calc(plot, trace);
  for (const [index, point] of found.entries())
    points[index] = Object.assign(points[index] ?? {}, point);
  points.length = found.length;
  Object.assign(points[0], { t: points[0].t ?? {}, trace });
}

/** Traces of one type in one subplot: plotly.js draws them together.
 * @typedef {{subplot: Subplot, type: TraceModule, traces: number[]}} Group */

/** @param {Drawn} plot @param {number[]} traces */
function groupsOf({ _fullData, _fullLayout }, traces) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const number of traces) {
    const { xaxis, yaxis, _module: type } = _fullData[number];
    const subplot = _fullLayout._plots[`${xaxis}${yaxis}`];
    const key = `${xaxis}${yaxis}${type.name}`;
    const group = groups.get(key) ?? { subplot, type, traces: [] };
    groups.set(key, group);
    group.traces.push(number);
  }
  return groups.values();
}

/** @param {Drawn} plot @param {Group} group */
function draw(plot, { subplot, type, traces }) {
  type.crossTraceCalc?.(plot, subplot);
  if (type.name === "bar" && traces.every((trace) => moveBars(plot, trace))) return;
  const all = plot.calcdata.filter(([{ trace }]) => isOf(trace, subplot, type));
  const layer = subplot.plot.select(`.${type.name}layer`);
  clear(layer.node());
  type.plot(plot, subplot, all, layer);
  // bars, lines and points are given their look as they are drawn; the image of a heatmap is not
  if (type.name === "heatmap") type.style?.(plot);
}

/** Take out what would spoil the next drawing: what an empty text has left swallows the next one,
 * and a hidden label is measured as nothing, thrown away, and its text never drawn again.
 * @param {Element | null} drawn */
export function clear(drawn) {
  const left = drawn?.querySelectorAll('.textpoint:empty, .bartext[display="none"]');
  for (const one of left ?? []) one.remove();
}

/** @param {FullTrace} trace @param {Subplot} subplot @param {TraceModule} type */
function isOf({ visible, xaxis, yaxis, _module }, subplot, type) {
  return visible === true && `${xaxis}${yaxis}` === subplot.id && _module === type;
}

/** @param {unknown} value */
function lengthOf(value) {
  return /** @type {ArrayLike<unknown> | undefined} */ (value)?.length;
}

/** @param {Trace} trace @param {string} path such as `marker.size` */
export function get(trace, path) {
  /** @type {unknown} */
  let value = trace;
  for (const step of path.split(".")) value = /** @type {Trace} */ (value)[step];
  return value;
}

/** @param {Trace} trace @param {string} path @param {unknown} value */
export function set(trace, path, value) {
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  let inner = trace;
  for (const step of steps) inner = /** @type {Trace} */ (inner[step]);
  inner[last] = value;
}
