// A Plotly figure whose traces are fed from the arrays.

import { button, element } from "./elements.js";
import { Grip } from "./grip.js";
import { labels, roomOf } from "./labels.js";
import { clear, get, move, set } from "./mover.js";
import { download, recolored } from "./page.js";
import { tell } from "./told.js";

/** @import * as Sent from "./messages" */
/** @import { Frames, Values } from "./frames.js" */
/** @import { Morph } from "./morph.js" */
/** @import { Player } from "./player.js" */
/** @import { Room } from "./labels.js" */
/** @import { Picture, Plot, Plotly } from "./plotly" */

/**
 * What a figure is given beside itself: words, a name for its picture, and colours.
 * @typedef {{saveAs: string, telling: Sent.Telling, name: string, shades: Sent.Shades,
 *   dark: boolean}} Surroundings
 */

/** @type {("png" | "svg")[]} */
const FORMATS = ["png", "svg"];
const SHARP = 2; // pixels of a saved picture to one on the screen
const NARROWEST = 340; // pixels at home that a figure needs at least
const NARROWEST_HAND = 215; // and the bars in the hand, as in ../../figures/score_bars.py
const MUCH = 1.2; // times larger words: what a figure in rows is worth on a projector
const BESIDE = 760; // as in layout.css
const USUAL = { wide: 800, narrow: 900 }; // px of a window for which figures have their height
const MOST_GROWTH = 1.35;
const CONFIG = { displayModeBar: false, showTips: false, responsive: false, scrollZoom: false };

export class FigureView {
  /** @param {Sent.Figure} sent @param {Promise<unknown>} loaded @param {Player} player */
  constructor(sent, loaded, player) {
    this.sent = sent;
    this.element = document.createElement("figure");
    this.element.className = "panel";
    this.plot = /** @type {Plot} */ (element("div", "plot"));
    this.plot.setAttribute("role", "img");
    this.grip = new Grip(this.plot, player);
    this.saves = FORMATS.map((format) => this.saveButton(format));
    const save = element("div", "save");
    save.append(...this.saves);
    this.element.append(this.plot, save);
    /** Since when it has not shown what is to be seen. @type {number | null} */
    this.stale = null;
    /** @type {Plotly | null} */
    this.plotly = null;
    /** @type {Sent.Telling} */
    this.telling = { sentence: "", between: "" };
    this.name = "";
    this.ground = "";
    /** What the figure at hand is made from. */
    this.look = "";
    /** Is it made for the room there is? */
    this.fitted = false;
    /** Is it on the page, but for its numbers? */
    this.drawn = false;
    /** Are its numbers newer than what plotly.js drew by itself? */
    this.moved = false;
    this.recolor = recolored({}, false);
    /** @type {Frames | null} */
    this.shown = null;
    /** @type {Picture | null} */
    this.figure = null;
    /** How much there is for the labels of each trace. @type {Room[]} */
    this.rooms = [];
    this.sizes = new ResizeObserver(() => {
      this.fitted = false;
      player.redraw();
    });
    this.sizes.observe(this.element);
    loaded.then(() => {
      this.plotly = window.Plotly;
      player.redraw();
    });
  }

