// A slider with its number field, and where it has one the name of its class.

import { button, element, input, label } from "./elements.js";
import { Playback } from "./playback.js";
import { full } from "./numbers.js";

/** @typedef {import("./controls.js").Listener} Listener */

const REST = 250; // ms without a key press after which a keyboard move counts as made
const HOVER = 60; // ms a pointer stays before it counts as pointing

export class Slider {
  /** @param {any} spec @param {Listener} listener */
  constructor(spec, listener) {
    this.spec = spec;
    this.listener = listener;
    this.held = false;
    this.byPointer = false;
    this.typing = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.element = element("div", "slider");
    this.element.dataset.control = spec.id;
    this.title = spec.name ? input("text", "name") : element("label", "title");
    this.range = input("range", "range");
    this.field = input("number", "field");
    this.field.step = "any";
    this.remove = spec.name ? button(`remove.${spec.id.split(".")[1]}`, listener) : null;
    this.marks = element("div", "marks");
    this.error = element("p", "error");
    this.error.setAttribute("role", "alert");
    this.error.id = `error-${spec.id}`;
    this.field.setAttribute("aria-describedby", this.error.id);
    if (spec.color) this.element.style.setProperty("--accent", `var(--${spec.color})`);
    const track = element("div", "track");
    track.append(this.range, this.marks);
    this.playback = spec.play ? new Playback(this) : null;
    this.element.append(
      this.title,
      this.field,
      ...(this.remove ? [this.remove] : []),
      track,
      ...(this.playback ? [this.playback.element] : []),
      this.error,
    );
    this.listen();
  }

  listen() {
    const { id } = this.spec;
    this.range.oninput = () => this.move(Number(this.range.value));
    this.range.onchange = () => this.rest();
    this.range.onpointerdown = (event) => {
      this.playback?.stop();
      if (this.listener.isBusy()) event.preventDefault();
      else this.grab();
    };
    this.range.onkeydown = () => {
      this.byPointer = false;
    };
    this.range.onpointerup = this.range.onpointercancel = () => {
      // a press that moved nothing has no change event: let go of it here
      setTimeout(() => {
        if (this.byPointer && this.timer === undefined) this.held = false;
      });
    };
    this.range.onfocus = () => this.listener.arm(id);
    this.range.onblur = () => {
      if (this.timer !== undefined) this.commit();
    };
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let hovering;
    this.range.onpointerenter = (event) => {
      if (event.pointerType === "mouse") hovering = setTimeout(() => this.listener.arm(id), HOVER);
    };
    this.range.onpointerleave = () => clearTimeout(hovering);
    this.field.oninput = () => {
      this.typing = true;
    };
    this.field.onchange = () => {
      this.typing = false;
      // what is no number at all is kept from us by the browser: it comes as nothing
      this.listener.commit(id, this.field.value);
    };
    this.field.onblur = () => {
      // typed and taken back: there is no change to hear of
      if (this.typing) this.field.value = String(this.spec.value);
      this.typing = false;
    };
    if (this.title instanceof HTMLInputElement) {
      const name = this.title;
      name.onchange = () => this.listener.commit(this.spec.name.id, name.value);
    }
  }

  /** Another hand than the thumb's takes it: one on a figure. */
  grab() {
    if (this.listener.isBusy()) return;
    this.byPointer = true;
    this.held = true;
    this.listener.arm(this.spec.id);
  }

  /** @param {number} value */
  moveTo(value) {
    if (!this.held) return;
    const index = this.nearest(value);
    this.range.value = String(index);
    this.move(index);
  }

  /** Stand at a value that another control has brought about. @param {number} value */
  stand(value) {
    if (this.field.value === String(value) || this.typing || this.spec.error) return;
    this.range.value = String(this.nearest(value));
    this.readout(value);
  }

  /** Where the thumb stands. */
  get index() {
    return Number(this.range.value);
  }

  /** Go to a position without a hand on the thumb, and stay there. @param {number} index */
  jump(index) {
    this.range.value = String(index);
    this.byPointer = false;
    this.move(this.index);
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

  /** Say whether dragging now needs nothing from the server. @param {boolean} ready */
  setReady(ready) {
    this.element.toggleAttribute("data-ready", ready);
  }

  /** @param {number} index */
  move(index) {
    if (this.listener.isBusy()) {
      this.range.value = String(this.spec.index);
      return;
    }
    this.held = true;
    this.readout(this.spec.grid[index]);
    this.listener.move(this.spec.id, index);
  }

  /** A mouse or finger let go, or a key was pressed: keys may follow one another. */
  rest() {
    if (!this.held) return; // refused, while a class was being removed
    clearTimeout(this.timer);
    if (this.byPointer) this.commit();
    else this.timer = setTimeout(() => this.commit(), REST);
  }

  commit() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.held = false;
    this.listener.commit(this.spec.id, String(this.spec.grid[Number(this.range.value)]));
  }

  /** @param {number} value */
  readout(value) {
    this.field.value = String(value);
    this.range.setAttribute("aria-valuetext", full(value));
  }

  /** @param {any} spec @param {(id: string) => boolean} isPending */
  update(spec, isPending) {
    this.spec = spec;
    this.element.classList.toggle("beyond", spec.beyond);
    this.range.max = String(spec.grid.length - 1);
    this.field.step = evenStep(spec.grid);
    this.range.setAttribute("aria-label", spec.label);
    this.field.setAttribute("aria-label", spec.label);
    this.error.textContent = spec.error;
    this.field.setAttribute("aria-invalid", String(Boolean(spec.error)));
    if (!isPending(spec.id)) {
      this.range.value = String(spec.index);
      this.range.setAttribute("aria-valuetext", full(spec.value));
      // what was typed and refused stays, for mending; what is being typed stays as well
      if (!spec.error && !this.typing) this.field.value = String(spec.value);
    }
    if (this.title instanceof HTMLInputElement) this.rename(this.title, spec.name, isPending);
    else this.title.textContent = spec.label;
    if (this.remove) {
      this.remove.hidden = !spec.remove;
      if (spec.remove) label(this.remove, spec.remove);
    }
    this.playback?.update(spec.play);
    this.mark(spec);
  }

  /** @param {HTMLInputElement} field @param {any} name @param {(id: string) => boolean} isPending */
  rename(field, name, isPending) {
    field.placeholder = name.placeholder;
    field.maxLength = name.longest;
    field.setAttribute("aria-label", name.description);
    if (!isPending(name.id) && document.activeElement !== field) field.value = name.value;
  }

  /** @param {any} spec */
  mark(spec) {
    const source = JSON.stringify(spec.marks);
    if (this.marks.dataset.source === source) return;
    this.marks.dataset.source = source;
    const ticks = spec.marks.map((/** @type {[number, number]} */ [index, value]) => {
      const tick = element("span", "mark");
      tick.style.setProperty("--at", String(index / (spec.grid.length - 1)));
      tick.textContent = full(value);
      return tick;
    });
    this.marks.replaceChildren(...ticks);
  }
}

/** The step of a grid whose positions are evenly spaced, for the arrows of a number field.
 * @param {number[]} grid */
function evenStep(grid) {
  const mean = (grid[grid.length - 1] - grid[0]) / (grid.length - 1);
  const even = Math.abs(grid[1] - grid[0] - mean) < 1e-6 * mean;
  return even ? String(Number(mean.toPrecision(6))) : "any";
}
