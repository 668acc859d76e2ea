// What the address means by `#…`: the title of something folded, which is opened and comes into view.

const { dataset } = document.documentElement; // first.js has kept it there: Streamlit's address lacks it

/** Does the address mean anything that is not there yet? */
export const isAwaited = () => meant() !== "";

/** Is it this? Then it comes into view. @param {HTMLDetailsElement} fold */
export function isMeant(fold) {
  const summary = fold.querySelector(":scope > summary");
  const title = (summary?.querySelector("p") ?? summary)?.textContent; // Streamlit's has a sign, too
  if (!title || title !== meant()) return false;
  dataset.meant = ""; // once: another lesson may have the same title
  // figures take their heights as they are first drawn
  requestAnimationFrame(() => requestAnimationFrame(() => fold.scrollIntoView()));
  return true;
}

function meant() {
  const hash = dataset.meant ?? location.hash;
  // as in a query: decodeURIComponent throws where a sign is wrong
  return new URLSearchParams(`=${hash.slice(1)}`).get("") ?? "";
}
