// Says politely what a hand has changed, once it rests, to whoever does not see it.

import { element } from "./elements.js";

const SAID =
  ".keyed, .ask:not(:has(> .question)), .ask > :is(.question, .hint), .onward > .heading," +
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

  /** Say the sentences that are new, unless one of them has the focus, with which it is read out, or
   * they are what one finds on coming to a place. @param {string} place */
  say(place) {
    const all = [...this.root.querySelectorAll(SAID)];
    const found = all.filter((one) => one instanceof HTMLElement); // a line may be one of a picture
    const words = found.map(textOf);
    const news = words.filter((one) => !this.known.includes(one));
    const isRead = found.some((one) => one.contains(document.activeElement));
    const isHere = place === this.place;
    this.known = words;
    this.place = place;
    if (isHere && !isRead && news.length > 0) this.element.textContent = news.join(" ");
  }
}

/** What is seen of it: of several sentences the one that holds. @param {HTMLElement} element */
function textOf(element) {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not said
  return element.innerText.replace(/\s+/g, " ").trim();
}
