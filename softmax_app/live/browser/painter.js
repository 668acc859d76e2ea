// Draws what is to be seen, with the frames of the browser.

import { FigureView } from "./figure.js";

/** @import { Frames } from "./frames.js" */
/** @import { PartList } from "./parts.js" */

const PATIENCE = 60; // ms that a figure below may lag behind a moving hand

export class Painter {
  /** @param {PartList} parts @param {(id: string) => boolean} isPending */
  constructor(parts, isPending) {
    this.parts = parts;
    this.isPending = isPending;
    /** @type {{frames: Frames, row: number} | null} */
    this.drawn = null;
    this.frameRequested = false;
    this.fresh = false;
  }

  redraw() {
    this.fresh = true;
    this.requestFrame();
  }

  requestFrame() {
    if (this.frameRequested) return;
    this.frameRequested = true;
    requestAnimationFrame((time) => this.paint(time));
  }

  /** Draw the stage at once. Figures below wait for a frame with nothing new in it, so that they
   * do not slow the picture under the hand, but not for long. @param {number} time */
  paint(time) {
    this.frameRequested = false;
    if (!this.drawn) return;
    const { frames, row } = this.drawn;
    const { fresh } = this;
    this.fresh = false;
    if (fresh) this.follow(frames, row);
    for (const [key, panel] of this.parts.panels) {
      if (fresh) panel.stale ??= time;
      if (panel.stale === null) continue;
      const canWait = key.includes(".below.") && panel instanceof FigureView;
      if (canWait && fresh && time - panel.stale < PATIENCE) {
        this.requestFrame();
        continue;
      }
      panel.stale = null;
      panel.draw(frames, row);
    }
  }

  /** Sliders that another one moves along stand where it has moved them.
   * @param {Frames} frames @param {number} row */
  follow(frames, row) {
    for (const slider of this.parts.sliders()) {
      const { follows, id } = slider.spec;
      if (!follows || !frames.has(follows[0]) || this.isPending(id)) continue;
      slider.stand(frames.row(follows[0], row)[follows[1]]);
    }
  }
}
