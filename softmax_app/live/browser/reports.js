// What the hand has done, reported to Python until Python has heard it.

/** @import { Event, Report } from "./messages" */

const RETRY = 3000; // ms after which what is not acknowledged is reported again

export class Reports {
  /** @param {HTMLElement} root @param {() => {armed: string, have: string}} inHand */
  constructor(root, inHand) {
    this.root = root;
    this.inHand = inHand;
    /** @type {(report: Report) => void} */
    this.send = () => {};
    /** What was done and is not acknowledged yet.
     * @type {{number: number, id: string, value: string, reorders: boolean}[]} */
    this.pending = [];
    this.done = 0;
    this.told = 0;
    /** Was something told since the last answer? */
    this.waiting = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.retry = undefined;
  }

  /** Something was done; it takes the place of what the same control has done before, unless a
   * button was pressed again. @param {string} id @param {string} value @param {boolean} reorders */
  add(id, value, reorders) {
    this.pending = this.pending.filter((one) => one.id !== id || value === "");
    this.pending.push({ number: ++this.done, id, value, reorders });
    this.tell();
  }

  /** An answer has come. @param {number} acknowledged */
  hear(acknowledged) {
    this.done = Math.max(this.done, acknowledged);
    this.waiting = false;
    this.pending = this.pending.filter((one) => one.number > acknowledged);
  }

  /** Report to Python. Each report differs from the one before, or Streamlit would not call back;
   * what was done is reported again until it is acknowledged, lest a lost line lose it. */
  tell() {
    this.waiting = true;
    this.told += 1;
    /** @type {Event[]} */
    const events = this.pending.map(({ number, id, value }) => [number, id, value]);
    this.send({ number: this.told, ...this.inHand(), events });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      if (this.root.isConnected && this.pending.length > 0) this.tell();
    }, RETRY);
  }

  get isEmpty() {
    return this.pending.length === 0;
  }

  /** Has this control done something? @param {string} id */
  has(id) {
    return this.pending.some((one) => one.id === id);
  }

  /** Has any other control? @param {string} id */
  hasOther(id) {
    return this.pending.some((one) => one.id !== id);
  }

  /** Are the rows of sliders about to stand for others? */
  get isReordering() {
    return this.pending.some((one) => one.reorders);
  }
}
