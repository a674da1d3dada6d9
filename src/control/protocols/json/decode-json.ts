import type { Member, Shape } from '../../schema/index.ts';
import { DECODING_LIMITS } from '../limits.ts';
import type { Values } from '../protocol.ts';
import { SerializationError } from '../serialization-error.ts';
import { parseBase64, parseNumber } from '../text-values.ts';
import { epochSeconds, parseTimestamp } from '../timestamps.ts';
import { boundDepth } from './bound-depth.ts';
import type { JsonNames } from './json-names.ts';

/**
 * Reads parsed JSON by its shape: unknown members are left out, `null` members are absent.
 * @throws {SerializationError} when a value is of another type than the shape says
 */
export function decodeJson(shape: Shape, value: unknown, names: JsonNames, depth = 0): unknown {
  if (depth > DECODING_LIMITS.depth) throw new SerializationError('The request is nested too deeply.');
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return decodeMembers(shape.members, record(value), names, depth);
    case 'list':
      return list(value).map((item) => decodeJson(shape.member.shape, notNull(item), names, depth + 1));
    case 'map':
      return Object.fromEntries(
        Object.entries(record(value)).map(([key, item]) => [
          key,
          decodeJson(shape.value.shape, notNull(item), names, depth + 1),
        ]),
      );
    case 'string':
      if (typeof value === 'string') return value;
      throw mismatch(value, 'a String');
    case 'number':
      if (typeof value === 'number') return value;
      if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') return parseNumber(value);
      throw mismatch(value, 'a Number');
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw mismatch(value, 'a Boolean');
    case 'timestamp':
      if (typeof value === 'number') return epochSeconds(value);
      if (typeof value === 'string') return parseTimestamp(value);
      throw mismatch(value, 'a Timestamp');
    case 'blob':
      if (typeof value === 'string') return parseBase64(value);
      throw mismatch(value, 'a Blob');
    case 'document':
      boundDepth(value, DECODING_LIMITS.depth);
      return value;
  }
}

/** Reads the given members of a JSON object. */
export function decodeMembers(
  members: readonly Member[],
  source: Readonly<Record<string, unknown>>,
  names: JsonNames,
  depth = 0,
): Values {
  const values: Record<string, unknown> = {};
  for (const member of members) {
    const key = names(member);
    const value = Object.hasOwn(source, key) ? source[key] : undefined;
    if (value !== undefined && value !== null) values[member.name] = decodeJson(member.shape, value, names, depth + 1);
  }
  return values;
}

/** A value that must be a JSON object. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  throw mismatch(value, undefined);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw mismatch(value, undefined);
}

/** Smithy, "Dense collections": a server refuses `null` among the items. */
function notNull(item: unknown): unknown {
  if (item === null) throw new SerializationError('A list or map holds null');
  return item;
}

/** @param wanted with its article; absent where a list, a map or a structure is due */
function mismatch(value: unknown, wanted: string | undefined): SerializationError {
  if (Array.isArray(value)) return new SerializationError('Start of list found where not expected');
  if (typeof value === 'object' && value !== null) {
    return new SerializationError('Start of structure or map found where not expected.');
  }
  if (wanted === undefined) return new SerializationError('Unexpected field type');
  const token = typeof value === 'boolean' ? String(value).toUpperCase() : (typeof value).toUpperCase();
  return new SerializationError(`${token}_VALUE can not be converted to ${wanted}`);
}
