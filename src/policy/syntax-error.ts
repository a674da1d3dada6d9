/** A document that is no policy. The message says where it breaks the grammar, such as `Statement[0].Effect: ...`. */
export class PolicySyntaxError extends Error {
  /** The element, such as `Statement[0].Effect`. */
  readonly at: string;
  /** What is wrong with it, in words that go on from its name. */
  readonly problem: string;

  constructor(at: string, problem: string) {
    super(`${at}: ${problem}`);
    this.name = 'PolicySyntaxError';
    this.at = at;
    this.problem = problem;
  }
}
