// The four forms of a question: built free, to be guessed at, or fixed, with what was guessed.

import { short } from "../../live/browser/digits.js";

/** @import { Form, Piece, Question, Shown, Words } from "./phone" */

const STEPS = 100;

/** Make an element with words in it, never mark-up.
 * @param {string} tag @param {string} css @param {(Node | string)[]} inner */
export function make(tag, css = "", ...inner) {
  const made = document.createElement(tag);
  if (css) made.className = css;
  made.append(...inner);
  return made;
}

/** @param {Piece[]} pieces @returns {(Node | string)[]} */
export function said(pieces) {
  return pieces.map((one) => {
    if (typeof one === "object") return make("b", "", ...said(one.b));
    return typeof one === "number" ? short(one) : one;
  });
}

/** Return the form of a question, and how its guess is read.
 * @param {Question} asked @param {Words} words @param {Shown} shown @returns {Form} */
export function formOf(asked, words, shown) {
  switch (asked.kind) {
    case "bars":
      return bars(asked, words, shown);
    case "amount":
      return amount(asked, words, shown);
    case "choice":
      return choice(asked, words, shown);
    default:
      return order(asked, words, shown);
  }
}

/** @param {Question} asked @param {string} label @param {number} value */
function slider({ low, high }, label, value) {
  const made = /** @type {HTMLInputElement} */ (make("input"));
  Object.assign(made, { type: "range", min: low, max: high, step: (high - low) / STEPS, value });
  made.setAttribute("aria-label", label);
  return made;
}

/** Where a value stands between the ends, as a part of 100. @param {Question} asked @param {number} x */
function place({ low, high }, x) {
  return (100 * (Math.min(Math.max(x, low), high) - low)) / (high - low);
}

/** @param {Question} asked @param {Words} words @param {Shown} shown @returns {Form} */
function bars(asked, words, shown) {
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

/** @param {Question} asked @param {Words} words @param {Shown} shown @returns {Form} */
function amount(asked, words, { guess, truth, free, changed }) {
  const ends = make(
    "div",
    "ends",
    make("span", "", short(asked.low)),
    make("span", "", short(asked.high)),
  );
  if (!free) {
    const lane = make("div", "lane");
    if (guess) lane.append(marked("◇", "mark", asked, guess[0], words.yours));
    if (truth) lane.append(marked("●", "mark true", asked, truth[0], words.answer));
    const told = [
      ...(guess ? [`◇ ${words.yours}: ${short(guess[0])}`] : []),
      ...(truth ? [`● ${words.answer}: ${short(truth[0])}`] : []),
    ];
    return {
      root: make("div", "amount", lane, ends, make("p", "", told.join(" · "))),
      read: () => [],
    };
  }
  const value = guess ?? asked.start;
  const readout = make("b", "value", short(value[0]));
  const input = slider(asked, asked.axis, value[0]);
  input.oninput = () => {
    readout.textContent = short(Number(input.value));
    changed([Number(input.value)]);
  };
  const root = make("div", "amount", make("p", "small", asked.axis), readout, input, ends);
  return { root, read: () => [Number(input.value)] };
}

/** @param {string} sign @param {string} css @param {Question} asked @param {number} x @param {string} title */
function marked(sign, css, asked, x, title) {
  const made = make("span", css, sign);
  made.title = title;
  made.style.left = `${place(asked, x)}%`;
  return made;
}

/** @param {Question} asked @param {Words} words @param {Shown} shown @returns {Form} */
function choice(asked, words, { guess, best, free, changed }) {
  const root = make("fieldset", "", make("legend", "small", asked.axis));
  let chosen = guess ?? [];
  asked.names.forEach((name, k) => {
    const input = /** @type {HTMLInputElement} */ (make("input"));
    Object.assign(input, {
      type: "radio",
      name: "choice",
      checked: chosen[0] === k,
      disabled: !free,
    });
    input.onchange = () => {
      chosen = [k];
      changed(chosen);
    };
    const tags = [
      ...(!free && chosen[0] === k ? [make("span", "tag", words.yours)] : []),
      ...(best?.[0] === k ? [make("span", "tag true", `✓ ${words.answer}`)] : []),
    ];
    root.append(make("label", "option", make("span", "", name), input, ...tags));
  });
  return { root, read: () => chosen };
}

/** @param {Question} asked @param {Words} words @param {Shown} shown @returns {Form} */
function order(asked, words, { guess, best, free, changed }) {
  const root = make("div", "", make("p", "small", asked.axis));
  let ranks = guess ?? [];
  const options = asked.names.map((name, k) => {
    const button = /** @type {HTMLButtonElement} */ (
      make("button", "option", make("span", "", name))
    );
    const tag = make("span", "tag");
    button.append(tag);
    if (best) button.append(make("span", "tag true", `${words.answer}: ${best.indexOf(k) + 1}`));
    Object.assign(button, { type: "button", disabled: !free });
    button.onclick = () => {
      ranks = ranks.includes(k) ? ranks.filter((one) => one !== k) : [...ranks, k];
      draw();
      changed(ranks);
    };
    root.append(button);
    return { button, tag };
  });
  function draw() {
    options.forEach(({ button, tag }, k) => {
      const rank = ranks.indexOf(k) + 1;
      tag.textContent = rank ? `${free ? "" : `${words.yours}: `}${rank}` : "";
      button.classList.toggle("chosen", rank > 0);
      button.setAttribute("aria-pressed", String(rank > 0));
    });
  }
  draw();
  return { root, read: () => ranks };
}
