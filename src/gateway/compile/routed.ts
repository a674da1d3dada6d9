import type { HeaderList } from '../../http/index.ts';
import type { RequestAddress } from '../gateway.ts';
import type { RequestContext } from '../request-context/index.ts';
import { parseQuery, type QueryParameter } from '../text/index.ts';
import type { RouteCandidate, RoutedEvent } from '../tracing/index.ts';
import type { MethodPlan } from './compile-method.ts';
import type { Route, Router } from './router.ts';

/** What routing came to, for a trace: put together when it is read. */
export class Routed implements RoutedEvent {
  readonly kind = 'routed';
  readonly #context: RequestContext;
  readonly #address: RequestAddress;
  readonly #found: Route<MethodPlan> | undefined;
  readonly #router: Router<MethodPlan>;

  constructor(
    context: RequestContext,
    address: RequestAddress,
    found: Route<MethodPlan> | undefined,
    router: Router<MethodPlan>,
  ) {
    this.#context = context;
    this.#address = address;
    this.#found = found;
    this.#router = router;
  }

  get requestId(): string {
    return this.#context.requestId;
  }

  get httpMethod(): string {
    return this.#context.httpMethod;
  }

  get path(): string {
    return this.#address.path;
  }

  get query(): readonly QueryParameter[] {
    return parseQuery(this.#address.query);
  }

  get headers(): HeaderList {
    return this.#context.headers;
  }

  get method(): RoutedEvent['method'] {
    const plan = this.#found?.method;
    return plan && { ...plan.place, declaredMethod: plan.httpMethod };
  }

  get pathParameters(): Readonly<Record<string, string>> {
    return this.#found?.pathParameters ?? {};
  }

  get candidates(): readonly RouteCandidate[] {
    return this.#router.candidates(this.httpMethod, this.path);
  }
}
