import type { Exchange, HeaderList } from '../../http/index.ts';
import type { CallerKey } from '../../model/index.ts';
import type { AccessDecision } from '../../policy/index.ts';
import type { RequestAddress } from '../gateway.ts';
import type { RequestContext } from '../request-context/index.ts';
import { parseQuery, type QueryParameter } from '../text/index.ts';
import type { MethodOutcome } from './outcome.ts';
import type { Overrides } from './overrides.ts';
import type { PathParameters } from './path-parameters.ts';
import type { Payload } from './payload.ts';

/** Takes what a request came to. */
export type Complete = (request: MethodRequest, outcome: MethodOutcome) => void;

/** One request that has found its method, on its way through the phases. */
export class MethodRequest {
  /** Another one that holds the body once a phase before the integration has read it. */
  exchange: Exchange;
  readonly context: RequestContext;
  readonly address: RequestAddress;
  readonly pathParameters: PathParameters | undefined;
  /** Set by the integration when its mappings need the body, and the body has been read. */
  payload: Payload | undefined;
  /** What who signed the request may do with its method; undefined where nobody had to. */
  may: ((action: string) => AccessDecision['result']) | undefined;
  /** The key that the request was signed with; undefined where nobody had to. */
  callerKey: CallerKey | undefined;
  #complete: Complete;
  #query: readonly QueryParameter[] | undefined;

  constructor(
    exchange: Exchange,
    context: RequestContext,
    address: RequestAddress,
    pathParameters: PathParameters | undefined,
    complete: Complete,
  ) {
    this.exchange = exchange;
    this.context = context;
    this.address = address;
    this.pathParameters = pathParameters;
    this.#complete = complete;
  }

  /** Called once by an integration that answers by itself, with what the request came to. */
  complete(outcome: MethodOutcome): void {
    this.#complete(this, outcome);
  }

  /** Lets a phase change, or look at, what the request will come to. */
  onOutcome(change: (outcome: MethodOutcome) => MethodOutcome): void {
    const complete = this.#complete;
    const changed: Complete = (request, outcome) => complete(request, change(outcome));
    this.#complete = changed;
  }

  /** Set when a mapping template has spoken of overrides. */
  get overrides(): Overrides | undefined {
    return this.context.overrides;
  }

  set overrides(overrides: Overrides | undefined) {
    this.context.overrides = overrides;
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
