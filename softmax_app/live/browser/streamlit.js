// What Streamlit's page says of itself.

/** Is it still drawing the page, or about to? */
export function isRunning() {
  const app = document.querySelector("[data-test-script-state]");
  return app !== null && app.getAttribute("data-test-script-state") !== "notRunning";
}
