import { compareNumbers, equalObjects } from '../compare.ts';
import { VALUE_LIMITS } from '../limits.ts';
import { MethodError } from '../method-error.ts';
import { double, doubleOf, integer, isInteger, type Numeric } from '../numbers.ts';
import { textOf } from '../text.ts';
import type { Value } from '../value.ts';
import { anyInteger, anything, int, numeric, text } from './parameters.ts';
import { method, methodTable } from './table.ts';

/** Narrows to so many bits, as Java's `intValue` and `longValue` do; a double beyond them stays at the bound. */
function narrow(value: Numeric, bits: number): number | bigint {
  if (isInteger(value)) return integer(BigInt.asIntN(bits, BigInt(value)));
  const bound = 2 ** (bits - 1);
  const whole = Math.trunc(doubleOf(value));
  if (Number.isNaN(whole)) return 0;
  return integer(BigInt(Math.max(-bound, Math.min(whole, bound))) - (whole >= bound ? 1n : 0n));
}

function parseInteger(digits: string, radix = 10): number | bigint {
  const pattern = radix === 10 ? /^[-+]?\d+$/ : /^[-+]?[0-9a-z]+$/i;
  const value = pattern.test(digits) ? Number.parseInt(digits, radix) : Number.NaN;
  if (Number.isNaN(value) || digits.length > VALUE_LIMITS.maxDigits || radix < 2 || radix > 36)
    throw new MethodError(`For input string: "${digits.slice(0, 100)}"`);
  return radix === 10 ? integer(BigInt(digits.replace('+', ''))) : value;
}

function parseDouble(digits: string): Numeric {
  if (!/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?[dDfF]?\s*$/.test(digits)) {
    throw new MethodError(`For input string: "${digits}"`);
  }
  return double(Number.parseFloat(digits));
}

/** Java rounds a `float` to 24 bits and prints the shortest text that names it. */
function toFloat(value: Numeric): Numeric {
  const exact = Math.fround(doubleOf(value));
  for (let digits = 1; digits < 10; digits += 1) {
    const short = Number(exact.toPrecision(digits));
    if (Math.fround(short) === exact) return double(short);
  }
  return double(exact);
}

const unsigned = (value: number | bigint, radix: number): string => BigInt.asUintN(32, BigInt(value)).toString(radix);

/** Methods of `java.lang.Number` and its kinds; the static ones are reached through any number, as in Velocity. */
export const NUMBER_METHODS = methodTable<Numeric>({
  intValue: method([], (self) => narrow(self, 32)),
  longValue: method([], (self) => narrow(self, 64)),
  shortValue: method([], (self) => narrow(narrow(self, 32), 16)),
  byteValue: method([], (self) => narrow(narrow(self, 32), 8)),
  doubleValue: method([], (self) => double(doubleOf(self))),
  floatValue: method([], toFloat),
  toString: [
    method<Numeric, []>([], (self) => textOf(self)),
    method([anyInteger], (_self, value) => textOf(value)),
    method([anyInteger, int], (_self, value, radix) => value.toString(Math.max(2, Math.min(radix, 36)))),
  ],
  equals: method<Numeric, [Value]>([anything], (self, other) => equalObjects(self, other)),
  compareTo: method([numeric], (self, other) => compareNumbers(self, other)),
  compare: method([numeric, numeric], (_self, left, right) => compareNumbers(left, right)),
  hashCode: method([], (self) => (isInteger(self) ? narrow(self, 32) : undefined)),
  isNaN: method([], (self) => Number.isNaN(doubleOf(self))),
  isInfinite: method([], (self) => Math.abs(doubleOf(self)) === Number.POSITIVE_INFINITY),
  parseInt: [
    method([text], (_self, digits) => parseInteger(digits)),
    method([text, int], (_self, digits, radix) => parseInteger(digits, radix)),
  ],
  parseLong: method([text], (_self, digits) => parseInteger(digits)),
  parseDouble: method([text], (_self, digits) => parseDouble(digits)),
  parseFloat: method([text], (_self, digits) => toFloat(parseDouble(digits))),
  valueOf: [
    method<Numeric, [string]>([text], (self, digits) => (isInteger(self) ? parseInteger(digits) : parseDouble(digits))),
    method<Numeric, [Numeric]>([numeric], (_self, value) => value),
  ],
  max: method([numeric, numeric], (_self, left, right) => (compareNumbers(left, right) >= 0 ? left : right)),
  min: method([numeric, numeric], (_self, left, right) => (compareNumbers(left, right) <= 0 ? left : right)),
  toHexString: method([anyInteger], (_self, value) => unsigned(value, 16)),
  toBinaryString: method([anyInteger], (_self, value) => unsigned(value, 2)),
  toOctalString: method([anyInteger], (_self, value) => unsigned(value, 8)),
});
