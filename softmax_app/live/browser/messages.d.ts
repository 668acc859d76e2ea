// What travels between Python and the browser. ../payload.py writes the message, ../hand.py reads
// the report; tests/live/test_messages.py holds both against these types.

/** Everything about a page, and the sweep of the control in hand if the browser has it not yet. */
export interface Message {
  language: "en" | "zh";
  view: "page" | "light" | "dark";
  /** Says of a button what it saves, with a place for `{format}`. */
  saveAs: string;
  /** What the names of saved pictures begin with. */
  lesson: string;
  parts: Part[];
  /** The arrays at the settings: one row each. */
  now: Arrays;
  shades: Shades;
  sweep: Sweep | null;
  /** The last event that Python has heard. */
  acknowledged: number;
  /** The event of each key of the keyboard that has one. */
  keys: Record<string, string>;
  cookie: Cookie;
  assets: Assets;
}

/** A colour on a light and on a dark ground, by its name in the style sheet. */
export type Shades = Record<string, [light: string, dark: string]>;

/** Words that the reader's browser keeps: in a first place, and all others that it ever had. */
export interface Cookie {
  name: string;
  first: string;
  others: string[];
}

/** Addresses below the app's static files. */
export interface Assets {
  plotly: string;
  styles: string[];
}

// Numbers --------------------------------------------------------------------------------------

export type Arrays = Record<string, Rows>;

/** The bytes of an array in base64; it has one row, or one for each position of a control. */
export interface Rows {
  dtype: "f8" | "f4" | "i1" | "u1";
  rows: number;
  data: string;
}

/** The arrays at every position of a control; another `key` says that they have changed. */
export interface Sweep {
  id: string;
  key: string;
  frames: Arrays;
}

// What is seen ---------------------------------------------------------------------------------

export interface Part {
  css: string;
  lead: Panel[];
  controls: Control[];
  stage: Panel[];
  below: Panel[];
}

// a property that is `undefined` in the one and not in the other tells the members of a union apart
export type Panel =
  | { markup: Content; figure?: undefined }
  | { figure: Figure; markup?: undefined };

/** Two Plotly figures as JSON, and what feeds the traces of both. */
export interface Figure {
  wide: string;
  narrow: string;
  feeds: Feed[];
  height: number;
  narrowHeight: number;
  description: string;
  handle: Handle | null;
  pick: Pick | null;
}

/** An attribute of a trace is a row of an array: as numbers, as digits, or as words looked up. */
export interface Feed {
  trace: number;
  attribute: string;
  array: string;
  asText: boolean;
  lookup: string[];
}

/** A hand on the figure moves a control; where it has bars, one control each, by their height. */
export interface Handle {
  axis: string;
  bars: boolean;
  controls: string[];
}

/** A click on a point of a trace sets a control to the point's number, counted from 1. */
export interface Pick {
  trace: number;
  control: string;
}

export type Content = string | Content[] | Slot | Cases | Element;

export interface Element {
  tag: string;
  content: Content;
  css?: string;
  attributes?: Record<string, string>;
  slot?: undefined;
  cases?: undefined;
}

/** A number: one column of the row in hand. */
export interface Slot {
  slot: string;
  at: number;
  form: "short" | "full" | "signed";
  tag?: undefined;
  cases?: undefined;
}

/** The one of several contents that a column of the row in hand chooses. */
export interface Cases {
  cases: string;
  at: number;
  contents: Content[];
  tag?: undefined;
  slot?: undefined;
}

// Controls -------------------------------------------------------------------------------------

export type Control = ButtonRow | Slider;

export interface ButtonRow {
  id: string;
  heading: string;
  buttons: Button[];
  error: string;
  grid?: undefined;
}

/** One that `reorders` has the rows of sliders stand for other classes afterwards. */
export interface Button {
  id: string;
  label: string;
  description: string;
  chosen: boolean | null;
  reorders: boolean;
}

export interface Slider {
  id: string;
  /** Which sweep is true of it: the `key` that it must have. */
  key: string;
  label: string;
  grid: number[];
  value: number;
  /** The position nearest to the value, which may lie `beyond` the grid. */
  index: number;
  beyond: boolean;
  marks: [index: number, value: number][];
  /** The name of a shade, or nothing. */
  color: string;
  /** The array and column that hold its value while another control is moved. */
  follows: [array: string, column: number] | null;
  play: Play | null;
  name: NameField | null;
  remove: Button | null;
  error: string;
  buttons?: undefined;
}

/** Words for what plays a slider; `step` has a place for `{count}`. */
export interface Play {
  rewind: string;
  play: string;
  pause: string;
  step: string;
}

export interface NameField {
  id: string;
  value: string;
  placeholder: string;
  description: string;
  longest: number;
}

// The way back ---------------------------------------------------------------------------------

/** What the hand does: the control it is at, the key of the sweep at hand, what is not yet heard. */
export interface Report {
  /** Makes each report another one than the last. */
  number: number;
  armed: string;
  have: string;
  events: Event[];
}

export type Event = [number: number, id: string, value: string];

/** What Streamlit hands to a component's script. */
export interface Component {
  data: Message;
  parentElement: HTMLElement;
  setStateValue: (name: "hand", value: Report) => void;
}
