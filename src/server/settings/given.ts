/** One setting as somebody gave it: still text, and not yet known to be right. */
export interface Given {
  /** In the table's spelling, such as `control-port`. */
  readonly name: string;
  readonly text: string;
  /** Where it was given, for messages: `--control-port`, `SALLYPORT_CONTROL_PORT` or `control-port in FILE`. */
  readonly where: string;
}

/** What one source gave, and what was wrong with it: sentences for the operator. */
export interface Gathered {
  readonly given: readonly Given[];
  readonly problems: readonly string[];
}
