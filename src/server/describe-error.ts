/** What the operator's log shows of an error: where it was thrown, or what was thrown instead of one. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
