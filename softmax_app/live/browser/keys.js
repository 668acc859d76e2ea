// Keys of the keyboard, or of a clicker, that stand for an event.

const ALWAYS = ["PageDown", "PageUp", "Escape"]; // a clicker's, whatever has the focus

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
    if (document.querySelector('[role="dialog"]')) return; // its keys are its own
    const field =
      pressed.target instanceof HTMLElement && pressed.target.closest("input, textarea");
    const isRange = field instanceof HTMLInputElement && field.type === "range";
    // a slider has the arrows to itself only while it is steered by the keyboard
    const isSteered = field && (!isRange || field.matches(":focus-visible"));
    if (isSteered && !(ALWAYS.includes(pressed.key) || (isRange && !isArrow(pressed)))) return;
    pressed.preventDefault();
    if (event && !pressed.repeat) act(event);
  }
}

/** @param {KeyboardEvent} pressed */
function isArrow(pressed) {
  return pressed.key.startsWith("Arrow");
}
