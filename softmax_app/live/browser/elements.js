// The pieces that controls are made of.

/** @param {string} tag @param {string} css */
export function element(tag, css) {
  const made = document.createElement(tag);
  made.className = css;
  return made;
}

/** @param {string} type @param {string} css */
export function input(type, css) {
  const made = document.createElement("input");
  made.type = type;
  made.className = css;
  made.autocomplete = "off";
  return made;
}

/** @param {string} css @param {() => void} act */
export function button(css, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = css;
  made.onclick = act;
  return made;
}

/** @param {HTMLElement} made @param {{label: string, description: string}} spec */
export function label(made, spec) {
  made.textContent = spec.label;
  if (spec.description) {
    made.setAttribute("aria-label", spec.description);
    made.title = spec.description;
  }
}
