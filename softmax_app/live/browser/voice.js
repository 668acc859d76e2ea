// Says politely what a hand has changed, once it rests, to whoever does not see it.

import { element } from "./elements.js";

const SAID =
  ".keyed, .sentence, .ask:not(:has(> .question)), .ask > :is(.question, .hint), .onward > .heading," +
  ".adds, .outcome," +
  ".projected :is(h2, h3, .fold > summary), .projected .line:not(.later)";

export class Voice {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.element = element("p", "voice");
    this.element.setAttribute("role", "status");
    /** Where the reader is. */
    this.place = "";
    /** What stands there. @type {string[]} */
    this.known = [];
  }

  /** The reader is here: what stands there as one comes is found, not said. @param {string} place */
  come(place) {
    if (place === this.place) return;
    this.place = place;
    this.known = this.found().map(textOf);
  }

  /** Say the sentences that are new, unless one of them has the focus, with which it is read out. */
  say() {
    const found = this.found();
    const words = found.map(textOf);
    const news = words.filter((one) => !this.known.includes(one));
    const isRead = found.some((one) => one.contains(document.activeElement));
    this.known = words;
    if (!isRead && news.length > 0) this.element.textContent = news.join(" ");
  }

  /** What is said of when it changes; a line may be one of a picture. */
  found() {
    return [...this.root.querySelectorAll(SAID)].filter((one) => one instanceof HTMLElement);
  }
}

/** What is seen of it: of several sentences the one that holds. @param {HTMLElement} element */
function textOf(element) {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not said
  return element.innerText.replace(/\s+/g, " ").trim();
}
