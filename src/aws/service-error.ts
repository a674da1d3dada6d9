/**
 * An error that AWS documents for an operation. Handlers throw it; the front door renders it in the caller's protocol
 * (shape, code, status and headers). Anything else that a handler throws is a defect of ours and becomes a 500.
 */
export class ServiceError extends Error {
  /** The exception's name on the wire, such as `NotFoundException`. */
  readonly code: string;
  /** The HTTP status that AWS documents for it. */
  readonly statusCode: number;
  /** Further members of the error's shape, by their names in the service model (for example `retryAfterSeconds`). */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: string, statusCode: number, message: string, members: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.statusCode = statusCode;
    this.members = members;
  }
}
