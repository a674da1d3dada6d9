import { BodyTooLargeError } from '../../exchange.ts';
import type { BodySink } from './body-sink.ts';

/** Collects a body up to a limit. */
export class Collector implements BodySink {
  readonly #limitBytes: number;
  readonly #resolve: (body: Buffer) => void;
  readonly #reject: (error: Error) => void;
  #pieces: Buffer[] = [];
  #bytes = 0;

  constructor(limitBytes: number, resolve: (body: Buffer) => void, reject: (error: Error) => void) {
    this.#limitBytes = limitBytes;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  onBytes(bytes: Buffer): boolean {
    this.#bytes += bytes.length;
    if (this.#bytes <= this.#limitBytes) {
      this.#pieces.push(Buffer.from(bytes));
      return true;
    }
    this.#pieces = [];
    this.#reject(new BodyTooLargeError(this.#limitBytes));
    return false;
  }

  onEnd(): void {
    const [first] = this.#pieces;
    this.#resolve(first !== undefined && this.#pieces.length === 1 ? first : Buffer.concat(this.#pieces));
  }

  onFailure(error: Error): void {
    this.#reject(error);
  }
}
