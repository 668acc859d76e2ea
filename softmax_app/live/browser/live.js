// Plays what Python computed. This script knows controls, arrays, and which array feeds which
// trace or text; it knows no mathematics, no lesson and no language.

import { giveFocusBack } from "./dialogs.js";
import { begin, takenOver } from "./early.js";
import { Frame } from "./frame.js";
import { explainTerms } from "./gloss.js";
import { loadStyles } from "./page.js";
import { Player } from "./player.js";
import { printAll } from "./print.js";
import { PageEnd } from "./shelf.js";

/** @import { Component, Message, Shelf } from "./messages" */

/** @type {WeakMap<HTMLElement, Promise<Player>>} */
const players = new WeakMap();
/** What is to be shown where. @type {WeakMap<HTMLElement, Message>} */
const latest = new WeakMap();
/** @type {WeakMap<HTMLElement, PageEnd>} */
const ends = new WeakMap();
const frame = new Frame();
explainTerms();
giveFocusBack();
printAll(frame);

/**
 * Called by Streamlit at first and whenever the data or the theme changes.
 * @param {Component} component
 * @param {URL} base where the app's static files are
 */
export default async function live({ data, parentElement, setStateValue }, base) {
  latest.set(parentElement, data);
  await loadStyles(data.assets, data.loading, base);
  const isNew = !players.has(parentElement);
  if (isNew) players.set(parentElement, playerIn(parentElement, data.page, base));
  const player = await players.get(parentElement);
  if (!player || latest.get(parentElement) !== data) return;
  player.exchange.send = (report) => setStateValue("hand", report);
  player.receive(data);
  player.exchange.ask(); // what was done before there was a session
}

/** @param {HTMLElement} parent @param {string} page @param {URL} base */
async function playerIn(parent, page, base) {
  const player = (await takenOver(parent, page)) ?? new Player(parent, base);
  frame.surround(player);
  return player;
}

/** Called likewise where the page's end begins. @param {Shelf} component */
export function shelf({ data, parentElement, setStateValue }) {
  let end = ends.get(parentElement);
  if (!end) {
    end = new PageEnd(parentElement, frame);
    ends.set(parentElement, end);
  }
  end.send = (near) => setStateValue("near", near);
  end.receive(data);
}

/** Called by the HTML that comes first. */
export const beginEarly = begin;
