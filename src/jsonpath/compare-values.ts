import { Decimal, type JsonValue, numberText } from '../json/index.ts';

type Numeric = number | bigint | Decimal;

export function isNumeric(value: JsonValue | undefined): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal;
}

/** A number's value as a double. */
export function doubleOf(value: Numeric): number {
  return value instanceof Decimal ? value.value : Number(value);
}

/** The text that a pattern is tried on: empty for what is neither text nor number nor boolean. */
export function textOf(value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (isNumeric(value)) return numberText(value);
  return typeof value === 'boolean' ? String(value) : '';
}

/** Equality as Jayway has it: a text that reads as a number equals that number. */
export function equalValues(left: JsonValue, right: JsonValue): boolean {
  if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right) === 0;
  if (typeof left === 'string' && isNumeric(right)) return numberOf(left) === doubleOf(right);
  if (isNumeric(left) && typeof right === 'string') return equalValues(right, left);
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, i) => equalValues(item, right[i] ?? null))
    );
  }
  if (left instanceof Map) {
    if (!(right instanceof Map) || left.size !== right.size) return false;
    for (const [name, item] of left) {
      const other = right.get(name);
      if (other === undefined || !equalValues(item, other)) return false;
    }
    return true;
  }
  return left === right;
}

/** Order between numbers and texts; undefined where there is none. */
export function compareValues(left: JsonValue, right: JsonValue): number | undefined {
  if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right);
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : Number(left > right);
  if (typeof left === 'string' && isNumeric(right)) return compareText(left, numberText(right));
  if (isNumeric(left) && typeof right === 'string') return compareText(numberText(left), right);
  return undefined;
}

export function sameType(left: JsonValue, right: JsonValue): boolean {
  if (isNumeric(left) || isNumeric(right)) return isNumeric(left) && isNumeric(right);
  return typeof left === typeof right && Array.isArray(left) === Array.isArray(right);
}

function compareNumbers(left: Numeric, right: Numeric): number {
  if (typeof left === 'bigint' && typeof right === 'bigint') return left < right ? -1 : Number(left > right);
  return Math.sign(doubleOf(left) - doubleOf(right));
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/** NaN, which equals nothing, for a text that is no number. */
function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
