// A hand on a figure: it moves the slider that the figure is a handle of, or picks a point.

/** @import * as Sent from "./messages" */
/** @import { Player } from "./player.js" */
/** @import { Plot } from "./plotly" */
/** @import { Thumb } from "./thumb.js" */

const FINGER = 40; // pixels from the top of a bar within which a finger takes it
const SIDEWAYS = 8; // pixels after which a finger on a handle drags it

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
    /** What it moves just now. @type {Thumb | undefined} */
    this.thumb = undefined;
    /** Where a finger came down that may yet scroll the page. @type {PointerEvent | null} */
    this.touched = null;
    this.listen();
  }

  /** @param {Sent.Figure} figure */
  receive({ handle, pick }) {
    this.handle = handle;
    this.pick = pick;
  }

  listen() {
    this.plot.onpointerdown = (event) => this.press(event);
    this.plot.onpointermove = (event) => this.drag(event);
    this.plot.onpointerup = (event) => {
      if (this.touched) this.take(event); // a tap
      this.letGo();
    };
    this.plot.onpointercancel = () => this.letGo(); // the page is scrolled instead
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
      this.player.commit(this.pick.control, String(point.pointNumber + 1));
    });
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
    this.plot.style.cursor = this.thumb || over ? cursor : "";
  }

  /** Move the thumb to where the pointer is, beyond the ends too. @param {PointerEvent} event */
  follow(event) {
    const place = this.place(event, this.handle?.bars ? "yaxis" : "xaxis");
    if (place) this.thumb?.moveTo(place.value);
  }

  letGo() {
    this.touched = null;
    this.thumb?.rest();
    this.thumb = undefined;
  }

  /** Where a pointer is along an axis, in the plot's data; null where there is no handle yet.
   * @param {PointerEvent} event @param {"xaxis" | "yaxis"} kind */
  place(event, kind) {
    const axis = this.axis(kind);
    if (!axis) return null;
    const box = this.plot.getBoundingClientRect();
    const scale = box.width / this.plot.offsetWidth; // a projected figure is enlarged
    const at = kind === "xaxis" ? event.clientX - box.left : event.clientY - box.top;
    const along = at / scale - axis._offset;
    return { value: axis.p2d(along), inside: along >= 0 && along <= axis._length };
  }

  /** @param {"xaxis" | "yaxis"} kind */
  axis(kind) {
    if (!this.handle) return null;
    const along = /** @type {"xaxis"} */ (this.handle.axis);
    return this.plot._fullLayout?.[kind === "xaxis" ? along : kind];
  }

  /** Is a pointer where the figure is a handle? @param {PointerEvent} event */
  isOver(event) {
    return this.place(event, "xaxis")?.inside ?? false;
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
    const controls = this.handle?.controls ?? [];
    const nearest = Math.round(this.place(event, "xaxis")?.value ?? 0);
    return controls[Math.max(0, Math.min(controls.length - 1, nearest))];
  }

  /** @param {PointerEvent} event */
  thumbAt(event) {
    return this.player.slider(this.controlAt(event))?.thumb;
  }
}
