import { UpstreamError } from '../../../http/index.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import type { Abandoned } from '../../method/index.ts';

/** The end of the time that an integration may take, or of the client's patience. The function itself runs on, as on AWS. */
export class Deadline {
  /** Set when it is over. */
  outcome: GatewayFailure | Abandoned | undefined;
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #client: AbortSignal;
  readonly #onClientGone = () => this.#end({ kind: 'abandoned' });

  constructor(timeoutMs: number, client: AbortSignal) {
    const detail = 'Execution failed due to a timeout error';
    this.#timer = setTimeout(() => this.#end({ kind: 'failure', type: 'INTEGRATION_TIMEOUT', detail }), timeoutMs);
    this.#client = client;
    client.addEventListener('abort', this.#onClientGone, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Waits for a promise. @throws {UpstreamError} `timeout`, when the time is over first */
  unlessOver<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const { signal } = this;
      const onAbort = () => reject(new UpstreamError('timeout', 'The integration took too long.'));
      if (signal.aborted) return onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
      promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    });
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#client.removeEventListener('abort', this.#onClientGone);
  }

  #end(outcome: GatewayFailure | Abandoned): void {
    this.outcome = outcome;
    this.clear();
    this.#controller.abort();
  }
}
