// What is used of plotly.js, and of what it leaves on the element that it draws in.

export interface Plotly {
  react(plot: Plot, data: Trace[], layout: Layout, config: object): Promise<unknown>;
  toImage(picture: Picture, options: ImageOptions): Promise<string>;
  purge(plot: Plot): void;
}

/** A figure as plotly.js takes it. */
export interface Picture {
  data: Trace[];
  layout: Layout;
}

export type Trace = Record<string, unknown>;

export interface Layout extends Record<string, unknown> {
  width?: number;
  height?: number;
  dragmode?: string | false;
}

export interface ImageOptions {
  format: "png" | "svg";
  width: number | undefined;
  height: number | undefined;
  scale: number;
}

/** An element to draw in; what has an underscore is there once something was drawn. */
export interface Plot extends HTMLElement {
  on(event: "plotly_click", act: (click: { points: Point[] }) => void): void;
  _fullLayout?: Record<string, Axis>;
}

export interface Point {
  curveNumber: number;
  pointNumber: number;
}

/** An axis, between pixels from its start and the values of its data. */
export interface Axis {
  _offset: number;
  _length: number;
  p2d(pixels: number): number;
  d2p(value: number): number;
}

declare global {
  interface Window {
    Plotly: Plotly;
  }
}
