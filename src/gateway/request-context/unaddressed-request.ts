import type { Exchange } from '../../http/index.ts';
import type { RequestObserver, ServedRequest } from '../../model/index.ts';
import { type GatewayFailure, type RenderedFailure, renderFailure } from '../gateway-responses/render.ts';
import { firstHeader } from '../text/index.ts';
import type { IdSource } from './ids.ts';

/** A request that names no deployed stage: it has ids and an answer, and no `$context`. */
export class UnaddressedRequest implements ServedRequest {
  readonly requestId: string;
  readonly extendedRequestId: string;
  readonly protocol = 'HTTP/1.1';
  readonly resourcePath = undefined;
  readonly integrationLatencyMs = undefined;
  readonly cacheResult = undefined;
  readonly trace = undefined;
  readonly latencyMs = 0;
  status = 0;
  responseLength = 0;
  readonly #exchange: Exchange;
  readonly #observe: RequestObserver;
  readonly #warn: (message: string, detail: Readonly<Record<string, unknown>>) => void;

  constructor(
    exchange: Exchange,
    ids: IdSource,
    observe: RequestObserver,
    warn: (message: string, detail: Readonly<Record<string, unknown>>) => void,
  ) {
    this.requestId = ids.requestId(exchange.headers);
    this.extendedRequestId = ids.extendedRequestId();
    this.#exchange = exchange;
    this.#observe = observe;
    this.#warn = warn;
  }

  answered(status: number, responseLength: number): void {
    this.status = status;
    this.responseLength = responseLength;
    this.#observe(this);
  }

  renderFailure(failure: GatewayFailure): RenderedFailure {
    return renderFailure(failure);
  }

  report(detail: string): void {
    this.#warn(detail, { requestId: this.requestId });
  }

  get requestTimeEpoch(): number {
    return this.#exchange.receivedAtMs;
  }

  get sourceIp(): string {
    return this.#exchange.peer.address;
  }

  get httpMethod(): string {
    return this.#exchange.method;
  }

  get path(): string {
    const { target } = this.#exchange;
    const question = target.indexOf('?');
    return question < 0 ? target : target.slice(0, question);
  }

  get userAgent(): string | undefined {
    return firstHeader(this.#exchange.headers, 'user-agent');
  }
}
