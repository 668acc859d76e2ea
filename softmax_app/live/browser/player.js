// Holds what is on the page, hears the hand, and says which position is to be drawn.

import { makeReadable, writeAddress } from "./address.js";
import { changed } from "./changes.js";
import { Exchange } from "./exchange.js";
import { unpackText } from "./frames.js";
import { Keys } from "./keys.js";
import { Line } from "./line.js";
import { Opened } from "./opened.js";
import { isDark, keep, paintShades } from "./page.js";
import { Painter } from "./painter.js";
import { PartList } from "./parts.js";
import { Room } from "./room.js";
import { Sweeps } from "./sweeps.js";
import { Voice } from "./voice.js";
import { Wall } from "./wall.js";

/** @import { Frames } from "./frames.js" */
/** @import { Button, Change, Message, Shown, SweepHeader } from "./messages" */

const PLAY = "play"; // no event: the browser plays by itself

export class Player {
  /** @param {HTMLElement} parent @param {URL} base */
  constructor(parent, base) {
    this.base = base;
    /** What is on the page. @type {Shown | null} */
    this.message = null;
    this.run = 0;
    this.root = document.createElement("div");
    this.root.className = "live";
    this.voice = new Voice(this.root);
    this.standIn(parent);
    this.parts = new PartList(this.root, this);
    this.painter = new Painter(this.parts, (id) => this.isPending(id));
    this.painter.ontold = () => this.voice.say();
    this.opened = new Opened(this.root);
    this.wall = new Wall(this.root, this.painter);
    this.root.addEventListener("pointerdown", () => this.painter.hold());
    this.line = new Line(base);
    this.exchange = new Exchange(this.root, this.line, {
      drawn: () => this.message,
      inHand: () => this.inHand(),
      apply: (patch, frames) => this.apply(patch, frames),
    });
    this.room = new Room(base, {
      drawn: () => this.message,
      arrange: () => this.arrange(),
      show: () => this.show(),
      act: (event) => this.act(event),
    });
    this.sweeps = new Sweeps(this.line, () => this.play());
    this.armed = "";
    /** Where a control in hand stands, until Python has its value. @type {{id: string, index: number} | null} */
    this.position = null;
    /** @type {Frames | null} */
    this.now = null;
    /** Has the reader gone back or forth, and the page not yet followed? */
    this.following = false;
    /** Is it being printed? */
    this.isOnPaper = false;
    /** Called when another state is on the page, or the session has heard of it. */
    this.onsettled = () => {};
    /** Keys that wait for the answer to the one before. @type {string[]} */
    this.queue = [];
    this.keys = new Keys(this.root, (event) => {
      if (event === PLAY) this.playOrPause();
      else if (!this.room.takes(event)) this.act(event);
    });
  }

  /** Stand there from now on. @param {HTMLElement} parent */
  standIn(parent) {
    parent.replaceChildren(this.root, this.voice.element);
  }

  /** The slider of this id, whichever part it stands in. @param {string} id */
  slider(id) {
    return this.parts.sliders().find((slider) => slider.spec.id === id);
  }

  // What comes -----------------------------------------------------------------------------

  /** The page as it is before there is a session.
   * @param {Shown & {version: string}} first @param {Frames} frames */
  begin(first, frames) {
    this.line.lead(first.version);
    this.message = first;
    this.now = frames;
    this.arrange();
  }

  /** The session has answered; or Streamlit shows the same again, in another theme.
   * @param {Message} message */
  receive(message) {
    const isNews = message.run !== this.run;
    this.run = message.run;
    if (isNews && this.isTrue(message)) this.take(message);
    this.arrange();
  }

  /** Does a message know all that has been answered without the session? Then the page is as it
   * says; otherwise the session is told. @param {Message} message */
  isTrue(message) {
    const { exchange } = this;
    exchange.hear(message.acknowledged);
    this.line.lead(message.version);
    const isElsewhere = this.following || message.page !== this.message?.page;
    if (!isElsewhere && exchange.isAhead) {
      exchange.tell();
      return false;
    }
    this.following = false;
    exchange.settled = message.acknowledged;
    return true;
  }

  /** @param {Message} message */
  take(message) {
    this.painter.leaps = !this.position;
    this.message = message;
    this.now = unpackText(message.now).frames;
    if (message.sweep) {
      /** @type {{header: SweepHeader, frames: Frames}} */
      const sweep = unpackText(message.sweep);
      this.sweeps.keep(sweep);
    }
    keep(message.cookie, this.base);
    this.keys.events = message.keys;
  }

  /** An answer without the session: what changes, and the numbers.
   * @param {Change} patch @param {Frames} frames */
  apply(patch, frames) {
    if (!this.message) return;
    this.painter.leaps = !this.position;
    const old = this.message.link;
    this.message = changed(this.message, patch);
    this.now = frames;
    writeAddress(old, this.message.link);
    this.arrange();
  }

