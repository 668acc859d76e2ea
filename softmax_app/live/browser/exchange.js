// What the hand has done, told until it is heard: by an address of our own, or by the session.

import { unpack } from "./frames.js";
import { isRunning } from "./streamlit.js";

/** @import { Frames } from "./frames.js" */
/** @import { Line } from "./line.js" */
/** @import { AnswerHeader, Change, Drawn, Event, Report } from "./messages" */

const RETRY = 3000; // ms after which what is not acknowledged is told again

/**
 * What an exchange needs of the player, and what it gives back.
 * @typedef {object} Partner
 * @property {() => Drawn | null} drawn what is on the page
 * @property {() => {armed: string, have: string}} inHand
 * @property {(patch: Change, frames: Frames) => void} apply
 */

export class Exchange {
  /** @param {HTMLElement} root @param {Line} line @param {Partner} partner */
  constructor(root, line, partner) {
    this.root = root;
    this.line = line;
    this.partner = partner;
    /** @type {(report: Report) => void} */
    this.send = () => {};
    /** What was done and is not in the state yet.
     * @type {{number: number, id: string, value: string, reorders: boolean, aside: boolean,
     *   sent: boolean}[]} */
    this.pending = [];
    this.done = 0;
    this.told = 0;
    /** The number of the last event in the state of the browser, and in that of the session. */
    this.settled = 0;
    this.heard = 0;
    /** Is the session to answer? */
    this.waiting = false;
    /** Is an answer on its way? */
    this.asking = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.retry = undefined;
  }

  /** Something was done; it takes the place of what the same control has done before, unless a
   * button was pressed again. What is done beside the scene, as a key does, is the session's.
   * @param {string} id @param {string} value @param {{reorders?: boolean, aside?: boolean}} [how] */
  add(id, value, { reorders = false, aside = false } = {}) {
    this.pending = this.pending.filter((one) => one.id !== id || value === "" || one.sent);
    this.pending.push({ number: ++this.done, id, value, reorders, aside, sent: false });
    this.ask();
  }

  /** Let what was done be answered: without the session where that can be. */
  async ask() {
    if (this.asking || this.isEmpty) return;
    const state = this.partner.drawn()?.state;
    const isAside = this.pending.some((one) => one.aside);
    if (this.waiting || isAside || !state || !this.line.isOpen) return this.tell();
    const asked = [...this.pending];
    for (const one of asked) one.sent = true;
    this.asking = true;
    const found = await this.line.get(this.partner.drawn()?.page ?? "", this.address(state));
    this.asking = false;
    for (const one of asked) one.sent = false;
    if (!this.root.isConnected) return;
    const isAnother = this.partner.drawn()?.state !== state; // the session has answered meanwhile
    if (isAnother) this.ask();
    else this.take(found, asked);
  }

  /** Take an answer, or turn to the session. @param {ArrayBuffer | null} found @param {{number: number}[]} asked */
  take(found, asked) {
    /** @type {{header: AnswerHeader, frames: Frames} | null} */
    const answer = found && unpack(found);
    if (!answer || answer.header.session) return this.tell();
    this.settled = asked[asked.length - 1].number;
    this.forget(this.settled);
    this.partner.apply(answer.header.patch ?? null, answer.frames);
    if (this.pending.length > 0) this.ask();
  }

  /** @param {string} state */
  address(state) {
    const events = this.pending.map(({ id, value }) => [id, value]);
    const query = new URLSearchParams({ state, events: JSON.stringify(events) });
    return `answer?${query}`;
  }

  /** The session has answered. @param {number} acknowledged */
  hear(acknowledged) {
    this.done = Math.max(this.done, acknowledged);
    this.heard = acknowledged;
    this.waiting = false;
    this.forget(acknowledged);
  }

  /** The session is lost, and the next one may know nothing: what is on the page is news to it,
   * and what waits comes after that. */
  lose() {
    this.settled = ++this.done;
    for (const one of this.pending) one.number = ++this.done;
  }

  /** @param {number} number */
  forget(number) {
    this.pending = this.pending.filter((one) => one.number > number);
  }

  /** Does the session not know yet what has been answered without it? */
  get isAhead() {
    return this.settled > this.heard;
  }

  /** Tell the session. Each report differs from the one before, or Streamlit would not call back;
   * what was done is told again until it is acknowledged, lest a lost line lose it. */
  tell() {
    this.waiting = true;
    this.told += 1;
    /** @type {Event[]} */
    const events = this.pending.map(({ number, id, value }) => [number, id, value]);
    const state = this.partner.drawn()?.state ?? "";
    const { settled, told } = this;
    this.send({ number: told, ...this.partner.inHand(), state, settled, events });
    this.tellAgain();
  }

  /** Tell again what was not heard, unless the answer is being made. */
  tellAgain() {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      if (!this.root.isConnected || !(this.pending.length > 0 || this.isAhead)) return;
      if (isRunning()) this.tellAgain();
      else this.tell();
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
