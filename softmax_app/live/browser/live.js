// Plays what Python computed. This script knows controls, arrays, and which array feeds which
// trace or text; it knows no mathematics, no lesson and no language.

import { giveFocusBack } from "./dialogs.js";
import { Frame } from "./frame.js";
import { explainTerms } from "./gloss.js";
import { loadOnce } from "./page.js";
import { Player } from "./player.js";
import { PageEnd } from "./shelf.js";

/** @import { Component, Shelf } from "./messages" */

/** @type {WeakMap<HTMLElement, Player>} */
const players = new WeakMap();
/** @type {WeakMap<HTMLElement, PageEnd>} */
const ends = new WeakMap();
const frame = new Frame();
explainTerms();
giveFocusBack();

/**
 * Called by Streamlit at first and whenever the data or the theme changes.
 * @param {Component} component
 * @param {URL} base where the app's static files are
 */
export default async function live({ data, parentElement, setStateValue }, base) {
  let player = players.get(parentElement);
  if (!player) {
    player = new Player(parentElement, base);
    players.set(parentElement, player);
    frame.surround(player);
  }
  player.exchange.send = (report) => setStateValue("hand", report);
  player.latest = data;
  await Promise.all(
    data.assets.styles.map((style) => loadOnce("link", new URL(style, base), data.loading)),
  );
  if (player.latest === data) player.receive(data);
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
