import type { Member, Shape } from '../../schema/index.ts';
import type { Values } from '../protocol.ts';
import { toBase64 } from '../text-values.ts';
import { formatTimestamp, toEpochSeconds } from '../timestamps.ts';
import type { JsonNames } from './json-names.ts';

/** Turns a handler's value into what `JSON.stringify` may write. Members that are absent stay absent. */
export function encodeJson(member: Member, value: unknown, names: JsonNames): unknown {
  const { shape } = member;
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return encodeMembers(shape.members, value as Values, names);
    case 'list':
      return (value as readonly unknown[]).map((item) => encodeJson(shape.member, item, names));
    case 'map':
      return Object.fromEntries(
        Object.entries(value as Values)
          .filter(([, item]) => item !== undefined)
          .map(([key, item]) => [key, encodeJson(shape.value, item, names)]),
      );
    default:
      return encodeSimple(shape, member, value);
  }
}

/** Writes the given members of a structure as a JSON object. */
export function encodeMembers(members: readonly Member[], values: Values, names: JsonNames): Record<string, unknown> {
  const encoded: Record<string, unknown> = {};
  for (const member of members) {
    const value = values[member.name];
    if (value !== undefined && value !== null) encoded[names(member)] = encodeJson(member, value, names);
  }
  return encoded;
}

function encodeSimple(shape: Shape, member: Member, value: unknown): unknown {
  if (value instanceof Date) {
    const format = member.traits.timestampFormat ?? (shape.kind === 'timestamp' ? shape.format : undefined);
    return format === undefined || format === 'epoch-seconds' ? toEpochSeconds(value) : formatTimestamp(value, format);
  }
  if (value instanceof Uint8Array) return toBase64(value);
  // JSON has no other way to write them (Smithy, aws.protocols, "JSON shape serialization").
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return value;
}
