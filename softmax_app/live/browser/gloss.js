// Words that open what is said of a term: by hover, focus and tap. They stand in the figure's
// sentences, and in Streamlit's before it.

const GAP = 6; // pixels between the words and their note
const EDGE = 8; // of the window, that a note keeps clear of

/** Have all of them open, here and wherever they come to stand. */
export function explainTerms() {
  /** @type {HTMLElement | null} */
  let term = null;
  /** @param {Event} event */
  const open = (event) => {
    const found = termOf(event);
    if (!found) return;
    term = found;
    noteOf(found)?.showPopover();
    place(found);
  };
  /** @param {Event} event */
  const close = (event) => {
    const found = termOf(event);
    if (found && found !== document.activeElement) noteOf(found)?.hidePopover();
  };
  const ofMouse =
    (/** @type {(event: Event) => void} */ act) => (/** @type {PointerEvent} */ event) => {
      if (event.pointerType === "mouse") act(event);
    };
  document.addEventListener("pointerover", ofMouse(open));
  document.addEventListener("pointerout", ofMouse(close));
  document.addEventListener("focusin", open);
  document.addEventListener("focusout", close);
  document.addEventListener("click", open);
  addEventListener("scroll", () => term?.isConnected && place(term), {
    capture: true,
    passive: true,
  });
}

/** @param {Event} event @returns {HTMLElement | null} */
function termOf({ target }) {
  return target instanceof Element ? target.closest(".gloss > .term") : null;
}

/** @param {HTMLElement} term */
function noteOf(term) {
  const note = term.nextElementSibling;
  return note instanceof HTMLElement ? note : null;
}

/** Below its words, or above them where there is no room; never over the window's edge.
 * @param {HTMLElement} term */
function place(term) {
  const note = noteOf(term);
  if (!note?.matches(":popover-open")) return;
  const words = term.getClientRects()[0] ?? term.getBoundingClientRect();
  const { width, height } = note.getBoundingClientRect();
  const right = document.documentElement.clientWidth - width - EDGE;
  note.style.left = `${Math.max(EDGE, Math.min(words.left, right))}px`;
  const below = words.bottom + GAP;
  const fits = below + height + EDGE <= innerHeight;
  note.style.top = `${fits ? below : words.top - height - GAP}px`;
}
