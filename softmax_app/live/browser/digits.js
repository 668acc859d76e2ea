// How a number is written. Nothing that is not 0 is ever written as 0.

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const DIGITS = 4;
const AT_A_BAR = [3, 2]; // digits: as many as fit
const [TINY, SMALL, LARGE] = [1e-3, 0.095, 1e6]; // the middle one is the least that rounds to 0.1
const NARROW = /[.\u2009⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/g;
const EMS = { narrow: 0.36, other: 0.52 }; // that a letter takes at most

/** Four significant digits, fewer where they are exact; powers of ten for the very small and large.
 * @param {number} x */
export function short(x) {
  return rounded(x, DIGITS);
}

/** Three significant digits, two where there is no room for three, a single one of what is small;
 * that it is near 0, or nothing, where there is no room for that either. What stands free of bars is
 * written as it is in a sentence. @param {number} x @param {number} room in ems */
export function fitting(x, room) {
  if (room === Number.POSITIVE_INFINITY) return short(x);
  for (const digits of AT_A_BAR) {
    const text = rounded(x, digits);
    if (emsOf(text) <= room) return text;
  }
  const size = Math.abs(x);
  if (size >= SMALL && size < LARGE) return ""; // 0.96 is not 1
  const least = rounded(x, 1);
  const shorter = [least, least.replaceAll("\u2009", ""), ...(size < TINY ? ["≈\u20090"] : [])];
  return shorter.find((text) => emsOf(text) <= room) ?? "";
}

/** As a number field has it, in so few letters: what is left out, the field has to say elsewhere.
 * @param {number} x @param {number} letters */
export function fielded(x, letters) {
  for (let digits = letters; digits > 1; digits--) {
    const text = String(Number(x.toPrecision(digits)));
    if (text.length <= letters) return text;
  }
  return String(Number(x.toPrecision(1)));
}

/** @param {string} text */
function emsOf(text) {
  const narrow = text.match(NARROW)?.length ?? 0;
  return narrow * EMS.narrow + (text.length - narrow) * EMS.other;
}

/** @param {number} x @param {number} most digits */
function rounded(x, most) {
  if (!Number.isFinite(x)) return full(x);
  const size = Math.abs(x);
  if (x === 0 || (size >= TINY && size < LARGE)) {
    const plain = size >= 10 ** most ? x.toFixed(0) : x.toPrecision(most);
    return typeset(Number(plain) === x ? String(x) : plain);
  }
  let mantissa = x.toExponential(0);
  for (let digits = 1; digits < most && Number(mantissa) !== x; digits++) {
    mantissa = x.toExponential(digits);
  }
  return typeset(mantissa);
}

/** Every digit that tells this float64 from its neighbours. @param {number} x */
export function full(x) {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "−∞";
  return typeset(String(x));
}

/** As inside a sum: a negative number stands in parentheses. @param {number} x */
export function signed(x) {
  return x < 0 ? `(${short(x)})` : short(x);
}

/** @param {string} digits */
function typeset(digits) {
  const [mantissa, exponent] = digits.replace("e+", "e").split("e");
  const number = mantissa.replace("-", "−");
  if (exponent === undefined) return number;
  const raised = [...exponent].map((d) => (d === "-" ? "⁻" : SUPERSCRIPTS[Number(d)])).join("");
  return `${number}\u2009×\u200910${raised}`; // thin spaces
}
