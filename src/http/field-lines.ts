import type { HeaderList } from './header-list.ts';

/** What RFC 9110 section 5.5 lets a field value hold, a character a byte. */
const UNSENDABLE_VALUE = /[^\t\x20-\x7e\x80-\xff]/;
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** A field's name as it stands in a message, put together once for all the messages that it stands in. */
export class FieldName {
  readonly text: string;
  /** With what stands between it and its value. */
  readonly first: string;
  /** The same behind another field. */
  readonly next: string;

  /** @throws {TypeError} for a name that is no token */
  constructor(name: string) {
    if (!TOKEN.test(name)) throw new TypeError(`${JSON.stringify(name)} is no token.`);
    this.text = flat(name);
    this.first = flat(`${name}: `);
    this.next = flat(`\r\n${name}: `);
  }
}

/** In one piece of memory: a text that was put together, or is a part of another, would be copied in pieces every time. */
function flat(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}

/**
 * Header fields already in the form of the wire, for whoever passes fields on and would make a list only to have it taken
 * apart again. Of the fields that frame a message or steer its connection none may be added (`Connection`,
 * `Content-Length`, `Host`, `Keep-Alive`, `Transfer-Encoding`, in a response also `Date`): whoever sends the message writes
 * those.
 */
export class FieldLines {
  #text = '';

  /** Every field as `Name: value` and its line end. */
  get text(): string {
    return this.#text === '' ? '' : `${this.#text}\r\n`;
  }

  /** Adds a field whose value was received in a message, or is ours: it need not be looked at again. */
  pass(name: FieldName, value: string): void {
    const text = this.#text;
    this.#text = text === '' ? name.first + value : text + name.next + value;
  }

  /**
   * Adds a field of any origin.
   * @throws {TypeError} for a name or a value that would not survive (a line break in it, for one)
   */
  add(name: string, value: string): void {
    const field = new FieldName(name);
    if (UNSENDABLE_VALUE.test(value)) {
      throw new TypeError(`The header ${JSON.stringify(name)} has a character that cannot be sent.`);
    }
    this.pass(field, value);
  }

  /** The same as a list, for a transport that writes its messages by itself. */
  toList(): string[] {
    const list: string[] = [];
    for (const line of this.#text.split('\r\n')) {
      const colon = line.indexOf(': ');
      if (colon > 0) list.push(line.slice(0, colon), line.slice(colon + 2));
    }
    return list;
  }
}

/** A list, whatever form the fields came in. */
export function listOf(fields: HeaderList | FieldLines): HeaderList {
  return fields instanceof FieldLines ? fields.toList() : fields;
}
