// A printed page is light, as wide as paper, and has all that is folded; then it is as it was.

/** @import { Frame } from "./frame.js" */

const FOLDED = ":is(.live, .st-key-shelf) details:not([open])";

/** @param {Frame} frame */
export function printAll(frame) {
  /** What was folded. @type {Element[]} */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...folded, ...document.querySelectorAll(FOLDED)];
    for (const one of folded) one.setAttribute("open", "");
    frame.player?.print(true);
  });
  addEventListener("afterprint", () => {
    for (const one of folded) one.removeAttribute("open");
    folded = [];
    frame.player?.print(false);
  });
}
