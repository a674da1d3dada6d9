/**
 * Sallyport cannot start (or a command cannot do its work) for a reason that the operator can mend. The message is what
 * the command prints: a clear sentence (or one on each line) that says what is wrong and where. Exit code 1.
 */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
  }
}
