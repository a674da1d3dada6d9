import type { Member } from '../../schema/index.ts';
import type { Values } from '../protocol.ts';
import { toEpochSeconds } from '../timestamps.ts';
import { EPOCH_TAG } from './cbor-value.ts';
import type { CborWriter } from './cbor-writer.ts';

/**
 * Writes the given members of a structure as a CBOR map.
 * @param leading entries that come before the members, such as an error's `__type`
 */
export function encodeCborMembers(
  writer: CborWriter,
  members: readonly Member[],
  values: Values,
  leading: Readonly<Record<string, string>> = {},
): void {
  const given = members.filter(({ name }) => values[name] !== undefined && values[name] !== null);
  writer.mapHead(Object.keys(leading).length + given.length);
  for (const [name, value] of Object.entries(leading)) {
    writer.text(name);
    writer.text(value);
  }
  for (const member of given) {
    writer.text(member.name);
    encode(writer, member, values[member.name]);
  }
}

function encode(writer: CborWriter, member: Member, value: unknown): void {
  const { shape } = member;
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return encodeCborMembers(writer, shape.members, value as Values);
    case 'list': {
      const items = value as readonly unknown[];
      writer.arrayHead(items.length);
      for (const item of items) encode(writer, shape.member, item);
      return;
    }
    case 'map': {
      const entries = Object.entries(value as Values);
      writer.mapHead(entries.length);
      for (const [key, item] of entries) {
        writer.text(key);
        encode(writer, shape.value, item);
      }
      return;
    }
    default:
      return encodeSimple(writer, value);
  }
}

function encodeSimple(writer: CborWriter, value: unknown): void {
  if (typeof value === 'string') writer.text(value);
  else if (typeof value === 'number') writer.number(value);
  else if (typeof value === 'boolean') writer.boolean(value);
  else if (value instanceof Uint8Array) writer.byteString(value);
  else if (value instanceof Date) {
    writer.tagHead(EPOCH_TAG);
    writer.double(toEpochSeconds(value));
  } else writer.null();
}
