/**
 * Bins whose bounds are the first seven significant bits of a double (IEEE 754): 64 to each power of two. A value's bin is read
 * off its bits without a logarithm, and its middle is at most 1/128 (0.8 %) from any value in it.
 */
const FRACTION_BITS = 6;
/** The upper half of a double holds 20 of its bits of fraction. */
const SHIFT = 20 - FRACTION_BITS;

/** The bin of zero, and of what is smaller than any normal double. */
export const ZERO_BIN = 0;

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
const UPPER = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/** The bin of a value that is not negative. */
export function binOf(value: number): number {
  double[0] = value;
  return (halves[UPPER] as number) >>> SHIFT;
}

/** What stands for every value of a bin: its middle. */
export function middleOf(bin: number): number {
  return bin === ZERO_BIN ? 0 : (lowerBoundOf(bin) + lowerBoundOf(bin + 1)) / 2;
}

function lowerBoundOf(bin: number): number {
  halves[UPPER] = bin << SHIFT;
  halves[1 - UPPER] = 0;
  return double[0] as number;
}
