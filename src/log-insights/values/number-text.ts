/** Fraction digits of a result; results of AWS have four at most. */
const FRACTION_DIGITS = 4;

/** A number without an exponent, with at most four fraction digits. */
export function numberText(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (Number.isInteger(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return String(value);
  if (Math.abs(value) >= 1e15) return BigInt(Math.round(value)).toString();
  const text = value.toFixed(FRACTION_DIGITS).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}
