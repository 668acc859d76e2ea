// The scene stands below the first words before Streamlit's page is there, and then moves into it.

import { unpack } from "./frames.js";
import { loadStyles } from "./page.js";
import { Player } from "./player.js";

/** @import { Frames } from "./frames.js" */
/** @import { Assets, FirstHeader } from "./messages" */

/** What has begun so. @type {Player | null} */
let early = null;

/**
 * Draw a page that no session knows of yet.
 * @param {HTMLElement} place @param {ArrayBuffer} found @param {Assets} assets
 * @param {URL} base where the app's static files are
 */
export async function begin(place, found, assets, base) {
  /** @type {{header: FirstHeader, frames: Frames}} */
  const { header, frames } = unpack(found);
  await loadStyles(assets, header.loading, base);
  if (!place.isConnected) return; // Streamlit's page was there sooner
  early = new Player(place, base);
  early.begin({ ...header, assets }, frames);
  while (early && !early.painter.hasDrawn) await nextFrame();
}

/** Give the scene that has begun to Streamlit's page, if it is of that page and no hand holds it.
 * @param {HTMLElement} parent @param {string} page */
export async function takenOver(parent, page) {
  const player = early;
  early = null;
  if (!player || player.message?.page !== page) return null;
  while (player.isHeld && player.root.isConnected) await nextFrame();
  if (!player.root.isConnected) return null;
  const scrolled = player.root.closest("#first")?.scrollTop ?? 0;
  move(player, parent);
  parent.closest("[data-testid=stMain]")?.scrollTo(0, scrolled);
  return player;
}

function nextFrame() {
  return new Promise((done) => requestAnimationFrame(done));
}

/** Move a scene; what has the focus keeps it. @param {Player} player @param {HTMLElement} parent */
function move(player, parent) {
  const focused = document.activeElement;
  player.standIn(parent);
  if (focused instanceof HTMLElement && player.root.contains(focused)) {
    focused.focus({ preventScroll: true });
  }
}
