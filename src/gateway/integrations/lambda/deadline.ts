import { type Exchange, UpstreamError } from '../../../http/index.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import type { Abandoned } from '../../method/index.ts';

/** The end of the time that an integration may take, or of the client's patience. The function itself runs on, as on AWS. */
export class Deadline {
  /** Set when it is over. */
  outcome: GatewayFailure | Abandoned | undefined;
  readonly #timer: NodeJS.Timeout;
  readonly #exchange: Exchange;
  /** Made when somebody asks: signals are dear, and most calls need none. */
  #controller: AbortController | undefined;
  #reject: ((error: UpstreamError) => void) | undefined;

  constructor(timeoutMs: number, exchange: Exchange) {
    const detail = 'Execution failed due to a timeout error';
    this.#timer = setTimeout(() => this.#end({ kind: 'failure', type: 'INTEGRATION_TIMEOUT', detail }), timeoutMs);
    this.#exchange = exchange;
    exchange.abortable = this;
  }

  /** The client has gone. */
  abort(): void {
    this.#end({ kind: 'abandoned' });
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.outcome !== undefined) this.#controller.abort();
    }
    return this.#controller.signal;
  }

  /** Waits for a promise, and not for two at a time. @throws {UpstreamError} `timeout`, when the time is over first */
  unlessOver<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      if (this.outcome !== undefined) this.#giveUp();
      promise.then(resolve, reject);
    });
  }

  clear(): void {
    clearTimeout(this.#timer);
    if (this.#exchange.abortable === this) this.#exchange.abortable = undefined;
  }

  #end(outcome: GatewayFailure | Abandoned): void {
    this.outcome = outcome;
    this.clear();
    this.#giveUp();
    this.#controller?.abort();
  }

  #giveUp(): void {
    this.#reject?.(new UpstreamError('timeout', 'The integration took too long.'));
  }
}
