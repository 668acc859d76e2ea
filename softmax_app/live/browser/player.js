// Holds the sweeps, hears the hand, and draws the position it is at.

import { ControlList } from "./controls.js";
import { FigureView } from "./figure.js";
import { Frames } from "./frames.js";
import { Keys } from "./keys.js";
import { Markup } from "./markup.js";
import { isDark, keep, loadOnce, paintShades } from "./page.js";

const RETRY = 3000; // ms after which what is not acknowledged is reported again
const PATIENCE = 60; // ms that a figure below may lag behind a moving hand
const PLACES = ["lead", "stage", "below"];

/** A part of the lesson: its words, its controls beside its pictures, and what follows. */
class Part {
  /** @param {Player} player */
  constructor(player) {
    this.element = document.createElement("section");
    this.element.className = "part";
    this.element.innerHTML =
      '<div class="lead"></div>' +
      '<div class="work"><div class="stage"></div><div class="controls"></div></div>' +
      '<div class="below"></div>';
    this.controls = new ControlList(this.host("controls"), player);
  }

  /** @param {string} place @returns {HTMLElement} */
  host(place) {
    return /** @type {HTMLElement} */ (this.element.querySelector(`.${place}`));
  }
}

/** Have exactly these nodes in a host, moving none that stands right.
 * @param {HTMLElement} host @param {HTMLElement[]} nodes */
function fillHost(host, nodes) {
  for (const [index, node] of nodes.entries()) {
    if (host.children[index] !== node) host.insertBefore(node, host.children[index] ?? null);
  }
  while (host.children.length > nodes.length) host.lastElementChild?.remove();
}

export class Player {
  /** @param {HTMLElement} parent @param {URL} base */
  constructor(parent, base) {
    this.base = base;
    /** @type {any} */
    this.latest = null;
    /** @type {(hand: any) => void} */
    this.report = () => {};
    this.root = document.createElement("div");
    this.root.className = "live";
    parent.replaceChildren(this.root);
    /** By what they are, in their order. @type {Map<string, Part>} */
    this.parts = new Map();
    /** @type {Map<string, FigureView | Markup>} */
    this.panels = new Map();
    /** Sweeps that have arrived, by the control they belong to. @type {Map<string, {key: string, frames: Frames}>} */
    this.sweeps = new Map();
    /** What was done and is not acknowledged yet. @type {[number, string, string][]} */
    this.pending = [];
    this.counter = 0;
    this.reports = 0;
    this.waiting = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.retry = undefined;
    this.armed = "";
    /** Where a control in hand stands, until Python has its value. @type {{id: string, index: number} | null} */
    this.position = null;
    /** @type {Frames | null} */
    this.now = null;
    /** @type {{frames: Frames, row: number} | null} */
    this.drawn = null;
    this.frameRequested = false;
    this.fresh = false;
    /** Keys that wait for the answer to the one before. @type {string[]} */
    this.queue = [];
    this.keys = new Keys(this.root, (event) => {
      this.queue.push(event);
      this.advance();
    });
  }

  /** The slider of this id, whichever part it stands in. @param {string} id */
  slider(id) {
    return [...this.parts.values()].map((part) => part.controls.get(id)).find((slider) => slider);
  }

  /** @param {any} data */
  receive(data) {
    document.documentElement.lang = data.language === "zh" ? "zh-Hans" : data.language;
    this.counter = Math.max(this.counter, data.acknowledged);
    this.waiting = false;
    this.pending = this.pending.filter(([number]) => number > data.acknowledged);
    this.now = new Frames(data.now);
    if (data.sweep) {
      this.sweeps.set(data.sweep.id, {
        key: data.sweep.key,
        frames: new Frames(data.sweep.frames),
      });
    }
    keep(data.cookie, this.base);
    this.keys.events = data.keys;
    this.root.classList.toggle("projected", data.view !== "page");
    this.dark = data.view === "page" ? isDark(this.root) : data.view === "dark";
    paintShades(this.root, data.shades, this.dark);
    this.arrange(data);
    this.settle();
    this.advance();
    for (const id of this.sweeps.keys()) this.slider(id)?.setReady(this.playable(id));
    this.show();
  }

  /** Keep the parts and panels that are still there, make the new ones, drop the others.
   * @param {any} data */
  arrange(data) {
    const known = this.parts;
    this.parts = new Map();
    const wanted = new Map();
    let figures = 0;
    for (const spec of data.parts) {
      // a lesson's own parts stay what they are when a question comes before them
      const alike = data.parts.slice(0, data.parts.indexOf(spec));
      const place = alike.filter((/** @type {any} */ one) => one.css === spec.css).length;
      const name = `${spec.css}${place}`;
      const part = known.get(name) ?? new Part(this);
      this.parts.set(name, part);
      part.controls.update(spec.controls, (id) => this.isPending(id));
      part.element.className = `part ${spec.css}${spec.controls.length === 0 ? " still" : ""}`;
      for (const place of PLACES) {
        const nodes = spec[place].map((/** @type {any} */ panel, /** @type {number} */ index) => {
          const key = `${name}.${place}.${index}.${panel.figure ? "figure" : "markup"}`;
          const view = this.panels.get(key) ?? this.makePanel(panel, data.assets);
          if (panel.figure) figures += 1;
          const file = `softmax-${data.lesson}-${figures}`;
          view.receive(
            { ...panel, name: file, saveAs: data.saveAs },
            data.shades,
            this.dark ?? false,
          );
          wanted.set(key, view);
          return view.element;
        });
        fillHost(part.host(place), nodes);
      }
    }
    fillHost(
      this.root,
      [...this.parts.values()].map((part) => part.element),
    );
    for (const [key, view] of this.panels) {
      if (!wanted.has(key) && view instanceof FigureView) view.drop();
    }
    this.panels = wanted;
  }

