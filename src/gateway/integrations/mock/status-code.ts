/**
 * Reads the integer `statusCode` from what a MOCK integration's request template gave. The parser is as lenient as AWS's:
 * unquoted keys, single quotes and trailing commas are taken (fact D63).
 * @returns undefined when the text is no such object or holds no integer `statusCode`
 */
export function mockStatusCode(text: string): number | undefined {
  const reader = new LenientJson(text);
  try {
    const value = reader.readDocument();
    if (typeof value !== 'object' || value === null || !(value instanceof Map)) return undefined;
    const statusCode: unknown = value.get('statusCode');
    return Number.isInteger(statusCode) ? Number(statusCode) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Value = Map<string, Value> | Value[] | string | number | boolean | null;

/** Nesting beyond this is refused, so that no text can exhaust the stack. */
const MAX_DEPTH = 100;

const WORDS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Reads JSON with unquoted keys, single quotes and trailing commas. */
class LenientJson {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readDocument(): Value {
    const value = this.#readValue(0);
    this.#skipSpace();
    if (this.#position < this.#text.length) throw new SyntaxError('There is more than one value.');
    return value;
  }

  #readValue(depth: number): Value {
    if (depth > MAX_DEPTH) throw new SyntaxError('Nested too deeply.');
    this.#skipSpace();
    if (this.#take('{')) return this.#readObject(depth);
    if (this.#take('[')) return this.#readArray(depth);
    const char = this.#text[this.#position];
    if (char === '"' || char === "'") return this.#readString();
    const word = this.#match(/[-+.\w]+/y);
    const known = WORDS.get(word);
    if (known !== undefined) return known;
    if (!/^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(word)) throw new SyntaxError('Not a value.');
    return Number(word);
  }

  #readObject(depth: number): Value {
    const members = new Map<string, Value>();
    for (this.#skipSpace(); !this.#take('}'); this.#skipSpace()) {
      const char = this.#text[this.#position];
      const key = char === '"' || char === "'" ? this.#readString() : this.#match(/[$\w]+/y);
      this.#skipSpace();
      if (!this.#take(':')) throw new SyntaxError('A key without a value.');
      members.set(key, this.#readValue(depth + 1));
      this.#readSeparator('}');
    }
    return members;
  }

  #readArray(depth: number): Value {
    const items: Value[] = [];
    for (this.#skipSpace(); !this.#take(']'); this.#skipSpace()) {
      items.push(this.#readValue(depth + 1));
      this.#readSeparator(']');
    }
    return items;
  }

  /** A comma, or the end that a comma may be missing before. */
  #readSeparator(end: string): void {
    this.#skipSpace();
    if (!this.#take(',') && this.#text[this.#position] !== end) throw new SyntaxError('A comma is missing.');
  }

  #readString(): string {
    const quoted = this.#match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy);
    return quoted.slice(1, -1).replace(/\\(.)/gs, '$1');
  }

  #skipSpace(): void {
    while (/\s/.test(this.#text[this.#position] ?? '')) this.#position++;
  }

  #take(char: string): boolean {
    if (this.#text[this.#position] !== char) return false;
    this.#position++;
    return true;
  }

  /** @param pattern sticky */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) throw new SyntaxError('Unexpected text.');
    this.#position += found.length;
    return found;
  }
}
