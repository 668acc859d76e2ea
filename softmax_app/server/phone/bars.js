// Bars whose heights are guessed, and what was guessed beside the answer.

import { short } from "../../live/browser/digits.js";
import { make, place, slider } from "./parts.js";

/** @import { Form, Question, Shown, Words } from "./phone" */

/** @param {Question} asked @param {Words} words @param {Shown} shown @returns {Form} */
export function bars(asked, words, shown) {
  const values = shown.guess ?? (shown.free ? asked.start : []);
  const heights = [...values];
  const sum = make("p", "small");
  const tell = () => {
    const total = heights.reduce((one, other) => one + other, 0);
    if (shown.free && asked.shares) sum.textContent = `${words.sum}: ${short(tidy(total))}`;
  };
  const columns = asked.names.map((name, k) => {
    if (!shown.free) return fixedBar(asked, name, k, heights[k], shown.truth?.[k]);
    return freeBar(asked, name, k, heights[k], (height) => {
      heights[k] = height;
      tell();
      shown.changed([...heights]);
    });
  });
  tell();
  if (shown.truth) sum.textContent = `▨ ${words.yours} · ■ ${words.answer}`;
  const css = shown.free ? "bars" : `bars fixed ${shown.truth ? "beside" : ""}`;
  const root = make("div", css, ...columns);
  return { root: make("div", "", make("p", "small", asked.axis), root, sum), read: () => heights };
}

/** Without the last digits, which only rounding has made. @param {number} x */
function tidy(x) {
  return Number(x.toFixed(9));
}

/** @param {Question} asked @param {string} name @param {number} k @param {Node[]} inner */
function column(asked, name, k, ...inner) {
  const zero = make("div", "zero");
  zero.style.bottom = `${place(asked, 0)}%`;
  const area = make("div", "area", zero, ...inner);
  const root = make("label", "bar", area, name);
  root.style.setProperty("--own", `var(--class-${k})`);
  return { root, area };
}

/** @param {Question} asked @param {string} name @param {number} k
 * @param {number | undefined} guess @param {number | undefined} truth */
function fixedBar(asked, name, k, guess, truth) {
  const { root, area } = column(asked, name, k);
  const told = make("p", "told");
  if (guess !== undefined) {
    area.append(level(make("div", "fill"), asked, guess));
    told.append(short(guess));
  }
  if (truth !== undefined) {
    area.append(level(make("div", "fill true"), asked, truth));
    told.append(...(guess === undefined ? [] : [" → "]), make("b", "", short(truth)));
  }
  root.prepend(told);
  return root;
}

/** @param {Question} asked @param {string} name @param {number} k @param {number} start
 * @param {(height: number) => void} changed */
function freeBar(asked, name, k, start, changed) {
  const fill = make("div", "fill");
  const input = slider(asked, `${name}, ${asked.axis}`, start);
  const { root, area } = column(asked, name, k, fill, input);
  const readout = make("b", "value");
  const draw = () => {
    readout.textContent = short(Number(input.value));
    level(fill, asked, Number(input.value));
  };
  input.oninput = () => {
    draw();
    changed(Number(input.value));
  };
  drag(area, asked, (x) => {
    input.value = String(x);
    input.dispatchEvent(new Event("input"));
  });
  draw();
  root.prepend(readout);
  return root;
}

/** @param {HTMLElement} bar @param {Question} asked @param {number} x */
function level(bar, asked, x) {
  const [from, to] = [place(asked, Math.min(x, 0)), place(asked, Math.max(x, 0))];
  bar.style.bottom = `${from}%`;
  bar.style.height = `${to - from}%`;
  return bar;
}

/** Let a finger set a height. @param {HTMLElement} area @param {Question} asked @param {(x: number) => void} set */
function drag(area, { low, high }, set) {
  const move = (/** @type {PointerEvent} */ event) => {
    const box = area.getBoundingClientRect();
    const share = 1 - (event.clientY - box.top) / box.height;
    set(low + Math.min(Math.max(share, 0), 1) * (high - low));
  };
  area.onpointerdown = (event) => {
    area.setPointerCapture(event.pointerId);
    move(event);
  };
  area.onpointermove = (event) => {
    if (area.hasPointerCapture(event.pointerId)) move(event);
  };
}
