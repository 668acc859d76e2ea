// A question put to the whole class: what the projector's keys do to the room, and what is on its
// wall. All words, numbers and figures come from the server, for each phase anew.

import { Doorway } from "./doorway.js";
import { Frames, unpackText } from "./frames.js";
import { download } from "./page.js";
import { said } from "./stream.js";

/** @import { Drawn, Part, Wall } from "./messages" */

const ROOM = "room:"; // what its events begin with
const FIRST_PAUSE = 500; // ms before a lost line is tried again, twice as long each time
const LONGEST_PAUSE = 8000;

/**
 * What a room needs of the player.
 * @typedef {object} Partner
 * @property {() => Drawn | null} drawn what is on the page
 * @property {() => void} arrange have all stand as it now is
 * @property {() => void} show draw the numbers
 * @property {(event: string) => void} act
 */

/** How many have answered, in both votes, and how many phones have come.
 * @typedef {{answered: number[], phones: number}} Counted */

export class Room {
  /** @param {URL} base @param {Partner} partner */
  constructor(base, partner) {
    this.door = new Doorway(base);
    this.partner = partner;
    this.isOn = this.door.isOn;
    /** What it is at. */
    this.question = "";
    /** @type {Wall | null} */
    this.wall = null;
    /** @type {Frames | null} */
    this.now = null;
    /** Why there is no room: a sentence, or nothing where no address of ours answers. @type {string | null} */
    this.refusal = null;
    /** What is said beside it. */
    this.notice = "";
    /** Ends what is being heard. @type {AbortController | null} */
    this.hearing = null;
  }

  // What the hand does ---------------------------------------------------------------------

  /** Is an event the room's, or does it become one while the room is on the wall?
   * @param {string} event */
  takes(event) {
    const meant = this.isShown ? (this.wall?.events[event] ?? event) : event;
    if (!meant.startsWith(ROOM)) return event.startsWith(ROOM);
    const what = meant.slice(ROOM.length);
    if (what === "away" || (what === "" && this.isOn)) this.leave();
    else if (what === "") this.enter();
    else if (what === "csv") this.save();
    else if (this.isShown) this.move({ question: this.question, phase: what });
    return true;
  }

  enter() {
    if (!this.atHand) return;
    this.isOn = true;
    this.door.isOn = true;
    this.partner.arrange();
  }

  leave() {
    this.isOn = false;
    this.door.isOn = false;
    this.refusal = null;
    this.question = "";
    this.hearing?.abort();
    this.hearing = null;
    this.partner.arrange();
  }

  /** @param {{question: string, phase?: string}} where */
  async move(where) {
    const { status, sentence } = await this.door.ask(this.door.path("move"), where);
    if (status >= 400 && status !== 409) this.tell(sentence);
    else await this.refresh(); // 409: it is elsewhere already
  }

  async save() {
    const file = await this.door.answers();
    if (!file) return;
    const address = URL.createObjectURL(file);
    download(address, `softmax-${this.door.own?.code}.csv`);
    URL.revokeObjectURL(address);
  }

  // What the page is at --------------------------------------------------------------------

  /** The question that is projected, if any. */
  get atHand() {
    const drawn = this.partner.drawn();
    if (!drawn || drawn.view === "page" || !drawn.parts.some((one) => one.css === "asked"))
      return "";
    const item = new URLSearchParams(drawn.link).get("q")?.split(",")[0];
    return `${drawn.page}/${item}`;
  }

  /** Is the room, or why there is none, to be seen in the place of the question? */
  get isShown() {
    if (!this.isOn || !this.atHand) return false;
    return this.refusal !== null || this.wall?.question === this.atHand;
  }

  /** The page has come to a question, perhaps: the room goes along. */
  follow() {
    const { atHand } = this;
    if (!this.isOn || !atHand) return;
    const isNews = atHand !== this.question;
    this.question = atHand;
    if (!this.hearing) this.listen();
    else if (isNews) this.move({ question: atHand });
    else if (this.wall && this.wall.language !== this.partner.drawn()?.language) this.refresh();
  }

