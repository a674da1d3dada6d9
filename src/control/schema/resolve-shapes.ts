import type { MemberReference, ShapeEntry, TypeReference } from './schema-file.ts';
import type { Member, Shape, StructureShape, TimestampFormat, Traits } from './shape.ts';

/** `SCHEMA` of `@smithy/core/schema`: simple types are numbers, and lists and maps of them have a bit added. */
const LIST_OF = 64;
const MAP_OF = 128;
const TIMESTAMP_FORMATS: Readonly<Record<number, TimestampFormat>> = {
  5: 'date-time',
  6: 'http-date',
  7: 'epoch-seconds',
};
const SIMPLE_SHAPES: ReadonlyMap<number, Shape> = new Map<number, Shape>([
  [0, { kind: 'string' }],
  [1, { kind: 'number' }],
  [2, { kind: 'boolean' }],
  [4, { kind: 'timestamp' }],
  ...Object.entries(TIMESTAMP_FORMATS).map(
    ([sentinel, format]) => [Number(sentinel), { kind: 'timestamp', format }] as const,
  ),
  [15, { kind: 'document' }],
  [17, { kind: 'number' }],
  [19, { kind: 'number' }],
  [21, { kind: 'blob' }],
  [42, { kind: 'blob' }],
]);
const NO_TRAITS: Traits = {};

type Building<T> = { -readonly [Name in keyof T]: T[Name] };

/**
 * Turns a schema file's shapes into shapes that refer to each other directly.
 * @throws when an entry refers to a shape or a simple type that does not exist
 */
export function resolveShapes(entries: Readonly<Record<string, ShapeEntry>>): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();

  function shapeOf(reference: TypeReference): Shape {
    if (typeof reference === 'string') return namedShape(reference);
    if (reference >= MAP_OF) {
      return { kind: 'map', key: member('key', 0, true), value: member('value', reference - MAP_OF, false) };
    }
    if (reference >= LIST_OF) return { kind: 'list', member: member('member', reference - LIST_OF, false) };
    const simple = SIMPLE_SHAPES.get(reference);
    if (!simple) throw new Error(`A schema has a simple type that is not known here: ${reference}.`);
    return simple;
  }

  function namedShape(name: string): Shape {
    const known = shapes.get(name);
    if (known) return known;
    const entry = entries[name];
    if (!entry) throw new Error(`A schema refers to a shape that it does not have: ${name}.`);
    return buildShape(name, entry);
  }

  /** Registers a shape before it looks at its members, because they may lead back to it. */
  function buildShape(name: string, entry: ShapeEntry): Shape {
    if (entry.kind === 'list') {
      const list = { kind: entry.kind, member: UNRESOLVED };
      shapes.set(name, list);
      list.member = member('member', entry.member, false);
      return list;
    }
    if (entry.kind === 'map') {
      const map = { kind: entry.kind, key: UNRESOLVED, value: UNRESOLVED };
      shapes.set(name, map);
      map.key = member('key', entry.key, true);
      map.value = member('value', entry.value, false);
      return map;
    }
    const structure: Building<StructureShape> = {
      kind: entry.kind,
      name,
      members: [],
      ...(entry.error && { error: entry.error }),
    };
    shapes.set(name, structure);
    structure.members = Object.entries(entry.members).map(([memberName, reference], index) =>
      member(memberName, reference, index < (entry.required ?? 0)),
    );
    return structure;
  }

  function member(name: string, reference: MemberReference, required: boolean): Member {
    const [type, traits] = typeof reference === 'object' ? reference : [reference, NO_TRAITS];
    return { name, shape: shapeOf(type), traits, required };
  }

  for (const name of Object.keys(entries)) namedShape(name);
  return shapes;
}

const UNRESOLVED: Member = { name: '', shape: { kind: 'document' }, traits: NO_TRAITS, required: false };
