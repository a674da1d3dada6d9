import { JsonPathSyntaxError } from './errors.ts';
import { JSON_PATH_LIMITS } from './limits.ts';

/** A place in a path that is being read. */
export class Cursor {
  readonly path: string;
  at = 0;
  private nesting = 0;

  constructor(path: string) {
    this.path = path;
  }

  get atEnd(): boolean {
    return this.at >= this.path.length;
  }

  peek(): string {
    return this.path[this.at] ?? '';
  }

  /** Steps over `text` when it stands here. */
  take(text: string): boolean {
    if (!this.path.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Steps over what the sticky expression matches here. */
  takeMatch(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.at;
    const match = expression.exec(this.path);
    if (match === null) return undefined;
    this.at += match[0].length;
    return match;
  }

  skipSpace(): void {
    this.takeMatch(/\s+/y);
  }

  expect(text: string): void {
    this.skipSpace();
    if (!this.take(text)) throw this.error(`Expected ${text}`);
  }

  /** Reads something that may hold more of its own kind. */
  nested<T>(read: () => T): T {
    this.nesting += 1;
    if (this.nesting > JSON_PATH_LIMITS.maxNesting) throw this.error('Too deeply nested');
    const result = read();
    this.nesting -= 1;
    return result;
  }

  error(problem: string): JsonPathSyntaxError {
    return new JsonPathSyntaxError(problem, this.path, this.at);
  }
}
