import type { Member, TimestampFormat } from '../schema/index.ts';
import { SerializationError } from './serialization-error.ts';
import { formatTimestamp, parseTimestamp } from './timestamps.ts';

const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const SPECIAL_NUMBERS: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

/**
 * Reads a simple value from text: a label, a query parameter, a header, a field of a form.
 * @throws {SerializationError} when it is not of the member's type
 */
export function parseText({ shape }: Member, text: string): unknown {
  switch (shape.kind) {
    case 'string':
      return text;
    case 'number':
      return parseNumber(text);
    case 'boolean':
      if (text === 'true' || text === 'false') return text === 'true';
      throw new SerializationError('STRING_VALUE can not be converted to a Boolean');
    case 'timestamp':
      return parseTimestamp(text);
    case 'blob':
      return parseBase64(text);
    default:
      throw new SerializationError('Unexpected field type');
  }
}

/** @param fallback the format of timestamps that have none of their own */
export function formatText({ shape, traits }: Member, value: unknown, fallback: TimestampFormat): string {
  if (value instanceof Date) {
    const own = shape.kind === 'timestamp' ? shape.format : undefined;
    return formatTimestamp(value, traits.timestampFormat ?? own ?? fallback);
  }
  if (value instanceof Uint8Array) return toBase64(value);
  return String(value);
}

export function parseNumber(text: string): number {
  const special = SPECIAL_NUMBERS[text];
  if (special !== undefined) return special;
  if (!NUMBER.test(text)) throw new SerializationError('STRING_VALUE can not be converted to a Number');
  return Number(text);
}

/** @throws {SerializationError} when there is anything but base64 (padding may be missing) */
export function parseBase64(text: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.replace(/=+$/, '').length % 4 === 1) {
    throw new SerializationError('STRING_VALUE is not valid base64');
  }
  return Buffer.from(text, 'base64');
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
