/** An action could not be taken. Any other error that an action throws may be gone the next time. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
  /** Whether trying again would not help. */
  readonly isFinal: boolean;

  constructor(message: string, isFinal: boolean) {
    super(message);
    this.isFinal = isFinal;
  }
}
