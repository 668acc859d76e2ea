// On a classroom's wall: what is projected is as large as all of it fits, and nothing is cut.

/** @import { Painter } from "./painter.js" */

const FOOT = 2.3; // rem below, where it is said how far the lesson is
const SIZES = sizes(2.6, 0.4, 0.95); // of words, to their size at home
/** How much of the height pictures have at least, with words of these sizes. */
const SHARES = [
  { share: 0.54, largest: 1.35, smallest: 1.05 },
  { share: 0.48, largest: 1.05, smallest: 0.95 },
  { share: 0.42, largest: 1, smallest: 0.8 },
  { share: 0.34, largest: 0.85, smallest: 0.4 },
];

export class Wall {
  /** @param {HTMLElement} root @param {Painter} painter */
  constructor(root, painter) {
    this.root = root;
    this.painter = painter;
    /** What has been fitted: its words, and the window. */
    this.fitted = "";
    const again = () => this.fit();
    addEventListener("resize", again);
    document.fonts?.addEventListener("loadingdone", again);
    const sizes = new ResizeObserver(again);
    sizes.observe(root);
    // what stands above it may grow, and move it
    for (let one = root.parentElement; one; one = one.parentElement) sizes.observe(one);
  }

  get isUsed() {
    return this.root.isConnected && this.root.classList.contains("projected");
  }

  /** Have everything fit; what is there already keeps its size where it can. */
  fit() {
    if (!this.isUsed) {
      this.fitted = "";
      return;
    }
    for (const folded of this.root.querySelectorAll("details")) folded.open = true;
    this.painter.write(); // a number that is not there yet has no width
    const now = `${innerWidth} ${innerHeight} ${this.painter.parts.told()}`;
    if (now === this.fitted && this.fits()) return;
    this.fitted = now;
    if (this.root.querySelector("figure.panel")) this.fitPictures();
    else this.fitBeside();
  }

  /** Reasons stand beside their lines or above them: where words can be larger. */
  fitBeside() {
    const [above, beside] = [false, true].map((one) => {
      this.root.classList.toggle("beside", one);
      return this.fitWords(SIZES);
    });
    if (above < beside) {
      this.root.classList.remove("beside");
      this.say("--words", SIZES[Math.min(above, SIZES.length - 1)]);
    }
  }

  /** Have the largest words that fit: the first so many are too large. @param {number[]} among */
  fitWords(among) {
    let [low, high] = [0, among.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      this.say("--words", among[middle]);
      if (this.fits()) high = middle;
      else low = middle + 1;
    }
    this.say("--words", among[Math.min(low, among.length - 1)]);
    return low;
  }

  /** Pictures have their share, words are as large as fits, and pictures have what is left. */
  fitPictures() {
    let room = 0;
    for (const { share, largest, smallest } of SHARES) {
      room = share * innerHeight;
      this.say("--picture", `${room}px`);
      const among = SIZES.filter((size) => size <= largest && size >= smallest);
      if (this.fitWords(among) < among.length) break;
    }
    const left = this.limit - this.bottom;
    this.say("--picture", `${Math.max(room / 2, room + Math.floor(left))}px`);
  }

  /** Where the window ends for what is projected. */
  get limit() {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    return innerHeight - FOOT * rem;
  }

  get bottom() {
    return this.root.getBoundingClientRect().bottom;
  }

  /** Is all of it in the window, and in its place? */
  fits() {
    if (this.bottom > this.limit) return false;
    const places = [...this.root.querySelectorAll(".scroll, div.panel, .controls")];
    return places.every((place) => place.scrollWidth <= place.clientWidth + 1);
  }

  /** @param {string} name @param {number | string} value */
  say(name, value) {
    this.root.style.setProperty(name, String(value));
  }
}

/** Sizes from the largest to the smallest, each by a factor smaller.
 * @param {number} largest @param {number} smallest @param {number} factor */
function sizes(largest, smallest, factor) {
  const found = [];
  for (let size = largest; size > smallest; size *= factor) found.push(Number(size.toFixed(3)));
  return found;
}
