// The course in Firefox, driven by puppeteer-core over WebDriver BiDi: what differs between browsers.
//
// node firefox.mjs <folder with puppeteer-core> <Firefox> <address of the course> <page names…>

import { createRequire } from "node:module";

const [folder, executablePath, address, ...names] = process.argv.slice(2);
const puppeteer = createRequire(`${folder}/`)("puppeteer-core");
const PATIENCE = 30_000; // ms
const LANGUAGES = ["en", "zh"];
const DRAWN = `() => {
  const plots = [...document.querySelectorAll(".stApp .live figure > .plot")];
  return plots.length > 0 && plots.every((plot) => plot.data && plot._fullData)
    && !document.getElementById("first");
}`;

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  defaultViewport: { width: 1280, height: 900 },
});
const page = await browser.newPage();
page.setDefaultTimeout(PATIENCE);
/** @type {string[]} */
const faults = [];
/** What Firefox tells of a page that is being left: a font on its way (NS_BINDING_ABORTED), and a
 * session that has ended before its page. */
const LEFT = [/downloadable font: .* status=2152398850 /, /backMessage when disconnected/];
let isLeaving = false;
page.on("framenavigated", (frame) => {
  if (frame === page.mainFrame()) isLeaving = false;
});
page.on("pageerror", (error) => hear(`page: ${error}`));
page.on("console", (said) => {
  if (said.type() === "error") hear(`console: ${said.text()}`);
});

/** @param {string} fault */
function hear(fault) {
  if (isLeaving && LEFT.some((one) => one.test(fault))) return;
  faults.push(`${fault}, at ${page.url()}`);
}

/** @param {string} name @param {string} query */
async function open(name, query) {
  isLeaving = true;
  await page.goto(`${address}/${name}?${query}`);
  await page.waitForFunction(`(${DRAWN})()`);
}

/** Wait until the address says something. @param {string} pattern */
async function settled(pattern) {
  await page
    .waitForFunction(`/${pattern}/.test(location.href)`)
    .catch(() => assert(false, `the address never said ${pattern}, but ${page.url()}`));
}

/** @param {unknown} holds @param {string} sentence */
function assert(holds, sentence) {
  if (!holds) throw new Error(sentence);
}

/** @param {string} css */
async function boxOf(css) {
  const box = await page.$eval(css, (one) => {
    one.scrollIntoView({ block: "center" });
    const { x, y, width, height } = one.getBoundingClientRect();
    return { x, y, width, height };
  });
  assert(box.width > 0, `${css} is not to be seen`);
  return box;
}

/** Take something at a place and let it go at another: shares of its width and height.
 * @param {string} css @param {number[]} from @param {number[]} to */
async function drag(css, from, to) {
  const { x, y, width, height } = await boxOf(css);
  await page.mouse.move(x + from[0] * width, y + from[1] * height);
  await page.mouse.down();
  await page.mouse.move(x + to[0] * width, y + to[1] * height, { steps: 6 });
  await page.mouse.up();
}

/** Two places over the first bar of a figure, as shares of its width and height.
 * @param {any} plot */
function placesOfBar(plot) {
  const { xaxis, yaxis, width, height } = plot._fullLayout;
  const x = (xaxis._offset + xaxis.d2p(0)) / width;
  return [0.6, 0.3].map((share) => [x, (yaxis._offset + share * yaxis._length) / height]);
}

/** Wait until the link is another one than before. @param {string} before @param {string} what */
async function linkHasChanged(before, what) {
  await page
    .waitForFunction((link) => location.href !== link, {}, before)
    .catch(() => assert(false, `${what} sets nothing`));
}

/** What a bar or a slider of a page sets, it says in its link. @param {string} name */
async function opensAndIsMoved(name) {
  for (const language of LANGUAGES) {
    await open(name, `lang=${language}`);
    const lang = await page.evaluate(() => document.documentElement.lang);
    assert(lang.startsWith(language), `${name} is in ${lang}, not in ${language}`);
  }
  const bars = '.live .plot[role="slider"]';
  if (await page.$(bars)) {
    const before = page.url();
    await drag(bars, ...(await page.$eval(bars, placesOfBar)));
    await linkHasChanged(before, `a bar of ${name}`);
    await settled("[?&]z=");
  }
  const before = page.url();
  const stands = await page.$eval(".live .range", (one) => one.value / one.max);
  await drag(".live .range", [0.5, 0.5], [stands < 0.5 ? 0.8 : 0.2, 0.5]);
  await linkHasChanged(before, `a slider of ${name}`);
}

