// What the live figure takes from, and gives to, the page around it.

/** @import { Cookie, Shades } from "./messages" */

/** @type {Map<string, Promise<unknown>>} */
const loading = new Map();

/** Load a script or a style sheet, once for the whole page. @param {"script" | "link"} tag @param {URL} url */
export function loadOnce(tag, url) {
  const known = loading.get(url.href);
  if (known) return known;
  const element = document.createElement(tag);
  if (element instanceof HTMLLinkElement)
    Object.assign(element, { rel: "stylesheet", href: url.href });
  else Object.assign(element, { src: url.href });
  const loaded = new Promise((resolve, reject) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => {
      loading.delete(url.href); // the next answer tries again
      reject(new Error(`could not load ${url.href}`));
    });
  });
  loading.set(url.href, loaded);
  document.head.append(element);
  return loaded;
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

/** Give the figures' colours to the style sheet, by their names.
 * @param {HTMLElement} root @param {Shades} shades @param {boolean} dark */
export function paintShades(root, shades, dark) {
  root.dataset.theme = dark ? "dark" : "light";
  for (const [name, shade] of Object.entries(shades)) {
    root.style.setProperty(`--${name}`, shade[dark ? 1 : 0]);
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
