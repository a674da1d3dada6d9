/** A document that is no policy. The message says where it breaks the grammar, such as `Statement[0].Effect: ...`. */
export class PolicySyntaxError extends Error {
  constructor(at: string, problem: string) {
    super(`${at}: ${problem}`);
    this.name = 'PolicySyntaxError';
  }
}
