// A link to read or to mark, and a button that puts it on the clipboard and says that it did.

const BUTTON =
  "font: inherit; padding: 0.5rem 1.2rem; border: 2px solid; border-radius: 0.75rem;" +
  "background: transparent; color: var(--st-text-color); cursor: pointer";
const LINK =
  "display: block; margin-top: 1rem; padding: 1rem; border-radius: 0.5rem; user-select: all;" +
  "overflow-wrap: anywhere; background: var(--st-secondary-background-color)";

/** @param {{data: {link: string, words: {copy: string, copied: string}}, parentElement: HTMLElement}} component */
export default function copy({ data, parentElement }) {
  const { link, words } = data;
  const button = kept(parentElement, "button", BUTTON);
  kept(parentElement, "code", LINK).textContent = link;
  button.textContent = words.copy;
  button.onclick = async () => {
    await (navigator.clipboard?.writeText(link) ?? copySelected(link, parentElement));
    button.textContent = words.copied;
  };
}

/** The element of this kind, made once. @param {HTMLElement} host @param {"button" | "code"} tag @param {string} style */
function kept(host, tag, style) {
  const known = host.querySelector(tag);
  if (known) return known;
  const made = document.createElement(tag);
  made.style.cssText = style;
  host.append(made);
  return made;
}

/** Browsers give the clipboard to safe addresses only; elsewhere what is selected can be copied.
 * @param {string} text @param {HTMLElement} host */
function copySelected(text, host) {
  const field = document.createElement("textarea");
  field.value = text;
  host.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
