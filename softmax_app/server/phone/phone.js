// A phone in a room: follows the teacher's questions, and sends guesses until the server has them.

import { formOf } from "./forms.js";
import { recall, remember } from "./kept.js";
import { make, said } from "./parts.js";
import { short } from "../../live/browser/digits.js";

/** @import { Form, State, Words } from "./phone" */

const PATIENCE = 35_000; // ms for an answer: the server keeps a question for 25 s
const PAUSES = [500, 1000, 2000, 4000]; // ms before what could not be had is asked for again

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const [line, told, guess, outcome, enter] = ["line", "told", "guess", "outcome", "enter"].map(byId);
/** @type {Words} */
const words = JSON.parse(byId("words").textContent ?? "{}");
const code = document.body.dataset.code ?? "";
const language = document.documentElement.lang.slice(0, 2);
const kept = recall(code);
/** @type {State | null} */
let state = null;
let waiting = new AbortController();
let isSending = false;

/** @param {number[] | null | undefined} one @param {number[] | null | undefined} other */
const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The name of the vote that is taken now. */
const slot = () => (state?.takes ? `${state.question} ${state.takes}` : "");

/** What the server has of the vote that is taken now. */
const taken = () => (state?.takes ? state.mine[state.takes - 1] : null);

/** @param {number} tries */
function pause(tries) {
  const length = PAUSES[Math.min(tries, PAUSES.length - 1)] * (0.75 + Math.random() / 2);
  return new Promise((resolve) => setTimeout(resolve, length));
}

/** Fetch, but not for ever: a line that is lost may not say so.
 * @param {string} address @param {RequestInit} options */
async function ask(address, options, stop = new AbortController()) {
  const timer = setTimeout(() => {
    line.textContent = words.offline;
    stop.abort();
  }, PATIENCE);
  try {
    return await fetch(address, { cache: "no-store", signal: stop.signal, ...options });
  } finally {
    clearTimeout(timer);
  }
}

/** Why something was refused: in the room's words, which a proxy's are not. @param {Response} found */
async function refusal(found) {
  if (found.status === 404 && state) return words.anew;
  const isOurs = found.headers.get("content-type")?.startsWith("text/plain");
  return isOurs ? await found.text() : words.offline;
}

/** Ask for the room's state, again and again. */
async function follow() {
  for (let tries = 0; ; ) {
    waiting = new AbortController();
    const query = new URLSearchParams({ phone: kept.phone, lang: language });
    if (state) query.set("seen", String(state.revision));
    try {
      const found = await ask(`${code}/state?${query}`, {}, waiting);
      if (found.ok) {
        tries = 0;
        enter.hidden = true;
        hear(await found.json());
        if (state?.pause) await pause(PAUSES.length);
        continue;
      }
      line.textContent = await refusal(found);
      enter.hidden = found.status !== 404 || !!state;
    } catch {
      if (waiting.signal.aborted) continue;
      line.textContent = words.offline;
    }
    if (state) state.revision = -1; // whatever comes next is news
    await pause(tries++);
  }
}

/** @param {State} found */
function hear(found) {
  const before = state;
  state = found;
  const isNew = before?.question !== found.question || before?.phase !== found.phase;
  if (isNew || !same(before?.mine[0], found.mine[0]) || !same(before?.mine[1], found.mine[1])) {
    show();
  }
  tell();
  void send();
}

/** Send what waits for the vote that is taken now, until the server has it or refuses it. */
async function send() {
  if (isSending) return;
  isSending = true;
  for (let tries = 0; kept.sent[slot()] && !same(kept.sent[slot()], taken()); ) {
    const name = slot();
    const [question, vote] = name.split(" ");
    const own = kept.sent[name];
    const body = JSON.stringify({ phone: kept.phone, question, round: Number(vote), guess: own });
    try {
      const found = await ask(`${code}/vote?lang=${language}`, { method: "POST", body });
      if (found.ok) {
        if (state && slot() === name) state.mine[state.takes - 1] = own;
      } else if (found.status === 400 || found.status === 409) {
        if (found.status === 400) delete kept.sent[name];
        remember(code, kept);
        waiting.abort(); // ask what is so now
        line.textContent = await refusal(found);
        break;
      } else {
        line.textContent = await refusal(found);
        await pause(tries++);
        continue;
      }
      tell();
    } catch {
      line.textContent = words.offline;
      await pause(tries++);
    }
  }
  isSending = false;
}

