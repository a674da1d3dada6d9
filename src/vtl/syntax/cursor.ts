import { positionAt, TemplateSyntaxError } from '../errors.ts';

/** Where a text that is read as a template of its own (a string, an `#evaluate`) stands in the one around it. */
export interface Outside {
  readonly source: string;
  readonly offset: number;
}

/** A place in a template that is being read. */
export class Cursor {
  readonly source: string;
  at = 0;
  /** Where a `##` begins no comment. */
  plainHashAt = -1;
  private readonly outside: Outside | undefined;

  constructor(source: string, outside?: Outside) {
    this.source = source;
    this.outside = outside;
  }

  /** Where errors about this place belong: inside of a string, where the string begins. */
  get offset(): number {
    return this.outside?.offset ?? this.at;
  }

  /** This place, for a text inside of it. */
  get here(): Outside {
    return this.outside ?? { source: this.source, offset: this.at };
  }

  get atEnd(): boolean {
    return this.at >= this.source.length;
  }

  peek(ahead = 0): string {
    return this.source[this.at + ahead] ?? '';
  }

  /** Steps over `text` when it stands here. */
  take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** What the sticky expression matches here, without stepping over it. */
  match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.at;
    return expression.exec(this.source) ?? undefined;
  }

  /** Steps over what the sticky expression matches here. */
  takeMatch(expression: RegExp): RegExpExecArray | undefined {
    const match = this.match(expression);
    if (match !== undefined) this.at += match[0].length;
    return match;
  }

  skipSpace(): void {
    this.takeMatch(/[ \t\r\n]+/y);
  }

  expect(text: string): void {
    if (!this.take(text)) throw this.unexpected(`Expected ${text}`);
  }

  unexpected(expectation: string): TemplateSyntaxError {
    const found = this.atEnd ? 'the end of the template' : JSON.stringify(this.source.slice(this.at, this.at + 10));
    return this.error(`${expectation}, found ${found}`);
  }

  error(problem: string, offset: number = this.offset): TemplateSyntaxError {
    return new TemplateSyntaxError(problem, positionAt(this.outside?.source ?? this.source, offset));
  }
}
