import type { BodySource, FieldLines, HeaderList } from '../../../http/index.ts';
import type { IntegrationRequestEvent } from '../../tracing/index.ts';
import type { Endpoint } from './endpoint.ts';

/** What goes to a backend. */
interface Sent {
  readonly path: string;
  readonly host: string;
  readonly fields: FieldLines;
  readonly body: Uint8Array | BodySource;
}

/** The call of an HTTP_PROXY backend, for a trace: put together when it is read. */
export class ProxiedRequest implements IntegrationRequestEvent {
  readonly kind = 'integrationRequest';
  readonly isPassedOn = true;
  readonly method: string;
  readonly body: Uint8Array | undefined;
  readonly #endpoint: Endpoint;
  readonly #sent: Sent;

  constructor(method: string, endpoint: Endpoint, sent: Sent) {
    this.method = method;
    this.body = sent.body instanceof Uint8Array ? sent.body : undefined;
    this.#endpoint = endpoint;
    this.#sent = sent;
  }

  get uri(): string {
    return this.#endpoint.urlOf(this.#sent.path);
  }

  get headers(): HeaderList {
    const { host, fields } = this.#sent;
    return ['Host', host, ...fields.toList()];
  }
}
