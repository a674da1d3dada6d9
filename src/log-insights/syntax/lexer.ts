import { QuerySyntaxError } from '../errors.ts';
import type { Span } from './ast.ts';

export type Token = Span &
  (
    | { readonly kind: 'word'; readonly text: string }
    /** A name in backticks, which is never a keyword. */
    | { readonly kind: 'quotedName'; readonly text: string }
    | { readonly kind: 'string'; readonly text: string }
    /** `unit`: letters right behind it, as in `5m`. */
    | { readonly kind: 'number'; readonly text: string; readonly value: number; readonly unit: string }
    | { readonly kind: 'symbol'; readonly text: string }
    | { readonly kind: 'end'; readonly text: string }
  );

const SPACE = /(?:\s+|#[^\n]*)+/y;
const WORD = /[A-Za-z_@$][\w@$]*/y;
const NUMBER = /(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)([A-Za-z]*)/y;
const SYMBOL = /!=|<=|>=|=~|[=<>+\-*/%^()[\],|.]/y;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);

/** Reads tokens one after the other. What a slash begins, only the parser knows: it asks for a regular expression. */
export class Lexer {
  readonly text: string;
  private at = 0;
  private ahead: Token | undefined;
  /** Where the last token that was taken ended. */
  lastEnd = 0;

  constructor(text: string) {
    this.text = text;
  }

  peek(): Token {
    this.ahead ??= this.read();
    return this.ahead;
  }

  next(): Token {
    const token = this.peek();
    this.ahead = undefined;
    this.at = token.end;
    this.lastEnd = token.end;
    return token;
  }

  /** Steps over a symbol when it comes next. */
  takeSymbol(text: string): boolean {
    const token = this.peek();
    if (token.kind !== 'symbol' || token.text !== text) return false;
    this.next();
    return true;
  }

  /** Steps over a keyword, in whatever letters, when it comes next. */
  takeWord(keyword: string): boolean {
    if (!this.isWord(keyword)) return false;
    this.next();
    return true;
  }

  isWord(keyword: string): boolean {
    const token = this.peek();
    return token.kind === 'word' && token.text.toLowerCase() === keyword;
  }

  expectSymbol(text: string): void {
    if (!this.takeSymbol(text)) throw this.unexpected();
  }

  /** @returns the source between slashes, when a slash comes next */
  takeRegex(): (Span & { readonly source: string }) | undefined {
    const token = this.peek();
    if (token.kind !== 'symbol' || token.text !== '/') return undefined;
    const { start } = token;
    for (let at = start + 1, isInClass = false; at < this.text.length; at += 1) {
      const unit = this.text[at];
      if (unit === '\\') at += 1;
      else if (unit === '[') isInClass = true;
      else if (unit === ']') isInClass = false;
      else if (unit === '/' && !isInClass) {
        this.ahead = undefined;
        this.at = at + 1;
        this.lastEnd = this.at;
        return { start, end: this.at, source: this.text.slice(start + 1, at).replaceAll('\\/', '/') };
      }
    }
    throw this.unexpected(token);
  }

  /** The text is AWS's, as its users report it. */
  unexpected(token: Token = this.peek()): QuerySyntaxError {
    const before = this.text.slice(0, token.start).split('\n');
    const place = `at line ${before.length} and position ${before.at(-1)?.length ?? 0}`;
    const what = token.kind === 'end' ? '<EOF>' : this.text.slice(token.start, token.end);
    return new QuerySyntaxError(`unexpected symbol found ${what} ${place}`, token.start, token.end);
  }

  private read(): Token {
    const { text } = this;
    SPACE.lastIndex = this.at;
    const start = this.at + (SPACE.exec(text)?.[0].length ?? 0);
    if (start >= text.length) return { kind: 'end', text: '', start, end: start };
    const first = text[start] ?? '';
    if (first === '"' || first === "'" || first === '`') return this.quoted(start, first);
    const word = matchAt(WORD, text, start);
    if (word) return { kind: 'word', text: word[0], start, end: start + word[0].length };
    const number = matchAt(NUMBER, text, start);
    if (number) {
      const [whole, digits = '', unit = ''] = number;
      return { kind: 'number', text: digits, value: Number(digits), unit, start, end: start + whole.length };
    }
    const symbol = matchAt(SYMBOL, text, start);
    if (symbol) return { kind: 'symbol', text: symbol[0], start, end: start + symbol[0].length };
    throw this.unexpected({ kind: 'symbol', text: first, start, end: start + 1 });
  }

  private quoted(start: number, sign: string): Token {
    let value = '';
    for (let at = start + 1; at < this.text.length; at += 1) {
      const unit = this.text[at] ?? '';
      if (unit === sign) {
        return { kind: sign === '`' ? 'quotedName' : 'string', text: value, start, end: at + 1 };
      }
      if (unit === '\\' && sign !== '`' && at + 1 < this.text.length) {
        at += 1;
        const escaped = this.text[at] ?? '';
        value += ESCAPES.get(escaped) ?? (escaped === sign || escaped === '\\' ? escaped : `\\${escaped}`);
      } else {
        value += unit;
      }
    }
    throw this.unexpected({ kind: 'symbol', text: sign, start, end: start + 1 });
  }
}

function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}
