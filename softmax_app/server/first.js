// Stands in the HTML that comes first, beside the first words: they go when the page is there.
(() => {
  const FIRST_PAUSE = 2000; // ms before what could not be had is tried again, twice as long each time
  const LONGEST_PAUSE = 60_000;
  const FAR = 250; // ms to the server and back
  const first = /** @type {HTMLElement} */ (document.getElementById("first"));
  const { library = "", missing = "" } = first.dataset;

  document.documentElement.dataset.meant = location.hash; // which Streamlit's first answer drops

  /** The theme that the reader has chosen, which Streamlit keeps for each page. */
  function chosenTheme() {
    try {
      const kept = localStorage.getItem(`stActiveTheme-${location.pathname}-v2`) ?? "";
      return /"name":"[^"]*(Dark|Light)/.exec(kept)?.[1].toLowerCase() ?? "";
    } catch {
      return ""; // a frame of another site may have nothing kept
    }
  }

  /** On a slow line plotly.js waits: it must not hold up what the controls need. */
  function isFast() {
    const line = /** @type {{connection?: {effectiveType: string, saveData: boolean}}} */ (
      /** @type {unknown} */ (navigator)
    ).connection;
    if (line) return line.effectiveType === "4g" && !line.saveData;
    const [came] = /** @type {PerformanceNavigationTiming[]} */ (
      performance.getEntriesByType("navigation")
    );
    return came.responseStart - came.requestStart < FAR;
  }

  if (first.matches(".page")) first.style.colorScheme = chosenTheme();
  // else Streamlit would ask below the lesson's own address first
  const base = new URL(".", location.href).href;
  window.__streamlit = { BACKEND_BASE_URL: base, ...window.__streamlit };
  if (isFast()) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "script", href: library });
    document.head.append(link);
  }

  const watch = new MutationObserver(() => {
    if (!document.querySelector(".stMainBlockContainer h1, .live, .stException")) return;
    watch.disconnect();
    removeEventListener("error", fail, true);
    first.remove();
  });
  watch.observe(document.documentElement, { childList: true, subtree: true });

  /** A script or a style of Streamlit's could not be had: say so, and begin anew once it can.
   * @param {Event} event */
  function fail({ target }) {
    const isScript = target instanceof HTMLScriptElement;
    if (!isScript && !(target instanceof HTMLLinkElement && target.rel === "stylesheet")) return;
    const words = first.querySelector(".coming");
    if (words) words.textContent = missing;
    retry(isScript ? target.src : target.href, FIRST_PAUSE);
  }
  addEventListener("error", fail, true);

  /** @param {string} address @param {number} pause */
  function retry(address, pause) {
    setTimeout(async () => {
      const found = await fetch(address, { cache: "reload" }).catch(() => null);
      if (found?.ok) location.reload();
      else retry(address, Math.min(2 * pause, LONGEST_PAUSE));
    }, pause);
  }
})();
