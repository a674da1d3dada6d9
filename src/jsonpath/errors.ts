/** Text that is no path in Jayway's dialect. */
export class JsonPathSyntaxError extends Error {
  override readonly name = 'JsonPathSyntaxError';
  /** Counted in UTF-16 units from 0. */
  readonly offset: number;

  constructor(problem: string, path: string, offset: number) {
    super(`${problem} at position ${offset} of the path ${path}`);
    this.offset = offset;
  }
}

/** Reading a path visited more values than `JSON_PATH_LIMITS` allows. */
export class JsonPathLimitError extends Error {
  override readonly name = 'JsonPathLimitError';

  constructor(path: string) {
    super(`The path ${path} visits too many values of this document.`);
  }
}
