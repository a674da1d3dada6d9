import { JsonSyntaxError } from './json-syntax-error.ts';
import { JSON_LIMITS, type JsonLimits } from './limits.ts';
import { readNumber } from './read-number.ts';
import { readQuoted } from './read-string.ts';
import type { JsonMap, JsonValue } from './value.ts';

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const COMMA = 44;
const COLON = 58;
const LEFT_BRACKET = 91;
const RIGHT_BRACKET = 93;
const LEFT_BRACE = 123;
const RIGHT_BRACE = 125;
const NONE = -1;

const WORDS: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', Number.NaN],
]);

/**
 * Reads a document tolerantly: names and strings may stand without quotes or in single ones, a comma may be left over,
 * text after the value is passed over, and text that is no JSON at all is one string.
 * @throws {JsonSyntaxError} for what even a tolerant reader cannot understand, and for documents nested too deeply
 */
export function parseJson(text: string, limits: JsonLimits = JSON_LIMITS): JsonValue {
  return new Reader(text, limits.maxDepth).value(NONE, NONE);
}

class Reader {
  private readonly text: string;
  private readonly maxDepth: number;
  private at = 0;
  private depth = 0;

  constructor(text: string, maxDepth: number) {
    this.text = text;
    this.maxDepth = maxDepth;
  }

  /** Reads one value; `stop` and `end` are the characters that end an unquoted one here. */
  value(stop: number, end: number): JsonValue {
    const code = this.skipSpace();
    switch (code) {
      case LEFT_BRACE:
        return this.nested(() => this.map());
      case LEFT_BRACKET:
        return this.nested(() => this.list());
      case DOUBLE_QUOTE:
      case SINGLE_QUOTE:
        return this.quoted();
      default:
        return this.unquoted(stop, end);
    }
  }

  private nested<T>(read: () => T): T {
    if (this.depth >= this.maxDepth) throw this.error(`More than ${this.maxDepth} nested lists and maps`);
    this.depth += 1;
    this.at += 1;
    const value = read();
    this.depth -= 1;
    return value;
  }

  private map(): JsonMap {
    const map: JsonMap = new Map();
    for (;;) {
      const code = this.skipSpace();
      if (code === COMMA) {
        this.at += 1;
      } else if (code === RIGHT_BRACE) {
        this.at += 1;
        return map;
      } else {
        const name = code === DOUBLE_QUOTE || code === SINGLE_QUOTE ? this.quoted() : this.unquotedText(COLON, COLON);
        if (this.skipSpace() !== COLON) throw this.unexpected();
        this.at += 1;
        map.set(name, this.value(COMMA, RIGHT_BRACE));
        this.expectStop(RIGHT_BRACE);
      }
    }
  }

  private list(): JsonValue[] {
    const list: JsonValue[] = [];
    for (;;) {
      const code = this.skipSpace();
      if (code === COMMA) {
        this.at += 1;
      } else if (code === RIGHT_BRACKET) {
        this.at += 1;
        return list;
      } else {
        list.push(this.value(COMMA, RIGHT_BRACKET));
        this.expectStop(RIGHT_BRACKET);
      }
    }
  }

  private expectStop(end: number): void {
    const code = this.skipSpace();
    if (code !== COMMA && code !== end) throw this.unexpected();
  }

  private quoted(): string {
    const { text, next } = readQuoted(this.text, this.at);
    this.at = next;
    return text;
  }

  private unquoted(stop: number, end: number): JsonValue {
    const text = this.unquotedText(stop, end);
    if (text === '' && stop !== NONE) throw this.unexpected();
    const word = WORDS.get(text);
    return word !== undefined ? word : (readNumber(text) ?? text);
  }

  private unquotedText(stop: number, end: number): string {
    const from = this.at;
    const { text } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      if (code === stop || code === end) break;
      this.at += 1;
    }
    return text.slice(from, this.at).trim();
  }

  /** Steps to the next character that is no space; `NONE` at the end. */
  private skipSpace(): number {
    const { text } = this;
    for (; this.at < text.length; this.at += 1) {
      const code = text.charCodeAt(this.at);
      if (code !== SPACE && code !== LINE_FEED && code !== RETURN && code !== TAB) return code;
    }
    return NONE;
  }

  private unexpected(): JsonSyntaxError {
    return this.error(
      this.at >= this.text.length ? 'Unexpected end' : `Unexpected character ${JSON.stringify(this.text[this.at])}`,
    );
  }

  private error(problem: string): JsonSyntaxError {
    return new JsonSyntaxError(problem, this.at);
  }
}