  /** What is seen of a page: its own parts, or the room. @param {Drawn} drawn @returns {Part[]} */
  parts({ parts, noRoom }) {
    if (!this.isShown) return parts;
    if (this.refusal !== null) return noRoom ? [told(noRoom, this.refusal)] : parts;
    return this.wall ? [told(this.wall.part, "", this.notice)] : parts;
  }

  // What comes -----------------------------------------------------------------------------

  /** Open the room, or find it again, and hear of it until it is left. */
  async listen() {
    const hearing = new AbortController();
    this.hearing = hearing;
    let pause = FIRST_PAUSE;
    while (!hearing.signal.aborted) {
      if (await this.open()) {
        const body = await this.door.listen(hearing.signal);
        if (body) pause = FIRST_PAUSE;
        if (body) await this.hear(body).catch(() => {}); // the line was cut
      }
      if (hearing.signal.aborted || this.refusal !== null) break;
      this.tell(this.wall?.words.lost ?? "");
      await new Promise((done) => setTimeout(done, pause));
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
    if (this.hearing === hearing) this.hearing = null;
  }

  /** @returns {Promise<boolean>} */
  async open() {
    const { door, question, wall } = this;
    const phase = wall?.question === question && wall.phase === "answer" ? "answer" : "open";
    const own = door.own ? { secret: door.own.secret } : {};
    const { status, found, sentence } = await door.ask("room", { ...own, question, phase });
    if (!found) {
      if (!wall) this.refuse(sentence);
      return false;
    }
    door.keep({ secret: found.secret ?? door.own?.secret, code: found.code });
    this.refusal = null;
    this.notice = status === 201 && wall ? wall.words.again : "";
    if (found.room.question !== this.question) await this.move({ question: this.question });
    return true;
  }

  /** @param {ReadableStream<Uint8Array>} body */
  async hear(body) {
    for await (const { event, data } of said(body)) {
      if (event === "room") await this.come(JSON.parse(data));
      else if (event === "count") this.count(JSON.parse(data));
      else if (event === "gone") {
        this.door.keep(null);
        this.wall = null;
        this.leave();
      }
    }
  }

  /** The room has moved, perhaps by our own hand. @param {Counted & {revision: number}} room */
  async come(room) {
    if (room.revision === this.wall?.revision) this.count(room);
    else await this.refresh();
  }

  /** Have what is on the wall from the server. */
  async refresh() {
    const drawn = this.partner.drawn();
    const query = new URLSearchParams({ lang: drawn?.language ?? "en", root: this.door.root });
    const { found } = await this.door.ask(`${this.door.path("wall")}?${query}`);
    if (!found || !this.isOn) return;
    /** @type {Wall} */
    const wall = found;
    const isNews = wall.phase !== this.wall?.phase || wall.question !== this.wall?.question;
    this.wall = wall;
    this.now = unpackText(wall.now).frames;
    this.partner.arrange();
    // the page is to go on from its own answer
    if (isNews && wall.phase === "answer" && this.isShown) this.partner.act("reveal:");
  }

  /** How many have answered. @param {Counted} numbers */
  count({ answered, phones }) {
    if (!this.now) return;
    const arrays = new Map(this.now.arrays);
    arrays.set("answered", { values: Float64Array.from(answered), rows: 1 });
    arrays.set("phones", { values: Float64Array.of(phones), rows: 1 });
    this.now = new Frames(arrays);
    this.partner.show();
  }

  /** @param {string} notice */
  tell(notice) {
    if (notice === this.notice) return;
    this.notice = notice;
    this.partner.arrange();
  }

  /** @param {string} sentence */
  refuse(sentence) {
    this.refusal = sentence;
    this.partner.arrange();
  }
}

/** A part with a sentence in the place of its own, or with another one below.
 * @param {Part} part @param {string} instead @param {string} [below] @returns {Part} */
function told(part, instead, below = "") {
  const lead = instead ? [{ markup: { tag: "p", css: "ask", content: instead } }] : part.lead;
  const attributes = { role: "status" };
  const notice = { markup: { tag: "p", css: "notice", content: below, attributes } };
  return { ...part, lead: below ? [...lead, notice] : lead };
}
