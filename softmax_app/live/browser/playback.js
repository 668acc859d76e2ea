// Plays a slider: moves its thumb along its sweep, which is at hand, so that nothing is asked for.

import { element } from "./elements.js";

const PACE = 40; // ms a position, or as long as drawing it takes
const JUMPS = [-1, 1, 5, 25];

export class Playback {
  /** @param {import("./slider.js").Slider} slider */
  constructor(slider) {
    this.slider = slider;
    this.element = element("div", "buttons playback");
    this.element.setAttribute("role", "group");
    this.rewind = this.button("rewind", "|◀", () => this.go(0));
    this.toggle = this.button("play", "▶", () => (this.playing ? this.stop() : this.play()));
    this.jumps = JUMPS.map((by) => {
      const sign = by > 0 ? "+" : "−";
      const jump = () => this.go(slider.index + by);
      return this.button(`step${by}`, `${sign}${Math.abs(by)}`, jump);
    });
    this.playing = 0;
    this.last = 0;
    this.element.append(this.rewind, this.toggle, ...this.jumps);
  }

  /** @param {string} name @param {string} text @param {() => void} act */
  button(name, text, act) {
    const made = element("button", name);
    made.setAttribute("type", "button");
    made.textContent = text;
    made.onclick = act;
    return made;
  }

  /** @param {any} words */
  update(words) {
    this.words = words;
    this.rewind.setAttribute("aria-label", words.rewind);
    this.rewind.title = words.rewind;
    for (const [number, jump] of this.jumps.entries()) {
      jump.setAttribute("aria-label", words.step.replace("{count}", String(JUMPS[number])));
    }
    this.show();
  }

  show() {
    const word = this.playing ? this.words.pause : this.words.play;
    this.toggle.textContent = this.playing ? "❚❚" : "▶";
    this.toggle.setAttribute("aria-label", word);
    this.toggle.title = word;
  }

  /** @param {number} index */
  go(index) {
    this.stop();
    const end = this.slider.spec.grid.length - 1;
    this.slider.jump(Math.max(0, Math.min(end, index)));
  }

  play() {
    const { slider } = this;
    if (slider.index >= slider.spec.grid.length - 1) slider.range.value = "0";
    slider.grab();
    this.last = performance.now();
    this.playing = requestAnimationFrame((time) => this.advance(time));
    this.show();
  }

  /** @param {number} time */
  advance(time) {
    const { slider } = this;
    if (!slider.element.isConnected) return; // the page has been left
    if (time - this.last >= PACE && slider.element.hasAttribute("data-ready")) {
      this.last = time;
      slider.range.value = String(slider.index + 1);
      slider.move(slider.index);
    }
    if (slider.index >= slider.spec.grid.length - 1) this.stop();
    else this.playing = requestAnimationFrame((next) => this.advance(next));
  }

  /** Stop where the thumb is, which is then meant. */
  stop() {
    if (!this.playing) return;
    cancelAnimationFrame(this.playing);
    this.playing = 0;
    this.show();
    this.slider.byPointer = true;
    this.slider.rest();
  }
}
