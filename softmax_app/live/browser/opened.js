// What was opened is brought into view, however far down the page it stands; an answer that was asked
// for takes the focus.

/** @import { Shown } from "./messages" */

export class Opened {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** The question or puzzle that is open. */
    this.item = "";
    this.isAnswered = false;
    this.isFirst = true;
  }

  /** Another message is on the page. @param {Shown} message */
  follow({ page, link, view }) {
    const [named, ...stage] = new URLSearchParams(link).get("q")?.split(",") ?? [];
    const item = named ? `${page}/${named}` : "";
    const isNews = item !== this.item;
    const isAnswered = stage.includes("shown");
    if (!isNews && isAnswered && !this.isAnswered && view === "page") this.read();
    this.isAnswered = isAnswered;
    const byLink = this.isFirst;
    this.item = item;
    this.isFirst = false;
    if (!isNews || !item) return;
    // figures take their heights as they are first drawn
    requestAnimationFrame(() => requestAnimationFrame(() => this.show(byLink)));
  }

  /** Have the answer read, unless the reader is elsewhere. */
  read() {
    const answer = this.root.querySelector(".asked .outcome");
    const focused = document.activeElement;
    const isElsewhere = focused !== document.body && !this.root.contains(focused);
    if (!(answer instanceof HTMLElement) || isElsewhere) return;
    answer.focus({ preventScroll: true });
    answer.scrollIntoView({ block: "nearest" });
  }

  /** @param {boolean} byLink */
  show(byLink) {
    const part = this.root.querySelector(":scope > :is(.asked, .puzzle)");
    if (!part || isSeen(part)) return;
    const isCalm = byLink || matchMedia("(prefers-reduced-motion: reduce)").matches;
    // a puzzle's picture stands below it; a question is scrolled to no farther than it must be
    const block = part.matches(".puzzle") ? "start" : "nearest";
    part.scrollIntoView({ behavior: isCalm ? "instant" : "smooth", block });
  }
}

/** Is all of it in view, and of a puzzle the picture too in which it is solved?
 * @param {Element} part */
function isSeen(part) {
  const picture = part.matches(".puzzle") && part.nextElementSibling?.querySelector("figure");
  const { top } = part.getBoundingClientRect();
  const { bottom } = (picture || part).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
