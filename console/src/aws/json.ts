import type { Member, Shape } from '../../../src/control/schema/shape.ts';
import { asRecord, fromBase64, toBase64, type Values } from './values.ts';

/** Which key of an object holds a member: rest-json knows `jsonName`, the other JSON protocols do not. */
export type JsonNames = (member: Member) => string;
export const memberNames: JsonNames = (member) => member.name;
export const jsonNames: JsonNames = (member) => member.traits.jsonName ?? member.name;

/** Turns values into what `JSON.stringify` may write. Members that are absent stay absent. */
export function encodeMembers(members: readonly Member[], values: Values, names: JsonNames): Values {
  return Object.fromEntries(
    members
      .filter((member) => values[member.name] !== undefined)
      .map((member) => [names(member), encode(member, values[member.name], names)]),
  );
}

function encode(member: Member, value: unknown, names: JsonNames): unknown {
  const { shape } = member;
  if (shape.kind === 'structure' || shape.kind === 'union') return encodeMembers(shape.members, asRecord(value), names);
  if (shape.kind === 'list') return (value as readonly unknown[]).map((item) => encode(shape.member, item, names));
  if (shape.kind === 'map') return mapValues(asRecord(value), (item) => encode(shape.value, item, names));
  if (value instanceof Uint8Array) return toBase64(value);
  if (value instanceof Date) return isDateTime(member) ? value.toISOString() : value.getTime() / 1000;
  return value;
}

function isDateTime({ shape, traits }: Member): boolean {
  return (traits.timestampFormat ?? (shape.kind === 'timestamp' ? shape.format : undefined)) === 'date-time';
}

/** Reads the given members of a JSON object; what the schema does not know is left out. */
export function decodeMembers(members: readonly Member[], source: Values, names: JsonNames): Values {
  return Object.fromEntries(
    members
      .filter((member) => source[names(member)] !== undefined && source[names(member)] !== null)
      .map((member) => [member.name, decode(member.shape, source[names(member)], names)]),
  );
}

function decode(shape: Shape, value: unknown, names: JsonNames): unknown {
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return decodeMembers(shape.members, asRecord(value), names);
    case 'list':
      return (value as readonly unknown[]).map((item) => decode(shape.member.shape, item, names));
    case 'map':
      return mapValues(asRecord(value), (item) => decode(shape.value.shape, item, names));
    case 'timestamp':
      return new Date(typeof value === 'number' ? value * 1000 : String(value));
    case 'blob':
      return fromBase64(String(value));
    case 'number':
      // `NaN` and `Infinity` are text in JSON.
      return Number(value);
    default:
      return value;
  }
}

function mapValues(record: Values, change: (item: unknown) => unknown): Values {
  return Object.fromEntries(Object.entries(record).map(([key, item]) => [key, change(item)]));
}