async function everyPageOpensAndIsMoved() {
  for (const name of names) {
    await opensAndIsMoved(name).catch((error) => faults.push(`${name}: ${error.message}`));
  }
}

/** The arrows of a number field would lie over its last digit. */
async function digitsAreNotCovered() {
  await open("scores_to_probabilities", "z=-98.7654,3,5");
  const looks = await page.$$eval(".live .field", (all) =>
    all.map((one) => getComputedStyle(one).appearance),
  );
  assert(looks.length > 3, "there are no number fields");
  assert(
    looks.every((look) => look === "textfield"),
    `number fields look as ${looks}`,
  );
  const cut = await page.$$eval(".live .field", (all) =>
    all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.value),
  );
  assert(cut.length === 0, `cut off: ${cut}`);
}

/** @param {string} css */
async function pressByKey(css) {
  await page.waitForSelector(css);
  await page.focus(css);
  await page.keyboard.press("Enter");
}

async function questionsGoByKeys() {
  await open("scores_to_probabilities", "lang=en");
  await pressByKey(".live .buttons.questions button");
  await settled("q=tenth");
  await page.waitForSelector(".live .asked .plot[role=slider]");
  await page.focus(".live .asked .plot[role=slider]");
  for (const key of ["ArrowUp", "ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
  await settled("q=tenth,0.34,0.32,");
  await pressByKey(".live .asked .buttons.onward button");
  await settled("q=tenth,committed");
  await page.waitForFunction(() => document.querySelectorAll(".live .asked .range").length === 0);
  await pressByKey(".live .asked .buttons.onward button");
  await settled("q=tenth,shown");
  await page.waitForSelector(".live .asked .outcome");
}

async function theProjectorIsLedAndShared() {
  await open("overflow", "lang=en&view=light");
  await page.keyboard.press("End");
  await settled("q=save");
  await page.keyboard.press("Home");
  await settled("view=light$");
  await page.keyboard.press("PageDown");
  await settled("q=part1");
  await page.keyboard.press("d");
  await settled("view=dark");
  await page.keyboard.press("s");
  await page
    .waitForFunction(() => document.querySelector('[role="dialog"] .st-key-qr img')?.naturalWidth)
    .catch(() => assert(false, "there is no QR code"));
  const shown = await page.waitForSelector('[role="dialog"] >>> code');
  const link = (await shown?.evaluate((one) => one.textContent)) ?? "";
  assert(link.startsWith(`${address}/overflow?`), `the link is ${link}`);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector('[role="dialog"]'));
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !location.href.includes("view="));
}

async function aPhoneGuessesInARoom() {
  await open("overflow", "lang=en&view=light&q=limit");
  await page.keyboard.press("g");
  const shown = await page.waitForSelector(".live.projected .room .code");
  const code = await shown?.evaluate((one) => one.textContent?.trim());
  const phone = await browser.newPage();
  phone.on("pageerror", (error) => faults.push(`phone: ${error}`));
  await phone.setViewport({ width: 390, height: 844 });
  await phone.goto(`${address}/room/${code}?lang=en`);
  await phone.waitForSelector("#guess:not([hidden]) input");
  await phone.focus("#guess input");
  await phone.keyboard.press("ArrowRight");
  await phone.click("#guess .send:not([disabled])");
  await page.waitForFunction(() => document.querySelector(".room output")?.textContent === "1");
  await phone.close();
}

/** @type {Record<string, () => Promise<void>>} */
const CHECKS = {
  everyPageOpensAndIsMoved,
  digitsAreNotCovered,
  questionsGoByKeys,
  theProjectorIsLedAndShared,
  aPhoneGuessesInARoom,
};

for (const [name, check] of Object.entries(CHECKS)) {
  await check().catch((error) => faults.push(`${name}, at ${page.url()}: ${error.message}`));
  console.log(`${name}: ${faults.length === 0 ? "well" : faults.splice(0).join("\n  ")}`);
}
await browser.close();
