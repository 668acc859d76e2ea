// What travels between Python and the browser. ../answers.py, ../payload.py and ../component.py
// write it, ../hand.py reads the report; tests/live/test_messages.py holds all of it against these
// types.

/** Everything about a page, and the sweep of the control in hand if the browser has it not yet. */
export interface Message extends Shown {
  /** The arrays at the settings, packed, in base64. */
  now: string;
  /** A sweep, packed, in base64, where it could not be had by itself. */
  sweep: string | null;
  /** The last event that the session has in its state. */
  acknowledged: number;
  /** Makes each message another one than the last. */
  run: number;
  /** The event of each key of the keyboard that has one. */
  keys: Record<string, string>;
  cookie: Cookie;
  /** Of the code that answers. */
  version: string;
}

/** All that is seen of a state, but its numbers. */
export interface Drawn {
  language: "en" | "zh";
  /** The language as HTML has it. */
  tag: string;
  view: "page" | "light" | "dark";
  /** Says of a button what it saves, with a place for `{format}`. */
  saveAs: string;
  /** How a figure tells its numbers. */
  telling: Telling;
  /** What is said while something is not there yet. */
  loading: Loading;
  /** What the names of saved pictures begin with. */
  lesson: string;
  parts: Part[];
  /** What is projected where no room can be opened. */
  noRoom: Part | null;
  shades: Shades;
  /** The name of the page, and the query that says all that is on it. */
  page: string;
  link: string;
  /** The state, to be given back; nothing, where only the session can go on from it. */
  state: string;
}

/** What is on the page, and the files that draw it. */
export interface Shown extends Drawn {
  assets: Assets;
}

/** All that is seen of a page before there is a session. */
export interface FirstHeader extends Header, Drawn {
  /** Of the code that answers. */
  version: string;
}

/** What is packed before the arrays. */
export interface Header {
  arrays: [name: string, dtype: "f8" | "f4" | "f2" | "i1" | "u1", rows: number, width: number][];
}

export interface SweepHeader extends Header {
  id: string;
  /** Another `key` says that the arrays have changed. */
  key: string;
}

/** What changes, or that the session has to be told. */
export type AnswerHeader = Header &
  ({ patch: Change; session?: undefined } | { session: true; patch?: undefined });

/** A new value in a list of its own, or what changes of the members. */
export type Change = [unknown] | { [member: string]: Change } | null;

/** A colour on a light and on a dark ground, by its name in the style sheet. */
export type Shades = Record<string, [light: string, dark: string]>;

/** Words that the reader's browser keeps: in a first place, and all others that it ever had. */
export interface Cookie {
  name: string;
  first: string;
  others: string[];
}

/** A sentence with places for `{title}` and `{numbers}`, and what stands between two of these. */
export interface Telling {
  sentence: string;
  between: string;
}

/** Words for what is on its way, and for what could not be had so far. */
export interface Loading {
  coming: string;
  missing: string;
}

/** Addresses below the app's static files. */
export interface Assets {
  plotly: string;
  styles: string[];
}

// What is seen ---------------------------------------------------------------------------------

export interface Part {
  css: string;
  lead: Panel[];
  hand: Panel[];
  key: Panel[];
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
  /** How low the wide one can be on a projector. */
  lowest: number;
  narrowBelow: number;
  /** What is drawn, and what is told with which numbers. */
  description: string;
  told: Told[];
  handle: Handle | null;
  pick: Pick | null;
}

/** Numbers of an array from its column `first` on, as many as there are `names`, or one: as digits,
 * or as places among `words`. Where it is `sparse`, what is nan is not drawn. */
export interface Told {
  title: string;
  array: string;
  names: string[];
  first: number;
  words: string[];
  sparse: boolean;
}

/** An attribute of a trace is a row of an array: as numbers, as digits, or as words looked up. */
export interface Feed {
  trace: number;
  attribute: string;
  array: string;
  asText: boolean;
  lookup: string[];
}

/** A hand on the figure moves a control, to a value so much ahead of what is under it; where it has
 * bars, one control each from the first that has one, by their height. */
export interface Handle {
  axis: string;
  valueAxis: string;
  bars: boolean;
  first: number;
  ahead: number;
  controls: string[];
}

/** A click on a point of a trace sets a control to the point's number, counted from 1; of a heat map
 * to that of the row, or of a cell to those of its row and its column. */
export interface Pick {
  trace: number;
  control: string;
  cell: boolean;
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

/** A number: one column of the row in hand; or letters: all of it. */
export interface Slot {
  slot: string;
  at: number;
  form: "short" | "full" | "signed" | "count" | "text";
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

// A room -----------------------------------------------------------------------------------------

/** What is on the projector of a question that is put to the class. */
export interface Wall {
  /** Another number after each move. */
  revision: number;
  question: string;
  phase: "open" | "closed" | "guesses" | "talk" | "second" | "both" | "answer";
  language: "en" | "zh";
  part: Part;
  /** Its arrays, packed, in base64. */
  now: string;
  /** What the page's events mean meanwhile. */
  events: Record<string, string>;
  words: { lost: string; again: string };
}

// Controls -------------------------------------------------------------------------------------

export type Control = ButtonRow | Slider;

export interface ButtonRow {
  id: string;
  /** What its buttons are for: those of one kind look alike. */
  kind: "questions" | "puzzles" | "onward" | "options" | "examples" | "changes" | "choice" | "more";
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

/** Words for what plays a slider, and by how much it is stepped, each with its words. */
export interface Play {
  rewind: string;
  play: string;
  pause: string;
  jumps: [by: number, words: string][];
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
  /** The state of the browser, and the number of the last event in it. */
  state: string;
  settled: number;
  events: Event[];
}

export type Event = [number: number, id: string, value: string];

/** That the reader has come near the page's end, and in which state. */
export interface Near {
  number: number;
  state: string;
  settled: number;
}

/** What Streamlit hands to the scene's script. */
export interface Component {
  data: Message;
  parentElement: HTMLElement;
  setStateValue: (name: "hand", value: Report) => void;
}

/** What Streamlit hands to the script that watches the page's end: the last event in what is drawn,
 * and what code is called. */
export interface Shelf {
  data: { settled: number; code: string };
  parentElement: HTMLElement;
  setStateValue: (name: "near", value: Near) => void;
}
