// Draws what is to be seen, with the frames of the browser.

import { FigureView } from "./figure.js";
import { Markup } from "./markup.js";
import { morphing } from "./morph.js";
import { Sight } from "./sight.js";

/** @import { Frames } from "./frames.js" */
/** @import { Morph, Shown } from "./morph.js" */
/** @import { PartList } from "./parts.js" */

const PATIENCE = 60; // ms that a figure below may lag behind a moving hand
const REST = 400; // ms without anything new after which nothing is thought to move
const QUIET = 300; // ms likewise, before it is told in words

export class Painter {
  /** @param {PartList} parts @param {(id: string) => boolean} isPending */
  constructor(parts, isPending) {
    this.parts = parts;
    this.isPending = isPending;
    /** What is to be seen. @type {Shown | null} */
    this.drawn = null;
    /** What leads there, while it is on the way. @type {Morph | null} */
    this.morph = null;
    /** Does what comes next come without a hand that moves it? */
    this.leaps = false;
    this.frameRequested = false;
    this.fresh = false;
    this.sight = new Sight(() => this.requestFrame());
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.telling = undefined;
    /** Called when what is to be seen has been told. */
    this.ontold = () => {};
  }

  /** From now on this is to be seen. @param {Shown | null} shown */
  turnTo(shown) {
    if (this.leaps) this.morph = morphing(this.drawn, shown) ?? this.morph;
    if (!shown || !this.morph?.from.frames.isLike(shown.frames)) this.morph = null;
    this.leaps = false;
    this.drawn = shown;
  }

  /** A hand has come: it waits for nothing that moves by itself. */
  hold() {
    this.leaps = false;
    if (!this.morph) return;
    this.morph = null;
    this.redraw();
  }

  /** Is there a figure? */
  get hasDrawn() {
    return [...this.parts.panels.values()].some((one) => one instanceof FigureView && one.drawn);
  }

  redraw() {
    this.fresh = true;
    this.settleLater();
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.tell(), QUIET);
    this.requestFrame();
  }

  /** Have the figures say their numbers, once these rest. */
  tell() {
    if (!this.drawn) return;
    const { frames, row } = this.drawn;
    for (const panel of this.parts.panels.values()) {
      if (panel instanceof FigureView) panel.tell(frames, row);
    }
    this.ontold();
  }

  /** Write all words at once, before it is measured how much room they take. */
  write() {
    if (!this.drawn) return;
    const { frames, row } = this.drawn;
    for (const panel of this.parts.panels.values()) {
      if (!(panel instanceof FigureView)) panel.draw(frames, row);
    }
  }

  /** Draw all of it at once, wherever it stands. */
  drawAll() {
    if (!this.drawn) return;
    const { frames, row } = this.drawn;
    for (const panel of this.parts.panels.values()) panel.draw(frames, row, null);
  }

  /** What has come takes its room at once, words with their numbers and figures by their heights:
   * drawn later, it would move what a hand may have taken by then. */
  makeRoom() {
    const panels = [...this.parts.panels.values()];
    for (const panel of panels) {
      if (panel instanceof Markup && panel.isNew && this.drawn) {
        panel.draw(this.drawn.frames, this.drawn.row);
      }
    }
    for (const panel of panels) if (panel instanceof FigureView) panel.fit();
  }

  requestFrame() {
    if (this.frameRequested) return;
    this.frameRequested = true;
    requestAnimationFrame((time) => this.paint(time));
  }

  /** Draw what is in view at once. What is not, and figures below, wait for a frame with nothing
   * new in it, so that they do not slow the picture under the hand; what is seen not for long. New
   * figures come one a frame: the first is there before the others are made.
   * @param {number} time */
  paint(time) {
    this.frameRequested = false;
    if (!this.drawn) return;
    const { frames, row } = this.drawn;
    const { fresh } = this;
    this.fresh = false;
    const { morph } = this;
    if (morph) this.goOn(morph, time);
    if (fresh) this.follow(frames, row);
    let hasMade = false;
    for (const [key, panel] of this.parts.panels) {
      const isMorphed = morph && panel instanceof FigureView;
      if (fresh || isMorphed) panel.stale ??= time;
      if (panel.stale === null) continue;
      if (isMorphed && this.morph && !this.sight.has(panel.element)) continue;
      const isNew = panel instanceof FigureView && panel.isNew;
      if (isNew && hasMade) {
        this.requestFrame();
        continue;
      }
      const isFigure = panel instanceof FigureView && !key.includes(".below.");
      const isUnderTheHand = isFigure || key.includes(".key."); // a headline names its position
      const canLag = !isUnderTheHand && time - panel.stale < PATIENCE;
      if (fresh && (canLag || !this.sight.has(panel.element))) {
        this.requestFrame();
        continue;
      }
      panel.stale = null;
      panel.draw(frames, row, this.morph);
      hasMade ||= isNew;
    }
  }

  /** The next frame of a morph; the one after its last draws what it has led to.
   * @param {Morph} morph @param {number} time */
  goOn(morph, time) {
    if (!morph.goOn(time)) this.morph = null;
    this.settleLater();
    this.requestFrame();
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

  settleLater() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.settle(), REST);
  }

  /** What was only moved is drawn by plotly.js, once no hand waits for the page: a figure at a time,
   * since a phone takes a while over each. */
  settle() {
    const moved = [...this.parts.panels.values()].find(
      (panel) => panel instanceof FigureView && panel.moved,
    );
    if (!(moved instanceof FigureView)) return;
    const isInHand = this.parts.sliders().some((slider) => this.isPending(slider.spec.id));
    if (!isInHand) moved.react();
    this.settleLater();
  }
}
