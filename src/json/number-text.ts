import { Decimal } from './value.ts';

/** Where Java's `Double.toString` leaves plain digits for scientific notation (Java SE API, `Double.toString`). */
const PLAIN_FROM = 1e-3;
const PLAIN_BELOW = 1e7;

/** The text that Java prints for a double: `1.5`, `10.0`, `1.23456789E7`, `1.0E-5`, `Infinity`, `NaN`. */
export function javaDoubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= PLAIN_FROM && size < PLAIN_BELOW) {
    return Number.isInteger(value) ? `${value}.0` : String(value);
  }
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent.replace('+', '')}`;
}

/** The text that Java prints for any number of a document. */
export function numberText(value: number | bigint | Decimal): string {
  if (value instanceof Decimal) return value.text;
  if (typeof value === 'bigint' || Number.isInteger(value)) return String(value);
  return javaDoubleText(value);
}
