// A button that puts a link on the clipboard and says that it did.

/** @param {{data: {link: string, words: {copy: string, copied: string}}, parentElement: HTMLElement}} component */
export default function copy({ data, parentElement }) {
  const { link, words } = data;
  let button = parentElement.querySelector("button");
  if (!button) {
    button = document.createElement("button");
    button.style.cssText =
      "font: inherit; padding: 0.5rem 1.2rem; border: 2px solid; border-radius: 0.75rem;" +
      "background: transparent; color: var(--st-text-color); cursor: pointer";
    parentElement.append(button);
  }
  const made = button;
  made.textContent = words.copy;
  made.onclick = async () => {
    await (navigator.clipboard?.writeText(link) ?? copySelected(link, parentElement));
    made.textContent = words.copied;
  };
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
