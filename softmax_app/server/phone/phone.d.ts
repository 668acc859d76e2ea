// What the server tells a phone: softmax_app/classroom/spoken.py and softmax_app/server/phones.py.

export type Piece = string | number | { b: Piece[] };

export interface Question {
  title: string;
  ask: Piece[];
  how: string;
  /** Why nothing can be sent yet. */
  missing: string;
  kind: "bars" | "amount" | "choice" | "order";
  axis: string;
  low: number;
  high: number;
  start: number[];
  scores: number[];
  names: string[];
  shares?: boolean;
}

export interface Outcome {
  truth: number[];
  best?: number[];
  said: Piece[];
  why: Piece[];
}

export interface State {
  revision: number;
  question: string | null;
  phase: "open" | "closed" | "guesses" | "talk" | "second" | "both" | "answer" | null;
  takes: 0 | 1 | 2;
  asked: Question | null;
  mine: (number[] | null)[];
  outcome: Outcome | null;
  pause: number;
}

/** What of a form is there already; `free`: a guess can be made. */
export interface Shown {
  guess: number[] | null;
  truth?: number[];
  best?: number[];
  free: boolean;
  changed: (guess: number[]) => void;
}

export interface Form {
  root: HTMLElement;
  read: () => number[];
}

/** What a phone keeps of its room: `sent` waits until the server has it. */
export interface Kept {
  phone: string;
  at: number;
  sent: Record<string, number[]>;
  drafts: Record<string, number[]>;
}

export type Words = Record<string, string>;
