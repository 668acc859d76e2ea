// Travels with every message, so it only finds the script, whose address Python fills in.

/** @import { Component } from "./browser/messages" */

// Streamlit's own script tells where the app is: its address is not "/" everywhere, and a page's
// path may end in a slash.
/** @type {HTMLScriptElement | null} */
const streamlit = document.querySelector('script[type="module"][src*="static/js/"]');
const root = streamlit ? streamlit.src.replace(/static[/]js[/].*$/, "") : document.baseURI;
const base = new URL("app/static/", root);
/** @type {Promise<typeof import("./browser/live.js")>} */
const script = import(new URL("SCRIPT", base).href);

/** @param {Component} component */
export default (component) => {
  script.then((live) => live.default(component, base));
};
