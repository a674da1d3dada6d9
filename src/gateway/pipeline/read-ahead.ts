import { BodyTooLargeError, type Exchange, WrappedExchange } from '../../http/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { MAX_PAYLOAD_BYTES } from '../limits.ts';
import type { Abandoned, MethodRequest } from '../method/index.ts';

/**
 * Reads a request's body before its integration does, and leaves it for the integration to read again.
 * @returns why there is none to read; undefined when all is well
 */
export async function readAhead(request: MethodRequest): Promise<GatewayFailure | Abandoned | undefined> {
  const { exchange } = request;
  const arrived = exchange.takeArrivedBody();
  try {
    // What has arrived is only borrowed for this turn.
    const bytes = arrived === undefined ? await exchange.readBody(MAX_PAYLOAD_BYTES) : Buffer.from(arrived);
    if (bytes.length > MAX_PAYLOAD_BYTES) return { kind: 'failure', type: 'REQUEST_TOO_LARGE' };
    request.exchange = new ReadExchange(exchange, bytes);
    return undefined;
  } catch (error) {
    if (error instanceof BodyTooLargeError) return { kind: 'failure', type: 'REQUEST_TOO_LARGE' };
    // Whatever else happens to a body on its way in, the client's connection is gone.
    return { kind: 'abandoned' };
  }
}

/** An exchange whose body has been read, and can be read as often as anybody likes. */
class ReadExchange extends WrappedExchange {
  readonly #body: Buffer;

  constructor(exchange: Exchange, body: Buffer) {
    super(exchange);
    this.#body = body;
  }

  override takeArrivedBody(): Buffer {
    return this.#body;
  }

  override async readBody(limitBytes: number): Promise<Buffer> {
    if (this.#body.length > limitBytes) throw new BodyTooLargeError(limitBytes);
    return this.#body;
  }

  override async *streamBody(): AsyncGenerator<Uint8Array> {
    if (this.#body.length > 0) yield this.#body;
  }
}
