import type { Exchange, HeaderList } from '../../http/index.ts';
import type { RequestAddress } from '../gateway.ts';
import type { RequestContext } from '../request-context/index.ts';
import { parseQuery, type QueryParameter } from '../text/index.ts';
import type { PathParameters } from './path-parameters.ts';

/** One request that has found its method, on its way through the phases. */
export class MethodRequest {
  readonly exchange: Exchange;
  readonly context: RequestContext;
  readonly address: RequestAddress;
  readonly pathParameters: PathParameters | undefined;
  #query: readonly QueryParameter[] | undefined;

  constructor(
    exchange: Exchange,
    context: RequestContext,
    address: RequestAddress,
    pathParameters: PathParameters | undefined,
  ) {
    this.exchange = exchange;
    this.context = context;
    this.address = address;
    this.pathParameters = pathParameters;
  }

  get headers(): HeaderList {
    return this.exchange.headers;
  }

  /** Decoded, in order; parsed when somebody asks for it. */
  get query(): readonly QueryParameter[] {
    this.#query ??= parseQuery(this.address.query);
    return this.#query;
  }
}
