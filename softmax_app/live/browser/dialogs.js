// A dialog that is closed gives the focus back to what it was opened from: Streamlit's own drops it.

const DIALOG = '[role="dialog"]';

/** Have all of them do so. */
export function giveFocusBack() {
  /** @type {HTMLElement | null} */
  let last = null;
  /** @type {Element | null} */
  let open = null;
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const dialog = target.closest(DIALOG);
    if (!dialog) last = target;
    if (!dialog || dialog === open) return;
    open = dialog;
    const opener = last;
    const watch = new MutationObserver(() => {
      if (dialog.isConnected) return;
      watch.disconnect();
      open = null;
      if (document.activeElement === document.body) opener?.focus();
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
}
