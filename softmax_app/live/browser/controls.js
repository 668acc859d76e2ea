// The controls: native inputs in rows that are made once and then kept, so that focus stays.

import { full } from "./numbers.js";

/**
 * What the controls tell: arm, move and commit.
 * @typedef {{arm: (id: string) => void, move: (id: string, index: number) => void, commit: (id: string, value: string) => void}} Listener
 */

const REST = 250; // ms without a key press after which a keyboard move counts as made
const HOVER = 60; // ms a pointer stays before it counts as pointing

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
    const kept = new Map();
    for (const [index, spec] of specs.entries()) {
      const make = () => (spec.buttons ? new ButtonRow(this.listener) : new Slider(spec, this.listener));
      const row = this.rows.get(spec.id) ?? make();
      row.update(spec, isPending);
      kept.set(spec.id, row);
      const there = this.host.children[index];
      if (there !== row.element) this.host.insertBefore(row.element, there ?? null);
    }
    const focused = document.activeElement;
    const lost = focused && this.host.contains(focused);
    while (this.host.children.length > specs.length) this.host.lastElementChild?.remove();
    this.rows = kept;
    // a removed row takes the focus with it: leave it on the nearest control
    if (lost && !this.host.contains(focused)) {
      /** @type {HTMLElement | null} */ (this.host.lastElementChild?.querySelector("input, button"))?.focus();
    }
  }

  /** @param {string} id @returns {Slider | undefined} */
  get(id) {
    const row = this.rows.get(id);
    return row instanceof Slider ? row : undefined;
  }

  /** Is a slider in hand, so that nothing else may set it? @param {string} id */
  isHeld(id) {
    return this.get(id)?.held ?? false;
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
    for (const [index, one] of spec.buttons.entries()) label(this.buttons[index], one);
  }
}

class Slider {
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
    this.element.append(this.title, this.field, ...(this.remove ? [this.remove] : []), track, this.error);
    this.listen();
  }

  listen() {
    const { id } = this.spec;
    this.range.oninput = () => this.move(Number(this.range.value));
    this.range.onchange = () => this.rest();
    this.range.onpointerdown = () => {
      this.byPointer = true;
      this.held = true;
      this.listener.arm(id);
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
      this.listener.commit(id, this.field.value);
    };
    if (this.title instanceof HTMLInputElement) {
      const name = this.title;
      name.onchange = () => this.listener.commit(this.spec.name.id, name.value);
    }
  }

  /** Say whether dragging now needs nothing from the server. @param {boolean} ready */
  setReady(ready) {
    this.element.toggleAttribute("data-ready", ready);
  }

  /** @param {number} index */
  move(index) {
    this.held = true;
    this.readout(this.spec.grid[index]);
    this.listener.move(this.spec.id, index);
  }

  /** A mouse or finger let go, or a key was pressed: keys may follow one another. */
  rest() {
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
    this.range.max = String(spec.grid.length - 1);
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
    this.mark(spec);
  }

  /** @param {HTMLInputElement} field @param {any} name @param {(id: string) => boolean} isPending */
  rename(field, name, isPending) {
    field.placeholder = name.placeholder;
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

/** @param {string} tag @param {string} css */
function element(tag, css) {
  const made = document.createElement(tag);
  made.className = css;
  return made;
}

/** @param {string} type @param {string} css */
function input(type, css) {
  const made = document.createElement("input");
  made.type = type;
  made.className = css;
  made.autocomplete = "off";
  return made;
}

/** @param {string} id @param {Listener} listener */
function button(id, listener) {
  const made = document.createElement("button");
  made.type = "button";
  made.onclick = () => listener.commit(id, "");
  return made;
}

/** @param {HTMLElement} made @param {{label: string, description: string}} spec */
function label(made, spec) {
  made.textContent = spec.label;
  if (spec.description) {
    made.setAttribute("aria-label", spec.description);
    made.title = spec.description;
  }
}
