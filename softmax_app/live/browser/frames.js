// Arrays as Python packed them: name -> rows of numbers.

/** @import { Header } from "./messages" */

/** @typedef {Float64Array | Float32Array | Int8Array | Uint8Array} Values */

const TYPES = { f8: Float64Array, f4: Float32Array, i1: Int8Array, u1: Uint8Array };

export class Frames {
  /** @param {Map<string, {values: Values, rows: number}>} arrays */
  constructor(arrays) {
    this.arrays = arrays;
    /** What these were last laid over, and both together. @type {[Frames, Frames] | null} */
    this.laid = null;
  }

  /** These arrays, and all others as they are elsewhere. @param {Frames} rest */
  over(rest) {
    if (this.laid?.[0] !== rest) {
      this.laid = [rest, new Frames(new Map([...rest.arrays, ...this.arrays]))];
    }
    return this.laid[1];
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

/** The header and the arrays in one piece of bytes, as ../arrays.py packs them.
 * @template {Header} T @param {ArrayBuffer} buffer @returns {{header: T, frames: Frames}} */
export function unpack(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  /** @type {T} */
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const arrays = new Map();
  let start = 4 + length;
  for (const [name, dtype, rows, width] of header.arrays) {
    const values =
      dtype === "f2"
        ? widened(new Uint16Array(buffer, start, rows * width))
        : new TYPES[dtype](buffer, start, rows * width);
    arrays.set(name, { values, rows });
    start += rows * width * (dtype === "f2" ? 2 : values.BYTES_PER_ELEMENT);
  }
  return { header, frames: new Frames(arrays) };
}

/** @template {Header} T @param {string} base64 @returns {{header: T, frames: Frames}} */
export function unpackText(base64) {
  return unpack(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer);
}

/** Numbers of 16 bits, which few browsers know, as ones of 32: a sign, 5 bits of exponent, 10 of
 * mantissa. @param {Uint16Array} halves */
function widened(halves) {
  return Float32Array.from(halves, (half) => {
    const sign = half & 0x8000 ? -1 : 1;
    const exponent = (half >> 10) & 31;
    const mantissa = half & 1023;
    if (exponent === 31) return mantissa ? Number.NaN : sign * Number.POSITIVE_INFINITY;
    if (exponent === 0) return sign * mantissa * 2 ** -24;
    return sign * (1024 + mantissa) * 2 ** (exponent - 25);
  });
}
