/**
 * What a method's configuration asks for and cannot have: it is wrong, or needs something that is not built. The message
 * tells the operator; clients get 500 `Internal server error`, as from AWS for a configuration error.
 */
export class ConfigurationProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigurationProblem';
  }
}
