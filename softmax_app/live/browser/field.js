// A number field: as many digits as it has room for, all of them for whoever types or points.

import { fielded } from "./digits.js";
import { input } from "./elements.js";

const LETTERS = 8; // that it shows

export class NumberField {
  /** @param {number} value @param {(text: string) => void} commit */
  constructor(value, commit) {
    this.element = input("number", "field");
    this.element.step = "any";
    /** Has what is typed not been handed on yet? */
    this.typing = false;
    /** The number that it shows. */
    this.number = value;
    /** The number that it goes back to. */
    this.settled = value;
    this.listen(commit);
  }

  /** @param {(text: string) => void} commit */
  listen(commit) {
    const { element } = this;
    element.oninput = () => {
      this.typing = true;
      element.classList.remove("long");
    };
    element.onchange = () => {
      this.typing = false;
      // what is no number at all is kept from us by the browser: it comes as nothing
      commit(element.value);
    };
    element.onfocus = () => {
      if (element.value === fielded(this.number, LETTERS)) this.show(this.number);
    };
    element.onblur = () => {
      // typed and taken back: there is no change to hear of
      if (this.typing) this.show(this.settled);
      else if (element.value === String(this.number)) this.show(this.number);
      this.typing = false;
    };
  }

  /** @param {number} value */
  show(value) {
    this.number = value;
    const exact = String(value);
    const isTyped = document.activeElement === this.element;
    this.element.value = isTyped ? exact : fielded(value, LETTERS);
    // all digits of it are seen, not the last ones alone
    this.element.classList.toggle("long", isTyped && exact.length > LETTERS);
    this.element.title = exact.length > LETTERS ? exact : "";
  }
}
