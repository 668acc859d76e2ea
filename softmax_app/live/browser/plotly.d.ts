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

/** What is used of a trace whose labels keep to their bars or cells. */
export interface Labelled extends Trace {
  type: string;
  orientation?: "h" | "v";
  xaxis?: string;
  yaxis?: string;
  /** Of a bar, along its axis. */
  width?: number;
  textfont?: { size: number };
}

export interface Layout {
  [axis: `${"x" | "y"}axis${string}`]: { domain?: [number, number]; range: [number, number] };
  margin: { l: number; r: number };
  width?: number;
  height?: number;
  dragmode?: string | false;
  font?: object;
  paper_bgcolor?: string;
}

export interface ImageOptions {
  format: "png" | "svg";
  width: number | undefined;
  height: number | undefined;
  scale: number;
}

/** An element to draw in; the rest of it is there once something was drawn. */
export interface Plot extends HTMLElement {
  on(event: "plotly_click" | "plotly_hover", act: (at: { points: Point[] }) => void): void;
  on(event: "plotly_unhover", act: () => void): void;
  data?: Trace[];
  calcdata?: CalcTrace[];
  _fullData?: FullTrace[];
  _fullLayout?: FullLayout;
}

export type Drawn = Plot & Required<Pick<Plot, "data" | "calcdata" | "_fullData" | "_fullLayout">>;

export interface Point {
  curveNumber: number;
  pointNumber: number;
  x: number;
  y: number;
}

/** A trace with its defaults. */
export interface FullTrace extends Trace {
  type: string;
  visible: boolean | "legendonly";
  xaxis?: string;
  yaxis?: string;
  zauto?: boolean;
  stackgroup?: string;
  error_x?: { visible?: boolean };
  error_y?: { visible?: boolean };
  _module: TraceModule;
}

/** What is used of a trace of bars. */
export interface BarTrace extends FullTrace {
  orientation: "v" | "h";
  marker: { color: string; line: { width: unknown }; cornerradius?: unknown };
  text?: string[];
  textposition?: unknown;
  constraintext?: string;
  textangle: number;
  texttemplate?: unknown;
}

/** The points of a trace; the first of them carries what holds for all. */
export type CalcTrace = [CalcPoint, ...CalcPoint[]];

export interface CalcPoint extends Record<string, unknown> {
  trace: FullTrace;
  t: object;
  /** The element in which all of them are drawn. */
  node3?: { node(): Element };
}

/** A bar: its color, its sides, and what it rises from and to, all but the color in numbers. */
export interface Bar extends CalcPoint {
  trace: BarTrace;
  mc?: string;
  p0: number;
  p1: number;
  s: number;
  s0: number;
  s1: number;
  isBlank: boolean;
}

/** Elements, as plotly.js handles them. */
export interface Selection {
  node(): Element | null;
}

/** What plotly.js knows of a type of traces. */
export interface TraceModule {
  name: string;
  calc(plot: Plot, trace: FullTrace): CalcTrace;
  crossTraceCalc?(plot: Plot, subplot: Subplot): void;
  plot(plot: Plot, subplot: Subplot, traces: CalcTrace[], layer: Selection): void;
  style?(plot: Plot): void;
}

export interface Subplot {
  id: string;
  plot: { select(css: string): Selection };
  xaxis: Axis;
  yaxis: Axis;
}

/** A layout with its defaults; its axes have names such as `xaxis2`. */
export interface FullLayout {
  [axis: `${"x" | "y"}axis${string}`]: Axis;
  barmode?: string;
  bargap?: number;
  _plots: Record<string, Subplot>;
  /** There once something was hovered over: says it anew. */
  _rehover?(): void;
}

/** An axis, between pixels from its start and the values of its data. */
export interface Axis {
  type: string;
  autorange: boolean | string;
  _offset: number;
  _length: number;
  p2d(pixels: number): number;
  d2p(value: number): number;
  c2p(value: number): number;
  range: [number, number];
  isPtWithinRange(point: CalcPoint): boolean;
}

declare global {
  interface Window {
    Plotly: Plotly;
    /** Where Streamlit looks for its server. */
    __streamlit?: Record<string, unknown>;
  }
}
