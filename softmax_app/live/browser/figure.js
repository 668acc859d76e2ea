// A Plotly figure whose traces are fed from the arrays.

import { short } from "./numbers.js";
import { recolored } from "./page.js";

/** @typedef {import("./frames.js").Frames} Frames */
/** @typedef {{trace: number, attribute: string, array: string, asText: boolean, lookup: string[]}} Feed */

const NARROW = 620;
const SIDEWAYS = 8; // pixels after which a finger on a handle drags it
const CONFIG = { displayModeBar: false, showTips: false, responsive: false, scrollZoom: false };

export class FigureView {
  /** @param {Promise<unknown>} plotly @param {import("./player.js").Player} player */
  constructor(plotly, player) {
    this.element = document.createElement("figure");
    this.element.className = "panel";
    this.plot = document.createElement("div");
    /** Since when it has not shown what is to be seen. @type {number | null} */
    this.stale = null;
    this.element.append(this.plot);
    this.element.setAttribute("role", "img");
    /** @type {any} */
    this.plotly = null;
    /** @type {any} */
    this.sent = null;
    this.source = "";
    this.fitted = false;
    /** @type {Frames | null} */
    this.shown = null;
    /** @type {{data: any[], layout: any} | null} */
    this.figure = null;
    this.sizes = new ResizeObserver(() => {
      this.fitted = false;
      player.redraw();
    });
    this.sizes.observe(this.element);
    plotly.then(() => {
      this.plotly = /** @type {any} */ (window).Plotly;
      player.redraw();
    });
    this.player = player;
    this.picks = false;
    this.listen(player);
  }

  /** Let a click on a point set the control that the figure names. */
  listenForPicks() {
    this.picks = true;
    /** @type {any} */ (this.plot).on("plotly_click", (/** @type {any} */ event) => {
      const { pick } = this.sent;
      const [point] = event.points;
      if (!pick || point.curveNumber !== pick.trace) return;
      this.player.commit(pick.control, String(point.pointNumber + 1));
    });
  }

  /** Let a hand on the figure move the slider that it is a handle of.
   * @param {import("./player.js").Player} player */
  listen(player) {
    /** @type {import("./slider.js").Slider | undefined} */
    let slider;
    /** Where a finger came down that may yet scroll the page. @type {PointerEvent | null} */
    let touched = null;
    const take = (/** @type {PointerEvent} */ event) => {
      const value = this.valueAt(event);
      if (value === null) return;
      slider = player.slider(this.sent.handle.control);
      slider?.grab();
      slider?.moveTo(value);
      this.plot.setPointerCapture(event.pointerId);
    };
    this.plot.onpointerdown = (event) => {
      if (event.button !== 0) return;
      if (event.pointerType === "touch") touched = event;
      else take(event);
    };
    this.plot.onpointermove = (event) => {
      if (touched && Math.abs(event.clientX - touched.clientX) > SIDEWAYS) {
        touched = null;
        take(event);
      }
      const value = this.valueAt(event);
      if (slider && value !== null) slider.moveTo(value);
      else if (value !== null && event.pointerType === "mouse") {
        player.arm(this.sent.handle.control);
      }
      this.plot.style.cursor = slider || value !== null ? "ew-resize" : "";
    };
    this.plot.onpointerup = (event) => {
      if (touched) take(event); // a tap
      touched = null;
      slider?.rest();
      slider = undefined;
    };
    this.plot.onpointercancel = () => {
      touched = null; // the page is scrolled instead
      slider?.rest();
      slider = undefined;
    };
  }

  /** The value on the handle's axis under a pointer; while a hand moves it, beyond its ends too.
   * @param {PointerEvent} event @returns {number | null} */
  valueAt(event) {
    const axis =
      this.sent?.handle && /** @type {any} */ (this.plot)._fullLayout?.[this.sent.handle.axis];
    if (!axis) return null;
    const at = event.clientX - this.plot.getBoundingClientRect().left - axis._offset;
    const inside = at >= 0 && at <= axis._length;
    return inside || this.plot.hasPointerCapture(event.pointerId) ? axis.p2d(at) : null;
  }

  /** @param {any} panel @param {Record<string, [string, string]>} shades @param {boolean} dark */
  receive({ figure }, shades, dark) {
    this.sent = figure;
    this.recolor = recolored(shades, dark);
    this.element.setAttribute("aria-label", figure.description);
    this.element.classList.toggle("handle", Boolean(figure.handle));
    this.fitted = false;
  }

  /** Let go of what plotly.js holds: the figure has left the page. */
  drop() {
    this.sizes.disconnect();
    this.plotly?.purge(this.plot);
    this.plotly = null;
  }

  /** Take the figure for the width there is, and its height before anything is drawn. */
  fit() {
    const width = this.element.clientWidth;
    if (width === 0) return; // not on the page, or hidden
    this.fitted = true;
    const narrow = width < NARROW;
    const height = narrow ? this.sent.narrowHeight : this.sent.height;
    this.plot.style.height = `${height}px`;
    const source = this.recolor?.(narrow ? this.sent.narrow : this.sent.wide) ?? "";
    if (source !== this.source) {
      this.source = source;
      this.figure = JSON.parse(source);
    }
    // a finger that moves over a figure scrolls the page
    if (this.figure && matchMedia("(pointer: coarse)").matches) this.figure.layout.dragmode = false;
    // the first font alone: a long list of fallbacks costs plotly.js a tenth of its time
    const [first] = getComputedStyle(this.element).fontFamily.split(",");
    const font = { family: `${first}, sans-serif` };
    if (this.figure) Object.assign(this.figure.layout, { width, height, font });
  }

  /** @param {Frames} frames @param {number} row */
  draw(frames, row) {
    const fitted = this.fitted;
    if (!fitted) this.fit();
    if (!this.plotly || !this.figure) return;
    const { feeds } = this.sent;
    const isStill = feeds.every((/** @type {Feed} */ feed) => frames.isStill(feed.array));
    if (fitted && isStill && this.shown === frames) return;
    this.shown = frames;
    for (const feed of feeds) {
      set(this.figure.data[feed.trace], feed.attribute, fed(feed, frames, row));
    }
    // plotly.js writes a zoom into the layout it is given, and then would not know it for a zoom
    const layout = structuredClone(this.figure.layout);
    this.plotly.react(this.plot, this.figure.data, layout, CONFIG);
    if (!this.picks) this.listenForPicks();
  }
}

/** @param {Feed} feed @param {Frames} frames @param {number} row */
function fed(feed, frames, row) {
  const values = frames.row(feed.array, row);
  if (feed.asText) return Array.from(values, short);
  if (feed.lookup.length > 0) return Array.from(values, (index) => feed.lookup[index]);
  return values;
}

/** @param {any} target @param {string} path @param {any} value */
function set(target, path, value) {
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  for (const step of steps) target = target[step];
  target[last] = value;
}