/** Say how things stand. */
function tell() {
  if (!state?.asked || !state.phase) {
    line.textContent = state ? words.wait : words.coming;
  } else if (state.takes) {
    const [own, draft] = [kept.sent[slot()], kept.drafts[slot()]];
    const isSent = own && same(own, taken());
    if (own && !isSent) line.textContent = words.sending;
    else if (draft && isSent && !same(draft, own)) line.textContent = words.changed;
    else line.textContent = isSent ? words.sent : "";
  } else if (state.phase === "talk") {
    line.textContent = words.talk;
  } else {
    const own = kept.sent[`${state.question} 1`];
    const has = state.mine[0] ?? state.mine[1];
    line.textContent =
      state.phase === "answer" ? "" : has ? words.over : own ? words.late : words.without;
  }
}

/** Build the page anew for another question or phase. */
function show() {
  for (const place of [guess, told, outcome]) place.replaceChildren();
  const asked = state?.asked;
  guess.hidden = !asked;
  if (!state || !asked) return;
  const isFree = state.takes > 0;
  const scores = asked.scores.map(short).join(", ");
  told.append(
    make("h1", "", asked.title),
    make("p", "", ...said(asked.ask)),
    ...(scores ? [make("p", "small", `${words.scores}: ${scores}`)] : []),
    ...(state.phase === "second" ? [make("p", "", make("b", "", words.second))] : []),
    ...(isFree ? [make("p", "small", asked.how)] : []),
  );
  const [first, second] = state.mine;
  const own = isFree ? (kept.drafts[slot()] ?? taken() ?? first) : (second ?? first);
  const form = formOf(asked, words, {
    guess: own,
    truth: state.outcome?.truth,
    best: state.outcome?.best,
    free: isFree,
    changed: (values) => {
      kept.drafts[slot()] = values;
      remember(code, kept);
      allow(isWhole(values));
      tell();
    },
  });
  const isWhole = (/** @type {number[]} */ values) =>
    values.length ===
    { bars: asked.names.length, amount: 1, choice: 1, order: asked.names.length }[asked.kind];
  // what nobody has touched is no guess
  const button = /** @type {HTMLButtonElement} */ (make("button", "send", words.send));
  const missing = make("p", "missing", asked.missing);
  const allow = (/** @type {boolean} */ may) => {
    button.disabled = !may;
    missing.hidden = may;
  };
  allow(!!own && isWhole(own));
  guess.append(form.root, ...(isFree ? [button, missing] : []));
  guess.onsubmit = (event) => {
    event.preventDefault();
    kept.sent[slot()] = [...form.read()];
    remember(code, kept);
    tell();
    void send();
  };
  conclude();
}

/** After the reveal, say how the guess came out and why. */
function conclude() {
  if (!state?.outcome) return;
  const [first, second] = state.mine;
  const changed = first && second && !same(first, second);
  outcome.append(
    make("p", "", ...said(state.outcome.said)),
    make("p", "", ...said(state.outcome.why)),
    ...(changed ? [make("p", "small", `${words.first}: ${first.map(name).join(", ")}`)] : []),
  );
}

/** A number of a guess in words. @param {number} one */
function name(one) {
  const isOption = state?.asked?.kind === "choice" || state?.asked?.kind === "order";
  return isOption ? (state?.asked?.names[one] ?? "") : short(one);
}

for (const event of ["online", "pageshow", "visibilitychange"]) {
  addEventListener(event, () => waiting.abort());
}
enter.onsubmit = (event) => {
  event.preventDefault();
  const typed = /** @type {HTMLInputElement} */ (byId("code")).value.replace(/[^\w]/g, "");
  const below = document.body.dataset.below ?? "";
  if (typed) location.assign(below + typed.toUpperCase() + location.search);
};
if (code) void follow();
