/** The expression cannot be read, or cannot be evaluated with what it is given. */
export class MetricMathError extends Error {
  override readonly name = 'MetricMathError';
  /** Where in the expression, in UTF-16 units from 0. */
  readonly position: number;

  constructor(problem: string, position: number) {
    super(problem);
    this.position = position;
  }
}
