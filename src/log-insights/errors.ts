/** A query that CloudWatch Logs would not take (`MalformedQueryException`, `QueryCompileError`). Offsets count UTF-16 units. */
export class QuerySyntaxError extends Error {
  override readonly name = 'QuerySyntaxError';
  readonly startCharOffset: number;
  readonly endCharOffset: number;

  constructor(message: string, startCharOffset: number, endCharOffset: number = startCharOffset) {
    super(message);
    this.startCharOffset = startCharOffset;
    this.endCharOffset = endCharOffset;
  }
}

/** A part of the language that is AWS's, and not built here. */
export class QueryNotSupportedError extends Error {
  override readonly name = 'QueryNotSupportedError';
  /** Such as `the command diff`. */
  readonly feature: string;

  constructor(feature: string) {
    super(`Sallyport does not support ${feature} of Logs Insights.`);
    this.feature = feature;
  }
}

/** A query would hold more than `QUERY_LIMITS` allows. */
export class QueryLimitError extends Error {
  override readonly name = 'QueryLimitError';
}
