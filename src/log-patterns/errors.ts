/**
 * Text that is no filter pattern. Its message is what CloudWatch Logs says with `InvalidParameterException`, where users
 * of AWS report it, and `Invalid filter pattern` for all else.
 */
export class LogPatternSyntaxError extends Error {
  override readonly name = 'LogPatternSyntaxError';

  constructor(message = 'Invalid filter pattern') {
    super(message);
  }
}

/** A term with characters that must stand in quotation marks, or a regular expression with one that AWS does not take. */
export function invalidTerm(term: string): LogPatternSyntaxError {
  return new LogPatternSyntaxError(`Invalid character(s) in term '${term}'`);
}
