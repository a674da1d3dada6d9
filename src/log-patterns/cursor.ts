import { LogPatternSyntaxError } from './errors.ts';

/** A place in a pattern that is being read. */
export class Cursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  peek(): string {
    return this.text[this.at] ?? '';
  }

  /** Steps over `text` when it stands here. */
  take(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Steps over what the sticky expression matches here, which may be nothing. */
  takeMatch(expression: RegExp): string {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  skipSpace(): void {
    this.takeMatch(/\s+/y);
  }

  /** @throws {LogPatternSyntaxError} when something else stands here */
  expect(text: string): void {
    this.skipSpace();
    if (!this.take(text)) throw new LogPatternSyntaxError();
  }
}
