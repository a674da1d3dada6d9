import type { Decimal } from '../../json/index.ts';

/**
 * A value of a template. JSON documents are values as they are: a plain array is a list that prints as JSON, as lists of
 * documents do on API Gateway (fact D39); a `Collection` is any other list and prints as Java prints it.
 */
export type Value =
  | null
  | boolean
  | string
  | number
  | bigint
  | Decimal
  | Value[]
  | ValueMap
  | Collection
  | MapEntry
  | Renderable
  | HostObject;

export type ValueMap = Map<Value, Value>;

/**
 * An object that the program puts before a template, such as `$input`. The template reaches what these four functions
 * give, and nothing else.
 */
export interface HostObject {
  /** `$host.name` and `$host['name']`; undefined: there is no such property. */
  get(name: string): Value | undefined;
  /** `$host.name(args)`; undefined: there is no such method, or it gives nothing. What it throws ends the rendering. */
  call(name: string, args: readonly Value[]): Value | undefined;
  /** `#set($host.name = value)`. Absent: nothing can be set. */
  set?(name: string, value: Value): void;
  /** What printing the object itself gives. */
  text(): string;
}

/** A list made in a template, a Java array, or a set such as a map's keys, which has no positions. */
export class Collection {
  readonly kind: 'list' | 'set';
  readonly items: Value[];
  /** The map that the items were taken from. */
  readonly map: ReadonlyMap<Value, Value> | undefined;

  constructor(kind: 'list' | 'set', items: Value[], map?: ReadonlyMap<Value, Value>) {
    this.kind = kind;
    this.items = items;
    this.map = map;
  }
}

/** One pair of a map, as `entrySet()` gives it. */
export class MapEntry {
  readonly map: ValueMap;
  readonly key: Value;

  constructor(map: ValueMap, key: Value) {
    this.map = map;
    this.key = key;
  }

  get value(): Value {
    return this.map.get(this.key) ?? null;
  }
}

/** What `#define` makes: a block that runs whenever it is printed. */
export class Renderable {
  readonly text: () => string;

  constructor(text: () => string) {
    this.text = text;
  }
}

/** The items of a value that has positions, to read and to change; undefined for any other. */
export function listItems(value: Value): Value[] | undefined {
  if (Array.isArray(value)) return value;
  return value instanceof Collection && value.kind === 'list' ? value.items : undefined;
}

/** No other kind of value has something to call. */
export function isHostObject(value: Value): value is HostObject {
  return typeof value === 'object' && value !== null && 'call' in value;
}
