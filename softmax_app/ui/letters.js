// A switch for the keys that are letters: who speaks to the page, or slips, may not want them.

const KEPT = "softmax-letters"; // as in ../live/browser/keys.js
const LOOK =
  "font: inherit; font-size: 0.85rem; padding: 0 0.4rem; border: 1px solid; border-radius: 0.4rem;" +
  "background: transparent; color: var(--ink); cursor: pointer";

/** @param {{data: {name: string, on: string, off: string}, parentElement: HTMLElement}} component */
export default function letters({ data, parentElement }) {
  const kept = storage();
  if (!kept) return;
  const button = parentElement.querySelector("button") ?? document.createElement("button");
  parentElement.append(button);
  Object.assign(button, { type: "button", title: data.name, role: "switch" });
  button.style.cssText = LOOK;
  const show = () => {
    const isOn = kept.getItem(KEPT) !== "off";
    button.textContent = isOn ? data.on : data.off;
    button.ariaLabel = `${button.textContent}: ${data.name}`;
    button.ariaChecked = String(isOn);
  };
  button.onclick = () => {
    kept.setItem(KEPT, kept.getItem(KEPT) === "off" ? "on" : "off");
    show();
  };
  show();
}

/** @returns {Storage | null} */
function storage() {
  try {
    return localStorage;
  } catch {
    return null; // a frame of another site may have nothing kept
  }
}
