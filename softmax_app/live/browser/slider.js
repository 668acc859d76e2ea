// A slider with its number field, and where it has one the name of its class.

import { full } from "./digits.js";
import { button, element, input, label } from "./elements.js";
import { NumberField } from "./field.js";
import { glide } from "./glide.js";
import { Playback } from "./playback.js";
import { grouped } from "./thousands.js";
import { Thumb } from "./thumb.js";

/** @import * as Sent from "./messages" */
/** @import { Listener } from "./controls.js" */

export class Slider {
  /** @param {Sent.Slider} spec @param {Listener} listener */
  constructor(spec, listener) {
    this.spec = spec;
    this.listener = listener;
    this.element = element("div", "slider");
    this.element.dataset.control = spec.id;
    this.thumb = new Thumb(spec, listener);
    this.thumb.onmove = (value) => this.readout(value);
    this.playback = spec.play ? new Playback(this.thumb) : null;
    this.thumb.playback = this.playback;
    this.title = spec.name ? input("text", "name") : element("label", "title");
    this.field = new NumberField(spec.value, (text) => listener.commit(spec.id, text));
    this.remove = spec.name ? button("", () => this.pressRemove()) : null;
    this.marks = element("div", "marks");
    this.error = element("p", "error");
    this.error.setAttribute("role", "alert");
    this.error.id = `error-${spec.id}`;
    this.field.element.setAttribute("aria-describedby", this.error.id);
    if (spec.color) this.element.style.setProperty("--accent", `var(--${spec.color})`);
    const track = element("div", "track");
    track.append(this.thumb.range, this.marks);
    this.element.append(
      this.title,
      this.field.element,
      ...(this.remove ? [this.remove] : []),
      track,
      ...(this.playback ? [this.playback.element] : []),
      this.error,
    );
    this.listen();
  }

  listen() {
    const { title } = this;
    if (title instanceof HTMLInputElement) {
      title.onchange = () => {
        if (this.spec.name) this.listener.commit(this.spec.name.id, title.value);
      };
    }
  }

  pressRemove() {
    if (this.spec.remove) this.listener.press(this.spec.remove);
  }

  /** Stand at a value that another control has brought about. @param {number} value */
  stand(value) {
    if (this.field.number === value || this.field.typing || this.spec.error) return;
    this.thumb.stand(value);
    this.readout(value);
  }

  /** Say whether dragging now needs nothing from the server. @param {boolean} ready */
  setReady(ready) {
    this.thumb.ready = ready;
    this.element.toggleAttribute("data-ready", ready);
  }

  /** @param {number} value */
  readout(value) {
    this.field.show(value);
    this.thumb.speak(value);
  }

  /** @param {Sent.Slider} spec @param {(id: string) => boolean} isPending */
  update(spec, isPending) {
    this.spec = spec;
    this.thumb.update(spec, isPending);
    this.element.classList.toggle("beyond", spec.beyond);
    this.field.settled = spec.value;
    this.field.element.step = evenStep(spec.grid);
    this.field.element.setAttribute("aria-label", spec.label);
    this.error.textContent = spec.error;
    this.field.element.setAttribute("aria-invalid", String(Boolean(spec.error)));
    // what was typed and refused stays, for mending; what is being typed stays as well
    const keeps = isPending(spec.id) || spec.error || this.field.typing;
    if (!keeps) this.field.show(spec.value);
    this.entitle(spec, isPending);
    if (this.remove) {
      this.remove.hidden = !spec.remove;
      if (spec.remove) label(this.remove, spec.remove);
    }
    if (spec.play) this.playback?.update(spec.play);
    this.mark(spec);
  }

  /** @param {Sent.Slider} spec @param {(id: string) => boolean} isPending */
  entitle({ label, name }, isPending) {
    const { title } = this;
    if (!name || !(title instanceof HTMLInputElement)) {
      title.textContent = label;
      return;
    }
    title.placeholder = name.placeholder;
    title.maxLength = name.longest;
    title.setAttribute("aria-label", name.description);
    if (!isPending(name.id) && document.activeElement !== title) title.value = name.value;
  }

  /** @param {Sent.Slider} spec */
  mark(spec) {
    const source = JSON.stringify(spec.marks);
    if (this.marks.dataset.source === source) return;
    this.marks.dataset.source = source;
    const ticks = spec.marks.map(([index, value]) => {
      const tick = element("span", "mark");
      tick.style.setProperty("--at", String(index / (spec.grid.length - 1)));
      tick.textContent = grouped(full(value));
      tick.onpointerenter = () => this.listener.arm(spec.id);
      tick.onclick = () => glide(this.thumb, index);
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
