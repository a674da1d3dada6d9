import type { ProtocolName } from '../../../src/control/schema/schema-file.ts';
import { awsJson } from './aws-json.ts';
import { awsQuery } from './aws-query.ts';
import type { Credentials } from './credentials.ts';
import { AwsError } from './error.ts';
import { jsonError, parseJson } from './json-error.ts';
import type { Protocol, Received } from './protocol.ts';
import { restJson } from './rest-json.ts';
import { schemaOf } from './schemas.ts';
import type { Input, OperationName, Output, Service } from './services.ts';
import { signedHeaders, type Unsigned } from './sign.ts';
import { uriEncode } from './uri.ts';
import type { Values } from './values.ts';

const PROTOCOLS: Partial<Record<ProtocolName, Protocol>> = {
  'rest-json': restJson,
  'aws-json-1.0': awsJson('1.0'),
  'aws-json-1.1': awsJson('1.1'),
  'aws-query': awsQuery,
};

/** Calls as one user in one region. */
export interface AwsClient {
  readonly region: string;
  /** @throws {AwsError} */
  call<S extends Service, O extends OperationName<S>>(
    service: S,
    operation: O,
    input: Input<S, O>,
    signal?: AbortSignal,
  ): Promise<Output<S, O>>;
  /**
   * The server's own endpoints below `/_sallyport/`: JSON both ways.
   * @param path with its query
   * @throws {AwsError}
   */
  own<T>(method: 'GET' | 'POST', path: string, body?: unknown, signal?: AbortSignal): Promise<T>;
  /** A signed request whose answer is read piece by piece, such as a live tail's. */
  send(request: Unsigned, service: string, signal?: AbortSignal): Promise<Response>;
}

export function createAwsClient(credentials: Credentials, region: string): AwsClient {
  function send(request: Unsigned, service: string, signal?: AbortSignal): Promise<Response> {
    const scope = { region, service, host: location.host, now: new Date() };
    return fetchOnce(request, signedHeaders(request, scope, credentials), signal);
  }

  return {
    region,
    send,
    async call(service, operation, input, signal) {
      const schema = await schemaOf(service);
      const name = operation.charAt(0).toUpperCase() + operation.slice(1);
      const described = schema.operations.get(name);
      const protocol = schema.protocols.map((known) => PROTOCOLS[known]).find((known) => known !== undefined);
      if (!described || !protocol) throw new TypeError(`${service} has no operation ${name}.`);
      const request = protocol.encode(described, input as Values, schema);
      const received = await read(await send(request, schema.signingName, signal));
      if (received.status >= 300) throw protocol.error(received);
      return protocol.decode(described, received) as Output<typeof service, typeof operation>;
    },
    async own<T>(method: 'GET' | 'POST', target: string, value?: unknown, signal?: AbortSignal) {
      const { pathname, searchParams } = new URL(target, location.origin);
      const body = new TextEncoder().encode(value === undefined ? '' : JSON.stringify(value));
      const headers: Record<string, string> = value === undefined ? {} : { 'content-type': 'application/json' };
      const request = { method, path: pathname, query: [...searchParams], headers, body };
      const received = await read(await send(request, 'sallyport', signal));
      if (received.status >= 300) throw jsonError(received);
      return parseJson(received.body) as T;
    },
  };
}

/**
 * Posts JSON that nobody signs: signing in itself.
 * @throws {AwsError}
 */
export async function post<T>(path: string, value: unknown): Promise<T> {
  const body = new TextEncoder().encode(JSON.stringify(value));
  const headers = { 'content-type': 'application/json' };
  const received = await read(await fetchOnce({ method: 'POST', path, query: [], headers, body }, headers));
  if (received.status >= 300) throw jsonError(received);
  return parseJson(received.body) as T;
}

/** @throws {AwsError} `NetworkError` when nothing answers */
async function fetchOnce(
  request: Unsigned,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Response> {
  const body = request.body.length > 0 ? { body: request.body as Uint8Array<ArrayBuffer> } : {};
  try {
    return await fetch(urlOf(request), {
      method: request.method,
      headers,
      ...body,
      ...(signal && { signal }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new AwsError('NetworkError', 'The server did not answer.', 0);
  }
}

function urlOf({ path, query }: Unsigned): string {
  const search = query.map(([name, value]) => `${uriEncode(name)}=${uriEncode(value)}`).join('&');
  return search === '' ? path : `${path}?${search}`;
}

async function read(response: Response): Promise<Received> {
  const { status, headers } = response;
  return { status, headers, body: new Uint8Array(await response.arrayBuffer()) };
}
