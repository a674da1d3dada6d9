import type {
  RouteRequest,
  UpstreamCall,
  UpstreamClient,
  UpstreamError,
  UpstreamHandler,
  UpstreamResponse,
  UpstreamRoute,
  UpstreamTls,
} from '../../http/index.ts';
import type { TargetGroup } from './target-group.ts';

/** The route over the targets of a VPC link. A request that could not be connected to one goes to the next. */
export function balancedRoute(client: UpstreamClient, group: TargetGroup, tls: UpstreamTls): UpstreamRoute {
  const routes = group.origins.map((origin) => client.route(origin, tls));
  return {
    call(request, handler) {
      const attempt = new BalancedCall(routes, group, lasting(request), handler);
      attempt.send();
      return attempt;
    },
  };
}

/** One request on its way, perhaps over several targets. */
class BalancedCall implements UpstreamCall, UpstreamHandler {
  readonly #routes: readonly UpstreamRoute[];
  readonly #group: TargetGroup;
  readonly #request: RouteRequest;
  readonly #handler: UpstreamHandler;
  #target = 0;
  #attempts = 0;
  #call: UpstreamCall | undefined;

  constructor(routes: readonly UpstreamRoute[], group: TargetGroup, request: RouteRequest, handler: UpstreamHandler) {
    this.#routes = routes;
    this.#group = group;
    this.#request = request;
    this.#handler = handler;
  }

  send(): void {
    this.#target = this.#group.next();
    this.#attempts += 1;
    const route = this.#routes[this.#target];
    if (route === undefined) throw new RangeError(`There is no target ${this.#target}.`);
    const attempt = this.#attempts;
    const call = route.call(this.#request, this);
    // A call that failed before it returned may have been followed by another already.
    if (attempt === this.#attempts) this.#call = call;
  }

  abort(): void {
    this.#call?.abort();
  }

  onResponse(response: UpstreamResponse): void {
    this.#handler.onResponse(response);
  }

  onFailure(error: UpstreamError): void {
    if (error.failure === 'connect') {
      this.#group.failed(this.#target);
      // Nothing was sent, so sending it to another changes nothing; a body that streams may have been begun, though.
      if (this.#request.body instanceof Uint8Array && this.#attempts < this.#routes.length) {
        this.send();
        return;
      }
    }
    this.#handler.onFailure(error);
  }
}

/** A borrowed body is gone by the time that a second target is tried. */
function lasting(request: RouteRequest): RouteRequest {
  const { body } = request;
  return body instanceof Uint8Array && body.length > 0 ? { ...request, body: Buffer.from(body) } : request;
}
