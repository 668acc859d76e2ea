// What the live figure takes from, and gives to, the page around it.

/** @import { Assets, Cookie, Loading, Shades } from "./messages" */

const FIRST_PAUSE = 1000; // ms before what could not be had is tried again, twice as long each time
const LONGEST_PAUSE = 30_000;
const PATIENCE = 3000; // ms after which it is said that something is still on its way
const NOTICE =
  "position: fixed; inset: auto 0 0 0; z-index: 10; margin: 0; padding: 0.5rem 1rem;" +
  "text-align: center; background: var(--st-secondary-background-color, Canvas);" +
  "color: var(--st-text-color, CanvasText); font-family: var(--st-font, sans-serif)";

/** @type {Map<string, Promise<unknown>>} */
const loading = new Map();
/** What is still missing, and whether it has failed before. @type {Map<string, boolean>} */
const missing = new Map();
const notice = document.createElement("p");
notice.setAttribute("role", "status");
notice.style.cssText = NOTICE;

/** Load a script or a style sheet, once for the whole page, however often it takes; say so in
 * words while it is not there. @param {"script" | "link"} tag @param {URL} url @param {Loading} words */
export function loadOnce(tag, url, words) {
  const known = loading.get(url.href);
  if (known) return known;
  const loaded = keepTrying(tag, url, words);
  loading.set(url.href, loaded);
  return loaded;
}

/** @param {Assets} assets @param {Loading} words @param {URL} base where the app's static files are */
export async function loadStyles({ styles }, words, base) {
  await Promise.all(styles.map((style) => loadOnce("link", new URL(style, base), words)));
}

/** @param {"script" | "link"} tag @param {URL} url @param {Loading} words */
async function keepTrying(tag, url, words) {
  const late = setTimeout(() => tell(url.href, false, words), PATIENCE);
  let wait = FIRST_PAUSE;
  while (!(await load(tag, url))) {
    tell(url.href, true, words);
    await new Promise((done) => setTimeout(done, wait));
    wait = Math.min(2 * wait, LONGEST_PAUSE);
  }
  clearTimeout(late);
  missing.delete(url.href);
  show(words);
}

/** @param {string} address @param {boolean} failed @param {Loading} words */
function tell(address, failed, words) {
  missing.set(address, failed || missing.get(address) === true);
  show(words);
}

/** Say what is the matter, if anything is. @param {Loading} words */
function show(words) {
  const hasFailed = [...missing.values()].includes(true);
  notice.textContent = hasFailed ? words.missing : words.coming;
  if (missing.size > 0) document.body.append(notice);
  else notice.remove();
}

/** Load it once; false, if it could not be had. @param {"script" | "link"} tag @param {URL} url
 * @returns {Promise<boolean>} */
function load(tag, url) {
  const element = document.createElement(tag);
  if (element instanceof HTMLLinkElement)
    Object.assign(element, { rel: "stylesheet", href: url.href });
  else Object.assign(element, { src: url.href });
  return new Promise((resolve) => {
    element.addEventListener("load", () => resolve(true));
    element.addEventListener("error", () => {
      element.remove();
      resolve(false);
    });
    document.head.append(element);
  });
}

/** Is the theme's ground dark? @param {HTMLElement} element */
export function isDark(element) {
  const ground = getComputedStyle(element).getPropertyValue("--st-background-color");
  const probe = document.createElement("canvas").getContext("2d");
  if (!probe) return false;
  probe.fillStyle = ground.trim() || "white";
  probe.fillRect(0, 0, 1, 1);
  const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
  return red + green + blue < 384;
}

/** Give the figures' colours to the style sheets, by their names: the code at the page's end has
 * them too. @param {HTMLElement} root @param {Shades} shades @param {boolean} dark */
export function paintShades(root, shades, dark) {
  root.dataset.theme = dark ? "dark" : "light";
  for (const [name, shade] of Object.entries(shades)) {
    document.documentElement.style.setProperty(`--${name}`, shade[dark ? 1 : 0]);
  }
}

/** Return what puts the dark twin in the place of each light colour of a figure, or leaves them.
 * @param {Shades} shades @param {boolean} dark @returns {(json: string) => string} */
export function recolored(shades, dark) {
  if (!dark) return (json) => json;
  const twins = new Map(
    Object.values(shades).map(([light, other]) => [`"${light}"`, `"${other}"`]),
  );
  return (json) => json.replace(/"#[0-9a-f]{6}"/g, (color) => twins.get(color) ?? color);
}

/** Let the browser keep words for a year, for this app alone: the first one as it is now, and all
 * others that this or another tab has brought.
 * @param {Cookie} cookie @param {URL} base */
export function keep({ name, first, others }, base) {
  const path = new URL("../..", base).pathname;
  const known = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`)) ?? "";
  const value = [first, ...new Set([...known.split(".").slice(1), ...others])].join(".");
  const year = 365 * 24 * 60 * 60;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some browsers
  document.cookie = `${name}=${value}; path=${path}; max-age=${year}; samesite=lax`;
}

/** Give the reader a file. @param {string} address @param {string} name */
export function download(address, name) {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
