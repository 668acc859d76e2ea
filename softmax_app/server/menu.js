// Stands in the HTML that comes first: the menu is closed where it would take a third of the window,
// until the reader opens it, and again once something of it is chosen. Streamlit, left alone, would
// open it from 769 px on; what it finds kept it follows, from its first frame and at every change of
// the window's width.
(() => {
  const KEPT = "stSidebarCollapsed-"; // Streamlit's own name for what the reader chose
  const OURS = "softmax_menu"; // is there if we, not the reader, closed it
  const CHOICES = "[data-testid=stSidebarUserContent] :is(a, button)";
  const CLOSE = "[data-testid=stSidebarCollapseButton] button";
  const PAGE = "[data-testid=stMain]";
  const narrow = matchMedia("(max-width: 1100px)");

  function hold() {
    if (!narrow.matches && localStorage.getItem(OURS)) {
      localStorage.removeItem(KEPT);
      localStorage.removeItem(OURS);
    } else if (narrow.matches && localStorage.getItem(KEPT) === null) {
      localStorage.setItem(KEPT, "true");
      localStorage.setItem(OURS, "closed");
    }
    return localStorage.getItem(KEPT) === "true";
  }

  /** What was chosen is to be seen, and the keyboard goes on there. @param {MouseEvent} event */
  function makeWay({ target, ctrlKey, metaKey, shiftKey }) {
    const isAside = ctrlKey || metaKey || shiftKey; // into another tab or window
    if (!narrow.matches || isAside) return;
    if (!(target instanceof Element && target.closest(CHOICES))) return;
    const [close, page] = [CLOSE, PAGE].map((css) => document.querySelector(css));
    if (close instanceof HTMLElement) close.click();
    if (page instanceof HTMLElement) page.focus({ preventScroll: true });
  }
  addEventListener("click", makeWay);

  const first = /** @type {HTMLElement} */ (document.getElementById("first"));
  try {
    first.classList.toggle("alone", hold());
    addEventListener("resize", hold); // before Streamlit's, which asks what is kept
  } catch {
    first.classList.toggle("alone", narrow.matches); // a frame of another site may have nothing kept
  }
})();
