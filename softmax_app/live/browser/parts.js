// The parts of a page: made once and then kept, so that what is in the hand stays in it.

import { ControlList } from "./controls.js";
import { FigureView } from "./figure.js";
import { Markup } from "./markup.js";
import { loadOnce } from "./page.js";

/** @import * as Sent from "./messages" */
/** @import { Player } from "./player.js" */

/** @type {("lead" | "hand" | "stage" | "key" | "below")[]} */
const PLACES = ["lead", "hand", "stage", "key", "below"];

/** A part of the lesson: its words, its controls beside its pictures, and what follows. */
class Part {
  /** @param {Player} player */
  constructor(player) {
    this.element = document.createElement("section");
    this.element.className = "part";
    this.element.innerHTML =
      '<div class="lead"></div>' +
      '<div class="work"><div class="hand"></div><div class="stage"></div>' +
      '<div class="key"></div><div class="controls"></div></div>' +
      '<div class="below"></div>';
    this.controls = new ControlList(this.host("controls"), player);
    /** @type {HTMLElement | null} */
    this.picture = null;
    this.sizes = new ResizeObserver(() => {
      const height = this.picture?.offsetHeight ?? 0;
      this.host("work").style.setProperty("--picture", `${height}px`);
    });
  }

  /** Tell the styles how high its first picture is: what is said of it stays below it. */
  watch() {
    /** @type {HTMLElement | null} */
    const picture = this.host("stage").querySelector(":scope > figure");
    if (picture === this.picture) return;
    this.sizes.disconnect();
    this.picture = picture;
    if (picture) this.sizes.observe(picture);
  }

  /** @param {string} place @returns {HTMLElement} */
  host(place) {
    return /** @type {HTMLElement} */ (this.element.querySelector(`.${place}`));
  }
}

export class PartList {
  /** @param {HTMLElement} root @param {Player} player */
  constructor(root, player) {
    this.root = root;
    this.player = player;
    /** By what they are, in their order. @type {Map<string, Part>} */
    this.parts = new Map();
    /** @type {Map<string, FigureView | Markup>} */
    this.panels = new Map();
  }

  /** The sliders of all parts. */
  sliders() {
    return [...this.parts.values()].flatMap((part) => part.controls.sliders());
  }

  /** What is told, but for its numbers. */
  told() {
    const words = [...this.panels].map(
      ([name, one]) => name + (one instanceof Markup && one.source),
    );
    return [...words, ...this.sliders().map((slider) => slider.spec.label)].join();
  }

  /** Keep the parts and panels that are still there, make the new ones, drop the others.
   * @param {Sent.Shown} message @param {boolean} dark */
  update(message, dark) {
    const known = this.parts;
    this.parts = new Map();
    /** @type {Map<string, FigureView | Markup>} */
    const wanted = new Map();
    let figures = 0;
    for (const spec of message.parts) {
      // a lesson's own parts stay what they are when a question comes before them
      const alike = message.parts.slice(0, message.parts.indexOf(spec));
      const place = alike.filter((one) => one.css === spec.css).length;
      const name = `${spec.css}${place}`;
      const part = known.get(name) ?? new Part(this.player);
      this.parts.set(name, part);
      part.controls.update(spec.controls, (id) => this.player.isPending(id));
      part.element.className = `part ${spec.css}${spec.controls.length === 0 ? " still" : ""}`;
      for (const place of PLACES) {
        const nodes = spec[place].map((panel, index) => {
          if (panel.figure) figures += 1;
          const key = `${name}.${place}.${index}.${panel.figure ? "figure" : "markup"}`;
          const view = panel.figure
            ? this.figure(key, panel.figure, { message, dark, number: figures })
            : this.markup(key, panel.markup);
          wanted.set(key, view);
          return view.element;
        });
        fillHost(part.host(place), nodes);
      }
      part.watch();
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

  /** @param {string} key @param {Sent.Content} content */
  markup(key, content) {
    const known = this.panels.get(key);
    const view = known instanceof Markup ? known : new Markup();
    view.receive(content);
    return view;
  }

  /** @param {string} key @param {Sent.Figure} figure
   * @param {{message: Sent.Shown, dark: boolean, number: number}} around */
  figure(key, figure, { message, dark, number }) {
    const known = this.panels.get(key);
    const view = known instanceof FigureView ? known : this.makeFigure(figure, message);
    const { saveAs, telling, shades } = message;
    const name = `softmax-${message.lesson}-${number}`;
    view.receive(figure, { saveAs, telling, name, shades, dark });
    return view;
  }

  /** @param {Sent.Figure} figure @param {Sent.Shown} message */
  makeFigure(figure, { assets, loading }) {
    const plotly = loadOnce("script", new URL(assets.plotly, this.player.base), loading);
    return new FigureView(figure, plotly, this.player);
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
