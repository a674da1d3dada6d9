import { javaDoubleText } from './number-text.ts';
import { Decimal } from './value.ts';

const INTEGER = /^-?\d+$/;
const FLOATING = /^-?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?$/;

/** json-smart keeps every digit of a floating-point number whose text is longer than this. */
const LONGEST_DOUBLE_TEXT = 18;

/** Reads a number's text; undefined when it is none. */
export function readNumber(text: string): number | bigint | Decimal | undefined {
  if (INTEGER.test(text)) return integer(text);
  if (!FLOATING.test(text)) return undefined;
  const value = Number(text);
  if (text.length > LONGEST_DOUBLE_TEXT && !/[eE]/.test(text)) return new Decimal(value, text);
  return floating(value);
}

/** A number that Java would hold as a `Double`. */
export function floating(value: number): number | Decimal {
  return Number.isInteger(value) ? new Decimal(value, javaDoubleText(value)) : value;
}

function integer(text: string): number | bigint {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
  return BigInt(text);
}
