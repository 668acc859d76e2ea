// A hand on a figure: it moves the slider that the figure is a handle of, or picks a point.

import { full } from "./digits.js";
import { element } from "./elements.js";

/** @import * as Sent from "./messages" */
/** @import { Player } from "./player.js" */
/** @import { Plot } from "./plotly" */
/** @import { Thumb } from "./thumb.js" */

const FINGER = 40; // pixels from the top of a bar within which a finger takes it
const SLOT = 0.65; // of the way from bar to bar, to either side, within which one is taken
const COARSE = 0.25; // of a score: where a pixel is more, a hand moves in round numbers
const SIDEWAYS = 8; // pixels after which a finger on a handle drags it
/** How far a key moves along the bars, and up. @type {Record<string, [number, number]>} */
const KEYS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, 10],
  PageDown: [0, -10],
};
/** What a figure says of itself only while it is a handle. */
const SPOKEN = ["tabindex", "aria-valuemin", "aria-valuemax", "aria-valuenow", "aria-valuetext"];

export class Grip {
  /** @param {Plot} plot @param {Player} player */
  constructor(plot, player) {
    this.plot = plot;
    this.player = player;
    /** @type {Sent.Handle | null} */
    this.handle = null;
    /** @type {Sent.Pick | null} */
    this.pick = null;
    this.picks = false;
    /** Is the mouse over what a click picks? */
    this.isAtPick = false;
    /** What it moves just now. @type {Thumb | undefined} */
    this.thumb = undefined;
    /** The bar that keys move. */
    this.chosen = 0;
    /** Shows which one that is. */
    this.mark = element("div", "chosen-bar");
    this.mark.hidden = true;
    /** Where a finger came down that may yet scroll the page. @type {PointerEvent | null} */
    this.touched = null;
    this.listen();
  }

  /** @param {Sent.Figure} figure */
  receive({ handle, pick }) {
    this.handle = handle;
    this.pick = pick;
    if (!handle?.bars) {
      for (const name of SPOKEN) this.plot.removeAttribute(name);
      this.plot.setAttribute("role", "img");
      return;
    }
    this.plot.tabIndex = 0;
    this.plot.setAttribute("role", "slider");
    this.chosen = Math.min(this.chosen, handle.controls.length - 1);
    this.speak();
  }

  listen() {
    this.plot.onpointerdown = (event) => this.press(event);
    this.plot.onpointermove = (event) => this.drag(event);
    this.plot.onpointerup = (event) => {
      if (this.touched) this.take(event); // a tap
      this.letGo();
    };
    this.plot.onpointercancel = () => this.letGo(); // the page is scrolled instead
    this.plot.onkeydown = (event) => this.key(event);
    this.plot.onfocus = () => this.point();
    this.plot.onblur = () => {
      this.mark.hidden = true;
    };
    // a finger that takes a bar moves it up and down; any other one scrolls the page
    this.plot.addEventListener(
      "touchstart",
      (event) => {
        if (this.thumb && this.handle?.bars) event.preventDefault();
      },
      { passive: false },
    );
  }

  /** Let a click on a point set the control that the figure names: once, when it is drawn. */
  listenForPicks() {
    if (this.picks) return;
    this.picks = true;
    this.plot.on("plotly_click", ({ points: [point] }) => {
      if (this.pick?.trace !== point.curveNumber) return;
      const isCell = this.plot.data?.[point.curveNumber]?.type === "heatmap";
      const row = isCell ? point.y : point.pointNumber;
      const places = this.pick.cell ? [row, point.x] : [row];
      this.player.commit(this.pick.control, places.map((place) => place + 1).join());
    });
    this.plot.on("plotly_hover", ({ points: [point] }) =>
      this.pointAtPick(this.pick?.trace === point.curveNumber),
    );
    this.plot.on("plotly_unhover", () => this.pointAtPick(false));
  }

  /** Show, or no longer, that a click would pick something. @param {boolean} isAtPick */
  pointAtPick(isAtPick) {
    this.isAtPick = isAtPick;
    this.plot.style.cursor = isAtPick ? "pointer" : "";
  }

  /** @param {PointerEvent} event */
  press(event) {
    if (event.button !== 0) return;
    const byFinger = event.pointerType === "touch";
    if (byFinger && !this.handle?.bars) this.touched = event;
    else if (!byFinger || this.isAtTop(event)) this.take(event);
  }

