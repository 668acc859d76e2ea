// What a projector asks of the rooms' addresses, with the secret that this browser alone holds.

const PATIENCE = 10_000; // ms that an answer may take
const KEPT = "softmax_room"; // by this name the browser keeps the secret
const SHOWN = "softmax_room_shown"; // and the tab, that its room is on the wall
const LASTS = 3 * 60 * 60 * 1000; // ms without use after which another class has another room

/** @typedef {{secret: string, code: string, at: number}} Own */
/** What came back: what was asked for, a sentence that says why not, or neither where the address
 * is not ours. @typedef {{status: number, found: any, sentence: string}} Told */

export class Doorway {
  /** @param {URL} base where the app's static files are */
  constructor(base) {
    /** The address of the app. */
    this.root = new URL("../..", base).href;
    /** @type {Own | null} */
    this.own = this.recall();
  }

  /** @returns {Own | null} */
  recall() {
    const kept = read("localStorage", KEPT);
    return kept && Date.now() - kept.at < LASTS ? kept : null;
  }

  /** @param {{secret: string, code: string} | null} own */
  keep(own) {
    this.own = own && { ...own, at: Date.now() };
    write("localStorage", KEPT, this.own);
  }

  /** Is the room on this tab's wall? */
  get isOn() {
    return read("sessionStorage", SHOWN) === this.root;
  }

  set isOn(isOn) {
    write("sessionStorage", SHOWN, isOn ? this.root : null);
  }

  /** @param {string} path @param {object} [body] @returns {Promise<Told>} */
  async ask(path, body) {
    const told = { status: 0, found: null, sentence: "" };
    const response = await this.fetch(path, AbortSignal.timeout(PATIENCE), body).catch(() => null);
    const kind = response?.headers.get("content-type") ?? "";
    if (!response) return told;
    if (response.ok && kind.startsWith("application/json")) {
      return { ...told, status: response.status, found: await response.json() };
    }
    // a host that does not know the address answers with a page, or in its own way
    const isOurs = !response.ok && kind.startsWith("text/plain") && response.status !== 405;
    return isOurs ? { ...told, status: response.status, sentence: await response.text() } : told;
  }

  /** What is said of the room from now on, or nothing. @param {AbortSignal} signal */
  async listen(signal) {
    const response = await this.fetch(this.path("events"), signal).catch(() => null);
    return response?.ok ? response.body : null;
  }

  /** The answers as a file, or nothing. */
  async answers() {
    const path = this.path("answers.csv");
    const response = await this.fetch(path, AbortSignal.timeout(PATIENCE)).catch(() => null);
    return response?.ok ? response.blob() : null;
  }

  /** @param {string} what of the room */
  path(what) {
    return `room/${this.own?.code}/${what}`;
  }

  /** @param {string} path @param {AbortSignal} signal @param {object} [body] */
  fetch(path, signal, body) {
    const headers = new Headers({ Accept: "*/*" });
    if (this.own) headers.set("Authorization", `Bearer ${this.own.secret}`);
    if (body) headers.set("Content-Type", "application/json");
    const method = body ? "POST" : "GET";
    const sent = body && JSON.stringify(body);
    return fetch(new URL(path, this.root), { method, headers, signal, body: sent });
  }
}

/** @typedef {"localStorage" | "sessionStorage"} Kind of storage: even to name one may be forbidden */

/** @param {Kind} storage @param {string} name */
function read(storage, name) {
  try {
    return JSON.parse(window[storage].getItem(name) ?? "null");
  } catch {
    return null; // a frame of another site may have nothing kept
  }
}

/** @param {Kind} storage @param {string} name @param {unknown} value */
function write(storage, name, value) {
  try {
    if (value === null) window[storage].removeItem(name);
    else window[storage].setItem(name, JSON.stringify(value));
  } catch {
    // as above: the room lasts as long as the page
  }
}
