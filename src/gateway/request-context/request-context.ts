import type { Exchange } from '../../http/index.ts';
import type { EndpointType } from '../../model/index.ts';
import type { RequestAddress } from '../gateway.ts';
import { firstHeader } from '../text/index.ts';
import { extendedRequestId, requestIdOf, traceIdOf } from './ids.ts';
import { requestTime } from './request-time.ts';

/** What is the same for every request to a stage. */
export interface StageFacts {
  readonly accountId: string;
  readonly region: string;
  readonly apiId: string;
  readonly stage: string;
  readonly deploymentId: string;
  readonly endpointType: EndpointType;
}

/** The resource that a request was routed to. */
export interface ResourceFacts {
  readonly resourceId: string;
  readonly resourcePath: string;
}

/** One request's `$context`. What costs something is worked out when somebody asks for it. */
export class RequestContext {
  readonly stageFacts: StageFacts;
  /** The verb that counts, after `X-HTTP-Method-Override` (fact D12). */
  readonly httpMethod: string;
  readonly requestTimeEpoch: number;
  readonly requestId: string;
  readonly #exchange: Exchange;
  readonly #address: RequestAddress;
  readonly #uuid: () => string;
  #resource: ResourceFacts | undefined;
  #extendedRequestId: string | undefined;
  #traceId: string | undefined;

  constructor(
    stageFacts: StageFacts,
    exchange: Exchange,
    address: RequestAddress,
    httpMethod: string,
    uuid: () => string,
  ) {
    this.stageFacts = stageFacts;
    this.httpMethod = httpMethod;
    this.requestTimeEpoch = exchange.receivedAtMs;
    this.requestId = requestIdOf(exchange.headers, uuid);
    this.#exchange = exchange;
    this.#address = address;
    this.#uuid = uuid;
  }

  /** Called once, when routing has found the resource. */
  routedTo(resource: ResourceFacts): void {
    this.#resource = resource;
  }

  get extendedRequestId(): string {
    this.#extendedRequestId ??= extendedRequestId(this.#uuid);
    return this.#extendedRequestId;
  }

  /** The value of `X-Amzn-Trace-Id` for the integration and for the client. */
  get traceId(): string {
    this.#traceId ??= traceIdOf(this.#exchange.headers, this.requestTimeEpoch, this.#uuid);
    return this.#traceId;
  }

  /** With the stage, percent-encoding and repeated slashes as received (facts D7, D8, D14). */
  get path(): string {
    return `/${this.stageFacts.stage}${this.#address.path}`;
  }

  /** Always this, whatever the client spoke (features A2.17). */
  get protocol(): string {
    return 'HTTP/1.1';
  }

  get requestTime(): string {
    return requestTime(this.requestTimeEpoch);
  }

  get domainName(): string {
    return this.#address.domainName;
  }

  /** The first label of the domain name. */
  get domainPrefix(): string {
    const { domainName } = this.#address;
    const dot = domainName.indexOf('.');
    return dot < 0 ? domainName : domainName.slice(0, dot);
  }

  /** Undefined until a resource was found. */
  get resourceId(): string | undefined {
    return this.#resource?.resourceId;
  }

  get resourcePath(): string | undefined {
    return this.#resource?.resourcePath;
  }

  /** The direct TCP peer. */
  get sourceIp(): string {
    return this.#exchange.peer.address;
  }

  get userAgent(): string | undefined {
    return firstHeader(this.#exchange.headers, 'user-agent');
  }
}
