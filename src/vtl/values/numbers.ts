import { Decimal, floating } from '../../json/index.ts';
import type { Value } from './value.ts';

export type Numeric = number | bigint | Decimal;

export function isNumeric(value: Value): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal;
}

/** Whether Java would hold the number as Integer, Long or BigInteger. */
export function isInteger(value: Numeric): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
}

export function doubleOf(value: Numeric): number {
  return value instanceof Decimal ? value.value : Number(value);
}

/** An integer in its smallest representation. */
export function integer(value: bigint | number): number | bigint {
  if (typeof value === 'number') return value === 0 ? 0 : value;
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

export const double = floating;

/** The text of an integer or floating-point literal as a number. */
export function parseLiteral(text: string): Numeric {
  return /^-?\d+$/.test(text) ? integer(BigInt(text)) : double(Number(text));
}
