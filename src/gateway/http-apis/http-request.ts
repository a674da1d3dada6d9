import type { Exchange } from '../../http/index.ts';
import type { RequestAddress } from '../gateway.ts';
import { type Complete, MethodRequest, type PathParameters } from '../method/index.ts';
import { IdSource, RequestContext, type StageRuntime } from '../request-context/index.ts';

/** What a Lambda authorizer gave along, as it gave it: integrations see lists and maps, too. */
type AuthorizerContext = Readonly<Record<string, unknown>>;

/** Ids of HTTP APIs: one a request, in the form of `apigw-requestid` (features A3.17). */
export class HttpApiIds extends IdSource {
  override requestId(): string {
    return this.extendedRequestId();
  }
}

/** One request's `$context` in an HTTP API (guide page http-api-logging-variables). */
export class HttpRequestContext extends RequestContext {
  /** Undefined until a route was found. */
  routeKey: string | undefined;
  /** Scopes of a JWT; null where the route asks for none (fact D99). */
  scopes: readonly string[] | null = null;
  authorizerContext: AuthorizerContext | undefined;
  readonly #address: RequestAddress;

  constructor(stage: StageRuntime, exchange: Exchange, address: RequestAddress) {
    super(stage, exchange, address, exchange.method);
    this.#address = address;
  }

  override get extendedRequestId(): string {
    return this.requestId;
  }

  /** With the stage, unless that is `$default`; below a domain name all of it (fact D128). */
  override get path(): string {
    const { domain, path } = this.#address;
    if (domain !== undefined) return domain.path;
    const { stage } = this.stageFacts;
    return stage === '$default' ? path : `/${stage}${path}`;
  }
}

/** One request that has found its route. */
export class HttpRequest extends MethodRequest {
  declare readonly context: HttpRequestContext;

  constructor(
    exchange: Exchange,
    context: HttpRequestContext,
    address: RequestAddress,
    pathParameters: PathParameters | undefined,
    complete: Complete,
  ) {
    super(exchange, context, address, pathParameters, complete);
  }
}
