// Stands in the HTML that comes first, beside the first words: they go when the page is there.
(() => {
  const FIRST_PAUSE = 2000; // ms before what could not be had is tried again, twice as long each time
  const LONGEST_PAUSE = 60_000;
  const PATIENCE = 3000; // ms that Streamlit's page waits for the first figure
  const FAR = 250; // ms to the server and back
  const NOTICE =
    "position: fixed; inset: auto 0 0 0; z-index: 10; margin: 0; padding: 0.5rem 1rem;" +
    "text-align: center; background: Canvas; color: CanvasText";
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

  /** Draw the scene below the first words; Streamlit's page takes it over. */
  async function begin() {
    const { own = "", scene = "", sheet = "" } = first.dataset;
    const place = /** @type {HTMLElement} */ (first.querySelector(".scene"));
    const [plotly, script, style] = [library, own, sheet].map((file) => new URL(file, base).href);
    const [live, found] = await Promise.all([import(script), fetch(scene)]);
    const scenery = await found.arrayBuffer();
    if (!found.ok) return;
    const { backgroundColor, color, fontFamily } = getComputedStyle(first);
    const theme = { "background-color": backgroundColor, "text-color": color, font: fontFamily };
    for (const [name, value] of Object.entries(theme))
      place.style.setProperty(`--st-${name}`, value);
    const files = { plotly, styles: [style] };
    await live.beginEarly(place, scenery, files, new URL("app/static/", base));
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
    const come = first.querySelector(".live") ? ".stApp .live" : ".stMainBlockContainer h1";
    if (!document.querySelector(`${come}, .stException`)) return;
    watch.disconnect();
    removeEventListener("error", listen, true);
    first.remove();
    if (failed.size > 0) tell();
  });
  watch.observe(document.documentElement, { childList: true, subtree: true });

  /** Addresses that could not be had. @type {Set<string>} */
  const failed = new Set();

  /** Streamlit's page. */
  function start() {
    const script = document.createElement("script");
    const { app = "" } = first.dataset;
    Object.assign(script, { type: "module", crossOrigin: "", src: new URL(app, base).href });
    document.head.append(script);
  }

  // a picture first: Streamlit's page needs the same processor
  const scene = first.dataset.scene ? begin().catch(() => {}) : null;
  const patience = new Promise((done) => setTimeout(done, scene && isFast() ? PATIENCE : 0));
  Promise.race([scene ?? patience, patience]).then(start);

  /** What Streamlit's HTML asks for. @param {Event} event */
  function listen({ target }) {
    if (target instanceof HTMLScriptElement) fail(target.src);
    else if (target instanceof HTMLLinkElement && target.rel === "stylesheet") fail(target.href);
  }
  addEventListener("error", listen, true);

  // what it asks for later, when a page has come that needs it: browsers name the file, or do not
  addEventListener("vite:preloadError", (event) => {
    const { message } = /** @type {Event & {payload: Error}} */ (event).payload;
    fail(/https?:\S+/.exec(message)?.[0] ?? location.href);
  });

  /** A part of Streamlit could not be had: say so, and begin anew once all can. @param {string} address */
  function fail(address) {
    if (address.includes("/app/static/")) return; // ours is tried again by itself
    if (failed.size === 0) {
      tell();
      retry(FIRST_PAUSE);
    }
    failed.add(address);
  }

  function tell() {
    const words = first.querySelector(".coming") ?? document.createElement("p");
    words.textContent = missing;
    first.classList.add("failed");
    if (first.isConnected) return;
    words.setAttribute("style", NOTICE);
    document.body.append(words);
  }

  /** A script that is there may need one that is not. @param {number} pause */
  function retry(pause) {
    setTimeout(async () => {
      /** @type {NodeListOf<HTMLLinkElement>} */
      const listed = document.querySelectorAll("link[rel=modulepreload]");
      const needed = new Set([...failed, ...Array.from(listed, ({ href }) => href)]);
      const found = await Promise.all(Array.from(needed, canBeHad));
      const isHeld = document.querySelector(":active"); // what a hand has hold of is not taken away
      if (found.every(Boolean) && !isHeld) location.reload();
      else retry(Math.min(2 * pause, LONGEST_PAUSE));
    }, pause);
  }

  /** @param {string} address */
  async function canBeHad(address) {
    const cache = failed.has(address) ? "reload" : "default";
    return (await fetch(address, { cache }).catch(() => null))?.ok ?? false;
  }
})();
