import type { RequestParameters } from '../../vtl/index.ts';
import { eventHeaders } from '../headers/index.ts';
import type { MethodRequest } from '../method/index.ts';
import { headerPairs } from '../text/index.ts';

/** What `$input.params()` shows of a request: the last value of each name (fact D10), put together when it is asked for. */
export class TemplateParameters implements RequestParameters {
  readonly #request: MethodRequest;
  #path: ReadonlyMap<string, string> | undefined;
  #querystring: ReadonlyMap<string, string> | undefined;
  #header: ReadonlyMap<string, string> | undefined;

  constructor(request: MethodRequest) {
    this.#request = request;
  }

  get path(): ReadonlyMap<string, string> {
    this.#path ??= new Map(Object.entries(this.#request.pathParameters ?? {}));
    return this.#path;
  }

  get querystring(): ReadonlyMap<string, string> {
    this.#querystring ??= new Map(this.#request.query);
    return this.#querystring;
  }

  /** The headers that a function would see (fact D13), by their names as the client spelled them (fact D11). */
  get header(): ReadonlyMap<string, string> {
    this.#header ??= new Map(headerPairs(eventHeaders(this.#request)));
    return this.#header;
  }
}
