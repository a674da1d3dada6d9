import { numberText, printJsonString } from '../../json/index.ts';
import { VALUE_LIMITS } from './limits.ts';
import { MethodError } from './method-error.ts';
import { isNumeric } from './numbers.ts';
import { Collection, isHostObject, MapEntry, Renderable, type Value } from './value.ts';
import { CHARACTERS_A_STEP, work } from './work.ts';

/** How deep lists and maps may hold each other: one that holds itself would otherwise print for ever. */
const MAX_DEPTH = 500;
/** What a list or a map counts for besides its items, as printing one is work: characters. Ours. */
const WORK_OF_ONE = 12;

/** What one text has room for: thirty lists, each of which holds the one before twice, print a billion. */
class Room {
  #left: number = VALUE_LIMITS.maxTextLength;
  #values = 1;

  /** What printing was, in characters to work on: a value is a step of its own. */
  get work(): number {
    return VALUE_LIMITS.maxTextLength - this.#left + this.#values * CHARACTERS_A_STEP;
  }

  /** @throws {MethodError} when there is no room for so many characters */
  take(length: number): void {
    this.#left -= length;
    if (this.#left < 0) throw new MethodError('Lists and maps are too large to be printed');
  }

  /** @throws {MethodError} when there is no room for lists and maps so deep, or for one of so many items */
  enter(depth: number, items: number): void {
    if (depth > MAX_DEPTH) throw new MethodError('Lists and maps are nested too deeply to be printed');
    this.#values += items;
    this.take(WORK_OF_ONE + items);
  }

  keep(text: string): string {
    this.take(text.length);
    return text;
  }
}

/** What printing a value gives: Java's `toString`, save for lists of documents, which are JSON (fact D39). */
export function textOf(value: Value): string {
  return scalarText(value) ?? printed((room) => textAt(value, 0, room));
}

function printed(print: (room: Room) => string): string {
  const room = new Room();
  const text = print(room);
  work(room.work);
  return text;
}

function scalarText(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return isNumeric(value) ? numberText(value) : undefined;
}

function textAt(value: Value, depth: number, room: Room): string {
  const scalar = scalarText(value);
  if (scalar !== undefined) return room.keep(scalar);
  if (Array.isArray(value)) return jsonAt(value, depth, room);
  const text = (item: Value) => textAt(item, depth + 1, room);
  if (value instanceof Map) {
    room.enter(depth, value.size);
    return `{${Array.from(value, ([key, item]) => `${text(key)}=${text(item)}`).join(', ')}}`;
  }
  if (value instanceof Collection) {
    room.enter(depth, value.items.length);
    return `[${value.items.map(text).join(', ')}]`;
  }
  if (value instanceof MapEntry) {
    room.enter(depth, 1);
    return `${text(value.key)}=${text(value.value)}`;
  }
  return room.keep((value as Renderable).text());
}

/** JSON text of any value; `/` is written as `\/`, as json-smart does where a list becomes text. */
export function jsonText(value: Value, options: { readonly escapeSlash: boolean }): string {
  return printed((room) => jsonAt(value, 0, room, options));
}

function jsonAt(value: Value, depth: number, room: Room, options = { escapeSlash: true }): string {
  const quoted = (text: string) => room.keep(printJsonString(text, options));
  if (value === null || typeof value === 'boolean') return room.keep(String(value));
  if (typeof value === 'string') return quoted(value);
  if (isNumeric(value)) {
    const text = numberText(value);
    return room.keep(/^(?:NaN|-?Infinity)$/.test(text) ? 'null' : text);
  }
  if (Array.isArray(value) || value instanceof Collection) {
    const items = Array.isArray(value) ? value : value.items;
    room.enter(depth, items.length);
    return `[${items.map((item) => jsonAt(item, depth + 1, room, options)).join(',')}]`;
  }
  if (value instanceof Map) {
    room.enter(depth, value.size);
    const pairs = Array.from(
      value,
      ([key, item]) => `${quoted(textAt(key, depth + 1, room))}:${jsonAt(item, depth + 1, room, options)}`,
    );
    return `{${pairs.join(',')}}`;
  }
  if (value instanceof MapEntry || value instanceof Renderable || isHostObject(value)) {
    return quoted(textAt(value, depth + 1, room));
  }
  return 'null';
}
