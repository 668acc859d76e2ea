// Holds the sweeps, hears the hand, and says which position is to be drawn.

import { Frames } from "./frames.js";
import { Keys } from "./keys.js";
import { isDark, keep, paintShades } from "./page.js";
import { Painter } from "./painter.js";
import { PartList } from "./parts.js";
import { Reports } from "./reports.js";

/** @import { Button, Message } from "./messages" */

export class Player {
  /** @param {HTMLElement} parent @param {URL} base */
  constructor(parent, base) {
    this.base = base;
    /** @type {Message | null} */
    this.latest = null;
    this.root = document.createElement("div");
    this.root.className = "live";
    parent.replaceChildren(this.root);
    this.parts = new PartList(this.root, this);
    this.painter = new Painter(this.parts, (id) => this.isPending(id));
    this.reports = new Reports(this.root, () => this.inHand());
    /** Sweeps that have arrived, by the control they belong to. @type {Map<string, {key: string, frames: Frames}>} */
    this.sweeps = new Map();
    this.armed = "";
    /** Where a control in hand stands, until Python has its value. @type {{id: string, index: number} | null} */
    this.position = null;
    /** @type {Frames | null} */
    this.now = null;
    /** Keys that wait for the answer to the one before. @type {string[]} */
    this.queue = [];
    this.keys = new Keys(this.root, (event) => {
      this.queue.push(event);
      this.advance();
    });
  }

  /** The slider of this id, whichever part it stands in. @param {string} id */
  slider(id) {
    return this.parts.sliders().find((slider) => slider.spec.id === id);
  }

  /** @param {Message} message */
  receive(message) {
    const { language, view } = message;
    document.documentElement.lang = language === "zh" ? "zh-Hans" : language;
    this.reports.hear(message.acknowledged);
    this.now = new Frames(message.now);
    if (message.sweep) {
      const { id, key, frames } = message.sweep;
      this.sweeps.set(id, { key, frames: new Frames(frames) });
    }
    keep(message.cookie, this.base);
    this.keys.events = message.keys;
    this.root.classList.toggle("projected", view !== "page");
    const dark = view === "page" ? isDark(this.root) : view === "dark";
    paintShades(this.root, message.shades, dark);
    this.parts.update(message, dark);
    this.settle();
    this.advance();
    for (const id of this.sweeps.keys()) this.slider(id)?.setReady(this.playable(id));
    this.show();
  }

  // What the hand does ---------------------------------------------------------------------

  /** A control is pointed at, focused or grabbed: have its sweep ready. @param {string} id */
  arm(id) {
    if (this.armed === id && this.reports.waiting) return; // asked for already
    this.armed = id;
    if (!this.playable(id)) this.reports.tell();
  }

  /** A control stands at another position. @param {string} id @param {number} index */
  move(id, index) {
    this.position = { id, index };
    if (this.armed !== id || !this.playable(id)) this.arm(id);
    this.show();
  }

  /** Something was set: Python is to know. @param {string} id @param {string} value */
  commit(id, value) {
    this.reports.add(id, value, false);
  }

  /** @param {Button} button */
  press({ id, reorders }) {
    this.reports.add(id, "", reorders);
  }

  /** One key after the other: the page that answers the last one may be another page. */
  advance() {
    if (!this.reports.isEmpty) return;
    const event = this.queue.shift();
    if (event) this.commit(event, "");
  }

  /** Are the rows about to stand for others, as when a class is being removed? */
  isBusy() {
    return this.reports.isReordering;
  }

  /** What a report says beside what was done: which sweep is wanted, and which is at hand. */
  inHand() {
    return { armed: this.armed, have: this.sweeps.get(this.armed)?.key ?? "" };
  }

  /** @param {string} id */
  isPending(id) {
    return Boolean(this.slider(id)?.thumb.held) || this.reports.has(id);
  }

  /** Is the sweep at hand true of everything else as it now is? @param {string} id */
  playable(id) {
    const key = this.slider(id)?.spec.key;
    return !this.reports.hasOther(id) && key !== undefined && this.sweeps.get(id)?.key === key;
  }

  /** Let go of a position that Python has taken over; ask for what the control in hand lacks. */
  settle() {
    if (!this.position) return;
    const { id } = this.position;
    if (!this.slider(id) || !this.isPending(id)) this.position = null;
    else if (this.reports.isEmpty && !this.playable(id)) this.arm(id);
  }

  // What is seen ---------------------------------------------------------------------------

  /** Draw the position in hand; while its sweep is on the way, what is drawn stays. */
  show() {
    const { painter, position } = this;
    const sweep = position && this.playable(position.id) && this.sweeps.get(position.id);
    if (position && sweep) painter.drawn = { frames: sweep.frames, row: position.index };
    else if (!position || !painter.drawn || !this.now?.isLike(painter.drawn.frames)) {
      painter.drawn = this.now && { frames: this.now, row: 0 };
    }
    painter.redraw();
  }

  redraw() {
    this.painter.redraw();
  }
}
