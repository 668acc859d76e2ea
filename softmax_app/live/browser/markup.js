// Sentences, formulas and tables whose numbers follow the arrays.

import { full, short, signed } from "./digits.js";
import { isMeant } from "./meant.js";
import { count } from "./thousands.js";

/** @import * as Sent from "./messages" */
/** @import { Frames, Values } from "./frames.js" */

const WRITE = { short, full, signed, count };
const UTF8 = new TextDecoder();
const MATHML = "http://www.w3.org/1998/Math/MathML";
const SVG = "http://www.w3.org/2000/svg";
const [THIN, THIN_UNBROKEN] = ["\u2009", "\u202f"]; // spaces

/** Which language of elements a node is of. @typedef {"html" | "math" | "svg"} Space */
/** Writes what a part of the content shows. @typedef {(frames: Frames, row: number) => void} Update */

export class Markup {
  constructor() {
    this.element = document.createElement("div");
    this.element.className = "panel";
    this.source = "";
    /** Since when it has not shown what is to be seen. @type {number | null} */
    this.stale = null;
    /** Of the content that is being built, or was. @type {Update[]} */
    this.updates = [];
    /** Has it no numbers yet? */
    this.isNew = true;
  }

  /** @param {Sent.Content} content */
  receive(content) {
    const source = JSON.stringify(content);
    if (source === this.source) return;
    this.source = source;
    this.isNew = true;
    this.updates = [];
    const open = this.folds().map((fold) => fold.open);
    this.element.replaceChildren(...this.build(content, "html"));
    for (const [index, fold] of this.folds().entries()) fold.open = open[index] ?? isMeant(fold);
  }

  /** What opens under its title. @returns {HTMLDetailsElement[]} */
  folds() {
    return [...this.element.querySelectorAll("details")].filter((one) => isFold(one));
  }

  /** @param {Frames} frames @param {number} row */
  draw(frames, row) {
    this.isNew = false;
    for (const update of this.updates) update(frames, row);
  }

  /** @param {Sent.Content} content @param {Space} space @returns {Node[]} */
  build(content, space) {
    if (typeof content === "string") return [document.createTextNode(content)];
    if (Array.isArray(content)) return content.flatMap((one) => this.build(one, space));
    if (content.slot !== undefined) return [this.slot(content, space)];
    if (content.cases !== undefined) return [this.cases(content, space)];
    const inner = content.tag === "math" || content.tag === "svg" ? content.tag : space;
    const element = make(content.tag, inner);
    if (content.css) element.setAttribute("class", content.css);
    for (const [name, value] of Object.entries(content.attributes ?? {})) {
      element.setAttribute(name, value);
    }
    element.append(...this.build(content.content, inner));
    if (element instanceof HTMLDetailsElement) openAtOnce(element);
    return [element];
  }

  /** A number; in a sentence it is not broken over two lines.
   * @param {Sent.Slot} slot @param {Space} space */
  slot({ slot, at, form }, space) {
    const node = document.createTextNode("");
    this.updates.push((frames, row) => {
      const values = frames.row(slot, row);
      const write = isSeenFromAfar(node) ? short : WRITE[form === "text" ? "full" : form];
      const digits = form === "text" ? spelled(values) : write(values[at]);
      const written = space === "html" ? digits.replaceAll(THIN, THIN_UNBROKEN) : digits;
      if (node.data !== written) node.data = written;
    });
    return node;
  }

  /** All contents are laid out, one is seen: choosing another moves nothing else. While a hand moves
   * along the same frames, the others keep their numbers: to write them would lay them out again.
   * @param {Sent.Cases} cases @param {Space} space */
  cases({ cases, at, contents }, space) {
    const tag = space === "math" ? "mrow" : "span";
    const host = make(tag, space);
    host.setAttribute("class", "cases");
    const choices = contents.map((content) => this.choice(make(tag, space), content, space));
    host.append(...choices.map(({ choice }) => choice));
    /** @type {Frames | undefined} */
    let known;
    this.updates.push((frames, row) => {
      const chosen = frames.row(cases, row)[at];
      for (const [index, { choice, updates }] of choices.entries()) {
        const css = index === chosen ? "chosen" : "other";
        if (choice.getAttribute("class") !== css) choice.setAttribute("class", css);
        if (index !== chosen && frames === known) continue;
        for (const update of updates) update(frames, row);
      }
      known = frames;
    });
    return host;
  }

  /** One of several contents, with updates of its own.
   * @param {Element} choice @param {Sent.Content} content @param {Space} space */
  choice(choice, content, space) {
    const around = this.updates;
    /** @type {Update[]} */
    const updates = [];
    this.updates = updates;
    choice.append(...this.build(content, space));
    this.updates = around;
    return { choice, updates };
  }
}

/** Letters, up to the zeros behind them. @param {Values} bytes */
function spelled(bytes) {
  return UTF8.decode(Uint8Array.from(bytes)).replace(/\0+$/, "");
}

/** A room reads no seventeen digits: on the projector a table has as many as a sentence.
 * @param {Text} node */
function isSeenFromAfar(node) {
  return Boolean(node.parentElement?.closest(".projected td"));
}

/** @param {HTMLDetailsElement} details */
function isFold(details) {
  return details.classList.contains("fold");
}

/** Open with the click itself: the browser tells of it later, and a second press of the key would
 * find the focus where it was, and close again. @param {HTMLDetailsElement} details */
function openAtOnce(details) {
  const summary = details.querySelector(":scope > summary");
  summary?.addEventListener("click", (event) => {
    event.preventDefault();
    details.open = !details.open;
    if (!isFold(details)) leadOn(details);
  });
}

/** What was asked for has come, and its button has gone: it takes the focus, and is read out; the
 * button for the next one stands after it, in view. @param {HTMLDetailsElement} details */
function leadOn(details) {
  const come = details.querySelector("[tabindex]");
  if (!details.open || !(come instanceof HTMLElement)) return;
  come.focus({ preventScroll: true });
  details.scrollIntoView({ block: "nearest" });
}

/** @param {string} tag @param {Space} space @returns {Element} */
function make(tag, space) {
  if (space === "html") return document.createElement(tag);
  return document.createElementNS(space === "math" ? MATHML : SVG, tag);
}