  /** Have all stand as it now is. */
  arrange() {
    const { message, root } = this;
    if (!message) return;
    const { language, page, tag, view } = message;
    document.documentElement.lang = tag;
    root.classList.toggle("projected", view !== "page");
    const dark = !this.isOnPaper && (view === "page" ? isDark(root) : view === "dark");
    paintShades(root, message.shades, dark);
    this.room.follow();
    this.parts.update({ ...message, parts: this.room.parts(message) }, dark);
    if (view !== "page") {
      for (const fold of root.querySelectorAll("details.fold")) fold.setAttribute("open", "");
    }
    this.settle();
    this.advance();
    this.play();
    this.painter.makeRoom();
    this.voice.come([page, language, view].join());
    this.opened.follow(message);
    this.wall.fit();
    makeReadable();
    this.onsettled();
  }

  // What the hand does ---------------------------------------------------------------------

  /** A control is pointed at, focused or grabbed: have its sweep ready. @param {string} id */
  arm(id) {
    const isAsked = this.armed === id && this.exchange.waiting;
    this.armed = id;
    if (!this.playable(id) && !isAsked) this.fetch(id);
  }

  /** Ask for the sweep of a control; one that is about to change is asked for once it has.
   * @param {string} id */
  async fetch(id) {
    const { exchange, line, message } = this;
    const key = this.slider(id)?.spec.key;
    if (!message || !key) return;
    if (!line.isOpen) exchange.tell();
    else if (exchange.isEmpty) {
      const found = await this.sweeps.fetch(id, key, message.page, message.link);
      if (!found && this.armed === id) exchange.tell();
    }
  }

  /** A control stands at another position: a hand has moved it there, or it has leapt.
   * @param {string} id @param {number} index @param {boolean} leaps */
  move(id, index, leaps) {
    this.painter.hold();
    this.painter.leaps = leaps;
    this.position = { id, index };
    if (this.armed !== id || !this.playable(id)) this.arm(id);
    this.show();
  }

  /** Something was set: Python is to know. @param {string} id @param {string} value */
  commit(id, value) {
    this.exchange.add(id, value);
  }

  /** @param {Button} button */
  press({ id, reorders }) {
    if (!this.room.takes(id)) this.exchange.add(id, "", { reorders });
  }

  /** @param {string} event */
  act(event) {
    for (const { thumb } of this.parts.sliders()) thumb.settle(); // the page may go on without it
    this.queue.push(event);
    this.advance();
  }

  /** One key after the other: the page that answers the last one may be another page. */
  advance() {
    if (!this.exchange.isEmpty) return;
    const event = this.queue.shift();
    if (event) this.exchange.add(event, "", { aside: true });
  }

  /** Play or pause the first slider that can be played. */
  playOrPause() {
    const playback = this.parts.sliders().find(({ spec }) => spec.play)?.thumb.playback;
    playback?.toggle.click();
  }

  /** Are the rows about to stand for others, as when a class is being removed? */
  isBusy() {
    return this.exchange.isReordering;
  }

  /** What a report says beside what was done: which sweep is wanted, and which is at hand. */
  inHand() {
    return { armed: this.armed, have: this.sweeps.known.get(this.armed)?.key ?? "" };
  }

  /** Does a hand hold anything? */
  get isHeld() {
    return this.root.matches(":active") || this.parts.sliders().some(({ thumb }) => thumb.held);
  }

  /** @param {string} id */
  isPending(id) {
    return Boolean(this.slider(id)?.thumb.held) || this.exchange.has(id);
  }

  /** The sweep of a control, if it is true of everything else as it now is. @param {string} id */
  playable(id) {
    if (this.exchange.hasOther(id)) return null;
    return this.sweeps.get(id, this.slider(id)?.spec.key, this.now);
  }

  /** Let go of a position that Python has taken over; ask for what the control in hand lacks. */
  settle() {
    const { armed, exchange, position } = this;
    if (position && (!this.slider(position.id) || !this.isPending(position.id))) {
      this.position = null;
    }
    const wanted = this.line.isOpen ? armed : this.position?.id;
    if (wanted && exchange.isEmpty && !this.playable(wanted)) this.arm(wanted);
  }

  // What is seen ---------------------------------------------------------------------------

  /** Say which sliders can be dragged now, and draw. */
  play() {
    for (const id of this.sweeps.known.keys()) {
      this.slider(id)?.setReady(Boolean(this.playable(id)));
    }
    this.show();
  }

  /** Draw the position in hand; while its sweep is on the way, what is drawn stays. */
  show() {
    const { painter, position } = this;
    const sweep = position && this.playable(position.id);
    const now = this.room.isShown ? (this.room.now ?? this.now) : this.now;
    if (position && sweep) painter.turnTo({ frames: sweep, row: position.index });
    else if (!position || !painter.drawn || !now?.isLike(painter.drawn.frames)) {
      painter.turnTo(now && { frames: now, row: 0 });
    }
    painter.redraw();
  }

  redraw() {
    this.painter.redraw();
  }

  /** Stand as on paper, at once, or on the screen again; a wall is not printed.
   * @param {boolean} isOnPaper */
  print(isOnPaper) {
    if (this.message?.view !== "page") return;
    this.isOnPaper = isOnPaper;
    this.root.classList.toggle("paper", isOnPaper);
    this.arrange();
    this.painter.drawAll();
  }
}
