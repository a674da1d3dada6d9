/**
 * A message that RFC 9110 or 9112 forbids, or that is beyond a limit. A server answers it with `status` and closes the
 * connection, because nobody can say where the next message begins; a client gives its connection up.
 */
export class MessageError extends Error {
  /** What a server answers: 400, 414 or 431. */
  readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.name = 'MessageError';
    this.status = status;
  }
}
