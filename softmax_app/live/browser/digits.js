// How a number is written. Nothing that is not 0 is ever written as 0.

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const DIGITS = 4;

/** Four significant digits, fewer where they are exact; powers of ten for the very small and large.
 * @param {number} x */
export function short(x) {
  if (!Number.isFinite(x)) return full(x);
  const size = Math.abs(x);
  if (x === 0 || (size >= 1e-3 && size < 1e6)) {
    const rounded = size >= 1e4 ? x.toFixed(0) : x.toPrecision(DIGITS);
    return typeset(Number(rounded) === x ? String(x) : rounded);
  }
  let mantissa = x.toExponential(0);
  for (let digits = 1; digits < DIGITS && Number(mantissa) !== x; digits++) {
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
