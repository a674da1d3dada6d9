import type { ListenFailure, Ports } from '../link/index.ts';

/** A port of the gateway could not be taken; `code` is the system's, such as `EADDRINUSE`. */
export class ListenError extends Error {
  readonly code: string;
  readonly listener: keyof Ports;

  constructor({ code, listener }: ListenFailure) {
    super(`The gateway cannot listen: ${code} (${listener})`);
    this.name = 'ListenError';
    this.code = code;
    this.listener = listener;
  }
}
