import { EMPTY_BODY } from '../../body.ts';
import type { BodySource, HeaderList } from '../../exchange.ts';
import type { UpstreamResponse } from '../../upstream.ts';
import type { IncomingBody } from '../body/index.ts';
import type { ResponseHead } from '../codec/index.ts';

/** A backend's response. */
export class H1Response implements UpstreamResponse {
  readonly head: ResponseHead;
  /** Undefined when there is none. */
  readonly body: IncomingBody | undefined;

  readonly #call: { abort(): void };

  constructor(head: ResponseHead, body: IncomingBody | undefined, call: { abort(): void }) {
    this.head = head;
    this.body = body;
    this.#call = call;
  }

  get status(): number {
    return this.head.status;
  }

  get headers(): HeaderList {
    return this.head.headers;
  }

  /** See `IncomingBody.takeArrived`; empty when there is no body. */
  takeArrivedBody(): Buffer | undefined {
    return this.body === undefined ? EMPTY_BODY : this.body.takeArrived();
  }

  readBody(limitBytes: number): Promise<Buffer> {
    return this.body === undefined ? Promise.resolve(EMPTY_BODY) : this.body.read(limitBytes);
  }

  streamBody(): BodySource {
    return this.body === undefined ? nothing() : this.body.stream();
  }

  discard(): void {
    this.#call.abort();
  }
}

async function* nothing(): BodySource {
  // A response without a body gives no piece of one.
}
