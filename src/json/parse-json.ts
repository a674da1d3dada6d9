import { JsonSyntaxError } from './json-syntax-error.ts';
import { JSON_LIMITS, type JsonLimits } from './limits.ts';
import { readNumber } from './read-number.ts';
import { readEscaped } from './read-string.ts';
import type { JsonMap, JsonValue } from './value.ts';

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const COMMA = 44;
const ZERO = 48;
const COLON = 58;
const LEFT_BRACKET = 91;
const RIGHT_BRACKET = 93;
const LEFT_BRACE = 123;
const RIGHT_BRACE = 125;
const NONE = -1;
/** So many digits are below the largest safe integer. */
const SHORT_DIGITS = 15;

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
  return new Reader(text, limits).value(NONE, NONE);
}

class Reader {
  private readonly text: string;
  private readonly limits: JsonLimits;
  private at = 0;
  private depth = 0;

  constructor(text: string, limits: JsonLimits) {
    this.text = text;
    this.limits = limits;
  }

  /** Reads one value; `stop` and `end` are the characters that end an unquoted one here. */
  value(stop: number, end: number): JsonValue {
    const code = this.skipSpace();
    switch (code) {
      case LEFT_BRACE:
        return this.map();
      case LEFT_BRACKET:
        return this.list();
      case DOUBLE_QUOTE:
      case SINGLE_QUOTE:
        return this.quoted();
      default:
        return this.unquoted(stop, end);
    }
  }

  /** Steps over an opening bracket. */
  private open(): void {
    const { maxDepth } = this.limits;
    if (this.depth >= maxDepth) throw this.error(`More than ${maxDepth} nested lists and maps`);
    this.depth += 1;
    this.at += 1;
  }

  /** Steps over a closing bracket. */
  private close(): void {
    this.depth -= 1;
    this.at += 1;
  }

  private map(): JsonMap {
    const map: JsonMap = new Map();
    this.open();
    for (;;) {
      const code = this.skipSpace();
      if (code === COMMA) {
        this.at += 1;
      } else if (code === RIGHT_BRACE) {
        this.close();
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
    this.open();
    for (;;) {
      const code = this.skipSpace();
      if (code === COMMA) {
        this.at += 1;
      } else if (code === RIGHT_BRACKET) {
        this.close();
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
    const { text, at } = this;
    const close = text.indexOf(text.charAt(at), at + 1);
    const plain = text.slice(at + 1, close);
    if (close >= 0 && !plain.includes('\\')) {
      this.at = close + 1;
      return plain;
    }
    const escaped = readEscaped(text, at);
    this.at = escaped.next;
    return escaped.text;
  }

  private unquoted(stop: number, end: number): JsonValue {
    const short = this.shortInteger(stop, end);
    if (short !== undefined) return short;
    const text = this.unquotedText(stop, end);
    if (text === '' && stop !== NONE) throw this.unexpected();
    const word = WORDS.get(text);
    if (word !== undefined) return word;
    if (text.length <= this.limits.maxNumberLength) return readNumber(text) ?? text;
    if (/^-?\d/.test(text)) throw this.error(`A number has more than ${this.limits.maxNumberLength} characters`);
    return text;
  }

  /** Reads an integer that is certainly a safe one, which most numbers are. */
  private shortInteger(stop: number, end: number): number | undefined {
    const { text } = this;
    let value = 0;
    let at = this.at;
    for (let digit = text.charCodeAt(at) - ZERO; digit >= 0 && digit <= 9; digit = text.charCodeAt(at) - ZERO) {
      value = value * 10 + digit;
      at += 1;
    }
    const count = at - this.at;
    const next = text.charCodeAt(at);
    if (count === 0 || count > SHORT_DIGITS || (next !== stop && next !== end)) return undefined;
    this.at = at;
    return value;
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
