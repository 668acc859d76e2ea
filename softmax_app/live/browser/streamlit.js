// What Streamlit's page says of itself.

/** Is it still drawing the page, or about to? */
export function isRunning() {
  const app = document.querySelector("[data-test-script-state]");
  return app !== null && app.getAttribute("data-test-script-state") !== "notRunning";
}

/** Hear that Streamlit has lost its server, and that it has found one again.
 * @param {(isThere: boolean) => void} hear */
export function watchServer(hear) {
  const app = document.querySelector("[data-test-connection-state]");
  if (!app) return;
  const isThere = () => app.getAttribute("data-test-connection-state") === "CONNECTED";
  let was = isThere();
  new MutationObserver(() => {
    if (isThere() === was) return;
    was = !was;
    hear(was);
  }).observe(app, { attributeFilter: ["data-test-connection-state"] });
}
