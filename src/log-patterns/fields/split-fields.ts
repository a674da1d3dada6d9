/** A field of a space-delimited message. */
export interface Field {
  /** Without the brackets or quotation marks around it. */
  readonly value: string;
  /** Where it begins in the message, in UTF-16 units. */
  readonly start: number;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['"', '"'],
]);

/**
 * The fields of a message: what stands between spaces. "Characters between brackets and double quotation marks are
 * considered single fields" (user guide, "Space-delimited log event"); one that does not end is a field like others.
 */
export function splitFields(message: string): readonly Field[] {
  const fields: Field[] = [];
  /** Signs that stand nowhere behind `at`: looked for once, so that many openings without an end cost no time. */
  const missing = new Set<string>();
  let at = 0;
  while (at < message.length) {
    if (isSpace(message.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    const closing = CLOSING.get(message[at] ?? '');
    const closedAt = closing === undefined || missing.has(closing) ? -1 : message.indexOf(closing, at + 1);
    if (closedAt > 0) {
      fields.push({ value: message.slice(at + 1, closedAt), start });
      at = closedAt + 1;
      continue;
    }
    if (closing !== undefined) missing.add(closing);
    while (at < message.length && !isSpace(message.charCodeAt(at))) at += 1;
    fields.push({ value: message.slice(start, at), start });
  }
  return fields;
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}
