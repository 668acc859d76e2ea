// The page around the scene is Streamlit's: it hears of what was answered without it before it is
// used, so that its links and buttons never go on from an old state.

import { SHELF } from "./shelf.js";
import { isRunning, watchServer } from "./streamlit.js";

/** @import { Player } from "./player.js" */
/** @import { PageEnd } from "./shelf.js" */

const USED = "a[href], button, label, [role='tab'], [role='radio'], summary";
const HELD = ["pointerdown", "mousedown", "pointerup", "mouseup"];
const FRAMED = 1000; // ms: a page in a frame has its address told by Streamlit

export class Frame {
  constructor() {
    /** @type {Player | null} */
    this.player = null;
    /** @type {PageEnd | null} */
    this.end = null;
    /** What was clicked too early. @type {{target: HTMLElement, aside: boolean} | null} */
    this.held = null;
    this.isPressed = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
    document.addEventListener("pointerover", (event) => this.approach(event), true);
    document.addEventListener("focusin", (event) => this.approach(event), true);
    for (const kind of HELD) {
      document.addEventListener(kind, (event) => this.press(event), true);
    }
    document.addEventListener("click", (event) => this.click(event), true);
    document.addEventListener("auxclick", (event) => this.click(event), true);
    addEventListener("popstate", () => {
      if (this.player) this.player.following = true;
    });
  }

  /** @param {Player} player */
  surround(player) {
    if (!this.player) watchServer((isThere) => this.turn(isThere)); // which is there by now
    this.player = player;
    player.onsettled = () => this.settle();
  }

  /** The server is lost, or found again. @param {boolean} isThere */
  turn(isThere) {
    const exchange = this.player?.exchange;
    if (isThere) exchange?.tell();
    else exchange?.lose();
    if (this.end) this.end.since = null; // what was being drawn is lost as well
  }

  /** What of Streamlit's an event is at, if anything. @param {Event} event */
  used(event) {
    if (!(event.target instanceof Element) || !this.player?.root.isConnected) return null;
    const used = event.target.closest(USED);
    const isOurs = event.target.closest(".live, [role='dialog']");
    return used instanceof HTMLElement && !isOurs ? used : null;
  }

  /** Does what is used know the state of the page? @param {HTMLElement} used */
  isFresh(used) {
    const exchange = this.player?.exchange;
    if (!exchange) return true;
    if (!exchange.isEmpty || this.end?.isComing) return false;
    if (!used.closest(SHELF)) return !exchange.isAhead;
    return !this.end?.isStale && !isRunning(); // a file is offered anew in every run
  }

  /** Have it know. @param {HTMLElement} used */
  refresh(used) {
    const exchange = this.player?.exchange;
    if (!exchange?.isEmpty || this.end?.isComing) return; // once that is answered
    if (used.closest(SHELF)) this.end?.tell();
    else if (exchange.isAhead && !exchange.waiting) exchange.tell();
  }

  /** @param {Event} event */
  approach(event) {
    const used = this.used(event);
    if (used && !this.isFresh(used)) this.refresh(used);
  }

  /** A press at what is not fresh waits for its click. @param {Event} event */
  press(event) {
    const used = this.used(event);
    if (event.type === "pointerdown") this.isPressed = Boolean(used && !this.isFresh(used));
    if (used && this.isPressed) event.stopImmediatePropagation();
  }

  /** @param {MouseEvent} event */
  click(event) {
    const used = this.used(event);
    if (!used || (this.isFresh(used) && !this.isPressed)) return;
    if (event.button > 1) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.isPressed = false;
    const aside = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    this.held = { target: used, aside };
    this.refresh(used);
    this.replay();
  }

  /** Another state is on the page, or the session has heard of it. */
  settle() {
    this.end?.settle();
    if (this.held) {
      this.refresh(this.held.target);
      this.replay();
    }
    clearTimeout(this.resting);
    const exchange = this.player?.exchange;
    if (window.parent !== window && exchange?.isAhead) {
      this.resting = setTimeout(() => !exchange.waiting && exchange.tell(), FRAMED);
    }
  }

  /** Click what was clicked too early, as soon as it knows and stands as it is to stand. */
  replay() {
    const { held } = this;
    if (!held) return;
    if (!held.target.isConnected) this.held = null;
    else if (!this.isFresh(held.target) || isRunning()) {
      this.refresh(held.target);
      requestAnimationFrame(() => held === this.held && this.replay());
    } else {
      this.held = null;
      if (held.aside && held.target instanceof HTMLAnchorElement) open(held.target.href);
      else held.target.click();
    }
  }
}
