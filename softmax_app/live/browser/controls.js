// The controls: native inputs in rows that are made once and then kept, so that focus stays.

import { button, element, label } from "./elements.js";
import { Slider } from "./slider.js";

/** @import * as Sent from "./messages" */

/**
 * What the controls tell: a slider is armed, moved and committed, a button pressed.
 * @typedef {object} Listener
 * @property {(id: string) => void} arm
 * @property {(id: string, index: number, leaps: boolean) => void} move
 * @property {(id: string, value: string) => void} commit
 * @property {(button: Sent.Button) => void} press
 * @property {() => boolean} isBusy
 */

export class ControlList {
  /** @param {HTMLElement} host @param {Listener} listener */
  constructor(host, listener) {
    this.host = host;
    this.listener = listener;
    /** @type {Map<string, Slider | ButtonRow>} */
    this.rows = new Map();
  }

  /** @param {Sent.Control[]} specs @param {(id: string) => boolean} isPending */
  update(specs, isPending) {
    const focused = document.activeElement;
    const place = [...this.host.children].findIndex((row) => row.contains(focused));
    const wanted = new Set(specs.map((spec) => spec.id));
    // drop first: then a row that stays is never moved, and a thumb in hand stays in the hand
    for (const [id, row] of this.rows) {
      if (wanted.has(id)) continue;
      row.element.remove();
      this.rows.delete(id);
    }
    for (const [index, spec] of specs.entries()) {
      const row = this.row(spec, isPending);
      const there = this.host.children[index];
      if (there !== row.element) this.host.insertBefore(row.element, there ?? null);
    }
    if (place >= 0) this.keepFocus(/** @type {HTMLElement} */ (focused), place);
  }

  /** The row of a control as it now is: kept, or made.
   * @param {Sent.Control} spec @param {(id: string) => boolean} isPending */
  row(spec, isPending) {
    const known = this.rows.get(spec.id);
    if (spec.buttons) {
      const row = known instanceof ButtonRow ? known : new ButtonRow(spec, this.listener);
      row.update(spec);
      this.rows.set(spec.id, row);
      return row;
    }
    const row = known instanceof Slider ? known : new Slider(spec, this.listener);
    row.update(spec, isPending);
    this.rows.set(spec.id, row);
    return row;
  }

  /** What had the focus may be gone or hidden: the row in its place takes over.
   * @param {HTMLElement} focused @param {number} place */
  keepFocus(focused, place) {
    if (focused.isConnected && !focused.hidden) return;
    const rows = [...this.host.children];
    const row = rows[place] ?? rows.at(-1); // a question may have none
    const heir = row?.querySelector("button:not([hidden]), .range");
    if (heir instanceof HTMLElement) heir.focus();
  }

  /** @returns {Slider[]} */
  sliders() {
    return [...this.rows.values()].filter((row) => row instanceof Slider);
  }
}

class ButtonRow {
  /** @param {Sent.ButtonRow} spec @param {Listener} listener */
  constructor(spec, listener) {
    this.element = element("div", `buttons ${spec.kind}`);
    this.element.setAttribute("role", "group");
    this.heading = element("span", "heading");
    this.error = element("p", "error");
    this.error.setAttribute("role", "alert");
    this.buttons = spec.buttons.map((one) => button("", () => listener.press(one)));
    this.element.append(this.heading, ...this.buttons, this.error);
  }

  /** @param {Sent.ButtonRow} spec */
  update(spec) {
    this.heading.textContent = spec.heading;
    this.heading.hidden = !spec.heading;
    if (spec.heading) this.element.setAttribute("aria-label", spec.heading);
    this.error.textContent = spec.error;
    for (const [index, one] of spec.buttons.entries()) {
      label(this.buttons[index], one);
      if (one.chosen !== null) this.buttons[index].setAttribute("aria-pressed", String(one.chosen));
    }
  }
}
