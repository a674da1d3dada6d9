import { JavaRegexSyntaxError } from './errors.ts';

/** A place in a pattern that is being read. */
export class Cursor {
  readonly pattern: string;
  at = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  get atEnd(): boolean {
    return this.at >= this.pattern.length;
  }

  /** The character here; empty at the end. */
  peek(): string {
    return this.pattern[this.at] ?? '';
  }

  /** Steps over `text` when it stands here. */
  take(text: string): boolean {
    if (!this.pattern.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Steps over what the sticky expression matches here. */
  takeMatch(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.at;
    const match = expression.exec(this.pattern);
    if (match === null) return undefined;
    this.at += match[0].length;
    return match;
  }

  /** Steps over one code point. */
  next(): number {
    const code = this.pattern.codePointAt(this.at);
    if (code === undefined) throw this.error('Unexpected end');
    this.at += code > 0xffff ? 2 : 1;
    return code;
  }

  expect(text: string, problem: string): void {
    if (!this.take(text)) throw this.error(problem);
  }

  error(problem: string): JavaRegexSyntaxError {
    return new JavaRegexSyntaxError(problem, this.pattern, this.at);
  }
}
