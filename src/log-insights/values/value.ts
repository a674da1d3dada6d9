import { numberText } from './number-text.ts';

/** A point in time: `@timestamp`, and what `bin` and other functions make of it. */
export class Timestamp {
  /** Milliseconds since the epoch. */
  readonly ms: number;

  constructor(ms: number) {
    this.ms = ms;
  }
}

/** A map or list that `jsonParse` gave, or a list of values (user guide, "Structure types"). */
export class Structure {
  readonly value: object;

  constructor(value: object) {
    this.value = value;
  }
}

/** Undefined: the field is missing, or an operation has no result. */
export type Value = string | number | boolean | Timestamp | Structure | undefined;

/** How a value is shown, and read by functions of text. Undefined for what is missing, and for a structure. */
export function textOf(value: Value): string | undefined {
  if (typeof value === 'string' || value === undefined) return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return value instanceof Timestamp ? timestampText(value.ms) : undefined;
}

/** How a value stands in a result. Undefined for what is missing. */
export function resultText(value: Value): string | undefined {
  return value instanceof Structure ? JSON.stringify(value.value) : textOf(value);
}

const NUMERIC = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;

/** A value as a number: text that reads as one is one. Undefined for all else. */
export function numberOf(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return NUMERIC.test(value) ? Number(value) : undefined;
  if (typeof value === 'boolean') return Number(value);
  return value instanceof Timestamp ? value.ms : undefined;
}

/** Undefined for what is no number that can be worked with: infinite, or not one at all. */
export function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** Whether a condition holds: functions answer 1 and 0. */
export function isTrue(value: Value): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

/** A value of a JSON document. */
export function valueOfJson(json: unknown): Value {
  if (typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean') return json;
  return typeof json === 'object' && json !== null ? new Structure(json) : undefined;
}

function timestampText(ms: number): string | undefined {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('T', ' ').slice(0, -1);
}
