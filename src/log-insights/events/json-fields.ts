import type { Value } from '../values/index.ts';

/** Fields of one event (user guide: "can extract a maximum of 200 log event fields from a JSON log"). */
const MAX_FIELDS = 200;

/**
 * The JSON object that a message is, or with `isInside` the first one in it ("only for the first embedded JSON fragment in each log
 * event"). Undefined when there is none.
 */
export function parseFragment(message: string, isInside: boolean): unknown {
  const start = message.indexOf('{');
  if (start < 0 || (!isInside && message.slice(0, start).trim() !== '')) return undefined;
  const whole = tryParse(start === 0 ? message : message.slice(start));
  if (whole !== undefined || !isInside) return whole;
  const end = endOfObject(message, start);
  return end === undefined ? undefined : tryParse(message.slice(start, end));
}

/**
 * Follows names in dot notation: `items.0.id` goes through a list by its index, and `a.b.c` through a property `a.b` where there is no
 * `a`.
 */
export function followDotted(document: unknown, path: readonly string[]): unknown {
  let value = document;
  for (let at = 0; at < path.length; ) {
    if (typeof value !== 'object' || value === null) return undefined;
    const members = value as Readonly<Record<string, unknown>>;
    let name = path[at] ?? '';
    at += 1;
    while (!Object.hasOwn(members, name) && at < path.length) {
      name += `.${path[at]}`;
      at += 1;
    }
    if (!Object.hasOwn(members, name)) return undefined;
    value = members[name];
  }
  return value;
}

/** The names in dot notation of all that is no map or list in a document, with its value: 200 of them at most. */
export function flatten(document: unknown): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  const open: (readonly [name: string, value: unknown])[] = [['', document]];
  for (let next = open.pop(); next !== undefined && found.size < MAX_FIELDS; next = open.pop()) {
    const [name, value] = next;
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).slice(0, MAX_FIELDS).toReversed();
      for (const [key, each] of entries) open.push([name === '' ? shownKey(key) : `${name}.${key}`, each]);
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      found.set(name, value);
    }
  }
  return found;
}

function shownKey(key: string): string {
  return key.startsWith('@') ? `@${key}` : key;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Behind the brace that closes the one at `start`; braces in texts do not count. */
function endOfObject(text: string, start: number): number | undefined {
  let depth = 0;
  let isInText = false;
  for (let at = start; at < text.length; at += 1) {
    const unit = text[at];
    if (unit === '"') isInText = !isInText;
    else if (unit === '\\' && isInText) at += 1;
    else if (unit === '{' && !isInText) depth += 1;
    else if (unit === '}' && !isInText) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}
