// Keys of the keyboard, or of a clicker, that stand for an event.

const ALWAYS = ["PageDown", "PageUp", "Escape"]; // a clicker's, whatever has the focus
const SHARE = "share:";
const LETTER = /^\S$/; // or a sign
const KEPT = "softmax-letters"; // as in ../../ui/letters.js, which switches them

export class Keys {
  /** @param {HTMLElement} root @param {(event: string) => void} act */
  constructor(root, act) {
    /** The event of each key. @type {Record<string, string>} */
    this.events = {};
    const listen = (/** @type {KeyboardEvent} */ pressed) => {
      if (!root.isConnected) document.removeEventListener("keydown", listen, true);
      else this.press(pressed, act);
    };
    document.addEventListener("keydown", listen, true);
  }

  /** @param {KeyboardEvent} pressed @param {(event: string) => void} act */
  press(pressed, act) {
    const event = this.events[pressed.key] ?? this.events[pressed.key.toLowerCase()];
    if (event === undefined || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
    if (LETTER.test(pressed.key) && areLettersOff()) return;
    const dialog = document.querySelector('[role="dialog"]');
    if (dialog) {
      if (event === SHARE) closed(dialog, pressed); // with the key that opened it
      return; // all others are its own
    }
    const target = pressed.target instanceof HTMLElement ? pressed.target : null;
    const field = target?.closest("input, textarea, [role=slider]");
    const isRange = field?.matches("[type=range], [role=slider]");
    // a slider has the arrows to itself only while it is steered by the keyboard
    const isSteered = field && (!isRange || field.matches(":focus-visible"));
    if (isSteered && !(ALWAYS.includes(pressed.key) || (isRange && !isSteering(pressed)))) return;
    if (pressed.key === " " && isButtonInUse(pressed)) return;
    pressed.preventDefault();
    if (event && !pressed.repeat) act(event);
  }
}

function areLettersOff() {
  try {
    return localStorage.getItem(KEPT) === "off";
  } catch {
    return false; // a frame of another site may have nothing kept
  }
}

/** @param {KeyboardEvent} pressed */
function isSteering({ key }) {
  return key.startsWith("Arrow") || key === "Home" || key === "End";
}

/** The space bar is a button's own while it is reached by the keyboard. @param {KeyboardEvent} pressed */
function isButtonInUse({ target }) {
  return target instanceof Element && target.matches("button:focus-visible, summary:focus-visible");
}

/** @param {Element} dialog @param {KeyboardEvent} pressed */
function closed(dialog, pressed) {
  const close = dialog.querySelector('button[aria-label="Close"]');
  if (!(close instanceof HTMLElement)) return;
  pressed.preventDefault();
  close.click();
}
