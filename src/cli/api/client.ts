import { setTimeout as wait } from 'node:timers/promises';
import { StartError } from '../../server/index.ts';
import { createSigningKeys, sha256Hex, signRequest } from '../../sigv4/index.ts';
import type { Connection } from './connection.ts';

/** One call of the API Gateway REST service, as the service model binds it to HTTP. */
export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Begins with `/`; its parts are percent-encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** Bytes as they are, or a value that is sent as JSON. */
  readonly body?: unknown;
  readonly accept?: string;
}

/** Calls a server's control API, signed. */
export interface ApiClient {
  /** @throws {StartError} when nobody answers, or the answer is an error */
  call<Result>(call: ApiCall): Promise<Result>;
  /** The answer's body as it is. @throws {StartError} as `call` */
  text(call: ApiCall): Promise<string>;
  /** All pages of a list. @throws {StartError} as `call` */
  list<Item>(path: string, query?: ApiCall['query']): Promise<readonly Item[]>;
}

/** As many as a page may hold (features A1.1). */
const PAGE = '500';

/** A call that comes too soon (features A1.13) is made again when the server says, so that no command stops half-way. */
const ATTEMPTS = 5;
/** The longest that one call has to wait on AWS. */
const LONGEST_WAIT_SECONDS = 30;

export function createApiClient(connection: Connection, nowMs: () => number): ApiClient {
  const keys = createSigningKeys();

  async function send(request: ApiCall): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const answer = await ask(request);
      const text = await answer.text();
      if (answer.ok) return text;
      const waitSeconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
      if (attempt === ATTEMPTS || !(waitSeconds <= LONGEST_WAIT_SECONDS)) throw refusalOf(answer, text);
      await wait(waitSeconds * 1_000);
    }
  }

  function ask({ method = 'GET', path, query = {}, body, accept = 'application/json' }: ApiCall): Promise<Response> {
    const { endpoint, region, secret } = connection;
    const search = queryOf(query);
    const bytes = bytesOf(body);
    const headers = ['Host', endpoint.host, 'Content-Type', 'application/json', 'Accept', accept];
    const purpose = { region, service: 'apigateway', nowMs: nowMs() };
    const signed = signRequest({ method, path, query: search, headers }, sha256Hex(bytes), purpose, secret, keys);
    const url = new URL(`${path}${search === '' ? '' : `?${search}`}`, endpoint);
    const init = { method, headers: pairs([...headers.slice(2), ...signed]), ...(bytes.length > 0 && { body: bytes }) };
    return fetch(url, init).catch((error: unknown) => {
      throw nobodyAt(endpoint, error);
    });
  }

  async function call<Result>(request: ApiCall): Promise<Result> {
    const text = await send(request);
    return (text === '' ? undefined : JSON.parse(text)) as Result;
  }

  return {
    call,
    text: send,
    async list<Item>(path: string, query: ApiCall['query'] = {}) {
      const items: Item[] = [];
      let position: string | undefined;
      do {
        const page: { item?: readonly Item[]; position?: string } = await call({
          path,
          query: { ...query, limit: PAGE, position },
        });
        items.push(...(page.item ?? []));
        position = page.position;
      } while (position !== undefined);
      return items;
    },
  };
}

function queryOf(query: NonNullable<ApiCall['query']>): string {
  return Object.entries(query)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map((entry) => entry.map(encodeURIComponent).join('='))
    .join('&');
}

function bytesOf(body: unknown): Uint8Array<ArrayBuffer> {
  if (body === undefined) return new Uint8Array();
  return new Uint8Array(body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body)));
}

function pairs(headers: readonly string[]): [string, string][] {
  return headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? ''] as [string, string]] : []));
}

function nobodyAt(endpoint: URL, error: unknown): StartError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return new StartError(
    `No Sallyport answers at ${endpoint.origin} (${cause}); start one with sallyport start, or say where it is with --endpoint-url.`,
    { cause: error },
  );
}

/** AWS's error in one line, as the AWS CLI tells it. */
function refusalOf(answer: Response, text: string): StartError {
  const type = answer.headers.get('x-amzn-errortype')?.split(':', 1)[0] ?? `HTTP ${answer.status}`;
  return new StartError(`${type}: ${messageIn(text) ?? text.slice(0, 500)}`);
}

function messageIn(text: string): string | undefined {
  try {
    const { message, Message } = JSON.parse(text) as { message?: string; Message?: string };
    return message ?? Message;
  } catch {
    return undefined; // Not AWS's words: whatever came is shown instead.
  }
}