  /** @param {any} panel @param {any} assets */
  makePanel(panel, assets) {
    if (!panel.figure) return new Markup();
    const plotly = loadOnce("script", new URL(assets.plotly, this.base));
    return new FigureView(plotly, this);
  }

  // What the hand does ---------------------------------------------------------------------

  /** A control is pointed at, focused or grabbed: have its sweep ready. @param {string} id */
  arm(id) {
    if (this.armed === id && this.waiting) return; // asked for already
    this.armed = id;
    if (!this.playable(id)) this.tell();
  }

  /** A control stands at another position. @param {string} id @param {number} index */
  move(id, index) {
    this.position = { id, index };
    if (this.armed !== id || !this.playable(id)) this.arm(id);
    this.show();
  }

  /** Something was set: Python is to know. @param {string} id @param {string} value */
  commit(id, value) {
    this.pending = this.pending.filter(([, other]) => other !== id || value === "");
    this.pending.push([++this.counter, id, value]);
    this.tell();
  }

  /** One key after the other: the page that answers the last one may be another page. */
  advance() {
    if (this.pending.length > 0) return;
    const event = this.queue.shift();
    if (event) this.commit(event, "");
  }

  /** Is a class being removed, so that the rows are about to stand for others? */
  isBusy() {
    return this.pending.some(([, id]) => id.startsWith("remove."));
  }

  /** Report to Python. Each report differs from the one before, or Streamlit would not call back;
   * what was done is reported again until it is acknowledged, lest a lost line lose it. */
  tell() {
    const have = this.sweeps.get(this.armed)?.key ?? "";
    this.waiting = true;
    this.reports += 1;
    this.report({ number: this.reports, armed: this.armed, have, events: this.pending });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      if (this.root.isConnected && this.pending.length > 0) this.tell();
    }, RETRY);
  }

  /** @param {string} id */
  isPending(id) {
    return Boolean(this.slider(id)?.held) || this.pending.some(([, other]) => other === id);
  }

  /** Is the sweep at hand true of everything else as it now is? @param {string} id */
  playable(id) {
    const others = this.pending.some(([, other]) => other !== id);
    const key = this.slider(id)?.spec.key;
    return !others && key !== undefined && this.sweeps.get(id)?.key === key;
  }

  /** Let go of a position that Python has taken over; ask for what the control in hand lacks. */
  settle() {
    if (!this.position) return;
    const { id } = this.position;
    if (!this.slider(id) || !this.isPending(id)) this.position = null;
    else if (this.pending.length === 0 && !this.playable(id)) this.arm(id);
  }

  // What is seen ---------------------------------------------------------------------------

  /** Draw the position in hand; while its sweep is on the way, what is drawn stays. */
  show() {
    const position = this.position;
    const sweep = position && this.playable(position.id) && this.sweeps.get(position.id);
    if (position && sweep) this.drawn = { frames: sweep.frames, row: position.index };
    else if (!position || !this.drawn || !this.now?.isLike(this.drawn.frames)) {
      this.drawn = this.now && { frames: this.now, row: 0 };
    }
    this.redraw();
  }

  /** Sliders that another one moves along stand where it has moved them.
   * @param {Frames} frames @param {number} row */
  follow(frames, row) {
    for (const part of this.parts.values()) {
      for (const slider of part.controls.sliders()) {
        const { follows, id } = slider.spec;
        if (!follows || !frames.has(follows[0]) || this.isPending(id)) continue;
        slider.stand(frames.row(follows[0], row)[follows[1]]);
      }
    }
  }

  redraw() {
    this.fresh = true;
    this.requestFrame();
  }

  requestFrame() {
    if (this.frameRequested) return;
    this.frameRequested = true;
    requestAnimationFrame((time) => this.paint(time));
  }

  /** Draw the stage at once. Figures below wait for a frame with nothing new in it, so that they
   * do not slow the picture under the hand, but not for long. @param {number} time */
  paint(time) {
    this.frameRequested = false;
    if (!this.drawn) return;
    const { frames, row } = this.drawn;
    const { fresh } = this;
    this.fresh = false;
    if (fresh) this.follow(frames, row);
    for (const [key, panel] of this.panels) {
      if (fresh) panel.stale ??= time;
      if (panel.stale === null) continue;
      const canWait = key.includes(".below.") && panel instanceof FigureView;
      if (canWait && fresh && time - panel.stale < PATIENCE) {
        this.requestFrame();
        continue;
      }
      panel.stale = null;
      panel.draw(frames, row);
    }
  }
}
