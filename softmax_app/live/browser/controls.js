// The controls: native inputs in rows that are made once and then kept, so that focus stays.

import { button, element, label } from "./elements.js";
import { Slider } from "./slider.js";

/**
 * What the controls tell: arm, move and commit.
 * @typedef {{arm: (id: string) => void, move: (id: string, index: number) => void, commit: (id: string, value: string) => void, isBusy: () => boolean}} Listener
 */

export class ControlList {
  /** @param {HTMLElement} host @param {Listener} listener */
  constructor(host, listener) {
    this.host = host;
    this.listener = listener;
    /** @type {Map<string, Slider | ButtonRow>} */
    this.rows = new Map();
  }

  /** @param {any[]} specs @param {(id: string) => boolean} isPending */
  update(specs, isPending) {
    const focused = document.activeElement;
    const place = [...this.host.children].findIndex((row) => row.contains(focused));
    const wanted = new Map(specs.map((spec) => [spec.id, this.rows.get(spec.id)]));
    // drop first: then a row that stays is never moved, and a thumb in hand stays in the hand
    for (const [id, row] of this.rows) {
      if (wanted.has(id)) continue;
      row.element.remove();
      this.rows.delete(id);
    }
    for (const [index, spec] of specs.entries()) {
      const row =
        wanted.get(spec.id) ??
        (spec.buttons ? new ButtonRow(this.listener) : new Slider(spec, this.listener));
      row.update(spec, isPending);
      this.rows.set(spec.id, row);
      const there = this.host.children[index];
      if (there !== row.element) this.host.insertBefore(row.element, there ?? null);
    }
    if (place >= 0) this.keepFocus(/** @type {HTMLElement} */ (focused), place);
  }

  /** What had the focus may be gone or hidden: the row in its place takes over.
   * @param {HTMLElement} focused @param {number} place */
  keepFocus(focused, place) {
    if (focused.isConnected && !focused.hidden) return;
    const row = this.host.children[Math.min(place, this.host.children.length - 1)];
    const heir = row.querySelector("button:not([hidden]), .range");
    if (heir instanceof HTMLElement) heir.focus();
  }

  /** @param {string} id @returns {Slider | undefined} */
  get(id) {
    const row = this.rows.get(id);
    return row instanceof Slider ? row : undefined;
  }

  /** @returns {Slider[]} */
  sliders() {
    return [...this.rows.values()].filter((row) => row instanceof Slider);
  }
}

class ButtonRow {
  /** @param {Listener} listener */
  constructor(listener) {
    this.listener = listener;
    this.element = element("div", "buttons");
    this.element.setAttribute("role", "group");
    this.heading = element("span", "heading");
    this.error = element("p", "error");
    this.error.setAttribute("role", "alert");
    /** @type {HTMLElement[]} */
    this.buttons = [];
  }

  /** @param {any} spec */
  update(spec) {
    this.heading.textContent = spec.heading;
    this.heading.hidden = !spec.heading;
    if (spec.heading) this.element.setAttribute("aria-label", spec.heading);
    this.error.textContent = spec.error;
    if (this.buttons.length === 0) {
      this.buttons = spec.buttons.map((/** @type {any} */ one) => button(one.id, this.listener));
      this.element.append(this.heading, ...this.buttons, this.error);
    }
    for (const [index, one] of spec.buttons.entries()) {
      label(this.buttons[index], one);
      if (one.chosen !== null) this.buttons[index].setAttribute("aria-pressed", String(one.chosen));
    }
  }
}
