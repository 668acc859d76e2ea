// The four forms of a question: built free, to be guessed at, or fixed, with what was guessed.

import { short } from "../../live/browser/digits.js";
import { bars } from "./bars.js";
import { make, place, slider } from "./parts.js";

/** @import { Form, Question, Shown, Words } from "./phone" */

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