  /** @param {PointerEvent} event */
  take(event) {
    if (!this.isOver(event)) return;
    this.thumb = this.thumbAt(event);
    this.thumb?.grab();
    this.chosen = Math.max(0, (this.handle?.controls ?? []).indexOf(this.controlAt(event)));
    this.follow(event);
    this.plot.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  drag(event) {
    if (this.touched && Math.abs(event.clientX - this.touched.clientX) > SIDEWAYS) {
      this.touched = null;
      this.take(event);
    }
    const over = this.isOver(event);
    if (this.thumb) this.follow(event);
    else if (over && event.pointerType === "mouse") this.player.arm(this.controlAt(event));
    const cursor = this.handle?.bars ? "ns-resize" : "ew-resize";
    if (this.thumb || over) this.plot.style.cursor = cursor;
    else if (!this.isAtPick) this.plot.style.cursor = "";
  }

  /** Move the thumb to where the pointer is, beyond the ends too. @param {PointerEvent} event */
  follow(event) {
    const place = this.place(event, this.handle?.bars ? "yaxis" : "xaxis");
    if (!place) return;
    const value = this.handle?.bars ? rounded(place.value, place.pixel) : place.value;
    this.thumb?.moveTo(value + (this.handle?.ahead ?? 0));
    if (this.handle?.bars) this.speak();
  }

  /** A key chooses a bar, or moves the one that is chosen. @param {KeyboardEvent} event */
  key(event) {
    if (event.defaultPrevented) return; // it leads on from a station
    const controls = this.handle?.bars ? this.handle.controls : [];
    const [along, up] = KEYS[event.key] ?? [0, 0];
    const slider = this.player.slider(controls[this.chosen]);
    if ((!along && !up) || !slider || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.chosen = Math.max(0, Math.min(controls.length - 1, this.chosen + along));
    if (up) slider.thumb.jump(slider.thumb.index + up);
    this.point();
  }

  /** Show which bar keys move, have its sweep at hand, and say where it stands. */
  point() {
    const axis = this.axis("xaxis");
    if (!this.handle?.bars || !axis || !this.plot.matches(":focus-visible")) return;
    this.player.arm(this.handle.controls[this.chosen]);
    this.plot.append(this.mark);
    this.mark.hidden = false;
    this.mark.style.left = `${axis._offset + axis.d2p(this.handle.first + this.chosen - 0.45)}px`;
    this.mark.style.width = `${axis.d2p(0.9) - axis.d2p(0)}px`;
    this.speak();
  }

  /** Say which bar is chosen, and where it stands. */
  speak() {
    const slider = this.player.slider(this.handle?.controls[this.chosen] ?? "");
    if (!slider) return;
    const { spec, thumb } = slider;
    this.plot.setAttribute("aria-valuemin", String(spec.grid[0]));
    this.plot.setAttribute("aria-valuemax", String(spec.grid[spec.grid.length - 1]));
    this.plot.setAttribute("aria-valuenow", String(thumb.value));
    this.plot.setAttribute("aria-valuetext", `${spec.label}: ${full(thumb.value)}`);
  }

  letGo() {
    this.touched = null;
    this.thumb?.rest();
    this.thumb = undefined;
  }

  /** Where a pointer is along an axis, in the plot's data, and how much of it a pixel is; null
   * where there is no handle yet.
   * @param {PointerEvent} event @param {"xaxis" | "yaxis"} kind */
  place(event, kind) {
    const axis = this.axis(kind);
    if (!axis) return null;
    const box = this.plot.getBoundingClientRect();
    const scale = box.width / this.plot.offsetWidth; // a projected figure is enlarged
    const at = kind === "xaxis" ? event.clientX - box.left : event.clientY - box.top;
    const along = at / scale - axis._offset;
    const pixel = Math.abs(axis.p2d(1 / scale) - axis.p2d(0));
    return { value: axis.p2d(along), pixel, inside: along >= 0 && along <= axis._length };
  }

  /** @param {"xaxis" | "yaxis"} kind */
  axis(kind) {
    if (!this.handle) return null;
    const name = kind === "xaxis" ? this.handle.axis : this.handle.valueAxis;
    return this.plot._fullLayout?.[/** @type {"xaxis"} */ (name)];
  }

  /** Is a pointer where the figure is a handle? Other plots may stand above and below its bars.
   * @param {PointerEvent} event */
  isOver(event) {
    const across = this.place(event, "xaxis");
    if (!across?.inside || !this.handle?.bars) return across?.inside ?? false;
    const isAtBar = Math.abs(across.value - this.handle.first - this.nearest(across.value)) < SLOT;
    return isAtBar && (this.place(event, "yaxis")?.inside ?? false);
  }

  /** Is a pointer at the top of a bar, where a finger takes it? @param {PointerEvent} event */
  isAtTop(event) {
    if (!this.isOver(event)) return false;
    const thumb = this.thumbAt(event);
    const axis = this.axis("yaxis");
    const place = this.place(event, "yaxis");
    if (!thumb || !axis || !place) return false;
    return Math.abs(axis.d2p(thumb.value) - axis.d2p(place.value)) < FINGER;
  }

  /** The control that a pointer moves there: the only one, or that of the nearest bar.
   * @param {PointerEvent} event */
  controlAt(event) {
    return this.handle?.controls[this.nearest(this.place(event, "xaxis")?.value ?? 0)] ?? "";
  }

  /** Which of the bars that can be taken stands nearest. @param {number} along */
  nearest(along) {
    const { controls, first } = /** @type {Sent.Handle} */ (this.handle);
    return Math.max(0, Math.min(controls.length - 1, Math.round(along) - first));
  }

  /** @param {PointerEvent} event */
  thumbAt(event) {
    return this.player.slider(this.controlAt(event))?.thumb;
  }
}

/** The nearest round number, where a pixel is too much for a hand to hit one by itself.
 * @param {number} value @param {number} pixel */
function rounded(value, pixel) {
  if (pixel < COARSE) return value;
  const power = 10 ** Math.floor(Math.log10(pixel));
  const step = power * ([1, 2, 5].find((one) => one * power >= pixel) ?? 10);
  return Math.round(value / step) * step;
}
