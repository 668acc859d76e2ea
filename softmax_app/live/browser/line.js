// The course's own addresses, where they can be had: some hosts let only Streamlit's through.

const PAUSE = 30_000; // ms after which what failed is tried again
const PATIENCE = 10_000; // ms that an answer may take
const BYTES = "application/octet-stream";

export class Line {
  /** @param {URL} base where the app's static files are */
  constructor(base) {
    this.base = base;
    /** Of the code that answers: another one is another server. */
    this.version = "";
    this.blockedUntil = 0;
  }

  /** @param {string} version */
  lead(version) {
    if (version !== this.version) this.blockedUntil = 0;
    this.version = version;
  }

  get isOpen() {
    return this.version !== "" && performance.now() >= this.blockedUntil;
  }

  /** The bytes at an address of a page, or nothing; then the session is asked for a while.
   * @param {string} page its name; home has none @param {string} address
   * @returns {Promise<ArrayBuffer | null>} */
  async get(page, address) {
    if (!this.isOpen) return null;
    const url = new URL(`../../course/${this.version}/${page || "home"}/${address}`, this.base);
    try {
      const found = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
      // a host that does not know the address may well answer with a page
      const isOurs = found.ok && found.headers.get("content-type")?.startsWith(BYTES);
      if (isOurs) return await found.arrayBuffer();
    } catch {
      // no line, or not in time
    }
    this.blockedUntil = performance.now() + PAUSE;
    return null;
  }
}
