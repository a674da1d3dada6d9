/** Thrown for text that is not JSON, even read tolerantly. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
  /** Counted in UTF-16 units from 0. */
  readonly offset: number;

  constructor(problem: string, offset: number) {
    super(`${problem} at position ${offset}`);
    this.offset = offset;
  }
}
