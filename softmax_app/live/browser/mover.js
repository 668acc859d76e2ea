// Draws the data of a figure anew, and leaves the rest of it alone.
//
// `Plotly.react` looks through a whole figure for what may have changed and then draws all of it,
// axes and titles too: ten times the work that other numbers need. This takes only those of its
// steps that draw data, in their order and with plotly.js's own functions. They are found on what
// it has drawn and are no public interface: its version is pinned, and tests/browser/test_moved.py
// holds that both ways end in the same picture.

/** @import * as Sent from "./messages" */
/** @import { Drawn, FullTrace, Plot, Trace } from "./plotly" */

/** What may be fed to a trace and changes how that trace is drawn, and nothing else.
 * @type {Record<string, string[]>} */
const MOVES = {
  bar: ["y", "text"],
  heatmap: ["z", "text"],
  scatter: ["x", "y", "text", "marker.size", "marker.symbol"],
};

/** Draw what the traces of a figure are now fed. Return whether that could be done so.
 * @param {Plot} plot @param {Sent.Feed[]} feeds */
export function move(plot, feeds) {
  if (!isDrawn(plot) || !feeds.every((feed) => canMove(plot, feed))) return false;
  for (const { trace, attribute } of feeds) {
    set(plot._fullData[trace], attribute, get(plot.data[trace], attribute));
  }
  for (const trace of new Set(feeds.map((feed) => feed.trace))) calculate(plot, trace);
  draw(plot);
  return true;
}

/** @param {Plot} plot @returns {plot is Drawn} */
function isDrawn(plot) {
  return Boolean(plot.data && plot._fullData && plot._fullLayout && plot.calcdata);
}

/** Is it known what plotly.js does with as many other numbers, and does nothing else follow?
 * @param {Drawn} plot @param {Sent.Feed} feed */
function canMove({ data, _fullData, _fullLayout }, { trace: number, attribute }) {
  const trace = _fullData[number];
  const axes = _fullLayout._plots[`${trace.xaxis}${trace.yaxis}`];
  return (
    trace.visible === true &&
    MOVES[trace.type]?.includes(attribute) === true &&
    lengthOf(data[number], attribute) === lengthOf(trace, attribute) &&
    [axes.xaxis, axes.yaxis].every((axis) => axis.type === "linear" && axis.autorange === false) &&
    standsAlone(trace, _fullLayout)
  );
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

/** Work out the points of a trace, which plotly.js keeps between the data and the drawing.
 * @param {Drawn} plot @param {number} number */
function calculate(plot, number) {
  const trace = plot._fullData[number];
  const points = trace._module.calc(plot, trace);
  Object.assign(points[0], { t: points[0].t ?? {}, trace });
  plot.calcdata[number] = points;
}

/** @param {Drawn} plot */
function draw(plot) {
  const { _basePlotModules, _modules, _plots, _rehover } = plot._fullLayout;
  for (const { crossTraceCalc } of _modules) {
    for (const subplot of Object.values(_plots)) crossTraceCalc?.(plot, subplot);
  }
  for (const { plot: drawAll } of _basePlotModules) drawAll(plot);
  // bars, lines and points are given their look as they are drawn; the image of a heatmap is not
  for (const { name, style } of _modules) if (name === "heatmap") style?.(plot);
  _rehover?.();
}

/** @param {Trace} trace @param {string} path */
function lengthOf(trace, path) {
  return /** @type {ArrayLike<unknown> | undefined} */ (get(trace, path))?.length;
}

/** @param {Trace} trace @param {string} path such as `marker.size` */
function get(trace, path) {
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
