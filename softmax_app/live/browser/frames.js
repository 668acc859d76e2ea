// Arrays as Python sent them: name -> rows of numbers.

/** @import { Arrays } from "./messages" */

const TYPES = { f8: Float64Array, f4: Float32Array, i1: Int8Array, u1: Uint8Array };

export class Frames {
  /** @param {Arrays} sent */
  constructor(sent) {
    /** @type {Map<string, {values: Float64Array | Float32Array | Int8Array | Uint8Array, rows: number}>} */
    this.arrays = new Map();
    for (const [name, { dtype, rows, data }] of Object.entries(sent)) {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      this.arrays.set(name, { values: new TYPES[dtype](bytes.buffer), rows });
    }
  }

  /** The row of an array at a position; an array of one row is the same at all of them.
   * @param {string} name @param {number} position */
  row(name, position) {
    const array = this.arrays.get(name);
    if (!array) throw new Error(`no array is called ${name}`);
    const width = array.values.length / array.rows;
    const start = array.rows === 1 ? 0 : position * width;
    return array.values.subarray(start, start + width);
  }

  /** @param {string} name */
  has(name) {
    return this.arrays.has(name);
  }

  /** Is an array the same at all positions? @param {string} name */
  isStill(name) {
    return this.arrays.get(name)?.rows === 1;
  }

  /** Do the same panels show both: the same arrays, as wide? @param {Frames} other */
  isLike(other) {
    const names = [...this.arrays.keys()];
    const width = (/** @type {Frames} */ frames, /** @type {string} */ name) =>
      frames.arrays.has(name) ? frames.row(name, 0).length : -1;
    return (
      names.length === other.arrays.size &&
      names.every((name) => width(this, name) === width(other, name))
    );
  }
}
