// Travels with every message, so it only finds the script, whose address Python fills in.

/** @import { Component } from "./browser/messages" */

// Streamlit's own script tells where the app is: its address is not "/" everywhere, and a page's
// path may end in a slash.
/** @type {HTMLScriptElement | null} */
const streamlit = document.querySelector('script[type="module"][src*="static/js/"]');
const root = streamlit ? streamlit.src.replace(/static[/]js[/].*$/, "") : document.baseURI;
const base = new URL("app/static/", root);

/** The script, however often it takes. @param {() => void} fail @param {number} [tries]
 * @returns {Promise<typeof import("./browser/live.js")>} */
function load(fail, tries = 0) {
  const again = tries > 0 ? `?${tries}` : ""; // a browser may remember that an address failed
  return import(new URL(`SCRIPT${again}`, base).href).catch(async () => {
    fail();
    await new Promise((done) => setTimeout(done, Math.min(1000 * 2 ** tries, 30_000)));
    return load(fail, tries + 1);
  });
}

function start() {
  let fail = () => {};
  /** @type {Promise<void>} */
  const failed = new Promise((resolve) => {
    fail = resolve;
  });
  return { failed, script: load(fail) };
}

// one script for all that stands on the page
const page = /** @type {{softmaxCourse?: ReturnType<typeof start>}} */ (globalThis);
page.softmaxCourse ??= start();
const { failed, script } = page.softmaxCourse;

/** @param {Component} component */
export default (component) => {
  const { data, parentElement } = component;
  let isThere = false;
  failed.then(() => {
    if (!isThere) parentElement.textContent = data.loading?.missing ?? "";
  });
  script.then((live) => {
    isThere = true;
    live.default(component, base);
  });
};
