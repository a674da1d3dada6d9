import type { Member, Shape } from '../../schema/index.ts';
import type { Values } from '../protocol.ts';
import { SerializationError } from '../serialization-error.ts';
import { epochSeconds } from '../timestamps.ts';
import { CborTag, type CborValue, EPOCH_TAG } from './cbor-value.ts';

/**
 * Reads the members of a structure from a CBOR map: unknown ones are left out, null ones are absent.
 * @throws {SerializationError} when a value is of another type than its shape says
 */
export function decodeCborMembers(members: readonly Member[], value: CborValue): Values {
  const source = map(value);
  const values: Record<string, unknown> = {};
  for (const member of members) {
    const item = source.get(member.name);
    if (item !== undefined && item !== null) values[member.name] = decode(member.shape, item);
  }
  return values;
}

function decode(shape: Shape, value: CborValue): unknown {
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return decodeCborMembers(shape.members, value);
    case 'list':
      return list(value).map((item) => decode(shape.member.shape, notNull(item)));
    case 'map':
      return Object.fromEntries([...map(value)].map(([key, item]) => [key, decode(shape.value.shape, notNull(item))]));
    case 'string':
      if (typeof value === 'string') return value;
      throw mismatch(value, 'a String');
    case 'number':
      if (typeof value === 'number') return value;
      throw mismatch(value, 'a Number');
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw mismatch(value, 'a Boolean');
    case 'blob':
      if (value instanceof Uint8Array) return value;
      throw mismatch(value, 'a Blob');
    case 'timestamp':
      // Smithy, "rpcv2Cbor": always seconds with tag 1; older clients leave the tag out.
      if (value instanceof CborTag && value.tag === EPOCH_TAG) return decode(shape, value.value);
      if (typeof value === 'number') return epochSeconds(value);
      throw mismatch(value, 'a Timestamp');
    case 'document':
      throw new SerializationError('Documents cannot be sent in CBOR.');
  }
}

function map(value: CborValue): ReadonlyMap<string, CborValue> {
  if (value instanceof Map) return value;
  throw mismatch(value, undefined);
}

function list(value: CborValue): readonly CborValue[] {
  if (Array.isArray(value)) return value;
  throw mismatch(value, undefined);
}

/** Smithy, "Dense collections": a server refuses `null` among the items. */
function notNull(item: CborValue): CborValue {
  if (item === null) throw new SerializationError('A list or map holds null');
  return item;
}

function mismatch(value: CborValue, wanted: string | undefined): SerializationError {
  if (Array.isArray(value)) return new SerializationError('Start of list found where not expected');
  if (value instanceof Map) return new SerializationError('Start of structure or map found where not expected.');
  if (wanted === undefined) return new SerializationError('Unexpected field type');
  return new SerializationError(`${(typeof value).toUpperCase()}_VALUE can not be converted to ${wanted}`);
}
