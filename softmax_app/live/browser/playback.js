// Plays a slider: moves its thumb along its sweep, which is at hand, so that nothing is asked for.

import { button, element } from "./elements.js";

/** @import * as Sent from "./messages" */
/** @import { Thumb } from "./thumb.js" */

const PACE = 40; // ms a position, or as long as drawing it takes

export class Playback {
  /** @param {Thumb} thumb */
  constructor(thumb) {
    this.thumb = thumb;
    /** @type {Sent.Play} */
    this.words = { rewind: "", play: "", pause: "", jumps: [] };
    this.element = element("div", "buttons playback");
    this.element.setAttribute("role", "group");
    this.rewind = button("rewind", () => this.go(0));
    this.rewind.textContent = "|◀";
    this.toggle = button("play", () => (this.playing ? this.stop() : this.play()));
    this.playing = 0;
    this.last = 0;
  }

  /** @param {Sent.Play} words */
  update(words) {
    if (JSON.stringify(words) === JSON.stringify(this.words)) return;
    this.words = words;
    this.element.replaceChildren(
      this.rewind,
      this.toggle,
      ...words.jumps.map(([by, words]) => this.jump(by, words)),
    );
    this.rewind.setAttribute("aria-label", words.rewind);
    this.rewind.title = words.rewind;
    this.show();
  }

  /** @param {number} by @param {string} words */
  jump(by, words) {
    const made = button(`step${by}`, () => this.go(this.thumb.index + by));
    made.textContent = `${by > 0 ? "+" : "−"}${Math.abs(by)}`;
    made.setAttribute("aria-label", words);
    made.title = words;
    return made;
  }

  show() {
    const word = this.playing ? this.words.pause : this.words.play;
    this.toggle.textContent = word;
    this.toggle.classList.toggle("playing", Boolean(this.playing));
  }

  get end() {
    return this.thumb.spec.grid.length - 1;
  }

  /** @param {number} index */
  go(index) {
    this.stop();
    this.thumb.jump(Math.max(0, Math.min(this.end, index)));
  }

  play() {
    const { thumb } = this;
    if (thumb.index >= this.end) thumb.range.value = "0";
    thumb.grab();
    this.last = performance.now();
    this.playing = requestAnimationFrame((time) => this.advance(time));
    this.show();
  }

  /** @param {number} time */
  advance(time) {
    const { thumb } = this;
    if (!thumb.range.isConnected) return; // the page has been left
    if (time - this.last >= PACE && thumb.ready) {
      this.last = time;
      thumb.range.value = String(thumb.index + 1);
      thumb.move(thumb.index);
    }
    if (thumb.index >= this.end) this.stop();
    else this.playing = requestAnimationFrame((next) => this.advance(next));
  }

  /** Stop where the thumb is, which is then meant. */
  stop() {
    if (!this.playing) return;
    cancelAnimationFrame(this.playing);
    this.playing = 0;
    this.show();
    this.thumb.byPointer = true;
    this.thumb.rest();
  }
}
