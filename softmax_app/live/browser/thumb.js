// The thumb of a slider: the hands that move it along its grid, and when a move counts as made.

import { full } from "./digits.js";
import { input } from "./elements.js";

/** @import * as Sent from "./messages" */
/** @import { Listener } from "./controls.js" */
/** @import { Playback } from "./playback.js" */

const REST = 250; // ms without a key press after which a keyboard move counts as made
const HOVER = 60; // ms a pointer stays before it counts as pointing

export class Thumb {
  /** @param {Sent.Slider} spec @param {Listener} listener */
  constructor(spec, listener) {
    this.spec = spec;
    this.listener = listener;
    this.range = input("range", "range");
    this.held = false;
    this.byPointer = false;
    /** Does dragging now need nothing from the server? */
    this.ready = false;
    /** @type {Playback | null} */
    this.playback = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** By which it goes somewhere without a hand. @type {object | null} */
    this.walk = null;
    /** Called with the value at which it then stands. @type {(value: number) => void} */
    this.onmove = () => {};
    this.listen();
    this.hover();
  }

  listen() {
    this.range.oninput = () => this.move(this.index);
    this.range.onchange = () => this.rest();
    this.range.onpointerdown = (event) => {
      this.playback?.stop();
      if (this.listener.isBusy()) event.preventDefault();
      else this.grab();
    };
    this.range.onkeydown = () => {
      this.walk = null;
      this.byPointer = false;
    };
    this.range.onpointerup = this.range.onpointercancel = () => {
      // a press that moved nothing has no change event: let go of it here
      setTimeout(() => {
        if (this.byPointer && this.timer === undefined) this.held = false;
      });
    };
    this.range.onfocus = () => this.listener.arm(this.spec.id);
    this.range.onblur = () => this.settle();
  }

  /** A move by keys counts as made, without another key being waited for. */
  settle() {
    if (this.timer !== undefined) this.commit();
  }

  /** Pointing arms it, once the pointer stays. */
  hover() {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let hovering;
    this.range.onpointerenter = (event) => {
      if (event.pointerType !== "mouse") return;
      hovering = setTimeout(() => this.listener.arm(this.spec.id), HOVER);
    };
    this.range.onpointerleave = () => clearTimeout(hovering);
  }

  /** Where it stands. */
  get index() {
    return Number(this.range.value);
  }

  /** The value at which it stands. */
  get value() {
    return this.spec.grid[this.index];
  }

  /** Another hand than the thumb's takes it: one on a figure. */
  grab() {
    this.walk = null;
    if (this.listener.isBusy()) return;
    this.byPointer = true;
    this.held = true;
    this.listener.arm(this.spec.id);
  }

  /** @param {number} value */
  moveTo(value) {
    if (!this.held) return;
    this.stand(value);
    this.move(this.index);
  }

  /** Stand at a value without a hand. @param {number} value */
  stand(value) {
    this.range.value = String(this.nearest(value));
  }

  /** Go to a position without a hand on the thumb, and stay there. @param {number} index */
  jump(index) {
    this.walk = null;
    this.range.value = String(index);
    this.byPointer = false;
    this.move(this.index, true);
    this.rest();
  }

  /** The position that comes closest to a value. @param {number} value */
  nearest(value) {
    const { grid } = this.spec;
    let nearest = 0;
    for (const [index, one] of grid.entries()) {
      if (Math.abs(one - value) < Math.abs(grid[nearest] - value)) nearest = index;
    }
    return nearest;
  }

  /** @param {number} index @param {boolean} leaps */
  move(index, leaps = false) {
    if (this.listener.isBusy()) {
      this.range.value = String(this.spec.index);
      return;
    }
    this.held = true;
    this.onmove(this.spec.grid[index]);
    this.listener.move(this.spec.id, index, leaps);
  }

  /** A mouse or finger let go, or a key was pressed: keys may follow one another. */
  rest() {
    if (!this.held) return; // refused, while the rows were about to stand for others
    clearTimeout(this.timer);
    if (this.byPointer) this.commit();
    else this.timer = setTimeout(() => this.commit(), REST);
  }

  commit() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.held = false;
    this.listener.commit(this.spec.id, String(this.value));
  }

  /** Say at which value it stands. @param {number} value */
  speak(value) {
    this.range.setAttribute("aria-valuetext", full(value));
  }

  /** @param {Sent.Slider} spec @param {(id: string) => boolean} isPending */
  update(spec, isPending) {
    this.spec = spec;
    this.range.max = String(spec.grid.length - 1);
    this.range.setAttribute("aria-label", spec.label);
    if (isPending(spec.id)) return;
    this.range.value = String(spec.index);
    this.speak(spec.value);
  }
}
