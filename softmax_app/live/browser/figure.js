// A Plotly figure whose traces are fed from the arrays.

import { element } from "./elements.js";
import { short } from "./numbers.js";
import { download, recolored } from "./page.js";

/** @typedef {import("./frames.js").Frames} Frames */
/** @typedef {{trace: number, attribute: string, array: string, asText: boolean, lookup: string[]}} Feed */

/** @type {("png" | "svg")[]} */
const FORMATS = ["png", "svg"];
const SHARP = 2; // pixels of a saved picture to one on the screen
const NARROW = 620;
const PROJECTED = 0.64; // of a projector's height for a figure
const BELOW_A_PUZZLE = 0.5;
const FINGER = 40; // pixels from the top of a bar within which a finger takes it
const SIDEWAYS = 8; // pixels after which a finger on a handle drags it
const CONFIG = { displayModeBar: false, showTips: false, responsive: false, scrollZoom: false };

export class FigureView {
  /** @param {Promise<unknown>} plotly @param {import("./player.js").Player} player */
  constructor(plotly, player) {
    this.element = document.createElement("figure");
    this.element.className = "panel";
    this.plot = element("div", "plot");
    /** Since when it has not shown what is to be seen. @type {number | null} */
    this.stale = null;
    this.plot.setAttribute("role", "img");
    this.saves = FORMATS.map((format) => this.saveButton(format));
    const save = element("div", "save");
    save.append(...this.saves);
    this.element.append(this.plot, save);
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

  /** @param {"png" | "svg"} format */
  saveButton(format) {
    const made = /** @type {HTMLButtonElement} */ (element("button", ""));
    made.type = "button";
    made.textContent = format.toUpperCase();
    made.onclick = () => this.save(format);
    return made;
  }

  /** Hand the figure to the reader as it is, on the ground it stands on. @param {"png" | "svg"} format */
  async save(format) {
    if (!this.plotly || !this.figure) return;
    const { width, height } = this.figure.layout;
    const layout = { ...structuredClone(this.figure.layout), paper_bgcolor: this.ground };
    const scale = format === "png" ? SHARP : 1;
    const options = { format, width, height, scale };
    const picture = await this.plotly.toImage({ data: this.figure.data, layout }, options);
    download(picture, `${this.name}.${format}`);
  }

  /** Let a hand on the figure move the slider that it is a handle of.
   * @param {import("./player.js").Player} player */
  listen(player) {
    /** @type {import("./slider.js").Slider | undefined} */
    let slider;
    /** Where a finger came down that may yet scroll the page. @type {PointerEvent | null} */
    let touched = null;
    const take = (/** @type {PointerEvent} */ event) => {
      if (!this.isOver(event)) return;
      slider = player.slider(this.controlAt(event));
      slider?.grab();
      slider?.moveTo(this.valueAt(event));
      this.plot.setPointerCapture(event.pointerId);
    };
    this.plot.onpointerdown = (event) => {
      if (event.button !== 0) return;
      const byFinger = event.pointerType === "touch";
      if (byFinger && !this.sent?.handle?.bars) touched = event;
      else if (!byFinger || this.isAtTop(event)) take(event);
    };
    // a finger that takes a bar moves it up and down; any other one scrolls the page
    this.plot.addEventListener(
      "touchstart",
      (event) => {
        if (slider && this.sent?.handle?.bars) event.preventDefault();
      },
      { passive: false },
    );
    this.plot.onpointermove = (event) => {
      const bars = this.sent.handle?.bars;
      if (touched && Math.abs(event.clientX - touched.clientX) > SIDEWAYS) {
        touched = null;
        take(event);
      }
      const over = this.isOver(event);
      if (slider) slider.moveTo(this.valueAt(event));
      else if (over && event.pointerType === "mouse") player.arm(this.controlAt(event));
      this.plot.style.cursor = slider || over ? (bars ? "ns-resize" : "ew-resize") : "";
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

  /** Where a pointer is in the plot, in its data, by the name of an axis.
   * @param {PointerEvent} event @param {"xaxis" | "yaxis"} kind */
  place(event, kind) {
    const axis = /** @type {any} */ (this.plot)._fullLayout[
      kind === "xaxis" ? this.sent.handle.axis : kind
    ];
    const box = this.plot.getBoundingClientRect();
    const scale = box.width / this.plot.offsetWidth; // a projected figure is enlarged
    const at = kind === "xaxis" ? event.clientX - box.left : event.clientY - box.top;
    const along = at / scale - axis._offset;
    return { value: axis.p2d(along), inside: along >= 0 && along <= axis._length };
  }

  /** Is a pointer where the figure is a handle? @param {PointerEvent} event */
  isOver(event) {
    const ready = this.sent?.handle && /** @type {any} */ (this.plot)._fullLayout;
    return Boolean(ready) && this.place(event, "xaxis").inside;
  }

  /** Is a pointer at the top of a bar, where a finger takes it? @param {PointerEvent} event */
  isAtTop(event) {
    if (!this.isOver(event)) return false;
    const slider = this.player.slider(this.controlAt(event));
    const axis = /** @type {any} */ (this.plot)._fullLayout.yaxis;
    const top = slider ? axis.d2p(slider.spec.grid[slider.index]) : Number.NaN;
    return Math.abs(top - axis.d2p(this.valueAt(event))) < FINGER;
  }

  /** The control that a pointer moves there. @param {PointerEvent} event @returns {string} */
  controlAt(event) {
    const { control, bars } = this.sent.handle;
    if (!bars) return control;
    const nearest = Math.round(this.place(event, "xaxis").value);
    return `${control}.${Math.max(0, Math.min(bars - 1, nearest))}`;
  }

  /** The value it gives to it; while a hand moves it, beyond its ends too.
   * @param {PointerEvent} event @returns {number} */
  valueAt(event) {
    return this.place(event, this.sent.handle.bars ? "yaxis" : "xaxis").value;
  }

  /** @param {any} panel @param {Record<string, [string, string]>} shades @param {boolean} dark */
  receive({ figure, name, saveAs }, shades, dark) {
    this.sent = figure;
    this.name = name;
    this.ground = shades.ground[dark ? 1 : 0];
    this.recolor = recolored(shades, dark);
    this.plot.setAttribute("aria-label", figure.description);
    for (const button of this.saves) {
      const words = saveAs.replace("{format}", button.textContent ?? "");
      button.setAttribute("aria-label", words);
      button.title = words;
    }
    this.element.classList.toggle("handle", Boolean(figure.handle));
    this.fitted = false;
  }

  /** Let go of what plotly.js holds: the figure has left the page. */
  drop() {
    this.sizes.disconnect();
    this.plotly?.purge(this.plot);
    this.plotly = null;
  }

  /** How much larger the figure is drawn, words and all: on a projector, as there is room.
   * @param {number} width */
  scale(width) {
    const wall = this.element.closest(".projected");
    if (!wall) return 1;
    const share = wall.querySelector(".puzzle") ? BELOW_A_PUZZLE : PROJECTED;
    return Math.max(1, Math.min((share * innerHeight) / this.sent.height, width / NARROW));
  }

  /** Take the figure for the width there is, and its height before anything is drawn. */
  fit() {
    const width = this.element.clientWidth;
    if (width === 0) return; // not on the page, or hidden
    this.fitted = true;
    const scale = this.scale(width);
    const narrow = width / scale < NARROW;
    const height = narrow ? this.sent.narrowHeight : this.sent.height;
    this.plot.style.width = scale > 1 ? `${width / scale}px` : "";
    this.plot.style.height = `${height}px`;
    this.plot.style.transform = scale > 1 ? `scale(${scale})` : "";
    this.element.style.height = scale > 1 ? `${height * scale}px` : "";
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
    if (this.figure) Object.assign(this.figure.layout, { width: width / scale, height, font });
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