  /** @param {"png" | "svg"} format */
  saveButton(format) {
    const made = button("", () => this.save(format));
    made.textContent = format.toUpperCase();
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

  /** @param {Sent.Figure} figure @param {Surroundings} surroundings */
  receive(figure, { saveAs, telling, name, shades, dark }) {
    this.sent = figure;
    this.telling = telling;
    this.name = name;
    this.ground = shades.ground[dark ? 1 : 0];
    this.recolor = recolored(shades, dark);
    this.grip.receive(figure);
    this.entitle();
    for (const save of this.saves) {
      const words = saveAs.replace("{format}", save.textContent ?? "");
      save.setAttribute("aria-label", words);
      save.title = words;
    }
    this.element.classList.toggle("handle", Boolean(figure.handle));
    this.fitted = false;
  }

  /** What is read out as it takes the focus has no numbers in its name: each that moves would have all
   * of it read again. They are in the name of what is around it. */
  entitle() {
    const { plot, element, isSlider } = this;
    if (!isSlider) element.removeAttribute("aria-label");
    if (isSlider || !plot.hasAttribute("aria-label"))
      plot.setAttribute("aria-label", this.sent.description);
  }

  /** Is it a handle that keys move? */
  get isSlider() {
    return Boolean(this.sent.handle?.bars);
  }

  /** Say what is drawn, with its numbers. @param {Frames} frames @param {number} row */
  tell(frames, row) {
    const told = tell(this.sent, this.telling, frames, row);
    const named = this.isSlider ? this.element : this.plot;
    if (named.getAttribute("aria-label") !== told) named.setAttribute("aria-label", told);
  }

  /** Let go of what plotly.js holds: the figure has left the page. */
  drop() {
    this.sizes.disconnect();
    this.plotly?.purge(this.plot);
    this.plotly = null;
  }

  /** Which of the two figures stands in a place, and how much larger, words and all. On a
   * projector it fills its place, whose height wall.js gives it.
   * @param {number} width */
  place(width) {
    const { height, narrowHeight, narrowBelow, lowest } = this.sent;
    if (!this.element.closest(".projected")) {
      const narrow = width < narrowBelow;
      const isLow = (narrow || this.isInHand) && !this.isBeside();
      const usual = isLow ? narrowHeight : height;
      return { narrow, scale: 1, height: Math.round(usual * this.growth()) };
    }
    const room = this.element.clientHeight;
    const wide = Math.min(room / lowest, width / narrowBelow);
    const least = this.element.closest(".hand") ? NARROWEST_HAND : NARROWEST;
    const small = Math.min(room / narrowHeight, width / least);
    const narrow = small > MUCH * wide;
    const scale = narrow ? small : wide;
    return { narrow, scale, height: room / scale };
  }

  /** How much taller than usual it is on a high screen: it takes the room that there is. */
  growth() {
    const usual = this.isOnWide() ? USUAL.wide : USUAL.narrow;
    return Math.max(1, Math.min(MOST_GROWTH, innerHeight / usual));
  }

  /** Is there room for one thing beside another? */
  isOnWide() {
    return Number(this.element.closest(".live")?.clientWidth) >= BESIDE;
  }

  /** Is it what the hand takes, above the figure that follows or beside it? */
  get isInHand() {
    return this.element.closest(".hand") !== null;
  }

  /** Does it stand beside others, the bars in the hand among them, and is as high as they are? */
  isBeside() {
    const hand = this.element.closest(".work")?.querySelector(".hand > figure");
    return Boolean(hand) && this.isOnWide();
  }

  /** Take the figure for the width there is, and its height before anything is drawn. */
  fit() {
    if (this.fitted) return;
    const width = this.element.clientWidth;
    if (width === 0) return; // not on the page, or hidden
    this.fitted = true;
    const { narrow, scale, height } = this.place(width);
    this.plot.style.width = scale === 1 ? "" : `${width / scale}px`;
    this.plot.style.height = `${height}px`;
    this.plot.style.transform = scale === 1 ? "" : `scale(${scale})`;
    this.plot.style.setProperty("--shape", `${width / scale} / ${height}`);
    // the first font alone: a long list of fallbacks costs plotly.js a tenth of its time
    const [font] = getComputedStyle(this.element).fontFamily.split(",");
    this.make(
      this.recolor(narrow ? this.sent.narrow : this.sent.wide),
      width / scale,
      height,
      font,
    );
  }

  /** Make the figure of this JSON and size; the one at hand is kept where it is the same.
   * @param {string} source @param {number} width @param {number} height @param {string} font */
  make(source, width, height, font) {
    const look = [width, height, font, source].join();
    if (look === this.look) return;
    this.look = look;
    this.drawn = false;
    /** @type {Picture} */
    const figure = JSON.parse(source);
    this.figure = figure;
    const { layout } = figure;
    Object.assign(layout, { width, height, font: { family: `${font}, sans-serif` } });
    this.rooms = figure.data.map((trace) => roomOf(trace, layout));
    // a finger that moves over a figure scrolls the page
    if (matchMedia("(pointer: coarse)").matches) layout.dragmode = false;
  }

  /** Is it to be made by plotly.js, which is there? */
  get isNew() {
    return Boolean(this.plotly) && !this.drawn;
  }

  /** @param {Frames} frames @param {number} row @param {Morph | null} morph */
  draw(frames, row, morph) {
    this.fit();
    if (!this.plotly || !this.figure) return;
    const { feeds } = this.sent;
    const isStill = feeds.every((feed) => frames.isStill(feed.array));
    if (this.drawn && isStill && this.shown === frames) return;
    this.shown = morph ? null : frames;
    const changes = this.changes(frames, row, morph);
    for (const { trace, attribute, value } of changes) {
      set(this.figure.data[trace], attribute, value);
    }
    if (!this.drawn || (changes.length > 0 && !move(this.plot, changes))) this.react();
    else this.moved ||= changes.length > 0;
  }

  /** What a position brings that is not fed yet.
   * @param {Frames} frames @param {number} row @param {Morph | null} morph */
  changes(frames, row, morph) {
    const data = this.figure?.data ?? [];
    return this.sent.feeds.flatMap((feed) => {
      const { trace, attribute } = feed;
      const value = fed(feed, frames.row(feed.array, row), this.rooms[trace], morph);
      return isSame(value, get(data[trace], attribute)) ? [] : [{ trace, attribute, value }];
    });
  }

  /** Have plotly.js draw all of it. */
  react() {
    if (!this.plotly || !this.figure) return;
    this.drawn = true;
    this.moved = false;
    // plotly.js writes a zoom into the layout it is given, and then would not know it for a zoom
    const layout = structuredClone(this.figure.layout);
    clear(this.plot);
    this.plotly.react(this.plot, this.figure.data, layout, CONFIG);
    for (const svg of this.plot.querySelectorAll(".main-svg")) {
      svg.setAttribute("viewBox", `0 0 ${layout.width} ${layout.height}`); // print.css gives its size
    }
    this.grip.listenForPicks();
  }
}

/** @param {Sent.Feed} feed @param {Values} values @param {Room} room
 * @param {Morph | null} morph */
function fed(feed, values, room, morph) {
  if (feed.asText) return labels(values, room);
  if (feed.lookup.length > 0) return Array.from(values, (index) => feed.lookup[index]);
  return morph ? morph.between(feed, values) : values;
}

/** @param {ArrayLike<unknown>} values @param {unknown} others */
function isSame(values, others) {
  const known = /** @type {ArrayLike<unknown> | undefined} */ (others);
  if (values.length !== known?.length) return false;
  for (let index = 0; index < values.length; index++) {
    if (!Object.is(values[index], known[index])) return false;
  }
  return true;
}
