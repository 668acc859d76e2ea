// The page's end: its code and files are drawn when the reader comes near, and then kept true.

import { isAwaited, isMeant } from "./meant.js";
import { isRunning } from "./streamlit.js";

/** @import { Frame } from "./frame.js" */
/** @import { Near, Shelf } from "./messages" */

const NEAR = "600px"; // below the screen
const REST = 300; // ms without another state after which the end is drawn anew
const SOON = 50; // ms before it is asked again whether Streamlit is done
const PATIENCE = 5000; // ms that drawing it may take
export const SHELF = ".st-key-shelf"; // what holds it

export class PageEnd {
  /** @param {HTMLElement} parent @param {Frame} frame */
  constructor(parent, frame) {
    this.parent = parent;
    this.frame = frame;
    this.isNear = false;
    /** The last event in what is drawn: none, before anything is. */
    this.drawn = -1;
    this.told = 0;
    /** Since when it is being drawn. @type {number | null} */
    this.since = null;
    /** Has what is drawn begun to come? This comes first, and all else after it. */
    this.hasBegun = false;
    /** @type {(near: Near) => void} */
    this.send = () => {};
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
    frame.end = this;
    new IntersectionObserver(([entry]) => this.look(entry.isIntersecting), {
      rootMargin: `0px 0px ${NEAR} 0px`,
    }).observe(this.host);
    this.code = "";
    new MutationObserver(() => this.find()).observe(this.host, { childList: true, subtree: true });
  }

  /** Something has come. Code, which may be wider than its place, is scrolled by the keyboard too; and
   * the address may mean something folded: then it is opened. */
  find() {
    for (const block of this.host.querySelectorAll("pre:not([tabindex])")) {
      block.setAttribute("tabindex", "0");
      block.setAttribute("role", "group");
      block.setAttribute("aria-label", this.code);
    }
    if (!isAwaited()) return;
    const meant = [...this.host.querySelectorAll("details")].find(isMeant);
    meant?.querySelector("summary")?.click();
  }

  /** What holds the page's end. @returns {Element} */
  get host() {
    return this.parent.closest(SHELF) ?? this.parent;
  }

  /** @param {boolean} isNear */
  look(isNear) {
    this.isNear = isNear || isAwaited();
    this.settle();
  }

  /** It was drawn with this event as the last. @param {Shelf["data"]} data */
  receive({ settled, code }) {
    this.drawn = settled;
    this.code = code;
    this.hasBegun = true;
    this.settle();
  }

  /** Is it being drawn? A page that changes meanwhile would not know where: until all of it is there. */
  get isComing() {
    if (this.since === null || !this.host.isConnected) return false;
    if (this.hasBegun && !isRunning()) return false;
    return performance.now() - this.since < PATIENCE;
  }

  /** Is it drawn, and of another state than the page's? */
  get isStale() {
    const { player } = this.frame;
    return this.drawn >= 0 && Boolean(player && this.drawn < player.exchange.settled);
  }

  /** Dim what is not true any more, and have it drawn anew once the hand rests. */
  settle() {
    this.host.toggleAttribute("data-stale", this.isStale);
    clearTimeout(this.resting);
    if (this.drawn < 0 && this.isNear) this.tell();
    else if (this.isNear && this.isStale) this.resting = setTimeout(() => this.tell(), REST);
  }

  /** Have it drawn as the page now is: after what Streamlit is drawing, in whose midst it would
   * not know where to draw. */
  tell() {
    const { player } = this.frame;
    if (!player?.message || !this.host.isConnected) return;
    clearTimeout(this.resting);
    if (isRunning() || player.exchange.waiting || this.isComing) {
      this.resting = setTimeout(() => this.tell(), SOON);
      return;
    }
    this.told += 1;
    this.since = performance.now();
    this.hasBegun = false;
    const { state } = player.message;
    this.send({ number: this.told, state, settled: player.exchange.settled });
    // a run of the whole page that began in between knows nothing of it
    this.resting = setTimeout(() => this.settle(), PATIENCE);
  }
}
