/** The version or alias that a function's ARN ends in; empty for none. */
export function qualifierOf(arn = ''): string {
  return arn.split(':')[7] ?? '';
}
